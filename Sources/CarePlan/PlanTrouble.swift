/// Why what was written of a check or a dose is no plan that days could be counted by.
package enum PlanTrouble: Error, Hashable, Sendable {
  /// An interval or a time of no length.
  case zero
  /// An interval of more than 25 years, or a step of more than 100.
  case tooLong
  /// Words that are no step.
  case notAStep
  /// A step with others behind it that has no end.
  case openTooSoon
  /// A step that ends before it starts.
  case endsBeforeStart
  /// The day from which the steps are counted is missing.
  case noStart
  /// The day from which the steps are counted is known only by its year.
  case vagueStart
  /// One interval and steps: two rules for one check.
  case twoRules
  /// "Until" lies before the start, or before the day that was asked for.
  case untilBeforeStart
  /// "May be earlier by" or "later by" is no length of time.
  case notALength
  /// The window is as long as the interval: two checks would share a day.
  case windowTooLong
}
