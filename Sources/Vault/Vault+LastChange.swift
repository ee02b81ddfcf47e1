internal import GRDB
package import Records

/// When a record was changed last, and how often it was.
package struct LastChange: Hashable, Sendable {
  /// 1 for a record that was never changed.
  package let versions: Int
  /// An ISO 8601 instant in UTC.
  package let at: String
}

extension Vault {
  /// The last change of every record of these kinds, those in the bin too.
  package func lastChanges(of kinds: Set<Kind>) throws(VaultError) -> [RecordID: LastChange] {
    try read { db in
      let marks = Array(repeating: "?", count: kinds.count).joined(separator: ", ")
      let sql =
        "SELECT record.id, version.step, change.at FROM record"
        + " JOIN version ON version.number = record.version"
        + " JOIN change ON change.number = version.change WHERE record.kind IN (\(marks))"
      var changes: [RecordID: LastChange] = [:]
      let rows = try Row.fetchCursor(
        db, sql: sql, arguments: StatementArguments(kinds.map(\.rawValue).sorted()))
      while let row = try rows.next() {
        changes[RecordID(row[0])] = LastChange(versions: row[1], at: row[2])
      }
      return changes
    }
  }
}
