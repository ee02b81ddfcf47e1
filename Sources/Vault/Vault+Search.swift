internal import GRDB
package import Records

/// What a search found, best first.
package struct Found: Hashable, Sendable {
  package struct Hit: Hashable, Sendable {
    package let row: ListRow
    /// Some words around what was found, on one line.
    package let excerpt: String
  }

  package let hits: [Hit]
  /// False when no record has all the words, and these have only some of them.
  package let hasAllWords: Bool
}

extension Vault {
  /// Looks for words in everything that is not in the bin. The last word may be unfinished.
  /// Words in quotes have to stand together. Nothing that is typed is an error.
  package func search(
    _ text: String, kind: Kind? = nil, limit: Int = 200
  ) throws(VaultError) -> Found {
    try read { db in
      let words = try SearchWords(text, db.makeTokenizer(.vault))
      let queries = words.queries
      for (place, query) in queries.enumerated() {
        let hits = try Self.hits(db, query, kind, limit)
        if !hits.isEmpty {
          return Found(hits: hits, hasAllWords: place < 2)
        }
      }
      return Found(hits: [], hasAllWords: true)
    }
  }

  private static func hits(
    _ db: Database, _ query: String, _ kind: Kind?, _ limit: Int
  ) throws -> [Found.Hit] {
    // A word in a title weighs more than one in a note, and a file's name less.
    let sql =
      "SELECT \(ListRow.columns), snippet(search, -1, '', '', '...', 12)"
      + " FROM search JOIN record ON record.number = search.rowid"
      + " WHERE search MATCH ? AND (? IS NULL OR record.kind = ?)"
      + " ORDER BY bm25(search, 8.0, 1.0, 0.5), record.date DESC, record.number LIMIT ?"
    let sources = try SourceNames(db)
    var hits: [Found.Hit] = []
    let rows = try Row.fetchCursor(
      db, sql: sql, arguments: [query, kind?.rawValue, kind?.rawValue, limit])
    while let row = try rows.next() {
      let excerpt: String = row[9]
      hits.append(
        Found.Hit(
          row: try ListRow(row: row, sources: sources), excerpt: excerpt.onOneLine(max: 160)))
    }
    return hits
  }
}

extension FTS5TokenizerDescriptor {
  /// How the search table cuts text into words: without regard to case and accents.
  static let vault = FTS5TokenizerDescriptor.unicode61(diacritics: .remove)
}
