/// One row of the code list: a code, what it says in plain words, and who was asked.
package struct CodeEntry: Hashable, Sendable {
  package let group: CodeGroup
  package let system: String
  package let code: String
  /// In our own words; not the display of the code system.
  package let words: String
  /// Where the code was seen.
  package let source: String
  /// The day on which it was looked up.
  package let asOf: String
}

/// The codes that netvault knows by itself.
///
/// The list is `codes.tsv`. It holds only codes that were seen in a named source; a record never
/// needs one of them, and codes that a file brings are kept whether they stand here or not.
package struct CodeTable: Sendable {
  private struct Key: Hashable {
    let system: String
    let code: String
  }

  package let entries: [CodeEntry]
  private let byKey: [Key: Int]

  package static let shared = CodeTable(tsv: PackageResources.codes_tsv)

  /// Reads the list. A row that is not well-formed is left out, and a test counts the rows.
  package init(tsv: [UInt8]) {
    var entries: [CodeEntry] = []
    for line in tsv.split(separator: UInt8(ascii: "\n")).dropFirst() {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 6, let group = CodeGroup(rawValue: cells[0]) else { continue }
      entries.append(
        CodeEntry(
          group: group, system: cells[1], code: cells[2], words: cells[3], source: cells[4],
          asOf: cells[5]))
    }
    self.entries = entries
    byKey = Dictionary(
      entries.enumerated().map { (Key(system: $1.system, code: $1.code), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  package func entry(_ system: String, _ code: String) -> CodeEntry? {
    byKey[Key(system: system, code: code)].map { entries[$0] }
  }

  package func group(of system: String, _ code: String) -> CodeGroup? {
    entry(system, code)?.group
  }

  package func codes(of group: CodeGroup) -> [CodeEntry] {
    entries.filter { $0.group == group }
  }
}
