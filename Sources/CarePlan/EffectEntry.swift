/// What a named source says that a treatment may leave behind, in our own words. It is no forecast
/// for anybody, and what a person's own team said comes before it.
package struct EffectEntry: DatedRule, Hashable {
  package enum Sort: String, Sendable {
    case effect
    /// A check to ask about.
    case check
    case vaccine
  }

  package let id: String
  /// The token of a kind of treatment, `everolimus`, `chest-radiation` or `any`.
  package let treatment: String
  package let sort: Sort
  package let words: String
  package let source: String
  package let asOf: String

  package static let all = read(PackageResources.late_effects_tsv)

  package static func of(_ treatment: String) -> [EffectEntry] {
    all.filter { $0.treatment == treatment }
  }

  /// Rows that are not well-formed are left out, and a test counts them.
  static func read(_ tsv: [UInt8]) -> [EffectEntry] {
    DataRows.read(tsv, columns: 6).compactMap { cells in
      guard let sort = Sort(rawValue: cells[2]) else { return nil }
      return EffectEntry(
        id: cells[0], treatment: cells[1], sort: sort, words: cells[3], source: cells[4],
        asOf: cells[5])
    }
  }
}
