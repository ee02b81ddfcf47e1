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

extension StoredText {
  /// The columns of `StoredRecord`, then the title and the date.
  init(row: Row, names: SourceNames, attached: Attached) throws {
    self.init(
      record: try StoredRecord.record(row, names: names, attached: attached),
      title: row[StoredRecord.extra], date: row[StoredRecord.extra + 1], fields: row[2])
  }
}

extension StoredText: CustomStringConvertible, CustomReflectable {
  /// Never what it holds: this text could reach a log.
  package var description: String { record.description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
