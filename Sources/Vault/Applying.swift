internal import GRDB
internal import Records

internal import struct Records.Record

/// Writes one change. It lives as long as the transaction it is in.
///
/// This is the only place that writes records, their versions and the search index, so they
/// cannot fall out of step.
final class Applying {
  let db: Database
  let change: Change
  var receipt = Receipt()
  /// The number of the change that is being written.
  let number: Int64
  private(set) var nextRecord: Int64
  private(set) var nextVersion: Int64
  private var sources: [String: (number: Int64, name: String)] = [:]
  private var files: [String: (number: Int64, name: String)] = [:]
  private let insertRecord: Statement
  private let insertVersion: Statement
  private let insertSearch: Statement
  private let updateRecord: Statement

  /// True when there is anything to keep.
  var hasChanged: Bool {
    receipt.added + receipt.updated + receipt.removed + receipt.restored + receipt.sources
      + receipt.files > 0
  }

  init(_ db: Database, change: Change, undoes undone: Int64? = nil) throws {
    self.db = db
    self.change = change
    number = try Self.next("change", db)
    nextRecord = try Self.next("record", db)
    nextVersion = try Self.next("version", db)
    try db.execute(
      sql: "INSERT INTO change (number, at, command, who, undoes) VALUES (?, ?, ?, ?, ?)",
      arguments: [number, change.at, change.command, change.who, undone])
    insertRecord = try db.cachedStatement(
      sql: "INSERT INTO record (number, id, kind, version, title, date, dateWords, marker, source,"
        + " place, isPrivate, isRemoved) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    updateRecord = try db.cachedStatement(
      sql: "UPDATE record SET version = ?, title = ?, date = ?, dateWords = ?, marker = ?,"
        + " source = ?, place = ?, isPrivate = ?, isRemoved = ? WHERE number = ?")
    insertVersion = try db.cachedStatement(
      sql: "INSERT INTO version (number, record, step, change, fields, isPrivate, isRemoved,"
        + " isAsRead, origin, who, entered, source, sourceName, place, key)"
        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    insertSearch = try db.cachedStatement(
      sql: "INSERT INTO search (rowid, title, words, files) VALUES (?, ?, ?, ?)")
    receipt.change = Int(number)
  }

  static func next(_ table: String, _ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT coalesce(max(number), 0) + 1 FROM \(table)") ?? 1
  }
}

extension Applying {
  /// Writes the first version of a record.
  func insert(_ record: Record, isAsRead: Bool) throws {
    let record = try named(record)
    let version = try Version(record, isAsRead: isAsRead)
    let number = nextRecord
    nextRecord += 1
    let shown = Shown(record)
    do {
      try insertRecord.execute(arguments: [
        number, record.id.text, record.kind.rawValue, nextVersion, shown.title, shown.date,
        shown.dateWords, shown.marker, try source(version.provenance.source)?.number, shown.place,
        record.isPrivate, false,
      ])
    } catch DatabaseError.SQLITE_CONSTRAINT_UNIQUE {
      throw VaultError.alreadyHere(record.id)
    }
    try insert(version, step: 1, of: number)
    try index(record, shown, number)
  }

  /// Puts a record in the bin: one more version, which says the same and is removed. The bin shows
  /// what lists showed.
  func remove(_ stored: Stored) throws {
    var version = stored.version
    version.isRemoved = true
    try db.cachedStatement(sql: "UPDATE record SET version = ?, isRemoved = 1 WHERE number = ?")
      .execute(arguments: [nextVersion, stored.number])
    try insert(version, step: stored.step + 1, of: stored.number)
    try unindex(stored)
  }

  /// Writes one more version of a record.
  func write(_ version: Version, _ record: Record, of stored: Stored) throws {
    let shown = Shown(record)
    try updateRecord.execute(arguments: [
      nextVersion, shown.title, shown.date, shown.dateWords, shown.marker,
      try source(version.provenance.source)?.number, shown.place, version.isPrivate,
      version.isRemoved,
      stored.number,
    ])
    try insert(version, step: stored.step + 1, of: stored.number)
    if !stored.isRemoved { try unindex(stored) }
    if !version.isRemoved { try index(record, shown, stored.number) }
  }

