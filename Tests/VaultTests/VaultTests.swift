internal import Records
internal import Testing
internal import Vault

@Suite struct `A new vault` {
  @Test func `knows whose it is`() throws {
    let vault = try newVault()
    #expect(try vault.ownerName == "Ana Brandt")
    #expect(try vault.owner == person)
    #expect(try vault.created == morning)
  }

  @Test func `has nothing to undo`() throws {
    let vault = try newVault()
    #expect(throws: VaultError.nothingToUndo) { try vault.undo(at: noon) }
  }

  @Test(arguments: Kind.allCases) func `gives every kind back as it was`(kind: Kind) throws {
    let vault = try newVault()
    let made = full(kind, 7)
    try vault.add(made)
    #expect(try vault.record(made.id) == made)
    #expect(try vault.records(of: kind).contains(made))
    #expect(try vault.everything() == [person, made])
  }
}
