internal import Records
internal import Testing
internal import Vault

@Suite struct `The last change of a record` {
  @Test func `is known with its time and how often it was changed`() throws {
    let vault = try newVault()
    try vault.apply(Change("add", at: morning, steps: [.add(note(2, "first"))]))
    try vault.apply(Change("edit", at: noon, steps: [.update(note(2, "second"))]))
    let last = try vault.lastChanges(of: [.note])
    #expect(last.count == 1)
    #expect(last[id(2)]?.versions == 2)
    #expect(last[id(2)]?.at == noon)
    try vault.apply(Change("remove", at: evening, steps: [.remove(id(2))]))
    #expect(try vault.lastChanges(of: [.note])[id(2)]?.at == evening)
    #expect(try vault.lastChanges(of: [.symptom]).isEmpty)
  }

  @Test(arguments: [true, false])
  func `is told once as the vault closes, and only where there was one`(isChanged: Bool) throws {
    let vault = try newVault()
    var told: [Int] = []
    vault.beforeClose = { vault in told.append((try? vault.records(of: .note).count) ?? -1) }
    if isChanged {
      try vault.apply(Change("add", at: noon, steps: [.add(note(2, "first"))]))
    }
    try vault.close()
    #expect(told == (isChanged ? [1] : []))
  }
}
