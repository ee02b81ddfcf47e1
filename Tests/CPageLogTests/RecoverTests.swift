import CPageLog
import Glibc
import Testing

@Suite struct `Opening a page log` {
  @Test func `finds the last commit again`() throws {
    let file = try LogFile()
    let story = try file.writeStory()
    #expect(file.open(mode: NV_OPEN_READ) == 0)
    #expect(file.sequence == 6)
    #expect(story.mismatch(file) == nil)
  }

  @Test func `at every length finds a committed state`() throws {
    let file = try LogFile()
    let story = try file.writeStory()
    file.close()
    let whole = try file.bytes().count
    #expect(story.ends.last == whole)
    for length in stride(from: whole, through: Int(NV_LOG_START), by: -1) {
      // Shorter each time, in place: quicker than to write it anew.
      try file.cut(to: length)
      let result = file.open(mode: NV_OPEN_READ)
      guard result == 0 else {
        Issue.record("length \(length): result \(result)")
        break
      }
      let last = story.ends.lastIndex { $0 <= length }
      guard Int(file.sequence) == last, story.mismatch(file) == nil else {
        Issue.record("length \(length): sequence \(file.sequence)")
        break
      }
    }
  }

  @Test func `says that it was cut when it ends before the clean close`() throws {
    let file = try LogFile()
    let story = try file.writeStory()
    #expect(file.settle() == 0)
    file.close()
    for length in stride(from: story.ends[6] - 1, through: Int(NV_LOG_START), by: -97) {
      try file.cut(to: length)
      #expect(file.open(mode: NV_OPEN_READ) == NV_CUT.code)
      #expect(file.open() == NV_CUT.code)
      #expect(file.open(mode: NV_OPEN_SALVAGE) == 0)
      #expect(story.mismatch(file) == nil)
      file.close()
    }
  }

  @Test func `with any byte changed shows the same data or fails, after a clean close`() throws {
    let file = try LogFile()
    let story = try file.writeStory()
    #expect(file.settle() == 0)
    file.close()
    try everyFlip(file, story) { _, _ in 6 }
  }

  @Test func `with any byte changed loses at most the commit that was not proved`() throws {
    let file = try LogFile()
    let story = try file.writeStory()
    file.close()
    // Nothing follows the sixth commit, so a fault in it looks like a crash.
    try everyFlip(file, story) { offset, sequence in
      offset >= story.ends[5] && sequence == 5 ? 5 : 6
    }
  }

  /// Flips every byte of the log, one after the other.
  private func everyFlip(
    _ file: LogFile, _ story: Story, allowed: (_ offset: Int, _ sequence: Int) -> Int
  ) throws {
    let bytes = try file.bytes()
    for offset in Int(NV_LOG_START)..<bytes.count {
      file.patch([bytes[offset] ^ 0x41], at: offset)
      let result = file.open(mode: NV_OPEN_READ)
      if result == 0 {
        let sequence = Int(file.sequence)
        guard sequence == allowed(offset, sequence), story.mismatch(file) == nil else {
          Issue.record("byte \(offset): sequence \(sequence)")
          return
        }
      } else if result != NV_DAMAGED.code {
        Issue.record("byte \(offset): result \(result)")
        return
      }
      file.close()
      file.patch([bytes[offset]], at: offset)
    }
  }

  @Test func `never shows one page's frame as another's`() throws {
    let file = try LogFile()
    let story = try file.writeStory()
    #expect(file.settle() == 0)
    file.close()
    let bytes = try file.bytes()
    let frames = pageFrames(bytes)
    #expect(frames.count == 11)
    for first in frames {
      for second in frames where second != first {
        // What lies at `second` is put at `first`: swapped, superseded and newer frames alike.
        let before = file.patch(Array(bytes[second..<second + LogFile.frame]), at: first)
        let result = file.open(mode: NV_OPEN_READ)
        #expect(result == 0 || result == NV_DAMAGED.code)
        if result == 0 {
          #expect(file.sequence == 6)
          #expect(story.mismatch(file) == nil)
        }
        file.close()
        file.patch(before, at: first)
      }
    }
  }

