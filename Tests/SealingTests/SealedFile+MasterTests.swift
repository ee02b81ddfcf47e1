internal import Sealing
import Testing

@Suite struct `A master key` {
  @Test func `opens a sibling of the file that is open`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    try workshop.write(workshop.bytes(), "copy.vault")
    let file = try workshop.open()
    #expect(file.openedSlot == 0)
    let copy = try file.openSibling(at: workshop.path("copy.vault"))
    #expect(copy.openedSlot == nil)
    #expect(copy.vaultID == file.vaultID)
    #expect(try notes(copy) == ["a", "b", "c"])
    try copy.close()
    // Neither is in the way of the other, and the sibling can be written to.
    let again = try file.openSibling(at: workshop.path("copy.vault"), mode: .write)
    try again.addPassphrase(secret("hers"), cost: .least)
    try again.close()
    try file.close()
    try SealedFile.open(at: workshop.path("copy.vault"), passphrase: secret("hers")).close()
  }

  @Test func `does not open another vault`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    try workshop.create("other.vault").close()
    let file = try workshop.open(mode: .read)
    let before = try workshop.bytes("other.vault")
    for mode in [SealedFile.Mode.read, .write, .salvage] {
      #expect(throws: SealError.wrongPassphrase) {
        _ = try file.openSibling(at: workshop.path("other.vault"), mode: mode)
      }
    }
    #expect(try workshop.bytes("other.vault") == before)
    try file.close()
  }

  @Test func `does not open a copy from before the re-keying`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    try workshop.write(workshop.bytes(), "old.vault")
    let file = try workshop.open()
    try file.rekey(passphrase: secret("new"), cost: .least)
    #expect(throws: SealError.wrongPassphrase) {
      _ = try file.openSibling(at: workshop.path("old.vault"))
    }
    try workshop.write(workshop.bytes(), "new.vault")
    try file.openSibling(at: workshop.path("new.vault")).close()
    try file.close()
  }

  @Test func `finds what a passphrase would find`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open(mode: .read)
    #expect(throws: SealError.missing) {
      _ = try file.openSibling(at: workshop.path("nothing.vault"))
    }
    try workshop.write(Array("not a vault at all".utf8), "letter.txt")
    #expect(throws: SealError.notAVault) {
      _ = try file.openSibling(at: workshop.path("letter.txt"))
    }
    // One copy changed together with its checksum: the other one counts.
    var bytes = try workshop.bytes()
    bytes[8192 + 2000] ^= 1
    Checksum.fix(&bytes, copy: 1)
    try workshop.write(bytes, "changed.vault")
    let changed = try file.openSibling(at: workshop.path("changed.vault"))
    #expect(changed.vaultID == file.vaultID)
    try changed.close()
    try file.close()
  }
}

@Suite struct `The slot that opened the vault` {
  @Test func `is the one of the secret`() throws {
    let workshop = try Workshop()
    let recovery = try Secret.random(count: 16)
    let file = try workshop.create()
    #expect(file.openedSlot == 0)
    try file.addPassphrase(secret("hers"), cost: .least)
    try file.addRecovery(recovery)
    try file.close()
    let hers = try SealedFile.open(at: workshop.path(), passphrase: secret("hers"))
    #expect(hers.openedSlot == 1)
    try hers.removeSlot(1)
    #expect(hers.openedSlot == nil)
    try hers.close()
    let sheet = try SealedFile.open(at: workshop.path(), recovery: recovery)
    #expect(sheet.openedSlot == 2)
    try sheet.rekey(passphrase: secret("new"), cost: .least)
    #expect(sheet.openedSlot == 0)
    try sheet.close()
  }
}
