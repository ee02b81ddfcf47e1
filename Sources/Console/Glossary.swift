/// One word that doctors, hospitals or insurers use, in plain words.
package struct GlossaryEntry: Sendable, Hashable {
  package let term: String
  /// Abbreviations and other names of it.
  package let also: [String]
  /// In our own words.
  package let words: String
  /// Where the fact was found, by title.
  package let source: String
  /// The day on which it was looked up: an ISO 8601 date.
  package let asOf: String

  /// The term and everything it is also called.
  package var names: [String] { [term] + also }
}

/// The words that `netvault help words` explains. The list is `glossary.tsv`.
package struct Glossary: Sendable {
  package let entries: [GlossaryEntry]

  package static let shared = Glossary(tsv: PackageResources.glossary_tsv)

  /// Reads the list. A row that is not well-formed is left out, and a test counts the rows.
  package init(tsv: [UInt8]) {
    var entries: [GlossaryEntry] = []
    for line in tsv.split(separator: UInt8(ascii: "\n")).dropFirst() {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 5 else { continue }
      entries.append(
        GlossaryEntry(
          term: cells[0], also: cells[1].split(separator: "|").map { String($0) },
          words: cells[2], source: cells[3], asOf: cells[4]))
    }
    self.entries = entries
  }

  /// The entries that a person may mean: those of that name, or else those whose names begin with
  /// it or hold it as a word.
  package func find(_ typed: String) -> [GlossaryEntry] {
    let typed = Self.folded(typed)
    guard !typed.isEmpty else { return [] }
    let exact = entries.filter { $0.names.contains { Self.folded($0) == typed } }
    if !exact.isEmpty { return exact }
    return entries.filter { entry in
      entry.names.contains { name in
        let name = Self.folded(name)
        return name.hasPrefix(typed) || name.split(separator: " ").contains(Substring(typed))
      }
    }
  }

  /// The term that a mistyped word is closest to.
  package func closest(to typed: String) -> String? {
    let names = entries.flatMap(\.names).filter { $0.count > 2 }
    return Suggest.closest(to: Self.folded(typed), among: names.map { Self.folded($0) })
      .flatMap { folded in names.first { Self.folded($0) == folded } }
  }

  /// Small letters, with spaces where a dash or an underscore may stand: `chromogranin-a`.
  static func folded(_ text: String) -> String {
    text.lowercased().split { " -_".contains($0) }.joined(separator: " ")
  }
}
