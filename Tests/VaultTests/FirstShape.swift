internal import Foundation
internal import GRDB
internal import Records
internal import Sealing
internal import Testing

@testable internal import Vault

/// Vaults of version 1, made with the tables that were released then.
enum FirstShape {
  /// An open vault with one person in it. Its tables stay as they are until it is opened again.
  static func make(at path: String) throws -> Vault {
    let file = try SealedFile.create(at: path, passphrase: passphrase(), cost: .least)
    let vault = try Vault(on: file)
    try Migrations.migrator.migrate(vault.queue, upTo: "v1")
    try vault.queue.write { db in
      let applying = try Applying(db, change: Change("init", at: morning))
      try applying.add(person)
      try db.execute(
        sql: "INSERT INTO vault (one, format, created, owner) VALUES (1, 'netvault/1', ?, 1)",
        arguments: [morning])
    }
    return vault
  }

  /// Keeps a file as version 1 did, with a record. Returns its SHA-256.
  static func keep(_ bytes: [UInt8], in vault: Vault, with record: Records.Record) throws -> String
  {
    let sha256 = FileDigest.hex(of: bytes)
    try vault.queue.write { db in
      let sql = "SELECT coalesce(max(number), 0) + 1 FROM attachment"
      let number = try Int64.fetchOne(db, sql: sql) ?? 1
      try chunks(bytes, of: number, db)
      try db.execute(
        sql: "INSERT INTO attachment (number, sha256, length, mediaType, name)"
          + " VALUES (?, ?, ?, 'image/png', 'scan')",
        arguments: [number, sha256, bytes.count])
    }
    var with = record
    with.attachments = [sha256]
    try vault.apply(Change("attach", at: noon, steps: [.add(with)]))
    return sha256
  }

  static func chunks(_ bytes: [UInt8], of number: Int64, _ db: Database) throws {
    for (seq, start) in stride(from: 0, to: bytes.count, by: 256 << 10).enumerated() {
      try db.execute(
        sql: "INSERT INTO chunk (attachment, seq, bytes) VALUES (?, ?, ?)",
        arguments: [number, seq, Data(bytes[start..<min(start + 256 << 10, bytes.count)])])
    }
  }

  static func bytes(_ count: Int, _ seed: Int = 31) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* seed ^ $0 >> 9) }
  }
}
