internal import GRDB
package import Records

package import struct Records.Record

/// Which records a list shows, and how many of them. SQLite decides it, so that a long list costs
/// no more than what is shown of it.
package struct ListQuery: Hashable, Sendable {
  /// None of them means every kind.
  package var kinds: Set<Kind>
  /// Only what happened on or after this date, as far as its own date can tell.
  package var since: PartialDate?
  package var until: PartialDate?
  /// A part of the name of the file that it came from, or of who told it.
  package var from: String?
  package var limit: Int?

  package init(
    kinds: Set<Kind> = [], since: PartialDate? = nil, until: PartialDate? = nil,
    from: String? = nil, limit: Int? = nil
  ) {
    self.kinds = kinds
    self.since = since
    self.until = until
    self.from = from
    self.limit = limit
  }

  /// True when every record is meant.
  package var isWhole: Bool { kinds.isEmpty && since == nil && until == nil && from == nil }
}

extension ListQuery {
  /// A condition on the table `record`, with what stands for its question marks.
  func condition(_ db: Database) throws -> (sql: String, arguments: [any DatabaseValueConvertible])
  {
    // The partial index of lists needs these very words.
    var parts = ["record.isRemoved = 0"]
    var arguments: [any DatabaseValueConvertible] = []
    if !kinds.isEmpty {
      let names = kinds.map(\.rawValue).sorted()
      parts.append("record.kind IN (\(Self.marks(names.count)))")
      arguments += names
    }
    if let since {
      // The first half lets the index of dates be used. The second compares as many letters as the
      // record's own date has: "2021" can be any day of that year. What has no date is left out.
      let first = since.firstDay.description
      parts.append(
        "record.date >= ? AND substr(record.date, 1, 10) >= substr(?, 1, \(Self.length))")
      arguments += [String(first.prefix(4)), first]
    }
    if let until {
      // A time of day follows the last day after a T.
      let last = until.lastDay.description
      parts.append("record.date < ?")
      arguments.append(last + "U")
    }
    if let from {
      let (sql, more) = try Self.origin(from, db)
      parts.append(sql)
      arguments += more
    }
    return (parts.joined(separator: " AND "), arguments)
  }

  private static let length = "min(length(record.date), 10)"

  /// Files are few and looked up once. Who told something stands with the version, and is only
  /// read for what came from no file.
  private static func origin(
    _ words: String, _ db: Database
  ) throws -> (String, [any DatabaseValueConvertible]) {
    let wanted = words.lowercased()
    var numbers: [Int64] = []
    let rows = try Row.fetchCursor(db, sql: "SELECT number, name FROM source")
    while let row = try rows.next() {
      if (row[1] as String).lowercased().contains(wanted) { numbers.append(row[0]) }
    }
    let who =
      "record.source IS NULL AND (SELECT version.who FROM version"
      + " WHERE version.number = record.version) LIKE ? ESCAPE '\\'"
    let pattern = "%" + wanted.escapedForLike + "%"
    guard !numbers.isEmpty else { return ("(\(who))", [pattern]) }
    return ("(record.source IN (\(marks(numbers.count))) OR \(who))", numbers + [pattern])
  }

  static func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }
}

extension String {
  fileprivate var escapedForLike: String {
    replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
  }
}

extension Vault {
  /// The records that a query means and that are not in the bin: newest first.
  package func list(_ query: ListQuery) throws(VaultError) -> [ListRow] {
    var list: [ListRow] = []
    try eachListed(query) {
      list.append($0)
      return true
    }
    return list
  }

  /// Hands the same rows to `body` one by one as they are found, until it says false.
  package func eachListed(
    _ query: ListQuery, _ body: (ListRow) -> Bool
  ) throws(VaultError) {
    try read { db in
      let (condition, arguments) = try query.condition(db)
      let limit = query.limit.map { " LIMIT \($0)" } ?? ""
      try ListRow.each(
        db, "SELECT \(ListRow.columns) FROM record WHERE \(condition)\(ListRow.order)\(limit)",
        StatementArguments(arguments), body)
    }
  }

  /// How many records a query means, without its limit.
  package func count(_ query: ListQuery) throws(VaultError) -> Int {
    try read { db in
      let (condition, arguments) = try query.condition(db)
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM record WHERE \(condition)",
        arguments: StatementArguments(arguments)) ?? 0
    }
  }

  /// Hands each of these records on, with its fields as the JSON text that the vault keeps.
  package func eachText(
    _ query: ListQuery, _ body: (StoredText) -> Void
  ) throws(VaultError) {
    try read { db in
      let (condition, arguments) = try query.condition(db)
      let names = try SourceNames(db)
      let attached = try Attached(db)
      let limit = query.limit.map { " LIMIT \($0)" } ?? ""
      let rows = try Row.fetchCursor(
        db,
        sql: StoredRecord.columns + ", record.title, record.date"
          + " FROM record JOIN version ON version.number = record.version"
          + " WHERE \(condition)\(ListRow.order)\(limit)",
        arguments: StatementArguments(arguments))
      while let row = try rows.next() {
        body(try StoredText(row: row, names: names, attached: attached))
      }
    }
  }

  /// The same records with their fields read, in the order they came in.
  package func records(_ query: ListQuery) throws(VaultError) -> [Record] {
    try read { db in
      let (condition, arguments) = try query.condition(db)
      return try StoredRecord.fetch(
        db, StoredRecord.select + " WHERE \(condition) ORDER BY record.number",
        StatementArguments(arguments))
    }
  }
}
