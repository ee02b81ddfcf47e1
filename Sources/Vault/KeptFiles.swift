internal import GRDB
package import Records

/// A file that is kept, and what it is kept with.
package struct KeptFile: Hashable, Sendable {
  package struct Holder: Hashable, Sendable {
    package let id: RecordID
    package let kind: Kind
    package let title: String
  }

  package let file: Attachment
  /// The records that have it with them now, those in the bin left out.
  package let holders: [Holder]
  /// True for a file that was imported: it is kept with all that it brought.
  package let isSource: Bool
}

extension Vault {
  /// Every file that is kept, in the order they came in, with the records that have it.
  package func keptFiles() throws(VaultError) -> [KeptFile] {
    try read { db in
      var holders: [String: [KeptFile.Holder]] = [:]
      let links = try Row.fetchCursor(
        db,
        sql: "SELECT sha256, record.id, record.kind, record.title FROM recordAttachment"
          + " JOIN record ON record.version = recordAttachment.version AND record.isRemoved = 0"
          + " JOIN attachment ON attachment.number = attachment ORDER BY record.number")
      while let row = try links.next() {
        guard let kind = Kind.named(row[2]) else { throw VaultError.damaged }
        holders[row[0], default: []].append(
          KeptFile.Holder(id: RecordID(row[1]), kind: kind, title: row[3]))
      }
      let sql =
        "SELECT \(Attachment.columns),"
        + " EXISTS (SELECT 1 FROM source WHERE source.sha256 = attachment.sha256 AND isListed)"
        + " FROM attachment ORDER BY number"
      return try Row.fetchAll(db, sql: sql).map { row in
        let file = Attachment(row: row)
        return KeptFile(file: file, holders: holders[file.sha256] ?? [], isSource: row[4])
      }
    }
  }

  /// Is there a kept file of this length? Only then a new one can be the same.
  package func keepsFile(ofLength length: Int) throws(VaultError) -> Bool {
    try read { db in
      let sql = "SELECT EXISTS (SELECT 1 FROM attachment WHERE length = ?)"
      return try Bool.fetchOne(db, sql: sql, arguments: [length]) ?? false
    }
  }
}
