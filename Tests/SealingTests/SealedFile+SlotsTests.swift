import Glibc
internal import Sealing
import Testing

@Suite struct `Key slots` {
  @Test func `open the vault each with its own secret`() throws {
    let workshop = try Workshop()
    let recovery = try Secret.random(count: 16)
    let file = try workshop.create()
    #expect(try file.addPassphrase(secret("hers"), label: "Ana", cost: .least) == 1)
    #expect(try file.addRecovery(recovery, label: "sheet in the drawer") == 2)
    #expect(file.slots.map(\.label) == ["mine", "Ana", "sheet in the drawer"])
    #expect(file.slots.map(\.kind) == [.passphrase, .passphrase, .recovery])
    #expect(file.slots.map(\.cost) == [.least, .least, nil])
    #expect(file.slots.allSatisfy { $0.created > 1_700_000_000 })
    try file.close()

    for phrase in [passphrase, "hers"] {
      try SealedFile.open(at: workshop.path(), passphrase: secret(phrase)).close()
    }
    let again = try SealedFile.open(at: workshop.path(), recovery: recovery)
    #expect(again.slots.count == 3)
    try again.close()
    // A recovery secret is no passphrase.
    #expect(throws: SealError.wrongPassphrase) {
      _ = try SealedFile.open(at: workshop.path(), passphrase: recovery)
    }
    #expect(throws: SealError.wrongPassphrase) {
      _ = try SealedFile.open(at: workshop.path(), recovery: secret("hers"))
    }
  }

  @Test func `that are removed open neither copy of the header`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    try file.addPassphrase(secret("hers"), cost: .least)
    try file.removeSlot(1)
    #expect(file.slots.map(\.index) == [0])
    try file.close()
    let bytes = try workshop.bytes()
    for damaged in 0..<2 {
      var changed = bytes
      changed[damaged * 8192 + 200] ^= 1
      try workshop.write(changed)
      #expect(throws: SealError.wrongPassphrase) {
        _ = try SealedFile.open(at: workshop.path(), passphrase: secret("hers"), mode: .read)
      }
      try workshop.open(mode: .read).close()
    }
  }

  @Test func `never lock the owner out`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    #expect(throws: SealError.slotNotRemovable) { try file.removeSlot(0) }
    #expect(throws: SealError.slotNotRemovable) { try file.removeSlot(5) }
    #expect(throws: SealError.slotNotRemovable) { try file.removeSlot(8) }
    #expect(throws: SealError.slotNotRemovable) { try file.removeSlot(-1) }
  }

  @Test func `are eight`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    for _ in 1..<8 { try file.addRecovery(Secret.random(count: 32)) }
    #expect(throws: SealError.noFreeSlot) { try file.addRecovery(Secret.random(count: 32)) }
    try file.removeSlot(3)
    #expect(try file.addRecovery(Secret.random(count: 32)) == 3)
  }

  @Test func `take no empty passphrase and no short recovery secret`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    #expect(throws: SealError.secretNotAllowed) {
      try file.addPassphrase(secret(""), cost: .least)
    }
    #expect(throws: SealError.secretNotAllowed) {
      try file.addRecovery(Secret.random(count: 15))
    }
    #expect(throws: SealError.secretNotAllowed) {
      _ = try SealedFile.create(at: workshop.path("b"), passphrase: secret(""), cost: .least)
    }
    #expect(workshop.names == ["my.vault"])
  }

  @Test func `keep a long label as far as it fits`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    let label = String(repeating: "é", count: 80)
    try file.addRecovery(Secret.random(count: 16), label: label)
    try file.close()
    let again = try workshop.open()
    #expect(again.slots.last?.label == String(repeating: "é", count: 59))
    try again.close()
  }

  @Test func `are as before when writing them fails`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let faults = Faults()
    let file = try SealedFile.open(
      at: workshop.path(), passphrase: secret(passphrase), through: faults.calls)
    faults.rule = Faults.Rule(call: "pwrite", from: 1, errno: EIO)
    #expect(throws: SealError.io(errno: EIO)) {
      try file.addPassphrase(secret("hers"), cost: .least)
    }
    #expect(file.slots.count == 1)
    try file.close()
    let again = try workshop.open()
    #expect(again.slots.count == 1)
    #expect(try notes(again) == ["a", "b", "c"])
    try again.close()
  }

  @Test func `change their passphrase in one step`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    for number in 1..<8 { try file.addPassphrase(secret("other \(number)"), cost: .least) }
    // With all eight slots taken.
    try file.replacePassphrase(0, with: secret("new"), cost: .least)
    #expect(file.slots.count == 8)
    #expect(file.slots[0].label == "mine")
    #expect(throws: SealError.slotNotRemovable) {
      try file.replacePassphrase(8, with: secret("x"), cost: .least)
    }
    try file.close()
    let again = try SealedFile.open(at: workshop.path(), passphrase: secret("new"))
    #expect(again.openedSlot == 0)
    try again.close()
    #expect(throws: SealError.wrongPassphrase) { _ = try workshop.open() }
  }

  @Test(arguments: 1...4)
  func `keep the old passphrase or have the new one, whatever fails`(call: Int) throws {
    let workshop = try Workshop()
    try filled(workshop)
    for (name, errno) in [("pwrite", ENOSPC), ("datasync", EIO)] {
      let faults = Faults()
      let file = try SealedFile.open(
        at: workshop.path(), passphrase: secret(passphrase), through: faults.calls)
      try workshop.write(workshop.bytes(), "before.vault")
      faults.rule = Faults.Rule(call: name, from: call, errno: errno)
      try? file.replacePassphrase(0, with: secret("new"), cost: .least)
      try? file.close()
      faults.rule = nil
      var opened = 0
      for phrase in [passphrase, "new"] {
        guard let again = try? SealedFile.open(at: workshop.path(), passphrase: secret(phrase))
        else { continue }
        #expect(try notes(again) == ["a", "b", "c"])
        try again.close()
        opened += 1
      }
      #expect(opened == 1)
      try workshop.write(workshop.bytes("before.vault"))
    }
  }
}
