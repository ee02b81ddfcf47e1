internal import FoundationEssentials
internal import GRDB
internal import Records

internal import struct Records.Record

/// Writes what was salvaged into an empty vault, so that all of it fits together again.
struct Rebuilding {
  private let db: Database
  private let from: Salvaging
  private let states: [DamagedState]
  private let now: String
  private(set) var report = RepairReport()
  /// The SHA-256 of each attachment that was saved whole.
  private var kept: [Int64: String] = [:]

  init(_ db: Database, from salvaging: Salvaging, states: [DamagedState], at now: String) {
    self.db = db
    from = salvaging
    self.states = states
    self.now = now
  }

  mutating func run() throws {
    try changes()
    for row in from.sources.sorted(by: { $0.key < $1.key }).map(\.value) {
      _ = copy(row, into: "source")
    }
    for row in from.listings.values { _ = copy(row, into: "listing") }
    for row in from.unmapped.values { _ = copy(row, into: "unmapped") }
    for row in from.memos.values { _ = copy(row, into: "memo") }
    for row in from.given.sorted(by: { $0.key < $1.key }).map(\.value) {
      _ = copy(row, into: "given")
    }
    try files()
    for number in from.heads.keys.sorted() { try record(number) }
    for number in from.newestStep.keys where from.heads[number] == nil {
      report.lostRecords.append(VerifyReport.DamagedRecord(id: nil, kind: nil, date: nil))
    }
    try owner()
  }

  /// True when the row could be copied as it was: it breaks no rule of the tables.
  private func copy(_ row: Row, into table: String) -> Bool {
    let names = row.columnNames.map { "\"\($0)\"" }.joined(separator: ", ")
    let marks = row.columnNames.map { _ in "?" }.joined(separator: ", ")
    let sql = "INSERT INTO \(table) (\(names)) VALUES (\(marks))"
    return (try? db.execute(sql: sql, arguments: StatementArguments(row.databaseValues))) != nil
  }

  /// Every change that is known, and one that stands in for each that is not.
  private mutating func changes() throws {
    var needed = Set(from.pieces.values.flatMap { $0.values.map(\.change) })
    needed.formUnion(from.listings.values.map { $0["change"] as Int64 })
    for number in needed.union(from.changes.keys).sorted() {
      if let row = from.changes[number] {
        if copy(row, into: "change") { continue }
        let sql = "INSERT INTO change (number, at, command, who) VALUES (?, ?, ?, ?)"
        let arguments: StatementArguments = [number, row["at"], row["command"], row["who"]]
        if (try? db.execute(sql: sql, arguments: arguments)) != nil { continue }
      }
      try db.execute(
        sql: "INSERT INTO change (number, at, command) VALUES (?, ?, 'repair')",
        arguments: [number, now])
      report.lostChanges += 1
    }
  }

  /// The attachments whose every byte can be read from one of the states.
  private mutating func files() throws {
    for (number, row) in from.files.sorted(by: { $0.key < $1.key }) {
      if let file = row.map({ SavedFile($0) }) ?? from.hashes[number].map({ SavedFile($0) }),
        try isSaved(number, file)
      {
        kept[number] = file.sha256
        report.files += 1
      } else {
        report.lostFiles += 1
      }
    }
  }

  private func isSaved(_ number: Int64, _ file: SavedFile) throws -> Bool {
    for state in states
    where try isSaved(number, file, { put in try state.chunks(of: number, put) }) {
      return true
    }
    return try isSaved(number, file) { put in try looseChunks(of: number, put) }
  }

  /// Copies the chunks that `each` finds. True when they are the bytes that were kept.
  private func isSaved(
    _ number: Int64, _ file: SavedFile,
    _ each: ((_ seq: Int, _ bytes: Data) throws -> Void) throws -> Void
  ) throws -> Bool {
    var isWhole = false
    try db.inSavepoint {
      var digest = FileDigest()
      var length = 0
      let isRead: Void? = try? each { seq, bytes throws in
        digest.update(Array(bytes))
        length += bytes.count
        try db.execute(sql: Chunks.insert, arguments: [number, seq, bytes])
      }
      isWhole = digest.finish() == file.sha256 && isRead != nil
      if isWhole {
        try db.execute(
          sql: "INSERT INTO attachment (number, sha256, length, mediaType, name)"
            + " VALUES (?, ?, ?, ?, ?)",
          arguments: [number, file.sha256, length, file.mediaType, file.name])
      }
      return isWhole ? .commit : .rollback
    }
    return isWhole
  }

  /// Hands out the chunks by where they stand, each from the first state in which it can be read.
  private func looseChunks(of number: Int64, _ put: (Int, Data) throws -> Void) throws {
    for (seq, places) in (from.chunks[number] ?? [:]).sorted(by: { $0.key < $1.key }) {
      let key = [number.databaseValue, seq.databaseValue]
      let found = states.lazy.flatMap { state in places.lazy.map { state.row(at: $0) } }
        .first { row in row.map { $0.count == 3 && Array($0.prefix(2)) == key } ?? false }
      guard let row = found ?? nil, let bytes = Data.fromDatabaseValue(row[2]) else {
        throw VaultError.damaged
      }
      try put(seq, bytes)
    }
  }
}

