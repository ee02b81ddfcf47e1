internal import GRDB
package import Records

/// What a list shows of one record. Made without reading the record's fields.
package struct ListRow: Hashable, Sendable {
  package let id: RecordID
  package let kind: Kind
  package let title: String
  /// A FHIR date, perhaps with a time of day.
  package let date: String?
  /// The date in words, where a FHIR date does not say it all.
  package let dateWords: String?
  /// `D`, `P` or `?`.
  package let marker: String
  package let sourceName: String?
  package let place: String?
  package let isPrivate: Bool

  /// The date in full words, for people.
  package var dateSpelled: String? {
    if let dateWords { return dateWords }
    return date.flatMap { Moment($0)?.spelled }
  }
}

extension ListRow {
  /// The columns that `init(row:sources:)` expects.
  static let columns =
    "record.id, record.kind, record.title, record.date, record.dateWords, record.marker,"
    + " record.source, record.place, record.isPrivate"
  /// Newest first; what has no date comes last.
  static let order = " ORDER BY record.date IS NULL, record.date DESC, record.number DESC"

  init(row: Row, sources: SourceNames) throws {
    guard let kind = Kind.named(row[1]) else { throw VaultError.damaged }
    self.init(
      id: RecordID(row[0]), kind: kind, title: row[2], date: row[3], dateWords: row[4],
      marker: row[5], sourceName: (row[6] as Int64?).flatMap { sources[$0]?.name },
      place: row[7], isPrivate: row[8])
  }

  static func fetch(
    _ db: Database, _ sql: String, _ arguments: StatementArguments = []
  ) throws -> [ListRow] {
    var list: [ListRow] = []
    try each(db, sql, arguments) {
      list.append($0)
      return true
    }
    return list
  }

  static func each(
    _ db: Database, _ sql: String, _ arguments: StatementArguments = [],
    _ body: (ListRow) -> Bool
  ) throws {
    let sources = try SourceNames(db)
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    while let row = try rows.next(), body(try ListRow(row: row, sources: sources)) {}
  }
}

extension Vault {
  /// The records of a kind, or of all kinds, that are not in the bin: newest first.
  package func list(kind: Kind? = nil) throws(VaultError) -> [ListRow] {
    try list(ListQuery(kinds: kind.map { [$0] } ?? []))
  }

  static let countsSQL = "SELECT kind, count(*) FROM record WHERE isRemoved = 0 GROUP BY kind"

  /// How many records of each kind there are outside the bin.
  package func counts() throws(VaultError) -> [Kind: Int] {
    try read { db in
      var counts: [Kind: Int] = [:]
      let rows = try Row.fetchCursor(db, sql: Self.countsSQL)
      while let row = try rows.next() {
        guard let kind = Kind.named(row[0]) else { throw VaultError.damaged }
        counts[kind] = row[1]
      }
      return counts
    }
  }
}
