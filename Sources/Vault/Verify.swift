internal import GRDB
package import Records
internal import Sealing

package import struct Records.Record

extension Vault {
  /// Reads everything and compares it with what it should be. Changes nothing.
  ///
  /// Damage is no error: it is in the report, and what follows it is still looked at.
  package func verify(
    progress: @escaping (_ step: VerifyStep, _ done: Int, _ of: Int) -> Void = { _, _, _ in }
  ) throws(VaultError) -> VerifyReport {
    var report = VerifyReport()
    report.pages = Int(file?.facts.pages ?? 0)
    do throws(SealError) { try file?.watchReads() } catch { throw .file(error) }
    let pages = report
    report = try attempt {
      // Not `read`, which would forbid the temporary table that the search index is compared with.
      try queue.unsafeRead { db in
        var checking = Checking(db: db, progress: progress, report: pages)
        checking.structure()
        try checking.records()
        checking.files()
        checking.search()
        return checking.report
      }
    }
    // What was read was authenticated. The rest is looked at here: each frame once.
    do throws(SealError) {
      let damaged = try file?.checkEveryFrame(butRead: true) { done, total in
        progress(.pages, Int(done), Int(total))
      }
      report.damagedPages = damaged?.count ?? 0
    } catch {
      throw .file(error)
    }
    return report
  }
}

extension Vault {
  /// Every record outside the bin that can still be read whole, and what cannot: for saving what
  /// is left of a damaged vault.
  package func readable() throws(VaultError) -> (
    records: [Record], damaged: [VerifyReport.DamagedRecord]
  ) {
    try attempt {
      try queue.unsafeRead { db in
        var checking = Checking(db: db, progress: { _, _, _ in }, report: VerifyReport())
        try checking.records()
        return (checking.readable, checking.report.damagedRecords)
      }
    }
  }
}

/// One run of `verify`.
private struct Checking {
  let db: Database
  let progress: (VerifyStep, Int, Int) -> Void
  var report: VerifyReport

  /// What the search index should hold of the records that can be read.
  private var searched: [(number: Int64, searched: Searched)] = []
  /// The sound records outside the bin.
  private(set) var readable: [Record] = []

  init(
    db: Database, progress: @escaping (VerifyStep, Int, Int) -> Void, report: VerifyReport
  ) {
    self.db = db
    self.progress = progress
    self.report = report
  }
}

extension Checking {
  mutating func structure() {
    progress(.structure, 0, 1)
    let links = try? Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
    // Chunks of a file whose keeping was stopped have no row yet; the next change removes them.
    let isLeftOver = (try? LeftOver.sequence(in: db)) != nil
    let areLinked = links?.allSatisfy { isLeftOver && Chunks.allTables.contains($0[0]) } ?? false
    report.isStructureSound = (try? areTablesSound()) == true && areLinked
    progress(.structure, 1, 1)
  }

  /// Has SQLite check each table and its indices, but for the bytes of the kept files. Those are
  /// most of a vault, and `files` reads all of them in the order of their key, to the last byte.
  private func areTablesSound() throws -> Bool {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    let tables = try String.fetchAll(db, sql: sql).filter { !Chunks.allTables.contains($0) }
    for table in tables + ["sqlite_schema"] {
      let name = table.replacing("\"", with: "\"\"")
      guard try String.fetchAll(db, sql: "PRAGMA integrity_check(\"\(name)\")") == ["ok"] else {
        return false
      }
    }
    return true
  }

  /// Goes through the records one by one, so that one that cannot be read hides no other.
  mutating func records() throws {
    // The second one is read from an index, where the end of the table is damaged.
    let end = try? Int64.fetchOne(db, sql: "SELECT max(number) FROM record")
    let last = try end ?? Int64.fetchOne(db, sql: "SELECT max(record) FROM version") ?? 0
    for number in 0..<last {
      try check(record: number + 1)
      if number.isMultiple(of: 100) { progress(.records, Int(number), Int(last)) }
    }
    progress(.records, Int(last), Int(last))
  }

