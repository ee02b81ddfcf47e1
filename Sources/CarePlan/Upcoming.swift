package import Records

/// Something that has a day: a check, a dose, a visit, a premium, the end of a permission, the last
/// day of an appeal. What is due, the calendar and the reminders are made of these.
package struct Upcoming: Hashable, Sendable {
  package enum Topic: String, CaseIterable, Sendable {
    /// A test or visit that somebody asked for again and again.
    case check
    /// The next one of a treatment that is given again and again.
    case dose
    case visit
    case authorization
    case referral
    case premium
    /// A window in which a plan can be chosen or changed.
    case enrollment
    /// The last day for something, by a letter or a rule.
    case deadline
    /// A thing to do, from a list.
    case task

    package var isOfInsurance: Bool {
      switch self {
      case .authorization, .referral, .premium, .enrollment, .deadline: true
      case .check, .dose, .visit, .task: false
      }
    }

    /// What may be said of it where others can read it.
    package var neutralWords: String {
      if isOfInsurance { return "Insurance date" }
      return self == .task ? "Thing to do" : "Health appointment"
    }
  }

  /// Its name for good, made of its topic and the record's name: a calendar that has it already
  /// brings it up to date.
  package let name: String
  package let record: RecordID
  package let topic: Topic
  /// In the person's own words.
  package let what: String
  /// The day it is due, as precisely as that is known.
  package let day: PartialDate
  /// `10:30`, where a time of day was said.
  package let time: String?
  /// The first day on which it may be done, and the last one, where somebody said so.
  package let earliest: PartialDate?
  package let latest: PartialDate?
  package let place: String?
  /// How the day came about: `12 months after 3 October 2025`.
  package let why: String
  /// Who asked for it, or which letter or rule says so.
  package let saidBy: String?
  /// True for the day of an insurer or a clinic: the person waits for it, and can miss nothing.
  package let isTheirs: Bool

  /// - Parameter part: What tells several days of one record apart, such as `premium`.
  package init(
    _ topic: Topic, of record: RecordID, part: String? = nil, what: String, day: PartialDate,
    time: String? = nil, earliest: PartialDate? = nil, latest: PartialDate? = nil,
    place: String? = nil, why: String, saidBy: String? = nil, isTheirs: Bool = false
  ) {
    name = "\(part ?? topic.rawValue)-\(record.text)"
    self.record = record
    self.topic = topic
    self.what = what
    self.day = day
    self.time = time
    self.earliest = earliest
    self.latest = latest
    self.place = place
    self.why = why
    self.saidBy = saidBy
    self.isTheirs = isTheirs
  }

  /// In which days a check may be done, in words. Nil for all else: its own words have its days.
  package var window: String? {
    topic == .check ? Span.window(from: earliest, to: latest) : nil
  }

  /// How it stands on a day.
  package enum Standing: Hashable, Sendable {
    case overdue
    /// It may be done now, or has to be done today.
    case now
    case ahead
  }

  /// Overdue only after the last day on which it may be done.
  package func standing(on today: PartialDate) -> Standing {
    if max(day.lastDay, latest?.lastDay ?? day.lastDay) < today.firstDay { return .overdue }
    if min(day.firstDay, earliest?.firstDay ?? day.firstDay) <= today.firstDay { return .now }
    return .ahead
  }
}

extension Upcoming {
  /// Everything that has a day, the first day first. The records may be of every kind.
  package static func all(in records: [Record], today: PartialDate) -> [Upcoming] {
    let facts = records.filter { !$0.isRetracted }
    let all =
      checks(in: facts, today: today) + doses(in: facts, today: today)
      + visits(in: facts, today: today) + tasks(in: facts, today: today)
      + insurance(in: facts, today: today) + plans(in: facts)
    return all.sorted { ($0.day, $0.what, $0.name) < ($1.day, $1.what, $1.name) }
  }

  /// Visits to come that nobody called off.
  static func visits(in facts: [Record], today: PartialDate) -> [Upcoming] {
    facts.filter { $0.kind == .visit }.compactMap { visit in
      guard !["kept", "missed", "cancelled"].contains(visit.words("status")),
        let start = visit.when?.start, start.date.lastDay >= today.firstDay
      else { return nil }
      return Upcoming(
        .visit, of: visit.id, what: visit.title, day: start.date,
        time: start.time.map { String($0.prefix(5)) }, place: visit.words("place"),
        why: "the day that was booked", saidBy: visit.words("who"))
    }
  }
}