  /// Writes several versions of one record at once, each with the number of its change. The record
  /// then says what the last of them says.
  ///
  /// - Parameter stored: The record as it is, or nil when it is not here.
  /// - Parameter record: What the last version says.
  func insert(
    _ versions: [(version: Version, change: Int64)], making record: Record, of stored: Stored?
  ) throws {
    guard let last = versions.last?.version else { return }
    let shown = Shown(record)
    let number = stored?.number ?? nextRecord
    let newest = nextVersion + Int64(versions.count) - 1
    let source = try source(last.provenance.source)?.number
    if let stored {
      try updateRecord.execute(arguments: [
        newest, shown.title, shown.date, shown.dateWords, shown.marker, source, shown.place,
        last.isPrivate, last.isRemoved, number,
      ])
      if !stored.isRemoved { try unindex(stored) }
    } else {
      nextRecord += 1
      try insertRecord.execute(arguments: [
        number, record.id.text, record.kind.rawValue, newest, shown.title, shown.date,
        shown.dateWords, shown.marker, source, shown.place, last.isPrivate, last.isRemoved,
      ])
    }
    let step = stored?.step ?? 0
    for (place, one) in versions.enumerated() {
      try insert(one.version, step: step + place + 1, of: number, change: one.change)
    }
    if !last.isRemoved { try index(record, shown, number) }
  }

  private func insert(
    _ version: Version, step: Int, of record: Int64, change: Int64? = nil
  ) throws {
    let origin = version.provenance
    let source = try source(version.provenance.source)
    try insertVersion.execute(arguments: [
      nextVersion, record, step, change ?? number, version.fields, version.isPrivate,
      version.isRemoved,
      version.isAsRead, origin.origin.rawValue, origin.who, origin.entered, source?.number,
      origin.sourceName == source?.name ? nil : origin.sourceName, origin.place, origin.key,
    ])
    for (position, sha256) in version.attachments.enumerated() {
      try db.cachedStatement(
        sql: "INSERT INTO recordAttachment (version, position, attachment) VALUES (?, ?, ?)"
      ).execute(arguments: [nextVersion, position, try file(sha256).number])
    }
    nextVersion += 1
  }

  private func index(_ record: Record, _ shown: Shown, _ number: Int64) throws {
    let searched = try Searched(record, title: shown.title) { try file($0).name }
    try insertSearch.execute(arguments: [
      number, searched.title, searched.words, searched.files,
    ])
  }

  private func unindex(_ stored: Stored) throws {
    try db.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?")
      .execute(arguments: [stored.number])
  }
}

extension Applying {
  /// The record with the name of its source, where it says none of its own.
  func named(_ record: Record) throws -> Record {
    guard record.provenance.source != nil, record.provenance.sourceName == nil else {
      return record
    }
    var record = record
    record.provenance.sourceName = try source(record.provenance.source)?.name
    return record
  }

  /// The source of that SHA-256, which has to be in the vault by now.
  private func source(_ sha256: String?) throws -> (number: Int64, name: String)? {
    guard let sha256 else { return nil }
    if let known = sources[sha256] { return known }
    let sql = "SELECT number, name FROM source WHERE sha256 = ?"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [sha256]) else {
      throw VaultError.unknownFile(sha256)
    }
    let found: (Int64, String) = (row[0], row[1])
    sources[sha256] = found
    return found
  }

  private func file(_ sha256: String) throws -> (number: Int64, name: String) {
    if let known = files[sha256] { return known }
    let sql = "SELECT number, name FROM attachment WHERE sha256 = ?"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [sha256]) else {
      throw VaultError.unknownFile(sha256)
    }
    let found: (Int64, String) = (row[0], row[1])
    files[sha256] = found
    return found
  }

  func stored(_ id: RecordID) throws -> Stored {
    guard let stored = try find(id) else { throw VaultError.unknownRecord(id) }
    return stored
  }

  func find(_ id: RecordID) throws -> Stored? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(Version.columns), record.number, record.kind FROM record"
        + " JOIN version ON version.number = record.version\(Version.join) WHERE record.id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id.text]) else { return nil }
    guard let kind = Kind.named(row[14]) else { throw VaultError.damaged }
    return Stored(
      number: row[13], id: id, kind: kind, step: row[1], version: try Version(row: row, db))
  }

  func version(_ step: Int, of stored: Stored) throws -> Version? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(Version.columns) FROM version\(Version.join) WHERE record = ? AND step = ?")
    guard let row = try Row.fetchOne(statement, arguments: [stored.number, step]) else {
      return nil
    }
    return try Version(row: row, db)
  }
}
