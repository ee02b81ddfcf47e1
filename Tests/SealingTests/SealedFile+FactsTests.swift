import GRDB
internal import Sealing
import Testing

@Suite struct `Facts of a sealed file` {
  @Test func `count what is there`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    #expect(file.facts.sequence == 0)
    #expect(file.facts.seals == 0)
    #expect(file.facts.created > 1_700_000_000)
    try file.withDatabase { queue in
      try queue.write { try $0.execute(sql: "CREATE TABLE note (text TEXT)") }
    }
    // The first commit is SQLite's own page 1, made when auto_vacuum is set.
    let facts = file.facts
    #expect(facts.sequence == 2)
    #expect(facts.pages == 3)
    #expect(facts.liveFrames == 3)
    #expect(facts.seals == 6)
    #expect(facts.liveBytes == 3 * (4096 + 36))
    // One page and three, each with a commit that ends at a block.
    #expect(facts.deadBytes == 2 * 4096 + 4 * 4096 - facts.liveBytes)
    #expect(!facts.isRekeyDue && !facts.isCompactionDue)
    try file.close()
    #expect(file.facts.sequence == 0)
  }

  @Test func `keep count of the seals from one opening to the next`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    let seals = file.facts.seals
    #expect(seals > 8)
    try file.withDatabase { queue in
      try queue.write { try $0.execute(sql: "INSERT INTO note VALUES ('d')") }
    }
    let more = file.facts.seals
    #expect(more > seals)
    // Without a clean close the header does not know of the last ones: they are counted again.
    try workshop.write(try workshop.bytes(), "copy.vault")
    #expect(try workshop.open("copy.vault", mode: .read).facts.seals == more)
    try file.close()
  }

  @Test func `name every page that is damaged`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let whole = try workshop.open()
    var steps: [UInt32] = []
    #expect(try whole.checkEveryFrame { done, _ in steps.append(done) } == [])
    #expect(steps.last == whole.facts.pages)
    try whole.close()

    // The first frame is page 1 of the first commit, superseded since; the last ones are live.
    var bytes = try workshop.bytes()
    bytes[16384 + 500] ^= 1
    try workshop.write(bytes)
    #expect(try workshop.open(mode: .read).checkEveryFrame() == [])
    let lastPage = try #require(pageFrames(bytes).last) + 500
    bytes[lastPage] ^= 1
    try workshop.write(bytes)
    let damaged = try workshop.open(mode: .read)
    #expect(try damaged.checkEveryFrame().count == 1)
  }

  @Test func `are checked but for those that were read, and come to the same`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    var bytes = try workshop.bytes()
    for round in 0..<3 {
      let file = try workshop.open(mode: .read)
      let alone = try file.checkEveryFrame()
      #expect(alone.isEmpty == (round == 0))
      try file.watchReads()
      #expect(try file.checkEveryFrame(butRead: true) == alone)
      _ = try? notes(file)
      #expect(try file.checkEveryFrame(butRead: true) == alone, "what is damaged was never read")
      try file.close()
      bytes[try #require(pageFrames(bytes).last) + 700 + round] ^= 1
      try workshop.write(bytes)
    }
  }

  @Test func `are not looked at again once they were read, until something is committed`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    // Far more than what is read ahead of a scan.
    func write() throws {
      try file.withDatabase { queue in
        try queue.write { database in
          for _ in 0..<200 {
            try database.execute(sql: "INSERT INTO note VALUES (hex(randomblob(3000)))")
          }
        }
      }
    }
    try write()
    try file.watchReads()
    _ = try notes(file)
    let bytes = try workshop.bytes()
    for frame in pageFrames(bytes) { workshop.patch(bytes[frame + 500] ^ 1, at: frame + 500) }
    let all = try file.checkEveryFrame().count
    #expect(all > 200)
    #expect(try file.checkEveryFrame(butRead: true).count < all / 10)
    for frame in pageFrames(bytes) { workshop.patch(bytes[frame + 500], at: frame + 500) }
    try write()
    for frame in pageFrames(bytes) { workshop.patch(bytes[frame + 500] ^ 1, at: frame + 500) }
    #expect(try file.checkEveryFrame(butRead: true) == file.checkEveryFrame())
  }

  @Test func `cannot be watched within a transaction`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    try file.withDatabase { queue in
      try queue.inDatabase { try $0.execute(sql: "PRAGMA cache_size = 1; PRAGMA cache_spill = 1") }
      try queue.inTransaction { database in
        for _ in 0..<50 {
          try database.execute(sql: "INSERT INTO note VALUES (hex(randomblob(3000)))")
        }
        #expect(throws: SealError.self) { try file.watchReads() }
        return .rollback
      }
    }
    try file.close()
  }

  @Test func `say why SQLite could not read`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    var bytes = try workshop.bytes()
    for frame in pageFrames(bytes) { bytes[frame + 500] ^= 1 }
    try workshop.write(bytes)
    let file = try workshop.open(mode: .read)
    #expect(file.failure == nil)
    #expect(throws: (any Error).self) { try notes(file) }
    #expect(file.failure == .damaged(.page))
  }
}

/// Where the frames of pages begin.
func pageFrames(_ bytes: [UInt8]) -> [Int] {
  var frames: [Int] = []
  var offset = 16_384
  while offset + 8 <= bytes.count {
    let length = (0..<4).reduce(0) { $0 | Int(bytes[offset + 4 + $1]) << (8 * $1) }
    if bytes[offset] == 1 { frames.append(offset) }
    offset += length + 36
  }
  return frames
}
