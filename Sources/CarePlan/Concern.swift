package import Records

/// Something that may trouble a person after treatment, to tick and to talk about. A concern that is
/// ticked stands on a list of things to do, until it was talked about.
package struct Concern: DatedRule, Hashable {
  package let id: String
  package let words: String
  package let source: String
  package let asOf: String

  /// The name of the list of things to do that ticked concerns stand on.
  package static let list = "concerns"

  package static let all = read(PackageResources.concerns_tsv)

  /// Rows that are not well-formed are left out, and a test counts them.
  static func read(_ tsv: [UInt8]) -> [Concern] {
    DataRows.read(tsv, columns: 4).map { cells in
      Concern(id: cells[0], words: cells[1], source: cells[2], asOf: cells[3])
    }
  }

  /// The one with this name, number from 1, or beginning of its words.
  package static func named(_ word: String) -> Concern? {
    let word = word.lowercased()
    if let number = Int(word) { return all.indices.contains(number - 1) ? all[number - 1] : nil }
    if let exact = all.first(where: { $0.id == word || $0.words == word }) { return exact }
    let close = all.filter { word.count > 2 && ($0.id.hasPrefix(word) || $0.words.hasPrefix(word)) }
    return close.count == 1 ? close[0] : nil
  }

  /// The record that ticks it, if there is one that is open.
  package func ticked(in records: [Record]) -> Record? {
    records.first { $0.isConcern && $0.words("item") == id && $0.isOpenConcern }
  }
}

extension Record {
  /// True for a thing on the list of concerns.
  package var isConcern: Bool {
    kind == .checklistItem && words("list")?.lowercased() == Concern.list
  }

  /// True for a concern that was not talked about yet.
  package var isOpenConcern: Bool {
    isConcern && !isRetracted && !["done", "not-needed"].contains(words("status"))
  }
}
