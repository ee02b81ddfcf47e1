package import Records

/// One fact on the page, with the records it stands on.
package struct Line: Hashable, Sendable {
  /// What the fact is about, for formats with their own order of sections.
  package var kind: Kind
  /// One text a column of the part. `\n` begins a new line in its column.
  package var cells: [String]
  /// The same as one sentence, for formats without columns.
  package var sentence: String
  package var records: [RecordID]
  /// Empty for what no record says: "not asked".
  package var marks: Marks
  /// Which lines of a long part are kept first: those of the lowest turn.
  var turn = 0

  init(
    _ kind: Kind, _ cells: [String], sentence: String? = nil, from records: [Record] = []
  ) {
    self.kind = kind
    self.cells = cells.map(\.clean)
    self.sentence =
      sentence?.clean
      ?? self.cells.filter { !$0.isEmpty }.joined(separator: ": ").replacing("\n", with: "; ")
    self.records = records.map(\.id)
    marks = Marks(records.map(\.provenance))
  }
}

/// The markers of a line: which documents it is from, whether a person told it, whether sources
/// disagree.
package struct Marks: Hashable, Sendable {
  /// The documents, each once, in the order of the records.
  package private(set) var documents: [DocumentKey] = []
  package private(set) var isTold = false
  package private(set) var isDisputed = false

  init(_ provenances: [Provenance]) {
    for provenance in provenances {
      switch provenance.origin {
      case .document: break
      case .person: isTold = true
      case .disputed: isDisputed = true
      }
      guard provenance.origin != .person else { continue }
      let key = DocumentKey(provenance)
      if !documents.contains(key) { documents.append(key) }
    }
  }

  /// As many letters as the marker can have on the page.
  var widest: String {
    var words = Array(repeating: "D24", count: min(documents.count, 2))
    if documents.count > 2 { words.append("+") }
    if isDisputed { words.append("?") }
    if isTold { words.append("P") }
    return words.joined(separator: " ")
  }

  package var isEmpty: Bool { documents.isEmpty && !isTold && !isDisputed }
}

/// Which file a fact is from: its SHA-256, or its name where that is all there is.
package struct DocumentKey: Hashable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  init(_ provenance: Provenance) {
    self.init(provenance.source ?? provenance.sourceName ?? "")
  }
}
