import GRDB
internal import Sealing
import Testing

@Suite struct `Two header copies` {
  @Test func `are made whole again by the next writer`() throws {
    for copy in 0..<2 {
      let workshop = try Workshop()
      try filled(workshop)
      var bytes = try workshop.bytes()
      for offset in 0..<8192 { bytes[copy * 8192 + offset] = 0xee }
      try workshop.write(bytes)

      let reader = try workshop.open(mode: .read)
      #expect(try notes(reader) == ["a", "b", "c"])
      try reader.close()
      #expect(try workshop.bytes() == bytes)

      let writer = try workshop.open()
      try writer.close()
      var healed = try workshop.bytes()
      #expect(Array(healed[copy * 8192..<copy * 8192 + 8]) == Array("netvault".utf8))
      // The healed copy opens alone.
      for offset in 0..<8192 { healed[(1 - copy) * 8192 + offset] = 0xee }
      try workshop.write(healed)
      #expect(try notes(try workshop.open(mode: .read)) == ["a", "b", "c"])
    }
  }

  @Test func `from before still lead to the newest commit`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let old = try workshop.bytes()
    let file = try workshop.open()
    try file.withDatabase { queue in
      try queue.write { try $0.execute(sql: "INSERT INTO note VALUES ('d')") }
    }
    try file.close()
    let new = try workshop.bytes()
    try workshop.write(Array(old[..<16384]) + Array(new[16384...]))
    #expect(try notes(try workshop.open(mode: .read)) == ["a", "b", "c", "d"])
  }

  @Test func `from before a compaction do not open what came after`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let old = try workshop.bytes()
    let file = try workshop.open()
    try file.compact()
    try file.close()
    let new = try workshop.bytes()
    try workshop.write(Array(old[..<16384]) + Array(new[16384...]))
    #expect(throws: SealError.self) { _ = try workshop.open(mode: .read) }
  }

  @Test func `are brought together by the writer after a crash between them`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let before = try workshop.bytes()
    let file = try workshop.open()
    try file.addPassphrase(secret("second"), cost: .least)
    try file.close()
    let after = try workshop.bytes()

    for copy in 0..<2 {
      // One copy with the new slot, one from before.
      var mixed = before
      mixed.replaceSubrange(
        copy * 8192..<copy * 8192 + 8192, with: after[copy * 8192..<copy * 8192 + 8192])
      try workshop.write(mixed)
      let writer = try workshop.open()
      #expect(writer.slots.count == 2)
      try writer.close()
      // Now either copy alone has it.
      for damaged in 0..<2 {
        var bytes = try workshop.bytes()
        bytes[damaged * 8192 + 100] ^= 1
        try workshop.write(bytes, "one.vault")
        let alone = try SealedFile.open(
          at: workshop.path("one.vault"), passphrase: secret("second"), mode: .read)
        #expect(alone.slots.count == 2)
      }
    }
  }
}
