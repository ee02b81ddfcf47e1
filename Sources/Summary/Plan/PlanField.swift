/// One thing that a survivorship care plan should say, and who asks for it.
package struct PlanField: Hashable, Sendable {
  package let id: String
  package let part: PlanPart
  /// What it is called, the plain word first.
  package let label: String
  /// Who says that a plan should have it.
  package let sources: [String]
  /// The command that adds it; empty where there is nothing to add.
  package let add: String
  /// Where an answer goes, when it is asked for: `tumor:grade`, `team:thoracic surgeon`. `none`
  /// where only "there is none" is an answer of its own, and empty where nothing is asked.
  package let fill: String

  package static let all = read(PackageResources.plan_fields_tsv)

  package static func of(_ part: PlanPart) -> [PlanField] { all.filter { $0.part == part } }

  /// Rows that are not well-formed are left out, and a test counts them.
  static func read(_ tsv: [UInt8]) -> [PlanField] {
    tsv.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 6, let part = PlanPart(rawValue: cells[1]) else { return nil }
      return PlanField(
        id: cells[0], part: part, label: cells[2],
        sources: cells[3].split(separator: "|").map { String($0) }, add: cells[4], fill: cells[5])
    }
  }
}

/// The parts of the plan, in the order of the paper.
package enum PlanPart: String, CaseIterable, Sendable {
  case whose
  case team
  case tumor
  case treatment
  case followUp = "follow-up"
  case screening
  case effects
  case signs
  case concerns
  case habits
  case support
  case paper

  package var title: String {
    switch self {
    case .whose: "Whose plan this is"
    case .team: "Who treats you"
    case .tumor: "The tumor"
    case .treatment: "What was done"
    case .followUp: "What comes next"
    case .screening: "Tests for other cancers"
    case .effects: "Effects that may stay or come later"
    case .signs: "Tell your team"
    case .concerns: "Concerns"
    case .habits: "Healthy habits"
    case .support: "Support, insurance, work"
    case .paper: "Your team's own plan"
    }
  }
}
