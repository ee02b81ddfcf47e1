package import Records

/// A check that somebody asked for, and how it stands today.
package struct Due: Hashable, Sendable {
  package enum Standing: Hashable, Sendable {
    case overdue
    case now
    case ahead
    /// The words say how often, or when, but no day can be told from them.
    case notKnown
  }

  package let record: RecordID
  package let what: String
  package let askedBy: String?
  package let every: String?
  package let last: When?
  /// When it is due, as precisely as that is known.
  package let day: PartialDate?
  package let standing: Standing
  /// How it stands, in words: `OVERDUE 1 month`, `in 2 months`.
  package let words: String

  /// Every check that is still asked for: what is overdue first, then by day.
  package static func all(in records: [Record], today: PartialDate) -> [Due] {
    let dates = Dictionary(
      records.compactMap { record in record.when?.date.map { (record.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let dues = records.filter { $0.kind == .followUp && !$0.isRetracted }
      .compactMap { Due($0, today: today, dateOf: { dates[$0] }) }
    return dues.sorted { left, right in
      switch (left.day, right.day) {
      case (let left?, let right?) where left != right: left < right
      case (_?, nil): true
      case (nil, _?): false
      default: (left.what, left.record) < (right.what, right.record)
      }
    }
  }

  /// Nil when the check is done and nobody asked for another.
  init?(_ record: Record, today: PartialDate, dateOf: (RecordID) -> PartialDate?) {
    let every = record.words("every")
    let interval = every.flatMap { Interval($0) }
    let isClosed = ["done", "skipped"].contains(record.words("status"))
    if isClosed, interval == nil { return nil }

    var last = record.when("last")
    if case .link(let id) = record["result"], let done = dateOf(id) {
      if done > last?.date ?? done { last = When(done) }
      if last == nil { last = When(done) }
    }
    self.record = record.id
    what = record.words("what") ?? record.title
    askedBy = record.words("askedBy")
    self.every = every
    self.last = last
    day = Self.day(
      asked: record.when("due"), last: last?.date, interval: interval, isClosed: isClosed)
    (standing, words) = Self.stand(day, words: record.when("due")?.words, today: today)
  }

  /// A day that was asked for stands until the check was done on or after it; from then on the
  /// interval counts from the last time.
  private static func day(
    asked: When?, last: PartialDate?, interval: Interval?, isClosed: Bool
  ) -> PartialDate? {
    let next = last.flatMap { last in interval.flatMap { $0.after(last) } }
    guard let asked = asked?.date else { return next }
    if let last, last.lastDay >= asked.firstDay { return next }
    if isClosed { return interval.flatMap { $0.after(asked) } }
    return asked
  }

  private static func stand(
    _ day: PartialDate?, words: String?, today: PartialDate
  ) -> (Standing, String) {
    guard let day else { return (.notKnown, words ?? "date not known") }
    if day.lastDay < today {
      return (.overdue, "OVERDUE \(Span.words(from: day.lastDay, to: today))")
    }
    if day.firstDay > today {
      return (.ahead, "in \(Span.words(from: today, to: day.firstDay))")
    }
    return (.now, day.day == nil ? "due in \(day.spelled)" : "due today")
  }
}

/// The time between two days in words: days up to a month, then whole months, then whole years.
package enum Span {
  package static func words(from: PartialDate, to: PartialDate) -> String {
    let (from, to) = (from.firstDay, to.firstDay)
    var months = (to.year - from.year) * 12 + (to.month ?? 1) - (from.month ?? 1)
    if let whole = from.adding(months: months), whole > to { months -= 1 }
    switch months {
    case ..<1: return counted(to.dayNumber - from.dayNumber, "day")
    case 1..<24: return counted(months, "month")
    default: return counted(months / 12, "year")
    }
  }

  private static func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
