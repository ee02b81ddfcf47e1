internal import FoundationEssentials
internal import GRDB

/// A file that is kept in the vault.
package struct Attachment: Hashable, Sendable {
  /// Of its bytes, in hexadecimal.
  package let sha256: String
  package let name: String
  /// Such as `application/pdf`.
  package let mediaType: String
  package let length: Int

  init(row: Row) {
    sha256 = row[0]
    name = row[1]
    mediaType = row[2]
    length = row[3]
  }

  static let columns = "sha256, name, mediaType, length"
}

extension Vault {
  /// Every file that is kept, in the order they came in.
  package func attachments() throws(VaultError) -> [Attachment] {
    try read { db in
      let sql = "SELECT \(Attachment.columns) FROM attachment ORDER BY number"
      return try Row.fetchAll(db, sql: sql).map { Attachment(row: $0) }
    }
  }

  /// The file of that SHA-256, or nil.
  package func attachment(_ sha256: String) throws(VaultError) -> Attachment? {
    try read { db in
      let sql = "SELECT \(Attachment.columns) FROM attachment WHERE sha256 = ?"
      return try Row.fetchOne(db, sql: sql, arguments: [sha256]).map { Attachment(row: $0) }
    }
  }

  /// Hands the bytes of a file to `body`, piece by piece and in order.
  ///
  /// The last call comes before the bytes were compared with the SHA-256: whoever writes them to
  /// a file keeps that file only when this returns. Throws `VaultError.damaged` when they differ,
  /// and what `body` throws as it is.
  package func readAttachment(_ sha256: String, _ body: ([UInt8]) throws -> Void) throws {
    var failure: (any Error)?
    try read { db in
      let sql = "SELECT \(Attachment.columns) FROM attachment WHERE sha256 = ?"
      guard let row = try Row.fetchOne(db, sql: sql, arguments: [sha256]) else {
        throw VaultError.unknownFile(sha256)
      }
      try Attachment(row: row).each(db) { bytes in
        do { try body(bytes) } catch {
          failure = error
          return false
        }
        return true
      }
    }
    if let failure { throw failure }
  }

  /// The bytes of a small file.
  package func bytes(of sha256: String) throws(VaultError) -> [UInt8] {
    var all: [UInt8] = []
    try rethrowing { try readAttachment(sha256) { all += $0 } }
    return all
  }
}

extension Attachment {
  /// Hands the chunks to `body` until it answers false; then throws `damaged` when they are not
  /// what was kept.
  func each(_ db: Database, _ body: ([UInt8]) -> Bool) throws {
    let digest = DigestBeside()
    var left = length
    for table in try Chunks.tables(of: db) {
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT bytes FROM \(table) JOIN attachment ON number = attachment"
          + " WHERE sha256 = ? ORDER BY seq",
        arguments: [sha256])
      while let row = try rows.next() {
        let bytes = try row.withUnsafeData(atIndex: 0) { Array($0 ?? Data()) }
        digest.update(bytes)
        left -= bytes.count
        guard body(bytes) else { return }
      }
    }
    guard left == 0, digest.finish() == sha256 else { throw VaultError.damaged }
  }
}
