package import Records

/// The tumor came back, or a treatment began, after the day from which steps are counted: do they
/// still hold? netvault asks. It never stops or begins a plan by itself.
package struct RestartQuestion: Sendable {
  /// The diagnosis or the treatment.
  package let event: Record
  package let day: PartialDate
  /// The checks that are counted in steps from a day before it.
  package let checks: [Record]

  /// What nobody has answered yet, the first event first.
  package static func all(in records: [Record], today: PartialDate) -> [RestartQuestion] {
    let checks = records.filter {
      $0.kind == .followUp && !$0.isRetracted && $0["phases"] != nil
        && $0.when("countedFrom")?.date != nil
    }
    guard !checks.isEmpty else { return [] }
    let events = records.compactMap { record in
      day(of: record, today: today).map { (record, $0) }
    }
    return events.sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }.compactMap { event, day in
      let asked = checks.filter { isOpen($0, event, day) }
      return asked.isEmpty ? nil : RestartQuestion(event: event, day: day, checks: asked)
    }
  }

  /// What happened, without the name of anything: for the question.
  package var isReturn: Bool { event.kind == .diagnosis }

  /// When a record changed how things stand. Nil for one that does not, or that is still to come.
  private static func day(of record: Record, today: PartialDate) -> PartialDate? {
    guard !record.isRetracted else { return nil }
    let day: PartialDate?
    switch record.kind {
    case .diagnosis where ["recurrence", "metastasis"].contains(record.words("role")):
      day = record.when("diagnosed")?.date
    case .treatment
    where !["planned", "not-done"].contains(record.words("status"))
      && !unrelated.contains(record.words("type") ?? ""):
      day = record.when("start")?.date
    default: return nil
    }
    return day.flatMap { $0.firstDay <= today ? $0 : nil }
  }

  /// What is done beside the treatment of the tumor, or instead of one.
  private static let unrelated: Set = [
    "supportive", "integrative", "watchful-waiting", "declined",
  ]

  private static func isOpen(_ check: Record, _ event: Record, _ day: PartialDate) -> Bool {
    guard let from = check.when("countedFrom")?.date, day.firstDay > from.lastDay else {
      return false
    }
    if let paused = check.when("pausedOn")?.date, paused.lastDay >= day.firstDay { return false }
    return !check.list("answered").contains(.link(event.id))
  }
}
