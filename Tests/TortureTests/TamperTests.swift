internal import Sealing
internal import TestSupport
import Testing

/// Somebody changes the file: it shows the same, or it is refused. Never anything else.
@Suite struct `A vault that somebody changed` {
  /// The bits of a range of bytes, each flipped alone.
  private func flip(_ judge: Judge, _ bytes: [UInt8], _ range: Range<Int>, every: Int) throws {
    var turn = 0
    for offset in range {
      for bit in 0..<8 {
        turn += 1
        guard turn % every == 0 else { continue }
        judge.patch(bytes[offset] ^ (1 << bit), at: offset)
        do {
          try judge.judge()
        } catch {
          Issue.record("bit \(bit) of byte \(offset): \(error)")
          return
        }
      }
      judge.patch(bytes[offset], at: offset)
    }
  }

  /// Two halves, so that two processors have work.
  @Test(arguments: [0, 1])
  func `in any one bit shows the same or is refused`(half: Int) throws {
    let specimen = try Specimen()
    let bytes = specimen.bytes
    let judge = Judge(specimen)
    let middle = bytes.count / 2
    let range = half == 0 ? 0..<middle : middle..<bytes.count
    try flip(judge, bytes, range, every: isThorough ? 1 : 211)
    report("every bit flipped, half \(half + 1) of \(bytes.count) bytes: \(judge.summary)")
  }

  @Test func `in the last commit, of which no close knows, loses at most that commit`() throws {
    let specimen = try Specimen(closing: false)
    let bytes = specimen.bytes
    let judge = Judge(specimen)
    let start = specimen.versions[specimen.versions.count - 2].count
    for offset in stride(from: 16384, to: bytes.count, by: isThorough ? 1 : 97) {
      judge.patch(bytes[offset] ^ 0x10, at: offset)
      // Such a commit looks like one whose sync never finished.
      try judge.judge(allowing: offset >= start ? [.same, .refused, .older] : [.same, .refused])
      judge.patch(bytes[offset], at: offset)
    }
    report("bytes flipped in a log that was not closed: \(judge.summary)")
    #expect(judge.counts[.older, default: 0] > 0)
  }

  @Test(arguments: [true, false])
  func `in its length shows the same or is refused`(isClosed: Bool) throws {
    let specimen = try Specimen(closing: isClosed)
    let bytes = specimen.bytes
    let judge = Judge(specimen)
    let start = specimen.versions[specimen.versions.count - 2].count
    // Shorter each time, in place.
    for length in stride(from: bytes.count, through: 0, by: isThorough ? -1 : -61) {
      judge.disk.nodes[0].seen.resize(to: length)
      try judge.judge(
        allowing: !isClosed && length >= start ? [.same, .refused, .older] : [.same, .refused])
    }
    report("every length, \(isClosed ? "closed" : "not closed"): \(judge.summary)")
    for more in [1, 35, 36, 4096, 5000] {
      judge.put(bytes + [UInt8](repeating: 2, count: more))
      #expect(try judge.judge() == .same)
    }
  }

  @Test func `in the places of its frames shows the same or is refused`() throws {
    let specimen = try Specimen(Specimen.steps + ["UPDATE note SET text = upper(text)"])
    let bytes = specimen.bytes
    let judge = Judge(specimen)
    let frames = Specimen.frames(bytes)
    #expect(frames.count > 9)
    for first in frames {
      for second in frames where second.start != first.start && second.count == first.count {
        // What stands at `second` is put at `first` too: superseded, live and newer ones alike.
        judge.replace(first.range, with: bytes[second.range])
        try judge.judge()
        // And the two are swapped.
        judge.replace(second.range, with: bytes[first.range])
        try judge.judge()
        judge.replace(first.range, with: bytes[first.range])
        judge.replace(second.range, with: bytes[second.range])
      }
    }
    // Frames of different lengths change the places of all between them.
    for first in frames {
      for second in frames where second.start > first.start && second.count != first.count {
        judge.put(
          Array(bytes[..<first.start]) + bytes[second.range]
            + bytes[first.range.upperBound..<second.start] + bytes[first.range]
            + bytes[second.range.upperBound...])
        try judge.judge()
      }
      // One frame taken out, or there twice.
      judge.put(Array(bytes[..<first.start]) + bytes[first.range.upperBound...])
      try judge.judge()
      judge.put(Array(bytes[..<first.range.upperBound]) + bytes[first.start...])
      try judge.judge()
    }
    judge.put(bytes)
    #expect(try judge.judge() == .same)
    report("frames swapped, put back, taken out or doubled: \(judge.summary)")
  }

