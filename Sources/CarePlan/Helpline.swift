/// A number to call for information and support. A person's own emergency number is none of ours.
package struct Helpline: DatedRule, Hashable {
  package let id: String
  package let what: String
  package let phone: String
  package let source: String
  package let asOf: String

  package static let all = read(PackageResources.helplines_tsv)

  /// Rows that are not well-formed are left out, and a test counts them.
  static func read(_ tsv: [UInt8]) -> [Helpline] {
    DataRows.read(tsv, columns: 5).map { cells in
      Helpline(id: cells[0], what: cells[1], phone: cells[2], source: cells[3], asOf: cells[4])
    }
  }
}
