/// What the American Cancer Society says to everybody after treatment, in our own words.
package struct Advice: DatedRule, Hashable {
  package let id: String
  package let words: String
  package let source: String
  package let asOf: String

  package static let all = read(PackageResources.advice_tsv)

  /// Rows that are not well-formed are left out, and a test counts them.
  static func read(_ tsv: [UInt8]) -> [Advice] {
    DataRows.read(tsv, columns: 4).map { cells in
      Advice(id: cells[0], words: cells[1], source: cells[2], asOf: cells[3])
    }
  }
}