  @Test func `in its header copies shows the same or is refused`() throws {
    let specimen = try Specimen()
    let other = try Specimen()
    let bytes = specimen.bytes
    let judge = Judge(specimen)
    let size = 8192
    func copy(_ bytes: [UInt8], _ index: Int) -> ArraySlice<UInt8> {
      bytes[index * size..<(index + 1) * size]
    }
    var sources = specimen.versions
    sources.append(other.bytes)
    for source in sources {
      for first in 0..<2 {
        for second in 0..<2 {
          // Both copies from there, in both orders; and one of them alone, in each place.
          judge.put(
            Array(copy(source, first)) + copy(source, second) + bytes[(2 * size)...])
          try judge.judge()
          judge.put(bytes)
          judge.replace(second * size..<(second + 1) * size, with: copy(source, first))
          try judge.judge()
        }
      }
    }
    report("older header copies, and those of another vault: \(judge.summary)")
  }

  /// Who puts both copies back from before a key was removed had a copy of the file, and that key
  /// opens it. The rows are those of now all the same.
  @Test func `in its header copies, for some with other keys, shows the same rows`() throws {
    let before = try Specimen(Array(Specimen.steps.prefix(2)))
    let disk = Disk()
    disk["my.vault"] = Content(before.bytes)
    let file = try Specimen.key.open(disk)
    try file.addRecovery(secret(Script.second), label: "second")
    try file.close()
    let after = try Specimen(from: disk["my.vault"]?.bytes ?? [], ["DELETE FROM note"])
    let judge = Judge(after)
    judge.put(Array(before.bytes[..<16384]) + after.bytes[16384...])
    #expect(try judge.judge(allowing: [.olderKeys]) == .olderKeys)
    for copy in 0..<2 {
      judge.put(after.bytes)
      let range = copy * 8192..<(copy + 1) * 8192
      judge.replace(range, with: before.bytes[range])
      #expect(try judge.judge() == .same)
    }
    report("header copies with other keys: \(judge.summary)")
  }

  @Test func `in its log, for another vault's or for that of a fork, is refused`() throws {
    let base = try Specimen(Array(Specimen.steps.prefix(2)))
    let specimen = try Specimen(from: base, ["INSERT INTO note VALUES ('third')"])
    let fork = try Specimen(from: base, ["INSERT INTO note VALUES ('fork!')"])
    let other = try Specimen()
    // The two parted before the last step of `specimen`; here they part after it.
    let here = try Specimen(from: specimen, ["INSERT INTO note VALUES ('here')"])
    let there = try Specimen(from: specimen, ["INSERT INTO note VALUES ('elsewhere')"])
    let judge = Judge(specimen)
    for source in [other, fork] {
      judge.put(Array(specimen.bytes[..<16384]) + source.bytes[16384...])
      #expect(try judge.judge() == .refused)
      judge.put(Array(source.bytes[..<16384]) + specimen.bytes[16384...])
      #expect(try judge.judge() == .refused)
    }
    let left = Judge(here)
    let right = Specimen.frames(there.bytes)
    for (frame, theirs) in zip(Specimen.frames(here.bytes), right)
    where frame.count == theirs.count {
      left.replace(frame.range, with: there.bytes[theirs.range])
      try left.judge()
      left.replace(frame.range, with: here.bytes[frame.range])
    }
    left.put(Array(here.bytes[..<16384]) + there.bytes[16384...])
    #expect(try left.judge() == .refused)
    report(
      "logs of another vault and of a fork: \(judge.summary); frames of a fork: \(left.summary)")
  }

  /// The file alone cannot tell that all of it is older, or of a copy. The note can.
  @Test func `as a whole, for an older one or a fork, is known by what this computer saw`() throws {
    let specimen = try Specimen()
    let judge = Judge(specimen)
    var rolledBack = 0
    for (index, version) in specimen.versions.dropLast().enumerated() {
      judge.put(version)
      #expect(try judge.judge(allowing: [.older]) == .older)
      guard case .older = try judge.standing(after: specimen.bytes) else {
        Issue.record("version \(index) is not named as older")
        return
      }
      rolledBack += 1
    }
    // A log that was not closed, cut at each of its commits: also an older copy.
    let open = try Specimen(from: specimen, ["DELETE FROM note"], closing: false)
    let cut = Judge(open)
    cut.put(specimen.bytes)
    guard case .older = try cut.standing(after: open.bytes) else {
      Issue.record("commits that were cut off are not named")
      return
    }
    // Two copies that went on separately, for one step or more, compacted or not.
    var forks = 0
    let here = try Specimen(from: specimen, ["INSERT INTO note VALUES ('here')"])
    for steps in [
      ["INSERT INTO note VALUES ('there')"],
      ["INSERT INTO note VALUES ('there')", "UPDATE note SET text = 'more'"],
      ["INSERT INTO note VALUES ('there')", "compact"],
      ["INSERT INTO note VALUES ('there')", "UPDATE note SET text = 'more'", "compact"],
    ] {
      let there = try Specimen(from: specimen, steps)
      let judge = Judge(there)
      #expect(try judge.judge() == .same)
      guard case .forked = try judge.standing(after: here.bytes) else {
        Issue.record("\(steps) is not named as a fork")
        return
      }
      forks += 1
    }
    report("seen by the note of this computer: \(rolledBack + 1) rollbacks, \(forks) forks")
  }
}
