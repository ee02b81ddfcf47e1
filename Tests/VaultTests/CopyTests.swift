internal import Foundation
internal import Records
internal import Sealing
internal import TestSupport
internal import Testing

@testable internal import Vault

/// A vault is one file that only grows: a plain copy of it, taken at any moment, is a vault.
@Suite struct `A plain copy` {
  private let folder = Folder()

  private func add(_ number: Int, to vault: Vault) throws {
    try vault.apply(
      Change(
        "add", at: noon, steps: [.add(note(number, String(repeating: "\(number) ", count: 50)))]))
  }

  /// Copies with plain reads, as a cloud folder's program does, which knows of no lock.
  private func copy(_ from: String, to: String, _ random: inout Seeded) throws {
    let source = try FileHandle(forReadingFrom: URL(fileURLWithPath: from))
    var bytes = Data()
    let piece = Int.random(in: 1_000...60_000, using: &random)
    while let read = try source.read(upToCount: piece), !read.isEmpty { bytes += read }
    try source.close()
    try bytes.write(to: URL(fileURLWithPath: to))
  }

  @Test func `taken at any moment of a busy writer opens`() throws {
    let path = folder.vault
    let copyPath = folder.path + "/copy"
    defer { Vault.remove(copyPath) }
    let first = try Vault.create(
      at: path, passphrase: passphrase(), person: person, cost: .least, at: morning)
    try first.close()
    let key = try SealedFile.open(at: path, passphrase: passphrase(), mode: .read)
    try key.close()

    let saves = isThorough ? 4_000 : 250
    // The writer works in a thread of its own, and closes and opens the vault again and again.
    let writer = Thread {
      for start in stride(from: 0, to: saves, by: 10) {
        guard
          let vault = try? Vault.open(at: path, passphrase: passphrase(), lockTimeout: .seconds(30))
        else { return }
        for number in start..<start + 10 {
          _ = try? vault.apply(
            Change(
              "add", at: noon, steps: [.add(note(number + 10, "Note \(number) of the writer"))]))
        }
        try? vault.close()
      }
    }
    writer.start()
    var random = Seeded(seed: 7)
    var copies = 0
    var most = 0
    repeat {
      try copy(path, to: copyPath, &random)
      let vault = try Vault.open(try key.openSibling(at: copyPath))
      let count = try vault.everything().count
      #expect(count >= most, "a later copy has no less than an earlier one")
      most = count
      if copies.isMultiple(of: 10) { #expect(try vault.verify().isSound) }
      try vault.close()
      copies += 1
    } while !writer.isFinished
    let last = try Vault.open(try key.openSibling(at: path))
    #expect(try last.everything().count == saves + 1)
    try last.close()
    #expect(copies > 5)
    print("check: copies: \(copies) plain copies of a busy vault, all opened")
  }

  @Test func `that is only half there opens at its last whole save`() throws {
    let vault = try Vault.create(
      at: folder.vault, passphrase: passphrase(), person: person, cost: .least, at: morning)
    let file = try #require(vault.file)
    // How long the log was after each save, and how many records there were.
    var ends: [(length: Int, records: Int)] = []
    func end(_ records: Int) {
      let facts = file.facts
      ends.append((16_384 + Int(facts.liveBytes + facts.deadBytes), records))
    }
    end(1)
    for number in 2..<42 {
      try add(number, to: vault)
      end(number)
    }
    try vault.close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.vault))
    let key = try SealedFile.open(at: folder.vault, passphrase: passphrase(), mode: .read)
    try key.close()

    var random = Seeded(seed: 11)
    let count = isThorough ? 3_000 : 120
    var lengths = (0..<count).map { _ in Int.random(in: 16_384...whole.count, using: &random) }
    lengths += ends.flatMap { [$0.length - 1, $0.length, $0.length + 1] }
    let copyPath = folder.path + "/copy"
    defer { Vault.remove(copyPath) }
    for length in lengths where length <= whole.count && length >= ends[0].length {
      try whole.prefix(length).write(to: URL(fileURLWithPath: copyPath))
      // The end is known from the last clean close, so that what is missing is not taken for
      // what never was.
      if length < ends[ends.count - 1].length {
        #expect(throws: SealError.damaged(.cutShort)) { try key.openSibling(at: copyPath) }
      }
      let half = try Vault.open(try key.openSibling(at: copyPath, mode: .salvage))
      let expected = ends.last { $0.length <= length }?.records
      #expect(try half.everything().count == expected, "\(length) bytes")
      try half.close()
    }
    print("check: copies: \(lengths.count) prefixes of a vault, each opened at its last whole save")
  }
}
