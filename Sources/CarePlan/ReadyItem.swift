/// A thing to do or to have ready, as it stands on a list that comes with netvault. The words are our
/// own; where the topic was read is said.
package struct ReadyItem: Sendable, Hashable {
  /// Who does it, as long as nobody said another name.
  package enum Role: String, Sendable {
    case patient
    case caregiver
  }

  package let id: String
  package let list: CareList
  package let what: String
  package let why: String
  package let owner: Role
  /// True for what has to be ready on the day of the next visit.
  package let isForNextVisit: Bool
  /// What in the vault says whether it is done. Nil where only a person can say it.
  package let question: FactQuestion?
  package let source: String
  package let asOf: String

  package static let all = read(PackageResources.checklists_tsv)

  package static func of(_ list: CareList) -> [ReadyItem] { all.filter { $0.list == list } }

  /// Rows that are not well-formed are left out, and a test counts them.
  static func read(_ tsv: [UInt8]) -> [ReadyItem] {
    tsv.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 9, let list = CareList(rawValue: cells[1]),
        let owner = Role(rawValue: cells[4]), ["", "visit"].contains(cells[5]),
        cells[6].isEmpty || FactQuestion(rawValue: cells[6]) != nil
      else { return nil }
      return ReadyItem(
        id: cells[0], list: list, what: cells[2], why: cells[3], owner: owner,
        isForNextVisit: cells[5] == "visit", question: FactQuestion(rawValue: cells[6]),
        source: cells[7], asOf: cells[8])
    }
  }
}
