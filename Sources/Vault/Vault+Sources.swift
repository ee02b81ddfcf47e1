internal import GRDB
internal import Records

extension Vault {
  /// Every file that was read and not taken back, newest first.
  package func sources() throws(VaultError) -> [Source] {
    try read { db in
      var sources: [Source] = []
      var places: [Int64: Int] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT number, sha256, name, kind, size, readAt,"
          + " EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = source.sha256)"
          + " FROM source WHERE isListed = 1 ORDER BY number DESC")
      while let row = try rows.next() {
        var source = Source(
          sha256: row[1], name: row[2], kind: row[3], size: row[4], readAt: row[5])
        source.isKept = row[6]
        places[row[0]] = sources.count
        sources.append(source)
      }
      let counts = try Row.fetchCursor(
        db,
        sql: "SELECT source, kind, count(*) FROM record"
          + " WHERE isRemoved = 0 AND source IS NOT NULL GROUP BY source, kind")
      while let row = try counts.next() {
        guard let kind = Kind.named(row[1]) else { throw VaultError.damaged }
        if let place = places[row[0]] { sources[place].records[kind] = row[2] }
      }
      let unmapped = try Row.fetchCursor(db, sql: "SELECT source, what, count FROM unmapped")
      while let row = try unmapped.next() {
        if let place = places[row[0]] { sources[place].unmapped[row[1]] = row[2] }
      }
      return sources
    }
  }

  /// The records that are in the vault because of a file.
  package func list(from sha256: String) throws(VaultError) -> [ListRow] {
    try read { db in
      try ListRow.fetch(
        db,
        "SELECT \(ListRow.columns) FROM record WHERE isRemoved = 0"
          + " AND source = (SELECT number FROM source WHERE sha256 = ?)" + ListRow.order,
        [sha256])
    }
  }

  /// Takes a file off the list, and what it added to the bin.
  @discardableResult
  package func removeSource(
    _ sha256: String, at now: String, who: String? = nil
  ) throws(VaultError) -> Receipt {
    let rows = try list(from: sha256)
    return try inOneTransaction(Change("sources remove", at: now, who: who)) { applying in
      let sql = "SELECT number FROM source WHERE sha256 = ? AND isListed = 1"
      guard let number = try Int64.fetchOne(applying.db, sql: sql, arguments: [sha256]) else {
        throw VaultError.unknownFile(sha256)
      }
      for row in rows { try applying.remove(row.id) }
      try applying.setListed(false, source: number)
    }
  }
}
