package import Records

/// The days of a check, one after the other, from one day on.
///
/// Months are counted from that one day, not from the day before: 31 January and each month after
/// it is 28 February, then 31 March. Which step holds on the day of one check says when the next
/// one comes.
package struct CheckDays: Sequence, IteratorProtocol, Sendable {
  /// How often.
  package enum Steps: Hashable, Sendable {
    /// Once.
    case none
    case every(Interval)
    case phases(Phases)

    /// How far the next one is from a check on `day`, and in which step. Nil when there is none.
    package func step(on day: PartialDate) -> (interval: Interval, span: Phases.Span?)? {
      switch self {
      case .none: nil
      case .every(let interval): (interval, nil)
      case .phases(let phases): phases.span(on: day).map { ($0.phase.interval, $0) }
      }
    }

    package var end: PartialDate? {
      guard case .phases(let phases) = self else { return nil }
      return phases.end
    }
  }

  package struct One: Hashable, Sendable {
    package let day: PartialDate
    /// The day it is counted from, how far it is from there, and the step that says so. Nil for a
    /// day as it was asked for.
    package let from: PartialDate?
    package let interval: Interval?
    package let span: Phases.Span?
  }

  private let steps: Steps
  private let until: PartialDate?
  private var anchor: PartialDate
  private var months = 0
  private var last: PartialDate
  private var isFirst: Bool
  /// True when the plan itself has come to its end, and not only what can be counted.
  package private(set) var isOver = false

  /// - Parameters:
  ///   - start: The day that all is counted from.
  ///   - isDue: True when the start is itself a day on which the check is due.
  ///   - until: The last day of all.
  package init(from start: PartialDate, isDue: Bool, steps: Steps, until: PartialDate? = nil) {
    self.steps = steps
    self.until = until
    anchor = start
    last = start
    isFirst = isDue
  }

  package mutating func next() -> One? {
    if isFirst {
      isFirst = false
      guard isWithin(last) else { return nil }
      return One(day: last, from: nil, interval: nil, span: nil)
    }
    guard let (interval, span) = steps.step(on: last) else {
      isOver = steps != .none
      return nil
    }
    let (from, far): (PartialDate, Interval)
    switch interval.unit {
    case .months:
      (from, far) = (anchor, Interval(count: months + interval.count, unit: .months))
      guard let day = far.after(anchor) else { return nil }
      (months, last) = (far.count, day)
    case .days:
      (from, far) = (last, interval)
      guard let day = far.after(last) else { return nil }
      (anchor, months, last) = (day, 0, day)
    }
    guard isWithin(last) else { return nil }
    return One(day: last, from: from, interval: far, span: span)
  }

  /// Leaves out all days up to this one.
  package mutating func skip(to day: PartialDate) {
    var rest = self
    while let one = rest.next(), one.day <= day { self = rest }
    if rest.isOver { self = rest }
  }

  private mutating func isWithin(_ day: PartialDate) -> Bool {
    for end in [until?.lastDay, steps.end?.lastDay] {
      if let end, day.firstDay > end {
        isOver = true
        return false
      }
    }
    return true
  }
}
