/// A sign that is worth telling the care team of, and whether the American Cancer Society names it.
package struct Sign: DatedRule, Hashable {
  package let id: String
  package let isFromACS: Bool
  package let words: String
  package let source: String
  package let asOf: String

  package static let all = read(PackageResources.signs_tsv)

  /// Rows that are not well-formed are left out, and a test counts them.
  static func read(_ tsv: [UInt8]) -> [Sign] {
    DataRows.read(tsv, columns: 5).map { cells in
      Sign(
        id: cells[0], isFromACS: cells[1] == "yes", words: cells[2], source: cells[3],
        asOf: cells[4])
    }
  }
}
