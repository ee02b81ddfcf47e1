/// A general rule for follow-up, as a named source gives it. It is offered, never switched on by
/// itself, and what a person's own doctor asked for stands above it.
package struct FollowUpRule: Sendable, Hashable {
  package let id: String
  /// For whom it is meant.
  package let appliesTo: String
  /// What is done.
  package let what: String
  /// The steps, as they are kept with a check.
  package let phases: [String]
  /// Where the source leaves room, how it is read here.
  package let reading: String
  /// What may be part of it.
  package let includes: String
  package let source: String
  package let asOf: String
  /// Words that name the same thing when a doctor asks for it.
  private let words: [String]

  package static let all = read(PackageResources.follow_up_rules_tsv)

  package static func named(_ id: String) -> FollowUpRule? {
    let id = id.lowercased()
    return all.first { $0.id == id }
  }

  /// Who says so, in short: the source up to its first comma.
  package var saidBy: String {
    "\(source.split(separator: ",").first.map { String($0) } ?? source) (general rule)"
  }

  /// True where a check that is called so is the same thing.
  func covers(_ key: String) -> Bool { words.contains { key == $0 } }

  /// Rows that are not well-formed are left out, and a test counts them.
  static func read(_ tsv: [UInt8]) -> [FollowUpRule] {
    tsv.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 9 else { return nil }
      func list(_ cell: String) -> [String] {
        cell.split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }
      }
      return FollowUpRule(
        id: cells[0], appliesTo: cells[1], what: cells[2], phases: list(cells[3]),
        reading: cells[4], includes: cells[5], source: cells[7], asOf: cells[8],
        words: list(cells[6]))
    }
  }
}
