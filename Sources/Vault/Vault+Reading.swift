internal import GRDB
package import Records

package import struct Records.Record

extension Vault {
  /// Every record that is not in the bin, in the order they came in.
  package func everything() throws(VaultError) -> [Record] {
    try read { db in
      try StoredRecord.fetch(
        db, StoredRecord.select + " WHERE record.isRemoved = 0 ORDER BY record.number")
    }
  }

  /// The records of one kind that are not in the bin, in the order they came in.
  package func records(of kind: Kind) throws(VaultError) -> [Record] {
    try read { db in
      try StoredRecord.fetch(
        db,
        StoredRecord.select
          + " WHERE record.isRemoved = 0 AND record.kind = ? ORDER BY record.number",
        [kind.rawValue])
    }
  }

  /// One record, also one in the bin, or nil when there never was such a record.
  package func record(_ id: RecordID) throws(VaultError) -> Record? {
    try read { db in
      try StoredRecord.fetch(db, StoredRecord.select + " WHERE record.id = ?", [id.text]).first
    }
  }

  /// One record and whether a person changed it since a file brought it.
  package struct Known: Hashable, Sendable {
    package let record: Record
    /// True also for what a person typed from the start.
    package let isEdited: Bool
  }

  /// What an import compares with: every record that is not in the bin.
  package func knownForMatching() throws(VaultError) -> [Known] {
    try read { db in
      var known: [Known] = []
      let sql = StoredRecord.select + " WHERE record.isRemoved = 0 ORDER BY record.number"
      let isEdited = { (row: Row) in !row[StoredRecord.isAsRead] }
      try StoredRecord.each(db, sql, also: isEdited) { record, isEdited in
        known.append(Known(record: record, isEdited: isEdited))
      }
      return known
    }
  }
}
