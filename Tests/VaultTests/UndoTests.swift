internal import Records
internal import Testing
internal import Vault

@Suite struct `Undo` {
  private func texts(_ vault: Vault) throws -> [String] {
    try vault.records(of: .note).map(\.title)
  }

  @Test func `puts back what the last change did, and undoing again brings it back`() throws {
    let vault = try newVault()
    try vault.add(note(2, "one"), note(3, "two"))
    try vault.apply(
      Change(
        "edit", at: noon, steps: [.update(note(2, "ONE")), .remove(id(3)), .add(note(4, "new"))]))
    #expect(try texts(vault) == ["ONE", "new"])
    let receipt = try vault.undo(at: evening)
    #expect(receipt.removed == 1)
    #expect(receipt.restored == 1)
    #expect(receipt.updated == 1)
    #expect(try texts(vault) == ["one", "two"])
    try vault.undo(at: evening)
    #expect(try texts(vault) == ["ONE", "new"])
    try vault.undo(at: evening)
    #expect(try texts(vault) == ["one", "two"])
    #expect(try vault.verify().isSound)
  }

  @Test(arguments: Kind.allCases) func `works on every kind`(kind: Kind) throws {
    let vault = try newVault()
    let made = full(kind, 2)
    try vault.add(made)
    try vault.undo(at: evening)
    #expect(try vault.everything() == [person])
    #expect(try vault.bin().map(\.row.id) == [made.id])
    try vault.undo(at: evening)
    #expect(try vault.everything() == [person, made])
  }

  @Test func `of an import takes the file off the list, and it can be imported again`() throws {
    let vault = try newVault()
    let bytes = Array("the file".utf8)
    let sha256 = FileDigest.hex(of: bytes)
    func change(_ number: Int) -> Change {
      Change(
        "import", at: noon, isFromFile: true,
        steps: [.add(record(number, .note, ["text": .text("read")], source: sha256, key: "k"))],
        sources: [
          Source(
            sha256: sha256, name: "a.json", kind: "FHIR", size: 8, readAt: noon,
            unmapped: ["Device": 2])
        ],
        files: [IncomingFile(name: "a.json", mediaType: "application/json", bytes: bytes)])
    }
    try vault.apply(change(2))
    #expect(try vault.sources().map(\.records) == [[.note: 1]])
    try vault.undo(at: evening)
    #expect(try vault.sources().isEmpty)
    #expect(try vault.knownForMatching().map(\.record) == [person])
    try vault.apply(change(3))
    #expect(try vault.sources().map(\.name) == ["a.json"])
    #expect(try vault.sources().first?.unmapped == ["Device": 2])
    #expect(try vault.sources().first?.isKept == true)
    #expect(try texts(vault) == ["read"])
    try vault.undo(at: evening)
    try vault.undo(at: evening)
    #expect(try texts(vault) == ["read"])
    #expect(try vault.verify().isSound)
  }

  @Test func `puts a binned record's older content back too`() throws {
    let vault = try newVault()
    try vault.add(note(2, "one"))
    try vault.apply(Change("edit", at: noon, steps: [.update(note(2, "two"))]))
    try vault.apply(Change("remove", at: noon, steps: [.remove(id(2))]))
    try vault.apply(Change("restore", at: noon, steps: [.restore(id(2), version: 1)]))
    #expect(try texts(vault) == ["one"])
    try vault.undo(at: evening)
    #expect(try texts(vault).isEmpty)
    #expect(try vault.bin().map(\.row.title) == ["two"])
    #expect(try vault.verify().isSound)
  }

  @Test func `says which change it would take back`() throws {
    let vault = try newVault()
    #expect(try vault.lastChange() == nil)
    try vault.add(note(2, "one"))
    #expect(try vault.lastChange()?.command == "add")
  }

  @Test func `refuses what is gone for good`() throws {
    let vault = try newVault()
    try vault.add(note(2, "one"))
    try vault.apply(Change("remove", at: noon, steps: [.remove(id(2))]))
    try vault.emptyBin(at: evening)
    #expect(throws: VaultError.cannotUndo("bin empty")) { try vault.undo(at: evening) }
  }
}
