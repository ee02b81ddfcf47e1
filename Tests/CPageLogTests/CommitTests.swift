import CPageLog
import Testing

@Suite struct `A transaction of the page log` {
  @Test func `sees its own pages, and only then the committed ones`() throws {
    let file = try LogFile()
    #expect(file.create() == 0)
    #expect(file.write(1, version: 1) == 0)
    #expect(file.write(3, version: 1) == 0)
    #expect(file.pages == 3)
    #expect(isEqual(file.read(3).bytes, LogFile.page(3, version: 1)))
    // Page 2 was never written: zeros, and no failure.
    #expect(file.read(2).result == 0)
    #expect(file.read(2).bytes.allSatisfy { $0 == 0 })
    #expect(file.sequence == 0)
    #expect(file.commit() == 0)
    #expect(file.sequence == 1)
    #expect(file.read(4).result != 0)
  }

  @Test func `is gone when it is not committed`() throws {
    let file = try LogFile()
    let story = try file.writeStory()
    #expect(file.write(1, version: 3) == 0)
    #expect(file.open() == 0)
    #expect(file.sequence == 6)
    #expect(story.mismatch(file) == nil)
  }

  @Test func `of nothing is nothing`() throws {
    let file = try LogFile()
    _ = try file.writeStory()
    let size = try file.bytes().count
    #expect(file.commit() == 0)
    #expect(file.sequence == 6)
    #expect(try file.bytes().count == size)
  }

  @Test func `writes a page that changed twice only once while it is in the buffer`() throws {
    let file = try LogFile()
    #expect(file.create() == 0)
    for version in 1...9 { #expect(file.write(1, version: version) == 0) }
    #expect(file.commit() == 0)
    #expect(isEqual(file.read(1).bytes, LogFile.page(1, version: 9)))
    // The page, and the commit up to the end of the block.
    #expect(try file.bytes().count == Int(NV_LOG_START) + 2 * 4096)
  }

  @Test func `ends at a block, so that the next one rewrites none`() throws {
    let file = try LogFile()
    let story = try file.writeStory()
    #expect(story.ends.allSatisfy { $0.isMultiple(of: 4096) })
    for pages in 1...40 as ClosedRange<UInt32> {
      for number in 1...pages { #expect(file.write(number, version: 1) == 0) }
      #expect(file.commit() == 0)
      #expect(try file.bytes().count.isMultiple(of: 4096))
    }
    #expect(file.open(mode: NV_OPEN_READ) == 0)
    #expect(file.sequence == 46)
  }

  @Test func `goes through a full buffer`() throws {
    let file = try LogFile()
    #expect(file.create() == 0)
    for number in 1...600 as ClosedRange<UInt32> {
      #expect(file.write(number, version: 1) == 0)
    }
    // Written out by now, one of them by half: a second frame, and the first is dead.
    for number in 1...600 as ClosedRange<UInt32> {
      guard isEqual(file.read(number).bytes, LogFile.page(number, version: 1)) else {
        Issue.record("page \(number) of a transaction")
        break
      }
    }
    #expect(file.write(1, version: 2) == 0)
    #expect(file.commit() == 0)
    #expect(file.facts.nLive == 600)
    #expect(file.open(mode: NV_OPEN_READ) == 0)
    #expect(isEqual(file.read(1).bytes, LogFile.page(1, version: 2)))
    for number in 2...600 as ClosedRange<UInt32> {
      guard isEqual(file.read(number).bytes, LogFile.page(number, version: 1)) else {
        Issue.record("page \(number)")
        break
      }
    }
  }

  @Test func `that shrinks and grows again shows no page from before`() throws {
    let file = try LogFile()
    #expect(file.create() == 0)
    for number in 1...4 as ClosedRange<UInt32> {
      #expect(file.write(number, version: 1) == 0)
    }
    #expect(file.commit() == 0)
    #expect(file.resize(1) == 0)
    #expect(file.write(4, version: 2) == 0)
    #expect(file.read(2).bytes.allSatisfy { $0 == 0 })
    #expect(file.commit() == 0)
    for reopened in [false, true] {
      if reopened { #expect(file.open(mode: NV_OPEN_READ) == 0) }
      #expect(file.pages == 4)
      #expect(isEqual(file.read(1).bytes, LogFile.page(1, version: 1)))
      #expect(file.read(2).result == 0 && file.read(2).bytes.allSatisfy { $0 == 0 })
      #expect(file.read(3).result == 0 && file.read(3).bytes.allSatisfy { $0 == 0 })
      #expect(isEqual(file.read(4).bytes, LogFile.page(4, version: 2)))
    }
  }

  @Test func `is refused when the log was opened to be read`() throws {
    let file = try LogFile()
    _ = try file.writeStory()
    #expect(file.open(mode: NV_OPEN_READ) == 0)
    #expect(file.write(1, version: 1) == NV_READONLY.code)
    #expect(file.settle() == NV_READONLY.code)
  }

  @Test func `is refused under a key that sealed too much`() throws {
    let file = try LogFile()
    _ = try file.writeStory()
    file.anchor.nSeal = NV_SEALS_REFUSE - 40
    #expect(file.open() == 0)
    var result: Int32 = 0
    for version in 1...60 where result == 0 {
      result = file.write(1, version: version)
      if result == 0 { result = file.commit() }
    }
    #expect(result == NV_WORN.code)
  }
}
