package import Records

/// The tumor came back, or a treatment began, after the day from which a check is counted: does it
/// still hold? netvault asks. It never stops or begins a plan by itself.
package struct RestartQuestion: Sendable {
  /// The diagnosis or the treatment.
  package let event: Record
  package let day: PartialDate
  /// False where a record says that the tumor came back, and not when: then it is the day on which
  /// that was written down here.
  package let isDayKnown: Bool
  /// The checks that are counted from a day before it.
  package let checks: [Record]

  /// What nobody has answered yet, the first event first.
  package static func all(in records: [Record], today: PartialDate) -> [RestartQuestion] {
    let dates = Dictionary(
      records.compactMap { record in record.when?.date.map { (record.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let checks = records.filter { $0.kind == .followUp && !$0.isRetracted }
      .compactMap { check in base(of: check, dateOf: { dates[$0] }).map { (check, $0) } }
    guard !checks.isEmpty else { return [] }
    let events = records.compactMap { Event($0, today: today) }
    return events.sorted { ($0.day, $0.record.id) < ($1.day, $1.record.id) }.compactMap { event in
      let asked = checks.filter { isOpen($0.0, from: $0.1, event) }.map(\.0)
      return asked.isEmpty
        ? nil
        : RestartQuestion(
          event: event.record, day: event.day, isDayKnown: event.isDayKnown, checks: asked)
    }
  }

  /// What happened, without the name of anything: for the question.
  package var isReturn: Bool { event.kind == .diagnosis }

  /// The day from which a check is counted: that of its steps, or else the last time. Nil for one
  /// that does not come again.
  private static func base(of check: Record, dateOf: (RecordID) -> PartialDate?) -> PartialDate? {
    let from = check.when("countedFrom")?.date
    if check["phases"] != nil, from != nil { return from }
    guard check["every"] != nil else { return nil }
    let last = CheckPlan(check, dateOf: dateOf).last?.date
    return [from, last].compactMap { $0 }.max()
  }

  private static func isOpen(_ check: Record, from: PartialDate, _ event: Event) -> Bool {
    guard event.day.firstDay > from.lastDay else { return false }
    if let paused = check.when("pausedOn")?.date, paused.lastDay >= event.day.firstDay {
      return false
    }
    return !check.list("answered").contains(.link(event.record.id))
  }

  /// A record that changed how things stand, and when.
  private struct Event {
    let record: Record
    let day: PartialDate
    let isDayKnown: Bool

    /// Nil for one that does not, or that is still to come.
    init?(_ record: Record, today: PartialDate) {
      guard !record.isRetracted else { return nil }
      let known: PartialDate?
      switch record.kind {
      case .diagnosis where Self.isReturn(record): known = record.when?.date
      // The days of the first tumor say nothing about its return.
      case .diagnosis where Self.cameBack(record): known = nil
      case .treatment
      where !["planned", "not-done"].contains(record.words("status"))
        && !Self.unrelated.contains(record.words("type") ?? ""):
        guard let start = record.when("start")?.date else { return nil }
        known = start
      default: return nil
      }
      guard let day = known ?? PartialDate(String(record.provenance.entered.prefix(10))),
        known == nil || day.firstDay <= today
      else { return nil }
      (self.record, self.day, isDayKnown) = (record, day, known != nil)
    }

    private static func isReturn(_ record: Record) -> Bool {
      ["recurrence", "metastasis"].contains(record.words("role")) && isSure(record)
    }

    /// A tumor that came back, where nothing but its status says so: hospitals' files have no other
    /// word for it.
    private static func cameBack(_ record: Record) -> Bool {
      ["recurrence", "relapse"].contains(record.words("status")) && record.problemRank.isTumor
        && isSure(record)
    }

    private static func isSure(_ record: Record) -> Bool {
      !["refuted", "unconfirmed", "provisional", "differential"]
        .contains(record.words("verification"))
    }

    /// What is done beside the treatment of the tumor, or instead of one.
    private static let unrelated: Set = [
      "supportive", "integrative", "watchful-waiting", "declined",
    ]
  }
}
