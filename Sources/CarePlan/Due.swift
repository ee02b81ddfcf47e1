package import Records

/// A check that somebody asked for, and how it stands today.
package struct Due: Hashable, Sendable {
  package enum Standing: Hashable, Sendable {
    case overdue
    /// It is the day, or the window in which it may be done.
    case now
    case ahead
    /// The words say how often, or when, but no day can be told from them.
    case notKnown
    case paused
  }

  package let record: RecordID
  package let what: String
  package let askedBy: String?
  package let every: String?
  package let last: When?
  /// When it is due, as precisely as that is known.
  package let day: PartialDate?
  /// True when somebody said "about".
  package let isAbout: Bool
  /// The first day on which it may be done, and the last one, where somebody said so.
  package let earliest: PartialDate?
  package let latest: PartialDate?
  package let place: String?
  /// How the day came about: `3 months after 14 May 2026`. Nil where there is no day.
  package let why: String?
  /// The step that holds now: `every 6 months from 11 May 2022, for the next 3 years`.
  package let step: String?
  package let trouble: PlanTrouble?
  package let standing: Standing
  /// How it stands, in words: `OVERDUE 1 month`, `in 2 months`.
  package let words: String

  /// Every check that is still asked for: what is overdue first, then by day. What a general rule
  /// says stands aside where a doctor asked for the same thing.
  package static func all(in records: [Record], today: PartialDate) -> [Due] {
    let dates = Dictionary(
      records.compactMap { record in record.when?.date.map { (record.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let checks = records.filter { $0.kind == .followUp && !$0.isRetracted }
    let aside = OneThing.aside(among: checks)
    let dues = checks.filter { aside[$0.id] == nil }
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
  package init?(_ record: Record, today: PartialDate, dateOf: (RecordID) -> PartialDate?) {
    let plan = CheckPlan(record, dateOf: dateOf)
    let isClosed = ["done", "skipped"].contains(record.words("status"))
    if isClosed, plan.steps == .none, plan.trouble == nil { return nil }
    let next = plan.next
    if plan.hasEnded { return nil }

    self.record = record.id
    what = record.words("what") ?? record.title
    askedBy = record.words("askedBy")
    last = plan.last
    place = record.words("place")
    trouble = plan.trouble
    isAbout = plan.isAbout
    let span = next?.span ?? next.flatMap { plan.steps.step(on: $0.day)?.span }
    every = span?.phase.often ?? record.words("every")
    step = span?.words
    guard !plan.isPaused else {
      (day, earliest, latest, why) = (nil, nil, nil, nil)
      let since = record.when("pausedOn")?.spelled ?? ""
      (standing, words) = (.paused, "paused since \(since)")
      return
    }
    day = next?.day
    (earliest, latest) = next.map { plan.window(of: $0.day) } ?? (nil, nil)
    why = next.map { plan.why($0) }
    (standing, words) = Self.stand(
      day, from: earliest, to: latest, words: record.when("due")?.words, today: today)
  }

  private static func stand(
    _ day: PartialDate?, from earliest: PartialDate?, to latest: PartialDate?, words: String?,
    today: PartialDate
  ) -> (Standing, String) {
    guard let day else { return (.notKnown, words ?? "date not known") }
    let lastDay = max(day.lastDay, latest?.lastDay ?? day.lastDay)
    let firstDay = min(day.firstDay, earliest?.firstDay ?? day.firstDay)
    if lastDay < today {
      return (.overdue, "OVERDUE \(Span.words(from: day.lastDay, to: today))")
    }
    if firstDay > today {
      return (.ahead, "in \(Span.words(from: today, to: day.firstDay))")
    }
    if day.lastDay < today, let latest {
      return (.now, "due, at the latest \(latest.spelled)")
    }
    if day.firstDay > today {
      return (.now, "may be done now, due in \(Span.words(from: today, to: day.firstDay))")
    }
    return (.now, day.day == nil ? "due in \(day.spelled)" : "due today")
  }

  /// `may be done from 3 December 2026 to 17 January 2027`; nil where nobody gave a window.
  package var window: String? { Span.window(from: earliest, to: latest) }

  /// `14 November 2026`, `about November 2026`; nil where no day can be told.
  package var spelledDay: String? {
    day.map { isAbout ? "about \($0.spelled)" : $0.spelled }
  }
}

extension CheckPlan {
  /// What is said of a day that was named, and not counted.
  package static let asked = "the day that was asked for"

  /// How a day came about.
  func why(_ one: CheckDays.One) -> String {
    guard let from = one.from, let interval = one.interval else {
      return movedFrom.map { "moved from \($0.spelled)" } ?? Self.asked
    }
    var text = "\(interval.spelled) after \(from.spelled)"
    if isFromStart { text += ", the day the steps are counted from" }
    if let skipped { text += " (\(skipped.spelled) was skipped)" }
    return text
  }
}

extension Phases.Span {
  /// `every 6 months from 11 May 2022, for the next 3 years`
  package var words: String {
    let text = "\(phase.often) from \(start.spelled)"
    switch phase.end {
    case .open: return "\(text), without an end"
    case .after(let long): return "\(text), for the next \(Span.long(long))"
    case .year, .date: return end.map { "\(text) until \($0.spelled)" } ?? text
    }
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

  /// In which days something may be done. Nil where nobody said so.
  static func window(from earliest: PartialDate?, to latest: PartialDate?) -> String? {
    switch (earliest, latest) {
    case (let first?, let last?): "may be done from \(first.spelled) to \(last.spelled)"
    case (let first?, nil): "may be done from \(first.spelled) on"
    case (nil, let last?): "may be done until \(last.spelled)"
    case (nil, nil): nil
    }
  }

  /// `3 years`, `18 months`, `28 days`, and `year` for one: what stands after "for the next".
  static func long(_ interval: Interval) -> String {
    let text =
      interval.unit == .months && interval.count.isMultiple(of: 12)
      ? counted(interval.count / 12, "year") : interval.spelled
    return text.hasPrefix("1 ") ? String(text.dropFirst(2)) : text
  }

  private static func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
