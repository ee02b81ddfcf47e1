internal import GRDB
package import Records

// Short looks into the vault for an interview: a few rows each, however many records there are.

extension Vault {
  /// The fields of the records that were entered last, of some kinds: newest first.
  package func recent(
    _ kinds: [Kind], limit: Int = 200
  ) throws(VaultError) -> [(kind: Kind, fields: [String: Value])] {
    guard !kinds.isEmpty else { return [] }
    return try read { db in
      let marks = Array(repeating: "?", count: kinds.count).joined(separator: ", ")
      let sql =
        "SELECT record.kind, version.fields FROM record"
        + " JOIN version ON version.number = record.version"
        + " WHERE record.isRemoved = 0 AND record.kind IN (\(marks))"
        + " ORDER BY record.number DESC LIMIT \(limit)"
      let rows = try Row.fetchAll(
        db, sql: sql, arguments: StatementArguments(kinds.map(\.rawValue)))
      var batch = FieldsBatch()
      var found: [Kind] = []
      for row in rows {
        guard let kind = Kind.named(row[0]) else { throw VaultError.damaged }
        found.append(kind)
        batch.append(row[1], of: kind)
      }
      return Array(zip(found, try batch.read())).map { (kind: $0, fields: $1) }
    }
  }

  /// The fields of the record of that kind and title that was entered last.
  package func latest(
    _ kind: Kind, titled title: String
  ) throws(VaultError) -> [String: Value]? {
    try read { db in
      let sql =
        "SELECT version.fields FROM record JOIN version ON version.number = record.version"
        + " WHERE record.isRemoved = 0 AND record.kind = ? AND record.title = ? COLLATE NOCASE"
        + " ORDER BY record.number DESC LIMIT 1"
      guard
        let fields = try String.fetchOne(
          db, sql: sql, arguments: [kind.rawValue, title.withoutNul])
      else { return nil }
      return try FieldsBatch.read(fields, of: kind)
    }
  }

  /// Some records of these kinds, or of all when there are none: newest first.
  package func newest(_ kinds: [Kind], limit: Int) throws(VaultError) -> [ListRow] {
    try read { db in
      let marks = Array(repeating: "?", count: kinds.count).joined(separator: ", ")
      let filter = kinds.isEmpty ? "" : " AND kind IN (\(marks))"
      return try ListRow.fetch(
        db,
        "SELECT \(ListRow.columns) FROM record WHERE isRemoved = 0" + filter + ListRow.order
          + " LIMIT \(limit)",
        StatementArguments(kinds.map(\.rawValue)))
    }
  }

  /// What one record is called, without reading its fields. Nil when there never was such a record.
  package func title(of id: RecordID) throws(VaultError) -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT title FROM record WHERE id = ?", arguments: [id.text])
    }
  }
}
