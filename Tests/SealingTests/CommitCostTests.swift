import GRDB
import Glibc
internal import Sealing
import Testing

/// What a transaction asks of the disk, counted in the table of file calls.
@Suite struct `The cost of a commit` {
  private func open(_ workshop: Workshop, _ faults: Faults) throws -> SealedFile {
    try SealedFile.open(
      at: workshop.path(), passphrase: secret(passphrase), through: faults.calls)
  }

  private func insert(_ queue: DatabaseQueue, _ text: String) throws {
    try queue.write { try $0.execute(sql: "INSERT INTO note VALUES (?)", arguments: [text]) }
  }

  private func size(_ workshop: Workshop) -> (bytes: Int, blocks: Int) {
    var status = stat()
    unsafe stat(workshop.path(), &status)
    return (Int(status.st_size), Int(status.st_blocks) * 512)
  }

  @Test(arguments: [false, true])
  func `is one write and one sync`(_ refusesDirect: Bool) throws {
    let workshop = try Workshop()
    try filled(workshop)
    let faults = Faults()
    faults.refusesDirect = refusesDirect
    let file = try open(workshop, faults)
    try file.withDatabase { queue in
      for index in 0..<400 {
        faults.forget()
        try insert(queue, "note \(index)")
        // The first one also writes the header copies once more: see `nv_log_secure_head()`.
        #expect(faults.count(of: "pwrite") == (index == 0 ? 2 : 1))
        #expect(faults.count(of: "datasync") == 1)
        #expect(faults.count(of: "sync") == 0 && faults.count(of: "truncate") == 0)
      }
    }
    try file.close()
    #expect(try notes(try workshop.open(mode: .read))?.count == 403)
  }

  @Test func `is nothing for a transaction that changes nothing or is taken back`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let faults = Faults()
    let file = try open(workshop, faults)
    try file.withDatabase { queue in
      faults.forget()
      try queue.write { try $0.execute(sql: "DELETE FROM note WHERE text = 'none'") }
      try queue.inTransaction {
        try $0.execute(sql: "DELETE FROM note")
        return .rollback
      }
      #expect(faults.count(of: "pwrite") == 0 && faults.count(of: "datasync") == 0)
    }
    try file.close()
  }

  @Test func `may be space ahead of the end, which nobody sees and a close gives back`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let faults = Faults()
    let file = try open(workshop, faults)
    try file.withDatabase { queue in
      for index in 0..<20 {
        try insert(queue, "note \(index)")
        // The size is where the log ends: a copy made now ends with a commit.
        let facts = file.facts
        #expect(size(workshop).bytes == 16_384 + Int(facts.liveBytes + facts.deadBytes))
      }
    }
    #expect(faults.count(of: "reserve") == 1)
    try file.close()
    #expect(size(workshop).blocks <= size(workshop).bytes + 65_536)
  }

  @Test(arguments: [ENOSPC, EOPNOTSUPP, EIO])
  func `is the same where no space can be had ahead`(_ reason: Int32) throws {
    let workshop = try Workshop()
    try filled(workshop)
    let faults = Faults()
    let file = try open(workshop, faults)
    faults.rule = Faults.Rule(call: "reserve", from: 1, errno: reason, once: false)
    try file.withDatabase { queue in
      for index in 0..<20 { try insert(queue, "note \(index)") }
    }
    #expect(faults.count(of: "reserve") == 1)
    try file.close()
    #expect(try notes(try workshop.open(mode: .read))?.count == 23)
  }
}
