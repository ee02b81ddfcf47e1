import GRDB
import Glibc
internal import Sealing
import Testing

/// Adds a table of about `megabytes`, and empties it again.
private func grow(_ queue: DatabaseQueue, megabytes: Int) throws {
  try queue.write { database in
    try database.execute(sql: "CREATE TABLE IF NOT EXISTS big (data BLOB)")
    for _ in 0..<megabytes {
      try database.execute(sql: "INSERT INTO big VALUES (randomblob(1 << 20))")
    }
  }
  try queue.write { try $0.execute(sql: "DELETE FROM big; PRAGMA incremental_vacuum") }
}

@Suite struct `Compaction` {
  @Test func `leaves the same data in a smaller file`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    let sequence = file.facts.sequence
    try file.withDatabase { queue in
      try grow(queue, megabytes: 3)
      let before = try workshop.bytes().count
      // Also while the database is open.
      try file.compact()
      #expect(try workshop.bytes().count < before / 10)
      try queue.write { try $0.execute(sql: "INSERT INTO note VALUES ('d')") }
      let check = try queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
      #expect(check == "ok")
    }
    #expect(file.facts.sequence > sequence)
    try file.close()
    #expect(workshop.names == ["my.vault"])
    #expect(try notes(try workshop.open(mode: .read)) == ["a", "b", "c", "d"])
  }

  @Test func `is done at the close when it is due`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    try file.withDatabase { try grow($0, megabytes: 6) }
    #expect(file.facts.isCompactionDue)
    try file.close()
    #expect(try workshop.bytes().count < 1 << 20)
    #expect(try notes(try workshop.open(mode: .read)) == ["a", "b", "c"])
  }

  @Test func `is done between the transactions of a long session`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    var wasCompacted = false
    try file.withDatabase { queue in
      try queue.write { try $0.execute(sql: "CREATE TABLE big (data BLOB)") }
      for step in 0..<12 {
        let before = file.facts.deadBytes
        try queue.write {
          try $0.execute(sql: "DELETE FROM big; INSERT INTO big VALUES (randomblob(1000000))")
        }
        file.compactIfDue()
        let facts = file.facts
        if facts.deadBytes < before { wasCompacted = true }
        #expect(try workshop.bytes().count <= 2 * Int(facts.liveBytes) + 4 << 20, "step \(step)")
      }
      #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM big") } == 1)
    }
    #expect(wasCompacted)
    try file.close()
    #expect(workshop.names == ["my.vault"])
    #expect(try notes(try workshop.open(mode: .read)) == ["a", "b", "c"])
  }

  @Test func `that cannot be done costs no transaction much`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let faults = Faults()
    let file = try SealedFile.open(
      at: workshop.path(), passphrase: secret(passphrase), through: faults.calls)
    try file.withDatabase { queue in
      try grow(queue, megabytes: 5)
      faults.rule = Faults.Rule(call: "rename", from: 1, errno: EACCES, once: false)
      faults.forget()
      for _ in 0..<10 {
        try queue.write { try $0.execute(sql: "INSERT INTO note VALUES ('d')") }
        file.compactIfDue()
      }
      #expect(faults.count(of: "rename") == 1)
    }
    faults.rule = nil
    try file.close()
    #expect(workshop.names == ["my.vault"])
    #expect(try notes(try workshop.open(mode: .read))?.count == 13)
  }

  @Test func `that a crash left half done is removed by the next writer`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    try workshop.write([1, 2, 3], "my.vault.compacting")
    try workshop.open(mode: .read).close()
    #expect(workshop.names == ["my.vault", "my.vault.compacting"])
    try workshop.open().close()
    #expect(workshop.names == ["my.vault"])
  }

  @Test(arguments: [("open", ENOSPC), ("pwrite", ENOSPC), ("sync", EIO), ("rename", EACCES)])
  func `that fails leaves the vault as it was`(call: String, errno: Int32) throws {
    let workshop = try Workshop()
    try filled(workshop)
    let before = try workshop.bytes()
    let faults = Faults()
    let file = try SealedFile.open(
      at: workshop.path(), passphrase: secret(passphrase), through: faults.calls)
    faults.rule = Faults.Rule(call: call, from: 1, errno: errno)
    #expect(throws: SealError.self) { try file.compact() }
    #expect(workshop.names == ["my.vault"])
    #expect(try workshop.bytes() == before)
    try file.withDatabase { queue in
      try queue.write { try $0.execute(sql: "INSERT INTO note VALUES ('d')") }
    }
    try file.close()
    #expect(try notes(try workshop.open(mode: .read)) == ["a", "b", "c", "d"])
  }

  @Test func `without room for it is no failure of the close`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let faults = Faults()
    let file = try SealedFile.open(
      at: workshop.path(), passphrase: secret(passphrase), through: faults.calls)
    try file.withDatabase { try grow($0, megabytes: 6) }
    // The first open is that of the new file.
    faults.rule = Faults.Rule(call: "open", from: 1, errno: ENOSPC)
    try file.close()
    #expect(workshop.names == ["my.vault"])
    #expect(try notes(try workshop.open(mode: .read)) == ["a", "b", "c"])
  }

  @Test func `is not done within a transaction`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    let queue = try file.database()
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA cache_size = 1; BEGIN; CREATE TABLE big (data BLOB)")
      try database.execute(sql: "INSERT INTO big VALUES (randomblob(1 << 20))")
      #expect(throws: SealError.databaseOpen) { try file.compact() }
      try database.execute(sql: "ROLLBACK; PRAGMA cache_size = -16384")
    }
    try file.compact()
    try queue.close()
    try file.close()
  }

  @Test func `under a new key locks every other secret out`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    try file.addPassphrase(secret("lost"), cost: .least)
    let old = try workshop.bytes()
    try file.rekey(passphrase: secret("new"), label: "after", cost: .least)
    #expect(file.slots.map(\.label) == ["after"])
    #expect(try notes(file) == ["a", "b", "c"])
    try file.addRecovery(secret("a recovery secret"))
    try file.close()

    for phrase in [passphrase, "lost"] {
      #expect(throws: SealError.wrongPassphrase) {
        _ = try SealedFile.open(at: workshop.path(), passphrase: secret(phrase))
      }
    }
    let again = try SealedFile.open(at: workshop.path(), passphrase: secret("new"))
    #expect(try notes(again) == ["a", "b", "c"])
    #expect(try again.checkEveryFrame() == [])
    try again.close()

    // The old header does not open the new log.
    let new = try workshop.bytes()
    try workshop.write(Array(old[..<16384]) + Array(new[16384...]))
    #expect(throws: SealError.self) { _ = try workshop.open() }
  }
}
