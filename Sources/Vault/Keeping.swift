internal import FoundationEssentials
internal import GRDB

extension Applying {
  /// Keeps a file's bytes. A file that is kept already is not kept twice.
  /// Returns its SHA-256.
  @discardableResult
  func keep(_ file: IncomingFile) throws -> String {
    if let sha256 = file.sha256, try isKept(sha256) { return sha256 }
    let sql = "SELECT coalesce(max(number), 0) + 1 FROM attachment"
    let number = try Int64.fetchOne(db, sql: sql) ?? 1
    let insert = try db.cachedStatement(
      sql: Chunks.insert)
    let (sha256, length) = try Self.chunks(of: file) { seq, bytes in
      try insert.execute(arguments: [number, seq, bytes])
    }
    if let expected = file.sha256, expected != sha256 { throw VaultError.otherBytes(expected) }
    guard try !isKept(sha256) else {
      try db.execute(sql: "DELETE FROM \(Chunks.table) WHERE attachment = ?", arguments: [number])
      return sha256
    }
    try add(
      KeptPart(
        number: number, sha256: sha256, length: length, mediaType: file.mediaType, name: file.name))
    return sha256
  }

  /// Makes a file of chunks that are there.
  func add(_ part: KeptPart) throws {
    try db.execute(
      sql: "INSERT INTO attachment (number, sha256, length, mediaType, name)"
        + " VALUES (?, ?, ?, ?, ?)",
      arguments: [part.number, part.sha256, part.length, part.mediaType, part.name.withoutNul])
    receipt.files += 1
  }

  private func isKept(_ sha256: String) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM attachment WHERE sha256 = ?)"
    return try Bool.fetchOne(db, sql: sql, arguments: [sha256]) ?? false
  }

  /// Cuts a file into chunks, each handed to `put` with its number. `put` may not keep the bytes:
  /// they are only lent. Says what was read.
  static func chunks(
    of file: IncomingFile, _ put: (_ seq: Int, _ bytes: Data) throws -> Void
  ) throws -> (sha256: String, length: Int) {
    let digest = DigestBeside()
    var length = 0
    var seq = 0
    var held: [UInt8] = []
    func pass(_ bytes: ArraySlice<UInt8>) throws {
      // Lent, not copied: SQLite has taken them when `put` returns.
      try unsafe bytes.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return }
        let place = unsafe UnsafeMutableRawPointer(mutating: start)
        try put(
          seq, unsafe Data(bytesNoCopy: place, count: buffer.count, deallocator: .none))
      }
      seq += 1
    }
    while true {
      let bytes = try file.next()
      if bytes.isEmpty { break }
      digest.update(bytes)
      length += bytes.count
      held = held.isEmpty ? bytes : held + bytes
      var start = 0
      while held.count - start >= Chunks.size {
        try pass(held[start..<start + Chunks.size])
        start += Chunks.size
      }
      if start == held.count { held = [] } else if start > 0 { held.removeFirst(start) }
    }
    if !held.isEmpty { try pass(held[...]) }
    return (digest.finish(), length)
  }

  /// Writes the row of a source that is new here. Returns its number.
  func add(_ source: Source, isListed: Bool) throws -> Int64 {
    try db.execute(
      sql: "INSERT INTO source (sha256, name, kind, size, readAt, isListed)"
        + " VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        source.sha256, source.name.withoutNul, source.kind, source.size, source.readAt, isListed,
      ])
    let number = db.lastInsertedRowID
    for (what, count) in source.unmapped {
      try db.execute(
        sql: "INSERT INTO unmapped (source, what, count) VALUES (?, ?, ?)",
        arguments: [number, what.withoutNul, count])
    }
    return number
  }

  /// Notes a file that was read; it shows up in the list of sources again when it was taken back.
  func list(_ source: Source) throws {
    let sql = "SELECT number, isListed FROM source WHERE sha256 = ?"
    if let row = try Row.fetchOne(db, sql: sql, arguments: [source.sha256]) {
      if !row[1] { try setListed(true, source: row[0]) }
      return
    }
    try setListed(true, source: try add(source, isListed: false))
  }

  func setListed(_ isListed: Bool, source: Int64) throws {
    try db.execute(
      sql: "UPDATE source SET isListed = ? WHERE number = ?", arguments: [isListed, source])
    try db.execute(
      sql: "INSERT INTO listing (change, source, wasListed, isListed) VALUES (?, ?, ?, ?)",
      arguments: [number, source, !isListed, isListed])
    receipt.sources += 1
  }
}