  /// The offsets of all page frames.
  private func pageFrames(_ bytes: [UInt8]) -> [Int] {
    var offsets: [Int] = []
    var offset = Int(NV_LOG_START)
    while offset + 8 <= bytes.count {
      let length = (0..<4).reduce(0) { $0 | Int(bytes[offset + 4 + $1]) << (8 * $1) }
      if bytes[offset] == UInt8(NV_KIND_PAGE) { offsets.append(offset) }
      offset += length + Int(NV_FRAME_MORE)
    }
    return offsets
  }

  @Test func `does not take another vault's frames`() throws {
    let file = try LogFile()
    _ = try file.writeStory()
    file.close()
    file.anchor = LogFile.blank(id: 2)
    #expect(file.open(mode: NV_OPEN_READ) == 0)
    #expect(file.sequence == 0)
    #expect(file.pages == 0)
  }

  @Test func `tells damage from a torn tail by the commit behind it`() throws {
    let file = try LogFile()
    let story = try file.writeStory()
    file.close()
    // A whole commit of zeros in the middle, and two good ones behind it.
    let hole = [UInt8](repeating: 0, count: story.ends[4] - story.ends[3])
    file.patch(hole, at: story.ends[3])
    #expect(file.open() == NV_DAMAGED.code)
    #expect(file.open(mode: NV_OPEN_SALVAGE) == 0)
    #expect(file.sequence == 3)
    #expect(story.mismatch(file) == nil)
  }

  @Test func `cuts the tail off only to write`() throws {
    let file = try LogFile()
    let story = try file.writeStory()
    file.close()
    let torn = try file.bytes() + [UInt8](repeating: 1, count: 5000)
    try file.replace(torn)
    #expect(file.open(mode: NV_OPEN_READ) == 0)
    #expect(file.facts.nTailByte == 5000)
    file.close()
    #expect(isEqual(try file.bytes(), torn))
    #expect(file.open() == 0)
    #expect(story.mismatch(file) == nil)
    file.close()
    #expect(try file.bytes().count == torn.count - 5000)
  }

  @Test func `does not believe a length that the file does not have`() throws {
    let file = try LogFile()
    _ = try file.writeStory()
    file.close()
    let end = try file.bytes().count
    let huge: [UInt8] = [UInt8(NV_KIND_COMMIT), 0, 0, 0, 0xff, 0xff, 0xff, 0xff]
    try file.replace(try file.bytes() + huge + [UInt8](repeating: 0, count: 100))
    #expect(file.open() == 0)
    #expect(file.sequence == 6)
    file.close()
    #expect(try file.bytes().count == end)
  }

  @Test func `starts from the map`() throws {
    let file = try LogFile()
    #expect(file.create() == 0)
    for version in 1...300 {
      #expect(file.write(UInt32(1 + version % 5), version: version % 200 + 1) == 0)
      #expect(file.commit() == 0)
    }
    #expect(file.settle() == 0)
    #expect(file.anchor.iMap > 0)
    #expect(file.facts.nChainByte == 0)
    #expect(file.write(1, version: 9) == 0)
    #expect(file.commit() == 0)
    #expect(file.open(mode: NV_OPEN_READ) == 0)
    #expect(file.sequence == 301)
    #expect(isEqual(file.read(1).bytes, LogFile.page(1, version: 9)))
    #expect(isEqual(file.read(2).bytes, LogFile.page(2, version: 296 % 200 + 1)))

    // Any byte of the map changed: refused, never taken without.
    let map = Int(file.anchor.iMap)
    let bytes = try file.bytes()
    for offset in [map, map + 4, map + 8, map + 20, map + 60, map + 100] {
      let before = file.patch([bytes[offset] ^ 0x41], at: offset)
      #expect(file.open(mode: NV_OPEN_READ) == NV_DAMAGED.code, "byte \(offset - map)")
      file.close()
      file.patch(before, at: offset)
    }
  }
}

extension LogFile {
  func cut(to length: Int) throws {
    guard unsafe truncate(path, length) == 0 else { throw Failure() }
  }
}
