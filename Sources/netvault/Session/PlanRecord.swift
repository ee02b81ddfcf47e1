/// The record of the survivorship care plan: the one that is there, or a new one.
internal import CarePlan
internal import Console
internal import Records
internal import Summary
internal import Vault

struct PlanRecord {
  var record: Record
  let isNew: Bool
  private let before: Record?

  init(vault: Vault, _ talk: Talk) throws {
    let known = Listing.newestFirst(try vault.records(of: .plan)).survivorPlan
    before = known
    isNew = known == nil
    record =
      try known
      ?? talk.newRecord(
        .plan, ["name": .list([.coded(Coded("Survivorship care plan"))])], in: vault)
  }

  var hasChanged: Bool { record.fields != before?.fields }

  func step(by who: String) -> Change.Step {
    guard !isNew else { return .add(record) }
    var record = record
    record.provenance.who = who
    return .update(record)
  }

  func save(_ command: String, _ talk: Talk, _ vault: Vault) throws {
    let who = try talk.who(in: vault)
    try talk.apply(
      Change(command, at: talk.now, who: who, steps: [step(by: who)]), to: vault)
  }

  /// A day that has been, from a flag; today where nothing was said.
  static func day(_ words: String?, label: String, flag: String, _ talk: Talk) throws -> When {
    guard let words else { return When(talk.today) }
    return try DatePhrase(today: talk.today, direction: .past, label: label, flag: flag)
      .when(words)
  }
}
