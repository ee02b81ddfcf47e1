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
    let merge = try MergeNote.find(change, db)
    let touched = try touched(by: change, merge)
    for start in stride(from: 0, to: touched.count, by: 500) {
      try putBack(touched[start..<min(start + 500, touched.count)])
    }
    let firstNew = merge?.firstSource ?? .max
    let listings = try Row.fetchAll(
      db, sql: "SELECT source, wasListed FROM listing WHERE change = ? AND source < ?",
      arguments: [change, firstNew])
    for row in listings { try setListed(row[1], source: row[0]) }
    // With a merge came sources that were listed by changes of the other copy.
    let came = try Int64.fetchAll(
      db, sql: "SELECT number FROM source WHERE number >= ? AND isListed = 1",
      arguments: [firstNew])
    for source in came { try setListed(false, source: source) }
  }

  private func putBack(_ touched: ArraySlice<Touched>) throws {
    var batch = FieldsBatch()
    for one in touched where !one.onlyGoesToBin { batch.append(one.before.fields, of: one.kind) }
    var fields = try batch.read().makeIterator()
    for one in touched {
      let stored = one.stored
      if one.onlyGoesToBin {
        try remove(stored)
      } else if let fields = fields.next() {
        try write(one.before, one.before.record(of: stored, fields: fields), of: stored)
      }
      switch (stored.isRemoved, one.before.isRemoved) {
      case (false, true): receipt.removed += 1
      case (true, false): receipt.restored += 1
      default: receipt.updated += 1
      }
    }
  }

  /// A record that a change touched, and how it was before: in the bin when it was not there.
  private struct Touched {
    let stored: Stored
    let before: Version
    /// True when nothing else about it was changed, so that nothing has to be read.
    let onlyGoesToBin: Bool

    var kind: Kind { stored.kind }

    init(stored: Stored, before: Version?) {
      var inBin = stored.version
      inBin.isRemoved = true
      self.stored = stored
      self.before = before ?? inBin
      onlyGoesToBin = self.before == inBin
    }
  }

  /// A merge also wrote versions that keep the changes they had in the other copy.
  private func touched(by change: Int64, _ merge: MergeNote?) throws -> [Touched] {
    let attached = try Attached(db)
    let which = merge == nil ? "change = ?" : "number >= ?"
    let first = merge?.versions.lowerBound ?? change
    let sql =
      "WITH touched AS (SELECT record, min(step) AS first FROM version WHERE \(which)"
      + " GROUP BY record) SELECT \(Version.columns), record.number, record.kind, record.id"
      + " FROM touched JOIN record ON record.number = touched.record JOIN version ON "
    let newest = "version.number = record.version\(Version.join)"
    let before = "version.record = record.number AND version.step = first - 1\(Version.join)"
    var earlier: [Int64: Version] = [:]
    let older = try Row.fetchCursor(db, sql: sql + before, arguments: [first])
    while let row = try older.next() {
      earlier[row[13]] = try Version(row: row, attachments: attached[row[0]])
    }
    var touched: [Touched] = []
    let rows = try Row.fetchCursor(
      db, sql: sql + newest + " ORDER BY record.number", arguments: [first])
    while let row = try rows.next() {
      guard let kind = Kind.named(row[14]) else { throw VaultError.damaged }
      let stored = Stored(
        number: row[13], id: RecordID(row[15]), kind: kind, step: row[1],
        version: try Version(row: row, attachments: attached[row[0]]))
      touched.append(Touched(stored: stored, before: earlier[stored.number]))
    }
    return touched
  }
}
