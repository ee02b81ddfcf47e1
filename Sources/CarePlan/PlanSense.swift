package import Records

/// Whether what a person writes of a check or a treatment makes sense as a plan. It is asked before
/// anything is saved; what files brought is kept as it is.
package enum PlanSense {
  /// Throws the first thing that makes no sense.
  package static func check(_ record: Record) throws(PlanTrouble) {
    switch record.kind {
    case .followUp: try followUp(record)
    case .treatment:
      if let every = record.words("every") { try interval(every) }
    default: break
    }
  }

  private static func followUp(_ check: Record) throws(PlanTrouble) {
    let every = check.words("every")
    if let every { try interval(every) }
    let words = CheckPlan.phases(check)
    let from = check.when("countedFrom")?.date
    var intervals: [Interval] = []
    if !words.isEmpty {
      // Without a day to count from, any day shows what is wrong with the steps themselves.
      let start = from ?? PartialDate(year: 2000, month: 1, day: 1)
      if let start { _ = try phases(words, from: start, isKnown: from != nil) }
      for text in words { intervals.append(try Phase(text).interval) }
    }
    if let one = every.flatMap({ Interval($0) }) {
      guard intervals.isEmpty || intervals.contains(one) else { throw .twoRules }
      intervals.append(one)
    }
    try until(check)
    try windows(check, intervals)
  }

  private static func interval(_ words: String) throws(PlanTrouble) {
    switch Interval.reading(words) {
    case .zero: throw .zero
    case .tooLong: throw .tooLong
    case .interval, .words: break
    }
  }

  private static func phases(
    _ words: [String], from start: PartialDate, isKnown: Bool
  ) throws(PlanTrouble) -> Phases? {
    do throws(PlanTrouble) {
      return try Phases(words, from: start)
    } catch {
      // A day that was named for the end may lie before the day that stands in for the start.
      if !isKnown, error == .endsBeforeStart { return nil }
      throw error
    }
  }

  private static func until(_ check: Record) throws(PlanTrouble) {
    guard let until = CheckPlan.until(check) else { return }
    for name in ["countedFrom", "due"] {
      if let date = check.when(name)?.date, until.lastDay < date.firstDay {
        throw .untilBeforeStart
      }
    }
  }

  private static func windows(
    _ check: Record, _ intervals: [Interval]
  ) throws(PlanTrouble) {
    let shortest = intervals.map(\.roughDays).min()
    for name in ["early", "late"] {
      guard let words = check.words(name) else { continue }
      guard case .interval(let length) = Interval.reading(words) else { throw .notALength }
      if let shortest, length.roughDays >= shortest { throw .windowTooLong }
    }
  }
}
