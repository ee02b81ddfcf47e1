import GRDB
import Glibc
internal import Sealing
import Testing

/// A vault with a table and a few commits, closed cleanly.
func filled(_ workshop: Workshop, _ name: String = "my.vault") throws {
  let file = try workshop.create(name)
  try file.withDatabase { queue in
    try queue.write { try $0.execute(sql: "CREATE TABLE note (text TEXT)") }
    for text in ["a", "b", "c"] {
      try queue.write {
        try $0.execute(sql: "INSERT INTO note VALUES (?)", arguments: [text])
      }
    }
  }
  try file.close()
}

/// What `filled` wrote, as far as the vault has it; nil before there is a table.
func notes(_ file: SealedFile) throws -> [String]? {
  try file.withDatabase { queue in
    try queue.read { database in
      guard try database.tableExists("note") else { return nil }
      return try String.fetchAll(database, sql: "SELECT text FROM note ORDER BY rowid")
    }
  }
}

@Suite struct `A sealed file` {
  @Test(arguments: [4096, 8192, 16384] as [UInt32])
  func `gives back what was committed`(pageSize: UInt32) throws {
    let workshop = try Workshop()
    let file = try workshop.create(pageSize: pageSize)
    try file.withDatabase { queue in
      try queue.write {
        try $0.execute(sql: "CREATE TABLE note (text); INSERT INTO note VALUES ('a')")
      }
    }
    #expect(file.facts.pageSize == pageSize)
    try file.close()

    let again = try workshop.open()
    #expect(try notes(again) == ["a"])
    try again.close()
    #expect(workshop.names == ["my.vault"])
  }

  @Test func `keeps what was committed when it is never closed`() throws {
    let workshop = try Workshop()
    do {
      let file = try workshop.create()
      try file.withDatabase { queue in
        try queue.write {
          try $0.execute(sql: "CREATE TABLE note (text); INSERT INTO note VALUES ('a')")
        }
      }
    }
    let file = try workshop.open(mode: .read)
    #expect(try notes(file) == ["a"])
  }

  @Test func `is made only where nothing is`() throws {
    let workshop = try Workshop()
    try workshop.write(Array("a letter".utf8))
    #expect(throws: SealError.exists) { try workshop.create() }
    #expect(try workshop.bytes() == Array("a letter".utf8))
  }

  @Test(arguments: ["pwrite", "sync", "random"])
  func `leaves nothing behind when it cannot be made`(call: String) throws {
    let workshop = try Workshop()
    let faults = Faults()
    faults.rule = Faults.Rule(call: call, from: 1, errno: EIO)
    #expect(throws: SealError.self) {
      _ = try SealedFile.create(
        at: workshop.path(), passphrase: secret("p"), cost: .least, through: faults.calls)
    }
    #expect(workshop.names == [])
  }

  @Test func `tells a wrong passphrase from damage`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    #expect(throws: SealError.wrongPassphrase) {
      _ = try SealedFile.open(at: workshop.path(), passphrase: secret("wrong"))
    }
    var bytes = try workshop.bytes()
    for copy in 0..<2 { bytes[copy * 8192 + 60] ^= 1 }
    try workshop.write(bytes)
    #expect(throws: SealError.damaged(.header)) {
      _ = try SealedFile.open(at: workshop.path(), passphrase: secret("wrong"))
    }
  }

  @Test func `says what kind of file it is not`() throws {
    let workshop = try Workshop()
    #expect(throws: SealError.missing) { try SealedFile.looksLikeVault(at: workshop.path()) }
    #expect(throws: SealError.notAVault) { try SealedFile.looksLikeVault(at: workshop.folder) }
    try workshop.write([])
    #expect(throws: SealError.notAVault) { try SealedFile.looksLikeVault(at: workshop.path()) }
    try workshop.write(Array("SQLite format 3\0".utf8))
    #expect(throws: SealError.notAVault) { try SealedFile.looksLikeVault(at: workshop.path()) }
  }

  @Test func `names the version of a newer format`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    var bytes = try workshop.bytes()
    for copy in 0..<2 { bytes[copy * 8192 + 8] = 2 }
    try workshop.write(bytes)
    #expect(throws: SealError.newerFormat(found: 2)) {
      try SealedFile.looksLikeVault(at: workshop.path())
    }
  }

  @Test func `can be glanced at without a passphrase, also while it is in use`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    let glance = try SealedFile.looksLikeVault(at: workshop.path())
    #expect(glance.vaultID == file.vaultID)
    #expect(glance.passphrases == 1 && glance.recoveries == 0)
    #expect(glance.derivationMemory == KDFCost.least.memory)
  }

  @Test func `is closed once`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    let queue = try file.database()
    #expect(throws: SealError.databaseOpen) { try file.close() }
    try queue.close()
    try file.close()
    #expect(throws: SealError.closed) { try file.close() }
    #expect(throws: SealError.closed) { try file.settle() }
    #expect(file.failure == .closed)
  }

  @Test func `is lent to one connection at a time`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    let queue = try file.database()
    #expect(throws: DatabaseError.self) { try file.database() }
    try queue.close()
    try file.database().close()
  }

  @Test func `does not open through an id that was not lent`() {
    #expect(throws: DatabaseError.self) {
      try DatabaseQueue(path: "file:vault?vfs=netvault&log=00000000000000000000000000000000")
    }
  }

  @Test func `is never written when it is opened for reading`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let before = try workshop.bytes()
    let file = try workshop.open(mode: .read)
    let queue = try file.database()
    #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: "INSERT INTO note VALUES ('d')") }
    }
    try queue.close()
    #expect(throws: SealError.readOnly) { try file.settle() }
    #expect(throws: SealError.readOnly) { try file.compact() }
    #expect(throws: SealError.readOnly) { try file.removeSlot(0) }
    try file.close()
    #expect(try workshop.bytes() == before)
  }

  @Test(arguments: [(EROFS, SealError.readOnly), (EACCES, .permission), (EIO, .io(errno: EIO))])
  func `says why it cannot be opened for writing`(errno: Int32, error: SealError) throws {
    let workshop = try Workshop()
    try filled(workshop)
    let faults = Faults()
    faults.rule = Faults.Rule(call: "open", from: 1, errno: errno)
    #expect(throws: error) {
      _ = try SealedFile.open(
        at: workshop.path(), passphrase: secret(passphrase), through: faults.calls)
    }
  }

  @Test func `is held by one writer, or by readers`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let reader = try workshop.open(mode: .read)
    let second = try workshop.open(mode: .read)
    #expect(throws: SealError.inUse) { try workshop.open() }
    try reader.close()
    try second.close()
    let writer = try workshop.open()
    #expect(throws: SealError.inUse) { try workshop.open(mode: .read) }
    try writer.close()
  }
}