extension Rebuilding {
  /// One record with those of its versions that can be read.
  private mutating func record(_ number: Int64) throws {
    guard let head = from.heads[number] else { return }
    let pieces = (from.pieces[number] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
      .filter { (try? FieldsBatch.read($0.row["fields"], of: head.kind)) != nil }
    let newest = from.newestStep[number] ?? 0
    let damaged = VerifyReport.DamagedRecord(
      id: RecordID(head.id), kind: head.kind, date: head.date)
    var isWritten = false
    if let last = pieces.last {
      try db.inSavepoint {
        isWritten = (try? write(number, head, pieces, last)) != nil
        return isWritten ? .commit : .rollback
      }
    }
    guard isWritten, let last = pieces.last else {
      report.lostRecords.append(damaged)
      return
    }
    report.records += 1
    report.versions += pieces.count
    if last.step < newest {
      report.olderRecords.append(damaged)
    }
    report.lostVersions += max(0, newest - pieces.count)
  }

  private func write(
    _ number: Int64, _ head: Salvaging.Head, _ pieces: [Salvaging.Piece], _ last: Salvaging.Piece
  ) throws {
    let version = try version(last)
    let stored = Stored(
      number: number, id: RecordID(head.id), kind: head.kind, step: pieces.count, version: version)
    let record = version.record(
      of: stored, fields: try FieldsBatch.read(version.fields, of: head.kind))
    let shown = Shown(record)
    try db.execute(
      sql: "INSERT INTO record (number, id, kind, version, title, date, dateWords, marker, source,"
        + " place, isPrivate, isRemoved) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        number, head.id, head.kind.rawValue, last.number, shown.title, shown.date, shown.dateWords,
        shown.marker, known(last.source), shown.place, version.isPrivate, version.isRemoved,
      ])
    for (place, piece) in pieces.enumerated() { try write(piece, step: place + 1) }
    guard !version.isRemoved else { return }
    let searched = try Searched(record, title: shown.title) { sha256 in
      let sql = "SELECT name FROM attachment WHERE sha256 = ?"
      return try String.fetchOne(db, sql: sql, arguments: [sha256]) ?? ""
    }
    try db.execute(
      sql: "INSERT INTO search (rowid, title, words, files) VALUES (?, ?, ?, ?)",
      arguments: [number, searched.title, searched.words, searched.files])
  }

  /// A version as it was, but for the count of its steps and for what it names and is not there.
  private func write(_ piece: Salvaging.Piece, step: Int) throws {
    let row = piece.row
    try db.execute(
      sql: "INSERT INTO version (number, record, step, change, fields, isPrivate, isRemoved,"
        + " isAsRead, origin, who, entered, source, sourceName, place, key)"
        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        piece.number, row["record"], step, piece.change, row["fields"], row["isPrivate"],
        row["isRemoved"], row["isAsRead"], row["origin"], row["who"], row["entered"],
        known(piece.source), row["sourceName"], row["place"], row["key"],
      ])
    for (position, file) in from.files(of: piece).filter({ kept[$0] != nil }).enumerated() {
      try db.execute(
        sql: "INSERT INTO recordAttachment (version, position, attachment) VALUES (?, ?, ?)",
        arguments: [piece.number, position, file])
    }
  }

  /// The source's number, if the source was saved.
  private func known(_ source: Int64?) -> Int64? {
    source.flatMap { from.sources[$0] == nil ? nil : $0 }
  }

  private func version(_ piece: Salvaging.Piece) throws -> Version {
    let row = piece.row
    let source = piece.source.flatMap { from.sources[$0] }
    guard let origin = Provenance.Origin(rawValue: row["origin"]) else { throw VaultError.damaged }
    let files = from.files(of: piece).compactMap { kept[$0] }
    return Version(
      fields: row["fields"], isPrivate: row["isPrivate"], isRemoved: row["isRemoved"],
      isAsRead: row["isAsRead"],
      provenance: Provenance(
        origin: origin, who: row["who"], entered: row["entered"],
        source: source.map { $0["sha256"] },
        sourceName: (row["sourceName"] as String?) ?? source.map { $0["name"] },
        place: row["place"], key: row["key"]),
      attachments: files)
  }

  /// The vault's own row. Somebody must be its owner: the person's record, or an empty one.
  private mutating func owner() throws {
    let sql = "SELECT number FROM record WHERE kind = 'person' AND isRemoved = 0"
    let people = try Int64.fetchAll(db, sql: sql + " ORDER BY number")
    let number: Int64
    if let owner = from.owner, people.contains(owner) {
      number = owner
    } else if let first = people.first {
      number = first
    } else {
      number = try standIn()
      report.isOwnerLost = true
    }
    try db.execute(
      sql: "INSERT INTO vault (one, format, created, owner) VALUES (1, 'netvault/1', ?, ?)",
      arguments: [from.created ?? now, number])
  }

  private func standIn() throws -> Int64 {
    let applying = try Applying(db, change: Change("repair", at: now))
    var generator = SystemRandomNumberGenerator()
    let person = Record(
      id: RecordID(using: &generator), kind: .person, fields: ["name": .text("Name not known")],
      provenance: Provenance(origin: .person, entered: now))
    try applying.add(person)
    return try applying.stored(person.id).number
  }
}

/// A file as it is saved.
private struct SavedFile {
  let sha256: String
  let mediaType: String
  let name: String

  init(_ row: Row) {
    (sha256, mediaType, name) = (row["sha256"], row["mediaType"], row["name"])
  }

  /// Only its bytes are known.
  init(_ sha256: String) {
    self.sha256 = sha256
    (mediaType, name) = ("application/octet-stream", "file")
  }
}
