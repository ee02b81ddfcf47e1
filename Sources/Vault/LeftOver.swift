internal import GRDB
internal import Sealing

/// What a program left behind that was stopped while it kept large files: chunks that belong to no
/// file yet. A memo says so, with the last commit before them.
enum LeftOver {
  /// The name of the memo.
  static let name = "unfinished"

  /// The sequence of the last commit before, or nil where nothing was left behind.
  static func sequence(in db: Database) throws -> UInt64? {
    let sql = "SELECT value FROM memo WHERE name = ?"
    return try String.fetchOne(db, sql: sql, arguments: [name]).flatMap { UInt64($0) }
  }

  static func begin(after sequence: UInt64, at now: String, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO memo (name, at, value) VALUES (?, ?, ?)",
      arguments: [name, now, String(sequence)])
  }

  static func end(in db: Database) throws {
    try db.execute(sql: "DELETE FROM memo WHERE name = ?", arguments: [name])
  }

  /// Removes the chunks one by one, for a copy of the vault that was made while they were there.
  static func remove(in db: Database) throws {
    for table in try Chunks.tables(of: db) {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE attachment NOT IN (SELECT number FROM attachment)")
    }
    try end(in: db)
  }
}

extension Vault {
  /// Cuts off what was left behind, where this vault may be written: it is then as it was before.
  /// The vault to go on with; nil where nothing was left behind.
  func withoutLeftOver() throws(VaultError) -> Vault? {
    guard let file, let sequence = try read({ try LeftOver.sequence(in: $0) }) else { return nil }
    guard file.mode == .write else {
      file.isUnfinished = true
      return nil
    }
    guard sequence == file.cleanSequence else {
      try write { try LeftOver.remove(in: $0) }
      return nil
    }
    try attempt { try queue.close() }
    do throws(SealError) { try file.goBack() } catch { throw .file(error) }
    return try Vault(on: file)
  }
}
