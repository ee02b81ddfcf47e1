internal import GRDB
package import Records

/// What a search found, best first.
package struct Found: Hashable, Sendable {
  /// Some words of what was found; the words that were looked for are marked.
  package struct Piece: Hashable, Sendable {
    package let text: String
    package let isFound: Bool
  }

  package struct Hit: Hashable, Sendable {
    package let row: ListRow
    /// Some words around what was found, on one line.
    package let pieces: [Piece]

    /// The same without marks.
    package var excerpt: String { pieces.map(\.text).joined() }
  }

  package let hits: [Hit]
  /// How many records there are, also those beyond the limit.
  package let count: Int
  /// False when no record has all the words, and these have only some of them.
  package let hasAllWords: Bool
}

extension Vault {
  /// Looks for words in everything that is not in the bin. The last word may be unfinished.
  /// Words in quotes have to stand together. Nothing that is typed is an error.
  ///
  /// - Parameter query: Which records are meant; its limit says how many hits are read.
  package func search(_ text: String, in query: ListQuery) throws(VaultError) -> Found {
    try read { db in
      let words = try SearchWords(text, db.makeTokenizer(.vault))
      let queries = words.queries
      for (place, match) in queries.enumerated() {
        let search = try Searching(db, match: match, query: query)
        if search.count > 0 {
          return Found(
            hits: try search.hits(), count: search.count,
            hasAllWords: place < 2 || queries.count == 1)
        }
      }
      return Found(hits: [], count: 0, hasAllWords: true)
    }
  }

  package func search(
    _ text: String, kind: Kind? = nil, limit: Int = 200
  ) throws(VaultError) -> Found {
    try search(text, in: ListQuery(kinds: kind.map { [$0] } ?? [], limit: limit))
  }
}

/// One query of the full-text index, within the records that are meant.
private struct Searching {
  /// With more records than this, no order of merit helps a person: the newest come first.
  static let mostRanked = 2000

  let db: Database
  let match: String
  let query: ListQuery
  let condition: String
  let arguments: [any DatabaseValueConvertible]
  let count: Int

  init(_ db: Database, match: String, query: ListQuery) throws {
    self.db = db
    self.match = match
    self.query = query
    (condition, arguments) = try query.condition(db)
    // The index knows only what is not in the bin: without further conditions it alone can count.
    let isWhole = query.isWhole
    count =
      try Int.fetchOne(
        db,
        sql: isWhole
          ? "SELECT count(*) FROM search WHERE search MATCH ?"
          : "SELECT count(*) FROM record WHERE record.number IN"
            + " (SELECT rowid FROM search WHERE search MATCH ?) AND \(condition)",
        arguments: StatementArguments([match] + (isWhole ? [] : arguments))) ?? 0
  }

  /// Signs that mark what was found. A text that holds them is shown with marks too many, and
  /// nothing worse.
  private static let begin: Character = "\u{2}"
  private static let end: Character = "\u{3}"

  func hits() throws -> [Found.Hit] {
    let sources = try SourceNames(db)
    let excerpt = try db.makeStatement(
      sql: "SELECT snippet(search, -1, char(2), char(3), '...', 12) FROM search"
        + " WHERE search MATCH ? AND rowid = ?")
    var hits: [Found.Hit] = []
    let rows = try Row.fetchCursor(
      db, sql: sql, arguments: StatementArguments([match] + arguments))
    while let row = try rows.next() {
      let number: Int64 = row[9]
      // Nobody reads thousands of excerpts.
      let text =
        hits.count < Self.mostRanked
        ? try String.fetchOne(excerpt, arguments: [match, number]) ?? "" : ""
      hits.append(
        Found.Hit(row: try ListRow(row: row, sources: sources), pieces: Self.pieces(text)))
    }
    return hits
  }

  /// The columns of a list's row, then the record's number: best first, or newest first.
  private var sql: String {
    let columns = "SELECT \(ListRow.columns), record.number"
    let limit = query.limit.map { " LIMIT \($0)" } ?? ""
    guard count <= Self.mostRanked else {
      return columns + " FROM record WHERE record.number IN"
        + " (SELECT rowid FROM search WHERE search MATCH ?) AND \(condition)"
        + ListRow.order + limit
    }
    // A word in a title weighs more than one in a note, and a file's name less.
    return columns + " FROM search CROSS JOIN record ON record.number = search.rowid"
      + " WHERE search MATCH ? AND \(condition)"
      + " ORDER BY bm25(search, 8.0, 1.0, 0.5), record.date DESC, record.number" + limit
  }

  /// The marked text on one line, cut into what was found and what stands around it.
  static func pieces(_ text: String) -> [Found.Piece] {
    var pieces: [Found.Piece] = []
    var current = ""
    var isFound = false
    func take() {
      if !current.isEmpty { pieces.append(Found.Piece(text: current, isFound: isFound)) }
      current = ""
    }
    for sign in text.onOneLine(max: 200) {
      switch sign {
      case begin, end:
        take()
        isFound = sign == begin
      default: current.append(sign)
      }
    }
    take()
    return pieces
  }
}

extension FTS5TokenizerDescriptor {
  /// How the search table cuts text into words: without regard to case and accents.
  static let vault = FTS5TokenizerDescriptor.unicode61(diacritics: .remove)
}
