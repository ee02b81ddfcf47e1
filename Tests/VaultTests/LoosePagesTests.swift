internal import Foundation
internal import Records
internal import Sealing
internal import TestSupport
internal import Testing

@testable internal import Vault

/// Each page of a vault is damaged by itself, and several together: nothing is lost but what stood
/// on them. The pages of SQLite's own list of tables, and those above the rows, stand for no row.
@Suite struct `A damaged page` {
  private let folder = Folder()

  private struct Sample {
    let bytes: [UInt8]
    let records: [RecordID: Record]
    /// The most pages that each record can stand on.
    let pages: [RecordID: Int]
    let frames: [(kind: UInt8, place: Int, length: Int)]
  }

  /// Records of which some are longer than a page, with edits and a file; more than one leaf each.
  private func sample(compacted: Bool, first: Bool = false) throws -> Sample {
    Vault.remove(folder.vault)
    let vault =
      first
      ? try FirstShape.make(at: folder.vault)
      : try Vault.create(
        at: folder.vault, passphrase: passphrase(), person: person, cost: .least, at: morning)
    for number in 2...(isThorough ? 90 : 40) {
      let length = number.isMultiple(of: 9) ? 900 : 20
      let text = String(repeating: "Note \(number). ", count: length)
      try vault.apply(Change("add", at: noon, steps: [.add(note(number, text))]))
    }
    for number in stride(from: 4, to: 40, by: 7) {
      try vault.apply(Change("edit", at: noon, steps: [.update(note(number, "Changed \(number)"))]))
    }
    var withFile = note(200, "With a file")
    let bytes = FirstShape.bytes(600_000)
    if first {
      _ = try FirstShape.keep(bytes, in: vault, with: withFile)
    } else {
      withFile.attachments = [FileDigest.hex(of: bytes)]
      try vault.apply(
        Change(
          "attach", at: evening, steps: [.add(withFile)],
          files: [IncomingFile(name: "scan", mediaType: "image/png", bytes: bytes)]))
    }
    let records = try vault.everything()
    if compacted { try vault.file?.compact() }
    try vault.close()
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.vault)))
    return Sample(
      bytes: whole, records: Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) }),
      pages: Dictionary(
        uniqueKeysWithValues: records.map { record in
          // Its row, its version's row, the pages that this one runs over to; and the page that
          // says which file is with it.
          let length = FieldsJSON.text(record.fields, of: record.kind).utf8.count
          return (record.id, 3 + length / 4092 + 1)
        }), frames: frames(of: whole))
  }

  private func frames(of bytes: [UInt8]) -> [(kind: UInt8, place: Int, length: Int)] {
    var frames: [(kind: UInt8, place: Int, length: Int)] = []
    var place = 16_384
    while place + 36 <= bytes.count {
      let length = bytes[place + 4..<place + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
      frames.append((bytes[place], place, length + 36))
      place += length + 36
    }
    return frames
  }

  /// Damages frames, repairs, and tells which records are not there as they were, and whether the
  /// file is not.
  private func lost(
    _ sample: Sample, _ frames: [Int]
  ) throws -> (records: Set<RecordID>, isFileLost: Bool) {
    var bytes = sample.bytes
    for frame in frames {
      bytes[sample.frames[frame].place + sample.frames[frame].length / 2] ^= 1
    }
    try Data(bytes).write(to: URL(fileURLWithPath: folder.vault))
    let path = folder.path + "/repaired"
    Vault.remove(path)
    let damaged = try SealedFile.open(at: folder.vault, passphrase: passphrase(), mode: .salvage)
    let report = try Vault.repair(damaged, at: folder.vault, to: path, at: evening)
    try damaged.close()
    let vault = try Vault.open(at: path, passphrase: passphrase(), mode: .read)
    defer { try? vault.close() }
    #expect(try vault.verify().isSound, "frames \(frames)")
    let saved = try vault.everything()
    let lost = Set(sample.records.keys).subtracting(
      saved.filter { sample.records[$0.id]?.fields == $0.fields }.map(\.id))
    // What is lost is listed, or was saved as it was before.
    let listed = report.lostRecords.count + report.olderRecords.count
    #expect(listed == lost.count, "frames \(frames): \(report)")
    #expect(
      report.records + report.lostRecords.count == sample.records.count,
      "frames \(frames): every record is counted once: \(report)")
    let files = try vault.attachments()
    #expect(files.count + report.lostFiles == 1, "frames \(frames): \(report)")
    let isWith = saved.contains { $0.attachments == files.map(\.sha256) && !$0.attachments.isEmpty }
    return (lost, !isWith)
  }

  @Test(arguments: [(true, false), (false, false), (true, true), (false, true)])
  func `loses what stands on it and no more`(compacted: Bool, first: Bool) throws {
    let sample = try sample(compacted: compacted, first: first)
    var lostOn: [Int: Set<RecordID>] = [:]
    var timesLost: [RecordID: Int] = [:]
    var filesLost: Set<Int> = []
    let played = sample.frames.indices.filter { frame in
      isThorough || frame.isMultiple(of: compacted ? 9 : 41) || compacted && frame < 24
    }
    for frame in played {
      let (records, isFileLost) = try lost(sample, [frame])
      lostOn[frame] = records
      if isFileLost { filesLost.insert(frame) }
      for id in records { timesLost[id, default: 0] += 1 }
      if sample.frames[frame].kind != 1 {
        #expect(records.isEmpty && !isFileLost, "frame \(frame) holds no page")
      }
    }
    for (id, times) in timesLost {
      #expect(times <= sample.pages[id] ?? 0, "a record is lost \(times) times: \(id.text)")
    }
    guard compacted else { return }
    #expect(timesLost.count == sample.records.count || !isThorough, "each stands somewhere")
    var together = 0
    for seed in 1...(isThorough ? 400 : 5) {
      var random = Seeded(seed: UInt64(seed))
      let count = Int.random(in: 2...9, using: &random)
      let frames = (0..<count).map { _ in played.randomElement(using: &random) ?? 0 }
      let (records, isFileLost) = try lost(sample, Array(Set(frames)))
      let alone = frames.reduce(into: Set<RecordID>()) { $0.formUnion(lostOn[$1] ?? []) }
      #expect(records.isSubset(of: alone), "seed \(seed), frames \(frames)")
      #expect(!isFileLost || !filesLost.isDisjoint(with: frames), "seed \(seed)")
      together += 1
    }
    print(
      "check: repair: \(played.count) frames damaged one by one, \(together) times some of"
        + " them together: only what stood on them is lost")
  }

  @Test(arguments: [false, true])
  func `of the list of tables loses nothing, and neither do all of them`(first: Bool) throws {
    let sample = try sample(compacted: true, first: first)
    // SQLite keeps the first pages for the roots; in a compacted file frame n is page n + 1. None
    // of these tables is so small that its rows stand on its root.
    let schema = Array(0..<12)
    let all = try lost(sample, schema + [sample.frames.count - 1, sample.frames.count - 2])
    var alone: Set<RecordID> = []
    for frame in schema { alone.formUnion(try lost(sample, [frame]).records) }
    #expect(all.records == alone)
    #expect(all.records.count < sample.records.count / 2, "\(all.records.count) are lost")
    #expect(!all.isFileLost)
  }
}
