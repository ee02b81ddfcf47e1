package import Records

/// What is written of one check, made ready to be counted: how often, since when, until when, in
/// which window, and what happened to the day that is due.
package struct CheckPlan: Sendable {
  package let steps: CheckDays.Steps
  /// Why days cannot be counted by what is written.
  package let trouble: PlanTrouble?
  package let last: When?
  package let until: PartialDate?
  /// True when somebody said "about".
  package let isAbout: Bool
  package let isPaused: Bool
  /// The next day, and those after it. Nil where no day can be told.
  package let days: CheckDays?
  package let next: CheckDays.One?
  /// True where there were days, and the last one is over.
  package let hasEnded: Bool
  /// True when the next day is counted from the day of the steps, not from a check.
  package let isFromStart: Bool
  /// The day that was skipped before the next one, or that was moved to it.
  package let skipped: PartialDate?
  package let movedFrom: PartialDate?

  private let early: Interval?
  private let late: Interval?

  /// - Parameter dateOf: The day of a record that the check points to as its result.
  package init(_ check: Record, dateOf: (RecordID) -> PartialDate?) {
    let from = check.when("countedFrom")?.date
    let (steps, trouble) = Self.steps(check, from: from)
    (self.steps, self.trouble) = (steps, trouble)
    let early = check.words("early").flatMap { Interval($0) }
    self.early = early
    late = check.words("late").flatMap { Interval($0) }
    let until = Self.until(check)
    self.until = until
    isPaused = check.when("pausedOn") != nil
    let last = Self.last(check, dateOf: dateOf)
    self.last = last
    let done = last?.date
    var asked = check.when("due")
    var moved: PartialDate?
    if check.words("status") == "moved", let to = check.when("movedTo") {
      if let date = to.date, done.map({ $0.lastDay < date.firstDay }) ?? true {
        (asked, moved) = (to, Self.next(asked, done, steps, from)?.day)
      }
    }
    let skip = Self.skipped(check, asked?.date, done)
    let isOpen =
      asked?.date.map { date in
        done.map { $0.lastDay < (early?.before(date) ?? date).firstDay } ?? true
      } ?? false

    var days: CheckDays?
    var isFromStart = false
    if isOpen, let date = asked?.date {
      days = CheckDays(from: date, isDue: true, steps: steps, until: until)
    } else if let base = Self.base(done, from) {
      isFromStart = base.isStart
      days = CheckDays(from: base.day, isDue: false, steps: steps, until: until)
    }
    if let skip { days?.skip(to: skip) }
    var ahead = days
    let next = ahead?.next()
    self.days = days
    self.next = next
    self.isFromStart = isFromStart
    hasEnded = next == nil && ahead?.isOver ?? false
    skipped = check.when("skipped") != nil ? skip : nil
    movedFrom = moved
    if let next, next.interval != nil {
      let isRough = next.span?.phase.isAbout ?? check.words("every").map { Interval.isAbout($0) }
      isAbout = isRough ?? false || last?.isAbout ?? false
    } else {
      isAbout = asked?.isAbout ?? false
    }
  }

  /// The first day on which it may be done, and the last, where somebody said so.
  package func window(of day: PartialDate) -> (earliest: PartialDate?, latest: PartialDate?) {
    (
      early.flatMap { $0.before(day) ?? $0.before(day.firstDay) },
      late.flatMap { $0.after(day) ?? $0.after(day.lastDay) }
    )
  }

  /// The day until which it is to be done, where the words name one. "For life" has no end.
  static func until(_ check: Record) -> PartialDate? {
    guard let words = check.words("until")?.lowercased() else { return nil }
    let text = words.hasPrefix("until ") ? String(words.dropFirst(6)) : words
    return SpelledDate.read(text)
  }

  /// The words of the steps, one each.
  static func phases(_ check: Record) -> [String] {
    check.list("phases").flatMap { $0.words.split(separator: ";").map { String($0) } }
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }

  private static func steps(
    _ check: Record, from: PartialDate?
  ) -> (CheckDays.Steps, PlanTrouble?) {
    let words = phases(check)
    let every = check.words("every").flatMap { Interval($0) }.map { CheckDays.Steps.every($0) }
    guard !words.isEmpty else { return (every ?? .none, nil) }
    guard let from else { return (every ?? .none, every == nil ? .noStart : nil) }
    do {
      return (.phases(try Phases(words, from: from)), nil)
    } catch {
      return (every ?? .none, every == nil ? error : nil)
    }
  }

  /// The last time, by the record itself or by the result that it points to.
  private static func last(_ check: Record, dateOf: (RecordID) -> PartialDate?) -> When? {
    let last = check.when("last")
    guard case .link(let id) = check["result"], let done = dateOf(id) else { return last }
    guard let date = last?.date, done <= date else { return When(done) }
    return last
  }

  /// From which day the next one is counted: the last time, or the day of the steps, where that is
  /// later. A plan that was begun anew is not counted from a check before it.
  private static func base(
    _ done: PartialDate?, _ from: PartialDate?
  ) -> (day: PartialDate, isStart: Bool)? {
    if let done, from.map({ done.lastDay >= $0.firstDay }) ?? true { return (done, false) }
    return from.map { ($0, true) }
  }

  private static func next(
    _ asked: When?, _ done: PartialDate?, _ steps: CheckDays.Steps, _ from: PartialDate?
  ) -> CheckDays.One? {
    if let date = asked?.date, done.map({ $0.lastDay < date.firstDay }) ?? true {
      return CheckDays.One(day: date, from: nil, interval: nil, span: nil)
    }
    var days = base(done, from).map { CheckDays(from: $0.day, isDue: false, steps: steps) }
    return days?.next()
  }

  /// The day that was skipped. Before there was a field for it, it stood as the one that is due.
  private static func skipped(
    _ check: Record, _ asked: PartialDate?, _ done: PartialDate?
  ) -> PartialDate? {
    switch check.words("status") {
    case "skipped": check.when("skipped")?.date ?? asked
    case "done": done == nil ? asked : nil
    default: nil
    }
  }
}
