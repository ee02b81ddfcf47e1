internal import Glibc
internal import Records
internal import Sealing
internal import TestSupport
internal import Testing
internal import Vault

internal import struct Records.Record

/// Many changes without closing the vault in between.
@Suite struct `A long session` {
  private let folder = Folder()

  private func note(_ number: Int, _ version: Int) -> Record {
    let text = String(repeating: "word\(version % 10) of \(number). ", count: isThorough ? 60 : 12)
    return record(number, .note, ["text": .text(text)])
  }

  private var size: Int {
    var status = stat()
    unsafe stat(folder.vault, &status)
    return Int(status.st_size)
  }

  @Test func `keeps the file within twice what lives in it and 4 MiB`() throws {
    let records = isThorough ? 5000 : 400
    let edits = isThorough ? 10_000 : 450
    let vault = try Vault.create(
      at: folder.vault, passphrase: passphrase(), person: person, cost: .least, at: morning)
    try vault.apply(
      Change("import", at: noon, steps: (2..<records + 2).map { .add(note($0, 0)) }))
    let file = try #require(vault.file)
    var largest = 0
    var compactions = 0
    for edit in 0..<edits {
      let dead = file.facts.deadBytes
      let number = 2 + edit * 7919 % records
      try vault.apply(Change("edit", at: noon, steps: [.update(note(number, 1 + edit))]))
      let facts = file.facts
      if facts.deadBytes < dead { compactions += 1 }
      let bound = 2 * Int(facts.liveBytes) + 4 << 20
      guard size <= bound else {
        Issue.record("edit \(edit): \(size) of \(bound) bytes")
        break
      }
      largest = max(largest, size)
    }
    #expect(compactions > 1)
    let live = file.facts.liveBytes
    report("\(edits) edits in one session, live \(live), largest file \(largest)")
    #expect(try vault.verify().isSound)
    let last = edits - 1
    let number = 2 + last * 7919 % records
    #expect(try vault.record(id(number)) == note(number, 1 + last))
    try vault.close()
    let again = try Vault.open(at: folder.vault, passphrase: passphrase(), mode: .read)
    #expect(try again.everything().count == records + 1)
    #expect(try again.verify().isSound)
    try again.close()
  }
}
