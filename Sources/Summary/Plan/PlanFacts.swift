internal import CarePlan
package import Records

/// What the fields of a care plan are filled with.
struct PlanFacts {
  typealias Item = SurvivorPlan.Item
  typealias Entry = SurvivorPlan.Entry

  let facts: Facts
  let today: PartialDate
  /// The plan that stands for the survivorship care plan: the one that was asked for or received,
  /// else the one of that name.
  let plan: Record?
  let screening: Screening

  init(_ records: [Record], person: Record?, today: PartialDate, withPrivate: Bool) {
    // The person's own page has what a summary for others leaves out.
    facts = Facts(
      records, person: person, recipient: nil, today: today,
      scope: Scope(include: Set(Kind.allCases), withPrivate: withPrivate))
    self.today = today
    plan = facts.newest(.plan).survivorPlan
    screening = Screening(of: facts.all + [facts.person].compactMap { $0 }, today: today)
  }

  var person: Record? { facts.person }

  /// What a field says, or in which of the three ways it says nothing.
  func entry(_ field: PlanField) -> Entry {
    let items = (Self.finders[field.id]?(self) ?? []).filter { !$0.words.isEmpty }
    if !items.isEmpty { return Entry(field: field, state: .known, items: items) }
    return Entry(field: field, state: stateOfEmpty(field), items: [])
  }

  private func stateOfEmpty(_ field: PlanField) -> SurvivorPlan.State {
    func says(_ name: String) -> Bool {
      facts.newest(.plan).contains { plan in
        plan.list(name).contains { $0.words.lowercased() == field.label.lowercased() }
      }
    }
    if says("noneOf") { return .none }
    if says("notKnown") || Self.unknownChecks[field.id]?(self) ?? false { return .unknown }
    return Self.noneChecks[field.id]?(self) ?? false ? .none : .notAsked
  }

  /// Where "none" or "unknown" was answered elsewhere.
  private static let noneChecks: [String: @Sendable (PlanFacts) -> Bool] = [
    "surgery": { $0.saysNone(.treatment) }, "medicines": { $0.saysNone(.treatment) },
    "radiation": { $0.saysNone(.treatment) }, "radionuclide": { $0.saysNone(.treatment) },
    "local": { $0.saysNone(.treatment) }, "trial": { $0.saysNone(.treatment) },
    "ongoing": { $0.saysNone(.treatment) }, "vaccines": { $0.saysNone(.vaccine) },
    "supplements": { $0.saysNone(.medicine) }, "screening": { _ in true },
    "not-now": { _ in true },
  ]

  private static let unknownChecks: [String: @Sendable (PlanFacts) -> Bool] = [
    "cell-type": { $0.tumor?.words("histology") == "unknown" },
    "men1": { $0.tumor?.words("men1") == "unknown" },
    "vaccines": { $0.facts.absence(of: .vaccine)?.words("answer") == "unavailable" },
    "surgery": { $0.facts.absence(of: .treatment)?.words("answer") == "unavailable" },
  ]

  private func saysNone(_ kind: Kind) -> Bool {
    facts.absence(of: kind)?.words("answer") == "none-known"
  }

  /// The lung tumor itself, as far as it is written down; else another tumor.
  var tumor: Record? { facts.tumors.first }

  static let finders: [String: @Sendable (PlanFacts) -> [Item]] =
    whoseFinders.merging(tumorFinders) { one, _ in one }
    .merging(treatmentFinders) { one, _ in one }
    .merging(nextFinders) { one, _ in one }
    .merging(lifeFinders) { one, _ in one }

  // MARK: short ways to say it

  /// A field of one record.
  func said(_ record: Record?, _ field: String, max: Int = 200) -> [Item] {
    guard let record, record.words(field) != "unknown", let words = record.said(field, max: max)
    else { return [] }
    return [Item(words, from: [record])]
  }

  func member(_ roles: [String]) -> [Item] {
    facts.team.filter { member in
      let role = member.list("role").map(\.words).joined(separator: " ").lowercased()
      return roles.contains { role.contains($0) }
    }.map { memberItem($0) }
  }

  func memberItem(_ member: Record, withRole: Bool = false) -> Item {
    let words = [
      member.said("name", max: 60) ?? member.title, withRole ? member.said("role", max: 60) : nil,
      member.said("organization", max: 60), member.said("phone", max: 40),
      member.said("phoneNight", "at night", max: 40), member.said("email", max: 60),
    ].joinedWords(", ")
    return Item(words, from: [member])
  }
}

extension [Record] {
  /// The survivorship care plan among plans, the newest first.
  package var survivorPlan: Record? {
    let open = filter { !["revoked", "draft"].contains($0.words("status")) && !$0.isRetracted }
    return open.first { ["asked", "received"].contains($0.words("request")) }
      ?? open.first { plan in
        plan.list("name").contains { $0.words.lowercased().contains("surviv") }
      }
  }
}
