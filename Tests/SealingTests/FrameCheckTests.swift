import GRDB
internal import Sealing
import Testing

@Suite struct `A check of every frame beside other reading` {
  @Test func `says the same as one alone`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    var bytes = try workshop.bytes()
    for round in 0..<3 {
      let file = try workshop.open(mode: .read)
      let check = try file.startFrameCheck()
      let alone = try file.checkEveryFrame()
      #expect(alone.isEmpty == (round == 0))
      #expect(check.pages == file.facts.pages)
      #expect(try check.finish() == alone)
      try file.close()
      bytes[try #require(pageFrames(bytes).last) + 700 + round] ^= 1
      try workshop.write(bytes)
    }
  }

  @Test func `is not begun within a transaction`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    try file.withDatabase { queue in
      try queue.inDatabase { try $0.execute(sql: "PRAGMA cache_size = 1; PRAGMA cache_spill = 1") }
      try queue.inTransaction { database in
        for _ in 0..<50 {
          try database.execute(sql: "INSERT INTO note VALUES (hex(randomblob(3000)))")
        }
        #expect(throws: SealError.self) { try file.startFrameCheck() }
        return .rollback
      }
    }
    try file.close()
  }
}
