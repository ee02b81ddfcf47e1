internal import GRDB
internal import Records

extension Vault {
  /// The change that `undo` would take back, or nil in a vault that was only made.
  package func lastChange() throws(VaultError) -> PastChange? {
    try read { db in
      guard let last = try PastChange.fetch(db).first, last.number > 1 else { return nil }
      return last
    }
  }

  /// Makes one more change that puts back what the last one changed. Because it is a change like
  /// any other, undoing again brings the change back.
  @discardableResult
  package func undo(at now: String, who: String? = nil) throws(VaultError) -> Receipt {
    guard let last = try lastChange() else { throw .nothingToUndo }
    let change = Change("undo", at: now, who: who)
    let receipt = try inOneTransaction(change, undoes: Int64(last.number)) { applying in
      try applying.putBack(Int64(last.number))
    }
    if receipt.change == nil { throw .cannotUndo(last.command) }
    return receipt
  }
}

extension Applying {
  /// Gives every record that `change` touched the version it had before. One that came with the
  /// change goes to the bin.
  func putBack(_ change: Int64) throws {
    let ids = try String.fetchAll(
      db,
      sql: "SELECT id FROM version JOIN record ON record.number = version.record"
        + " WHERE change = ? GROUP BY record.number ORDER BY min(version.number)",
      arguments: [change])
    for id in ids { try putBack(RecordID(id), change) }
    let listings = try Row.fetchAll(
      db, sql: "SELECT source, wasListed FROM listing WHERE change = ?", arguments: [change])
    for row in listings { try setListed(row[1], source: row[0]) }
  }

  private func putBack(_ id: RecordID, _ change: Int64) throws {
    let stored = try stored(id)
    let sql = "SELECT min(step) FROM version WHERE record = ? AND change = ?"
    let first = try Int.fetchOne(db, sql: sql, arguments: [stored.number, change]) ?? 1
    var version = stored.version
    if let before = try self.version(first - 1, of: stored) {
      version = before
    } else {
      version.isRemoved = true
    }
    try write(version, of: stored)
    switch (stored.isRemoved, version.isRemoved) {
    case (false, true): receipt.removed += 1
    case (true, false): receipt.restored += 1
    default: receipt.updated += 1
    }
  }
}
