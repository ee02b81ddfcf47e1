internal import Records
internal import Testing
internal import Vault

@Suite struct `The history` {
  @Test func `of a record tells what happened to it, newest first`() throws {
    let vault = try newVault()
    try vault.add(note(2, "one"), note(3, "other"))
    try vault.apply(
      Change("edit", at: evening, who: "Jonas", steps: [.update(note(2, "two"))]))
    try vault.apply(Change("remove", at: evening, steps: [.remove(id(2))]))
    try vault.apply(Change("restore", at: evening, steps: [.restore(id(2), version: nil)]))
    let entries = try vault.history(of: id(2))
    #expect(entries.map(\.what) == [.restored, .removed, .updated, .added])
    #expect(entries.map(\.version) == [4, 3, 2, 1])
    #expect(entries.map(\.command) == ["restore", "remove", "edit", "add"])
    #expect(entries.map(\.record.title) == ["two", "two", "two", "one"])
    #expect(entries[2].who == "Jonas")
    #expect(entries[3].at == noon)
    #expect(try vault.history().count == 6)
  }

  @Test func `of changes counts what each did`() throws {
    let vault = try newVault()
    try vault.apply(
      Change(
        "import", at: noon, steps: [.add(note(2, "a")), .add(note(3, "b"))],
        sources: [Source(sha256: sha(5), name: "a.json", kind: "FHIR", size: 1, readAt: noon)]))
    try vault.undo(at: evening)
    let changes = try vault.changes()
    #expect(changes.map(\.command) == ["undo", "import", "init"])
    #expect(changes.map(\.added) == [0, 2, 1])
    #expect(changes.map(\.removed) == [2, 0, 0])
    #expect(changes.map(\.undoes) == [2, nil, nil])
    #expect(changes.map(\.isUndone) == [false, true, false])
    #expect(changes.map(\.sources) == [["a.json"], ["a.json"], []])
  }
}
