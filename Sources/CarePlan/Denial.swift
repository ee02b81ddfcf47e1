package import Records

/// A "no" of an insurer, to a bill or to permission, and where its appeal stands.
package struct Denial: Hashable, Sendable {
  package enum Level: String, Sendable {
    case first
    case second
    case third
    /// The look from outside the plan.
    case external
  }

  package enum Stage: String, Sendable {
    /// Nothing was sent yet.
    case toFile = "to-file"
    /// Sent, and no answer yet.
    case waiting
    /// The appeal was refused too.
    case refused
    case won
    /// Answered; nobody wrote down how.
    case answered
  }

  package let record: Record
  package let policy: Policy?
  package let sort: PlanSort

  package static func all(in records: [Record]) -> [Denial] {
    let policies = Policy.all(in: records)
    return records.compactMap { Denial($0, policies) }
  }

  package init?(_ record: Record, _ policies: [Policy]) {
    guard !record.isRetracted else { return nil }
    switch record.kind {
    case .claim: guard record.when("denied") != nil else { return nil }
    case .authorization:
      let isRefused = ["denied", "appeal"].contains(record.words("status") ?? "")
      guard isRefused || record.when("appealFiled") != nil else { return nil }
    default: return nil
    }
    self.record = record
    policy = Self.policy(of: record, policies)
    sort = policy?.sort ?? .unknown
  }

  /// The policy that the paper names, or the only one for care on its day.
  package static func policy(of record: Record, _ policies: [Policy]) -> Policy? {
    let day = record.when("date")?.date ?? record.when("asked")?.date ?? record.when?.date
    let care = policies.filter { policy in day.map { policy.covers($0) } ?? true }
    if let insurer = record.words("insurer") {
      return care.first { $0.isNamed(insurer) } ?? policies.first { $0.isNamed(insurer) }
    }
    let first = care.filter { $0.sort.isForCare }
    return first.count == 1 ? first[0] : nil
  }

  package var what: String { record.title }
  /// A bill is refused after the care, permission before it.
  package var isBeforeCare: Bool { record.kind == .authorization }
  package var isUrgent: Bool { record.words("urgent") == "yes" }
  package var reason: String? { record.words(isBeforeCare ? "reason" : "denialReason") }

  /// The date on the letter, and the day on which it came.
  package var written: PartialDate? { record.when(isBeforeCare ? "decided" : "denied")?.date }
  package var noticed: PartialDate? { record.when("noticed")?.date }
  package var filed: PartialDate? { record.when("appealFiled")?.date }
  package var decided: PartialDate? { record.when("appealDecided")?.date }

  package var level: Level {
    let words = record.words("appealLevel")?.lowercased() ?? ""
    if words.contains("external") || words.contains("independent") || words.contains("outside the")
    {
      return .external
    }
    if words.contains("third") || words.contains("judge") { return .third }
    if words.contains("second") || words.contains("reconsideration"), sort == .medicare {
      return .second
    }
    return .first
  }

  package var stage: Stage {
    let outcome = record.words("appealOutcome")?.lowercased() ?? ""
    if !outcome.isEmpty {
      let no = ["refus", "denied", "upheld", "lost", "again", "reject", "no change"]
      if no.contains(where: { outcome.contains($0) }) { return .refused }
      let yes = ["won", "approv", "pay", "paid", "overturn", "granted", "allow", "agreed", "yes"]
      return yes.contains { outcome.contains($0) } ? .won : .answered
    }
    if isBeforeCare, record.words("status") == "approved" { return .won }
    if decided != nil { return .answered }
    return filed == nil ? .toFile : .waiting
  }

  /// True where nothing can be done any more, or need be.
  package var isOver: Bool { stage == .won }
}
