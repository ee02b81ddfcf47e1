internal import GRDB
internal import Records
internal import Sealing

/// A record in the bin.
package struct Binned: Hashable, Sendable {
  package let row: ListRow
  /// When it was removed: an ISO 8601 instant in UTC.
  package let removedAt: String
  /// By which command.
  package let command: String
}

extension Vault {
  /// What is in the bin, last removed first.
  package func bin() throws(VaultError) -> [Binned] {
    try read { db in
      let sql =
        "SELECT \(ListRow.columns), change.at, change.command FROM record"
        + " JOIN version ON version.number = record.version"
        + " JOIN change ON change.number = version.change"
        + " WHERE record.isRemoved = 1 ORDER BY record.version DESC"
      let sources = try SourceNames(db)
      var binned: [Binned] = []
      let rows = try Row.fetchCursor(db, sql: sql)
      while let row = try rows.next() {
        binned.append(
          Binned(
            row: try ListRow(row: row, sources: sources), removedAt: row[9], command: row[10]))
      }
      return binned
    }
  }

  /// How many files were taken away from their record, and are with none now: emptying the bin
  /// deletes them too.
  package func detachedFiles() throws(VaultError) -> Int {
    try read { db in
      let sql = "SELECT count(*) FROM attachment WHERE \(Applying.isDetached)"
      return try Int.fetchOne(db, sql: sql) ?? 0
    }
  }

  /// Deletes what is in the bin for good: the records with every version of them, and the files
  /// and sources that nothing else needs. It cannot be undone. The receipt counts the records.
  ///
  /// Then the file is written anew, so that nothing of them is left in it. Where there is no room
  /// for that, the receipt says so: the records are gone from the vault all the same.
  @discardableResult
  package func emptyBin(at now: String, who: String? = nil) throws(VaultError) -> Receipt {
    var receipt = try inOneTransaction(Change("bin empty", at: now, who: who)) { applying in
      try applying.emptyBin()
    }
    guard receipt.change != nil else { return receipt }
    try attempt {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA incremental_vacuum")
      }
    }
    do throws(SealError) {
      try file?.compact()
      receipt.isGoneFromFile = true
    } catch .noSpace {
      receipt.isGoneFromFile = false
    } catch {
      throw .file(error)
    }
    return receipt
  }
}

extension Applying {
  /// True of a file that a person took away, by `detach` or by taking `attach` back, and that no
  /// record has now. What an edit or an import left out stays with the older version.
  static let isDetached =
    "EXISTS (SELECT 1 FROM recordAttachment AS had"
    + " JOIN version AS old ON old.number = had.version"
    + " JOIN version AS new ON new.record = old.record AND new.step = old.step + 1"
    + " JOIN change ON change.number = new.change AND change.command IN ('detach', 'undo')"
    + " WHERE had.attachment = attachment.number AND NOT EXISTS (SELECT 1 FROM recordAttachment"
    + " WHERE version = new.number AND attachment = had.attachment))"
    + " AND NOT EXISTS (SELECT 1 FROM recordAttachment AS has"
    + " JOIN record ON record.version = has.version AND record.isRemoved = 0"
    + " WHERE has.attachment = attachment.number)"
    + " AND NOT EXISTS (SELECT 1 FROM source WHERE source.sha256 = attachment.sha256)"

  func emptyBin() throws {
    try db.execute(sql: "DELETE FROM record WHERE isRemoved = 1")
    receipt.removed = db.changesCount
    try db.execute(
      sql: "DELETE FROM recordAttachment WHERE attachment IN"
        + " (SELECT number FROM attachment WHERE \(Self.isDetached))")
    try db.execute(
      sql: "DELETE FROM source WHERE isListed = 0"
        + " AND NOT EXISTS (SELECT 1 FROM version WHERE version.source = source.number)")
    receipt.sources = db.changesCount
    try db.execute(
      sql: "DELETE FROM attachment"
        + " WHERE NOT EXISTS (SELECT 1 FROM recordAttachment WHERE attachment = number)"
        + " AND NOT EXISTS (SELECT 1 FROM source WHERE source.sha256 = attachment.sha256)")
    receipt.files = db.changesCount
    // The index keeps the words of what was deleted until its parts are merged.
    try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
  }
}
