internal import GRDB
package import Records

package import struct Records.Record

/// A record for those who hand it on as JSON: its fields are the JSON text that the vault keeps.
package struct StoredText: Sendable {
  /// Everything but the fields.
  package let record: Record
  package let title: String
  /// A FHIR date, perhaps with a time of day.
  package let date: String?
  /// The fields as `FieldsJSON` writes them.
  package let fields: String
}

extension Vault {
  /// The records of a kind, or of all kinds, that are not in the bin: newest first.
  package func texts(of kind: Kind?) throws(VaultError) -> [StoredText] {
    try read { db in
      let names = try SourceNames(db)
      let attached = try Attached(db)
      let start =
        StoredRecord.columns + ", record.title, record.date"
        + " FROM record JOIN version ON version.number = record.version WHERE record.isRemoved = 0"
      let filter = kind == nil ? "" : " AND record.kind = ?"
      let rows = try Row.fetchCursor(
        db, sql: start + filter + ListRow.order,
        arguments: kind.map { [$0.rawValue] } ?? StatementArguments())
      var texts: [StoredText] = []
      while let row = try rows.next() {
        let record = try StoredRecord.record(row, names: names, attached: attached)
        texts.append(
          StoredText(
            record: record, title: row[StoredRecord.extra], date: row[StoredRecord.extra + 1],
            fields: row[2]))
      }
      return texts
    }
  }
}

extension StoredText: CustomStringConvertible, CustomReflectable {
  /// Never what it holds: this text could reach a log.
  package var description: String { record.description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
