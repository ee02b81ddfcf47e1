package import Records

/// The next one of a treatment that is given again and again: an injection, an infusion, a cycle.
package struct Dose: Hashable, Sendable {
  package let treatment: RecordID
  package let what: String
  /// Who treats.
  package let who: String?
  package let interval: Interval?
  /// True for "about 8 weeks apart".
  package let isAbout: Bool
  package let last: When?
  package let day: PartialDate?
  package let place: String?
  /// How the day came about.
  package let why: String?
  package let planned: Int?
  package let given: Int?

  /// A medicine of every day is no appointment.
  private static let leastDays = 5

  /// Those that go on, the next one first. What has no day is last.
  package static func all(in records: [Record], today: PartialDate) -> [Dose] {
    var given: [RecordID: PartialDate] = [:]
    for one in records where one.kind == .procedure && !one.isRetracted {
      guard case .link(let id) = one["treatment"], let date = one.when?.date,
        date.firstDay <= today
      else { continue }
      if given[id].map({ $0 < date }) ?? true { given[id] = date }
    }
    return records.filter { $0.kind == .treatment && !$0.isRetracted }
      .compactMap { Dose($0, given: given[$0.id], today: today) }
      .sorted { left, right in
        switch (left.day, right.day) {
        case (let left?, let right?) where left != right: left < right
        case (_?, nil): true
        case (nil, _?): false
        default: (left.what, left.treatment) < (right.what, right.treatment)
        }
      }
  }

  /// Nil for a treatment that is not given again.
  package init?(_ record: Record, given date: PartialDate? = nil, today: PartialDate) {
    guard Self.goesOn(record, today) else { return nil }
    let words = record.words("every")
    let interval = words.flatMap { Interval($0) } ?? record.words("dose").flatMap { Self.often($0) }
    let next = record.when("nextDose")
    guard interval.map({ $0.roughDays >= Self.leastDays }) ?? (next != nil) else { return nil }

    (planned, given) = Self.cycles(record)
    if let planned, let given, given >= planned { return nil }
    treatment = record.id
    what = record.words("name") ?? record.title
    who = record.words("who")
    place = record.words("givenWhere") ?? record.words("place")
    self.interval = interval
    var last = record.when("lastGiven")
    if let date, last?.date.map({ $0 < date }) ?? true { last = When(date) }
    self.last = last
    let isOpen =
      next?.date.map { day in
        last?.date.map { $0.lastDay < day.firstDay } ?? true
      } ?? false
    if isOpen, let next {
      (day, why, isAbout) = (next.date, "the day that was booked", next.isAbout)
    } else if let base = last?.date, let interval {
      day = interval.after(base)
      why = "\(interval.spelled) after \(base.spelled)"
      isAbout = last?.isAbout ?? false || Interval.isAbout(words ?? record.words("dose") ?? "")
    } else if let start = record.when("start"), let first = start.date, first.lastDay >= today {
      (day, why, isAbout) = (first, "the day on which it starts", start.isAbout)
    } else {
      (day, why, isAbout) = (nil, nil, false)
    }
  }

  private static func goesOn(_ record: Record, _ today: PartialDate) -> Bool {
    switch record.words("status") {
    case "current", "planned": true
    case nil: record.when("end")?.date.map { $0.lastDay >= today } ?? true
    default: false
    }
  }

  /// How often, from the words of a dose: `120 mg every 28 days`, `30 mg once a month`.
  static func often(_ dose: String) -> Interval? {
    let parts = dose.lowercased().split { $0.isWhitespace || ",;()".contains($0) }
      .map { $0.hasSuffix(".") ? $0.dropLast() : $0 }
    var found: Set<Interval> = []
    for place in parts.indices where ["every", "each", "once"].contains(parts[place]) {
      // The longest words that are an interval: "every 4 weeks", not "every 4".
      for length in [3, 2].filter({ place + $0 <= parts.count }) {
        if let one = Interval(parts[place..<place + length].joined(separator: " ")) {
          found.insert(one)
          break
        }
      }
    }
    for part in parts where ["monthly", "weekly"].contains(part) {
      if let one = Interval(String(part)) { found.insert(one) }
    }
    return found.count == 1 ? found.first : nil
  }

  /// `2 of 4` in the field of one cycle counts as well.
  private static func cycles(_ record: Record) -> (planned: Int?, given: Int?) {
    (number(record.words("cyclesPlanned")), number(record.words("cyclesGiven")))
  }

  private static func number(_ words: String?) -> Int? {
    words?.split { !$0.isNumber }.first.flatMap { Int($0) }
  }

  /// `2 of 4 cycles given`; nil where nobody counts them.
  package var cycles: String? {
    switch (given, planned) {
    case (let given?, let planned?): "\(given) of \(planned) cycles given"
    case (nil, let planned?): "\(planned) cycles planned"
    case (let given?, nil): "\(given) cycle\(given == 1 ? "" : "s") given"
    case (nil, nil): nil
    }
  }

  package var spelledDay: String? {
    day.map { isAbout ? "about \($0.spelled)" : $0.spelled }
  }

  /// How it stands, in words: `LATE by 3 days`, `in 2 weeks`.
  package func words(on today: PartialDate) -> String {
    guard let day else { return "day not known" }
    if day.lastDay < today { return "LATE by \(Span.words(from: day.lastDay, to: today))" }
    if day.firstDay > today { return "in \(Span.words(from: today, to: day.firstDay))" }
    return day.day == nil ? "due in \(day.spelled)" : "due today"
  }
}
