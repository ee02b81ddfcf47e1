internal import Foundation
internal import Records
internal import Sealing
internal import TestSupport
internal import Testing

@testable internal import Vault

/// Bytes are flipped, cut off and overwritten in a real file; what could be read before is saved.
@Suite struct `Repairing a damaged vault` {
  /// A vault of many saves, with edits, a bin and files, and every version that ever was.
  private struct Sample {
    let bytes: [UInt8]
    /// Each record's versions as they were made, by its id: fields in words.
    let versions: Set<String>
    let files: Set<String>
  }

  private static func words(_ record: Record, removed: Bool) -> String {
    "\(record.id.text) \(record.kind) \(removed) "
      + FieldsJSON.text(record.fields, of: record.kind)
  }

  private func sample(_ folder: Folder, compacted: Bool) throws -> Sample {
    let vault = try Vault.create(
      at: folder.vault, passphrase: passphrase(), person: person, cost: .least, at: morning)
    // Few enough that nothing is compacted by itself.
    for number in 2..<75 {
      try vault.apply(
        Change(
          "add", at: noon,
          steps: [.add(note(number, String(repeating: "Note \(number). ", count: 30)))]))
    }
    for number in stride(from: 2, to: 75, by: 3) {
      try vault.apply(
        Change("edit", at: noon, steps: [.update(note(number, "Changed note \(number)"))]))
    }
    try vault.apply(Change("remove", at: evening, steps: [.remove(id(5)), .remove(id(6))]))
    var withFile = note(200, "With a file")
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    withFile.attachments = [FileDigest.hex(of: bytes)]
    try vault.apply(
      Change(
        "attach", at: evening, steps: [.add(withFile)],
        files: [IncomingFile(name: "scan", mediaType: "image/png", bytes: bytes)]))
    let history = try vault.history()
    if compacted { try vault.file?.compact() }
    try vault.close()
    return Sample(
      bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.vault))),
      versions: Set(history.map { Self.words($0.record, removed: $0.what == .removed) }),
      files: [FileDigest.hex(of: bytes)])
  }

  /// What can be read without any repair: all records outside the bin.
  private func readable(_ folder: Folder) -> [Record] {
    guard let vault = try? Vault.open(at: folder.vault, passphrase: passphrase(), mode: .read)
    else { return [] }
    defer { try? vault.close() }
    return (try? vault.readable().records) ?? []
  }

  private func repair(_ folder: Folder) throws -> (report: RepairReport, vault: Vault) {
    let path = folder.path + "/repaired"
    Vault.remove(path)
    let damaged = try SealedFile.open(
      at: folder.vault, passphrase: passphrase(), mode: .salvage)
    let report = try Vault.repair(damaged, at: folder.vault, to: path, at: evening)
    try damaged.close()
    return (report, try Vault.open(at: path, passphrase: passphrase(), mode: .read))
  }

  private func check(
    _ folder: Folder, _ sample: Sample, _ words: String
  ) throws -> RepairReport {
    let before = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.vault)))
    let readable = readable(folder)
    let (report, vault) = try repair(folder)
    defer { try? vault.close() }
    #expect(
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.vault))) == before,
      "\(words): the damaged file is left as it is")
    let verified = try vault.verify()
    #expect(verified.isSound, "\(words): \(verified)")
    let saved = Dictionary(uniqueKeysWithValues: try vault.everything().map { ($0.id, $0) })
    for record in readable {
      #expect(saved[record.id]?.fields == record.fields, "\(words): a readable record is there")
    }
    for entry in try vault.history() where !report.isOwnerLost || entry.record.kind != .person {
      #expect(
        sample.versions.contains(Self.words(entry.record, removed: entry.what == .removed)),
        "\(words): nothing is made up")
    }
    for file in try vault.attachments() { #expect(sample.files.contains(file.sha256)) }
    return report
  }

  private func damage(_ folder: Folder, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.vault))
  }

  @Test func `saves everything of a vault that has none`() throws {
    let folder = Folder()
    let sample = try sample(folder, compacted: false)
    let report = try check(folder, sample, "sound")
    #expect(report.isComplete)
    #expect(report.records == 75)
    #expect(report.files == 1)
    Vault.remove(folder.path + "/repaired")
  }

  @Test func `saves all but what is gone, wherever bytes are flipped`() throws {
    let folder = Folder()
    defer { Vault.remove(folder.path + "/repaired") }
    var complete = 0
    var total = 0
    for compacted in [false, true] {
      Vault.remove(folder.vault)
      let sample = try sample(folder, compacted: compacted)
      for seed in 1...(isThorough ? 300 : 5) {
        var random = Seeded(seed: UInt64(seed))
        var bytes = sample.bytes
        for _ in 0..<Int.random(in: 1...12, using: &random) {
          let place = Int.random(in: 16_384..<bytes.count, using: &random)
          bytes[place] ^= UInt8.random(in: 1...255, using: &random)
        }
        try damage(folder, bytes)
        let report = try check(folder, sample, "compacted \(compacted), seed \(seed)")
        total += 1
        if report.isComplete { complete += 1 }
      }
    }
    print("check: repair: \(total) vaults with flipped bytes, \(complete) saved in full")
  }

  @Test func `saves what stands before and behind a torn stretch, and of any prefix`() throws {
    let folder = Folder()
    defer { Vault.remove(folder.path + "/repaired") }
    let sample = try sample(folder, compacted: false)
    var total = 0
    for seed in 1...(isThorough ? 200 : 6) {
      var random = Seeded(seed: UInt64(seed))
      var bytes = sample.bytes
      if seed.isMultiple(of: 2) {
        bytes.removeLast(Int.random(in: 1..<(bytes.count - 16_384), using: &random))
      } else {
        let start = Int.random(in: 16_384..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 1...40_000, using: &random))
        for place in start..<end { bytes[place] = UInt8.random(in: 0...255, using: &random) }
      }
      try damage(folder, bytes)
      _ = try check(folder, sample, "seed \(seed)")
      total += 1
    }
    print("check: repair: \(total) vaults torn or cut short")
  }

  @Test func `reads the saves behind one whose own mark is gone`() throws {
    let folder = Folder()
    defer { Vault.remove(folder.path + "/repaired") }
    let sample = try sample(folder, compacted: false)
    // The frames of the log, by their heads: commits are of kind 2.
    var commits: [Int] = []
    var place = 16_384
    while place + 36 <= sample.bytes.count {
      let length = sample.bytes[place + 4..<place + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
      if sample.bytes[place] == 2 { commits.append(place) }
      place += length + 36
    }
    #expect(commits.count > 30)
    for index in stride(from: 3, to: commits.count, by: isThorough ? 1 : 17) {
      for byte in [0, 4, 30] {
        var bytes = sample.bytes
        bytes[commits[index] + byte] ^= 0x41
        try damage(folder, bytes)
        let report = try check(folder, sample, "commit \(index), byte \(byte)")
        #expect(report.isComplete, "commit \(index), byte \(byte): \(report)")
        #expect(report.lostSaves == 1)
      }
    }
  }
}

/// SplitMix64: the same numbers for the same seed.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
