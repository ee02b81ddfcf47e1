package import Records

/// How a fact stands: whether it still counts, and whether it is about now or about the past.
extension Record {
  /// True for what its sender took back or ruled out: it is no fact.
  package var isRetracted: Bool {
    for field in ["status", "verification"] {
      switch words(field)?.lowercased() {
      case "entered-in-error", "refuted", "cancelled", "not-taken": return true
      default: break
      }
    }
    return false
  }

  /// True for a problem that nobody called over.
  package var isActiveProblem: Bool {
    switch words("status") {
    case "active", "recurrence", "relapse": true
    case "inactive", "remission", "resolved": false
    default: when("resolved") == nil
    }
  }

  /// True for a medicine that is taken, paused or not clearly ended on `today`.
  package func isTaken(on today: PartialDate) -> Bool {
    switch words("status") {
    case "current", "on-hold": return true
    case "stopped", "completed", "planned", "not-taken", "draft": return false
    default: break
    }
    if ["plan", "proposal", "option"].contains(words("intent")) { return false }
    guard let stop = when("stop")?.date ?? when("start")?.end?.date else { return true }
    return stop.lastDay >= today
  }

  /// The date to sort by; what has none comes before everything.
  package var sortDay: Int { when?.date?.dayNumber ?? Self.beforeAllDays }

  /// Earlier than any day of the calendar, and still a number that can be turned round.
  private static let beforeAllDays = -1_000_000
}
