internal import FoundationEssentials
internal import GRDB
internal import Sealing

/// How much of large files one transaction takes. What a transaction holds in memory grows with it.
private let partSize = 64 << 20

extension Vault {
  /// Applies a change that brings files of any size: all of it is kept, or none.
  ///
  /// Memory is bounded: where the files are large, they are written in several commits, and only
  /// the last one makes anything of them. When this fails or the program is stopped before, the
  /// vault's file is cut back to what it was, to the byte; where it was killed, the next program
  /// that writes does it. After a failure this vault is closed.
  ///
  /// - Parameter steps: What to do once the files are there, with the SHA-256 of each.
  @discardableResult
  package func applyInParts(
    _ change: Change, then steps: (_ sha256: [String]) throws -> [Change.Step]
  ) throws(VaultError) -> Receipt {
    guard let file, change.files.contains(where: { $0.length ?? 0 > partSize }) else {
      return try inOneTransaction(change) { applying in
        for step in try steps(change.files.map { try applying.keep($0) }) {
          try applying.apply(step)
        }
      }
    }
    do throws(SealError) { try file.settleIfNeeded() } catch { throw .file(error) }
    do throws(VaultError) {
      let parts = try keepParts(of: change, after: file.cleanSequence)
      return try inOneTransaction(change, compacting: false) { applying in
        for part in parts where !part.isKept { try applying.add(part) }
        for step in try steps(parts.map(\.sha256)) { try applying.apply(step) }
        try LeftOver.end(in: applying.db)
      }
    } catch {
      try? queue.close()
      try? file.goBack()
      throw error
    }
  }

  /// Writes the chunks of every file that is not kept yet.
  private func keepParts(
    of change: Change, after sequence: UInt64
  ) throws(VaultError) -> [KeptPart] {
    try attempt {
      var parts: [KeptPart] = []
      try queue.writeWithoutTransaction { db in
        // The rows that the chunks belong to come last.
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        // Pages of a large file are not read again soon: 1 MiB of them is enough.
        try db.execute(sql: "PRAGMA cache_size = -1024")
        defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
        try db.inTransaction {
          try LeftOver.begin(after: sequence, at: change.at, in: db)
          return .commit
        }
        let writer = try PartWriter(db)
        do {
          for incoming in change.files { parts.append(try writer.keep(incoming)) }
          try writer.finish()
        } catch {
          if db.isInsideTransaction { try? db.rollback() }
          throw error
        }
      }
      return parts
    }
  }
}

/// A file whose chunks are there and whose row is not.
struct KeptPart {
  let number: Int64
  let sha256: String
  let length: Int
  let mediaType: String
  let name: String
  /// True when the vault had it already.
  var isKept = false
}

/// Writes chunks, and ends a transaction whenever it is large enough.
private final class PartWriter {
  private let db: Database
  private let insert: Statement
  private var next: Int64
  private var written = 0

  init(_ db: Database) throws {
    self.db = db
    insert = try db.cachedStatement(sql: Chunks.insert)
    let sql = "SELECT coalesce(max(number), 0) + 1 FROM attachment"
    next = try Int64.fetchOne(db, sql: sql) ?? 1
  }

  func keep(_ file: IncomingFile) throws -> KeptPart {
    let sql = "SELECT number FROM attachment WHERE sha256 = ?"
    if let sha256 = file.sha256,
      let number = try Int64.fetchOne(db, sql: sql, arguments: [sha256])
    {
      return KeptPart(
        number: number, sha256: sha256, length: 0, mediaType: file.mediaType, name: file.name,
        isKept: true)
    }
    let (sha256, length) = try Applying.chunks(of: file) { seq, bytes in
      if !db.isInsideTransaction { try db.beginTransaction(.immediate) }
      try insert.execute(arguments: [next, seq, bytes])
      written += bytes.count
      if written >= partSize { try finish() }
    }
    if let expected = file.sha256, expected != sha256 { throw VaultError.otherBytes(expected) }
    defer { next += 1 }
    return KeptPart(
      number: next, sha256: sha256, length: length, mediaType: file.mediaType, name: file.name)
  }

  func finish() throws {
    written = 0
    if db.isInsideTransaction { try db.commit() }
  }
}