  private mutating func check(record number: Int64) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT version, kind, id, title, date, dateWords, marker, place, isPrivate,"
        + " isRemoved, (SELECT sha256 FROM source WHERE source.number = record.source)"
        + " FROM record WHERE number = ?")
    var head: Row?
    do {
      head = try Row.fetchOne(statement, arguments: [number])
      guard let head else { return }
      report.records += 1
      if let record = try check(number, head) {
        if !head[9] { readable.append(record) }
        return
      }
    } catch {
      if head == nil { report.records += 1 }
    }
    report.damagedRecords.append(
      VerifyReport.DamagedRecord(
        id: (head?[2]).map { RecordID($0) }, kind: head.flatMap { Kind.named($0[1]) },
        date: head?[4]))
  }

  /// The record, when every part of it can be read and it says what its newest version says.
  private mutating func check(_ number: Int64, _ head: Row) throws -> Record? {
    guard let kind = Kind.named(head[1]) else { return nil }
    let rows = try Row.fetchAll(
      try db.cachedStatement(
        sql: "SELECT \(Version.columns) FROM version\(Version.join) WHERE record = ? ORDER BY step"),
      arguments: [number])
    report.versions += rows.count
    for row in rows.dropLast()
    where (try? FieldsBatch.read(row[2], of: kind)) == nil {
      report.damagedVersions += 1
    }
    guard let last = rows.last, last[0] as Int64 == head[0], last[1] == rows.count else {
      return nil
    }
    let version = try Version(row: last, db)
    let stored = Stored(
      number: number, id: RecordID(head[2]), kind: kind, step: rows.count, version: version)
    let record = version.record(
      of: stored, fields: try FieldsBatch.read(version.fields, of: kind))
    if !version.isRemoved {
      let shown = Shown(record)
      searched.append((number, try Searched(record, title: shown.title) { try name(of: $0) }))
    }
    let isSame =
      Shown(row: head) == Shown(record) && version.isPrivate == head[8]
      && version.isRemoved == head[9] && version.provenance.source == head[10]
    return isSame ? record : nil
  }

  private func name(of sha256: String) throws -> String {
    let statement = try db.cachedStatement(sql: "SELECT name FROM attachment WHERE sha256 = ?")
    return try String.fetchOne(statement, arguments: [sha256]) ?? ""
  }
}

extension Checking {
  mutating func files() {
    let sql = "SELECT \(Attachment.columns) FROM attachment"
    guard let all = try? Row.fetchAll(db, sql: sql) else {
      report.isStructureSound = false
      return
    }
    report.files = all.count
    for (place, row) in all.enumerated() {
      progress(.files, place, all.count)
      let file = Attachment(row: row)
      if (try? file.each(db) { _ in true }) == nil { report.damagedFiles.append(file.sha256) }
    }
    progress(.files, all.count, all.count)
  }

  mutating func search() {
    progress(.search, 0, 1)
    report.isSearchInStep = (try? isSearchInStep()) ?? false
    progress(.search, 1, 1)
  }

  /// Compares the index with one that is made anew. FTS5's own check is an INSERT, which a vault
  /// that is only read would refuse, and it does not know what the records say.
  private func isSearchInStep() throws -> Bool {
    let kept = try Row.fetchAll(db, sql: "SELECT rowid, title, words, files FROM search")
    guard kept.count == searched.count else { return false }
    for (row, one) in zip(kept, searched)
    where row[0] != one.number || Searched(row: row) != one.searched {
      return false
    }
    for sql in Self.makeExpected { try db.execute(sql: sql) }
    defer { for sql in Self.dropExpected { try? db.execute(sql: sql) } }
    let insert = try db.makeStatement(
      sql: "INSERT INTO temp.expected (rowid, title, words, files) VALUES (?, ?, ?, ?)")
    try db.inSavepoint {
      for (number, one) in searched {
        try insert.execute(arguments: [number, one.title, one.words, one.files])
      }
      return .commit
    }
    return try words(in: "has").elementsEqual(words(in: "should"), by: ==)
  }

  private static let makeExpected = [
    "CREATE VIRTUAL TABLE temp.expected USING fts5 (title, words, files,"
      + " tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE temp.should USING fts5vocab (temp, expected, instance)",
    "CREATE VIRTUAL TABLE temp.has USING fts5vocab (main, search, instance)",
  ]
  private static let dropExpected = ["has", "should", "expected"].map { "DROP TABLE temp.\($0)" }

  /// Each word of an index with how often it stands there, and a sum over all its places.
  private func words(in table: String) throws -> [[DatabaseValue]] {
    let sql =
      "SELECT term, count(*), sum((doc * 4099 + offset * 31 + length(col)) % 1000003)"
      + " FROM temp.\(table) GROUP BY term ORDER BY term"
    return try Row.fetchAll(db, sql: sql).map { Array($0.databaseValues) }
  }
}

extension Shown {
  fileprivate init(row: Row) {
    self.init(title: row[3], date: row[4], dateWords: row[5], marker: row[6], place: row[7])
  }
}

extension Searched {
  fileprivate init(row: Row) {
    self.init(title: row[1], words: row[2], files: row[3])
  }
}
