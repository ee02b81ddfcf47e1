internal import Records
internal import Testing
internal import Vault

@Suite struct `A source` {
  private func imported() throws -> Vault {
    let vault = try newVault()
    try vault.apply(
      Change(
        "import", at: noon, isFromFile: true,
        steps: [
          .add(record(2, .note, ["text": .text("a")], source: sha(5))),
          .add(record(3, .result, ["name": .coded(Coded("b"))], source: sha(5))),
          .add(note(4, "c")),
        ],
        sources: [
          Source(
            sha256: sha(5), name: "a.json", kind: "FHIR", size: 9, readAt: noon,
            unmapped: ["Device": 3, "Group": 1])
        ]))
    return vault
  }

  @Test func `says what it added and what it held besides`() throws {
    let source = try #require(try imported().sources().first)
    #expect(source.name == "a.json")
    #expect(source.kind == "FHIR")
    #expect(source.size == 9)
    #expect(source.readAt == noon)
    #expect(source.records == [.note: 1, .result: 1])
    #expect(source.unmapped == ["Device": 3, "Group": 1])
    #expect(!source.isKept)
    #expect(try imported().list(from: sha(5)).map(\.title) == ["b", "a"])
  }

  @Test func `can be removed with what it added, and undone`() throws {
    let vault = try imported()
    let receipt = try vault.removeSource(sha(5), at: evening)
    #expect(receipt.removed == 2)
    #expect(try vault.sources().isEmpty)
    #expect(try vault.list().map(\.title) == ["Ana Brandt", "c"])
    #expect(throws: VaultError.unknownFile(sha(5))) {
      try vault.removeSource(sha(5), at: evening)
    }
    try vault.undo(at: evening)
    #expect(try vault.sources().count == 1)
    #expect(try vault.list(from: sha(5)).count == 2)
  }

  @Test func `goes for good with the bin`() throws {
    let vault = try imported()
    try vault.removeSource(sha(5), at: evening)
    try vault.emptyBin(at: evening)
    #expect(try vault.verify().isSound)
    #expect(try vault.changes().first { $0.command == "import" }?.sources == [])
  }

  @Test func `read twice is one source`() throws {
    let vault = try imported()
    let receipt = try vault.apply(
      Change(
        "import", at: evening,
        sources: [Source(sha256: sha(5), name: "b", kind: "FHIR", size: 9, readAt: evening)]))
    #expect(receipt.change == nil)
    #expect(try vault.sources().map(\.name) == ["a.json"])
  }
}
