internal import GRDB
package import Records

package import struct Records.Record

// What `netvault` alone reads: a little of much, and never everything.

/// Which records of one kind are wanted, as far as the names of their fields tell.
package struct FieldsQuery: Hashable, Sendable {
  package var kind: Kind
  /// Only those where nothing is said for this field.
  package var without: String?
  /// Only those where something is said for this field.
  package var with: String?
  /// Only those with a date on or after this day.
  package var since: PartialDate?

  package init(
    _ kind: Kind, without: String? = nil, with: String? = nil, since: PartialDate? = nil
  ) {
    self.kind = kind
    self.without = without
    self.with = with
    self.since = since
  }

  fileprivate var condition: (sql: String, arguments: [any DatabaseValueConvertible]) {
    var sql = "record.isRemoved = 0 AND record.kind = ?"
    var arguments: [any DatabaseValueConvertible] = [kind.rawValue]
    if let without {
      // The vault writes its JSON itself, without a space behind a name.
      sql += " AND instr(version.fields, ?) = 0"
      arguments.append("\"\(without)\":")
    }
    if let with {
      sql += " AND instr(version.fields, ?) > 0"
      arguments.append("\"\(with)\":")
    }
    if let since {
      sql += " AND record.date >= ?"
      arguments.append(since.description)
    }
    return (sql, arguments)
  }
}

extension Vault {
  /// The records of some kinds that are not in the bin, in the order they came in.
  package func records(of kinds: Set<Kind>) throws(VaultError) -> [Record] {
    guard !kinds.isEmpty else { return [] }
    return try read { db in
      let marks = Array(repeating: "?", count: kinds.count).joined(separator: ", ")
      return try StoredRecord.fetch(
        db,
        StoredRecord.select
          + " WHERE record.isRemoved = 0 AND record.kind IN (\(marks)) ORDER BY record.number",
        StatementArguments(kinds.map(\.rawValue).sorted()))
    }
  }

  /// How many records a query means, and the first of them: newest first, or oldest first where a
  /// day to begin with is given.
  package func some(
    of query: FieldsQuery, limit: Int
  ) throws(VaultError) -> (count: Int, first: [Record]) {
    try read { db in
      let (sql, arguments) = query.condition
      // One walk through the rows: the index of dates would look up each of them on its own.
      let order = query.since == nil ? "+record.date DESC, record.number DESC" : "+record.date"
      var found: (count: Int, first: [Record]) = (0, [])
      try StoredRecord.each(
        db,
        StoredRecord.columns + ", count(*) OVER () FROM record"
          + " JOIN version ON version.number = record.version WHERE \(sql)"
          + " ORDER BY \(order) LIMIT \(limit)",
        StatementArguments(arguments), also: { $0[StoredRecord.extra] as Int }
      ) { record, count in
        found.count = count
        found.first.append(record)
      }
      return found
    }
  }

  /// The records of some kinds in which a word begins with one of these: at most `limit`, newest
  /// first.
  package func records(
    of kinds: Set<Kind>, withWords words: [String], limit: Int
  ) throws(VaultError) -> [Record] {
    try read { db in
      let marks = Array(repeating: "?", count: kinds.count).joined(separator: ", ")
      let query = words.map { word in
        "\"" + word.replacing("\"", with: " ") + "\" *"
      }.joined(separator: " OR ")
      // The words first: they are in few records, and the others are not looked at.
      return try StoredRecord.fetch(
        db,
        StoredRecord.columns + " FROM search CROSS JOIN record ON record.number = search.rowid"
          + " JOIN version ON version.number = record.version"
          + " WHERE search MATCH ? AND record.isRemoved = 0 AND record.kind IN (\(marks))"
          + " ORDER BY +record.date DESC LIMIT \(limit)",
        StatementArguments([query] + kinds.map(\.rawValue).sorted()))
    }
  }
}
