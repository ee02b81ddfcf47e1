internal import Records
internal import Testing
internal import Vault

@Suite struct `Applying a change` {
  @Test func `adds, updates, removes and counts`() throws {
    let vault = try newVault()
    try vault.add(note(2, "first"), note(3, "second"))
    let receipt = try vault.apply(
      Change(
        "edit", at: noon,
        steps: [
          .update(note(2, "first, changed")), .update(note(3, "second")), .add(note(4, "third")),
          .remove(id(3)),
        ]))
    #expect(receipt.change == 3)
    #expect(receipt.updated == 1)
    #expect(receipt.unchanged == 1)
    #expect(receipt.added == 1)
    #expect(receipt.removed == 1)
    #expect(try vault.everything().map(\.title) == ["Ana Brandt", "first, changed", "third"])
  }

  @Test func `that changes nothing leaves no trace`() throws {
    let vault = try newVault()
    try vault.add(note(2, "same"))
    let before = try vault.changes()
    let receipt = try vault.apply(Change("edit", at: noon, steps: [.update(note(2, "same"))]))
    #expect(receipt.change == nil)
    #expect(receipt.unchanged == 1)
    #expect(try vault.changes() == before)
  }

  @Test func `that fails leaves nothing behind`() throws {
    let vault = try newVault()
    try vault.add(note(2, "kept"))
    let change = Change(
      "import", at: noon,
      steps: [.add(note(3, "lost")), .remove(id(2)), .update(note(99, "not there"))],
      sources: [Source(sha256: sha(5), name: "a.json", kind: "FHIR", size: 1, readAt: noon)],
      files: [IncomingFile(name: "a", mediaType: "text/plain", bytes: [1, 2, 3])])
    #expect(throws: VaultError.unknownRecord(id(99))) { try vault.apply(change) }
    #expect(try vault.everything().map(\.title) == ["Ana Brandt", "kept"])
    #expect(try vault.changes().count == 2)
    #expect(try vault.attachments().isEmpty)
    #expect(try vault.sources().isEmpty)
    #expect(try vault.titles("lost").isEmpty)
    #expect(try vault.titles("kept") == ["kept"])
  }

  @Test func `refuses what cannot be`() throws {
    let vault = try newVault()
    try vault.add(note(2, "here"))
    func refuses(_ error: VaultError, _ step: Change.Step) {
      #expect(throws: error) { try vault.apply(Change("edit", at: noon, steps: [step])) }
    }
    refuses(.alreadyHere(id(2)), .add(note(2, "again")))
    refuses(.otherKind(id(2)), .update(record(2, .wish, [:])))
    refuses(.unknownRecord(id(9)), .remove(id(9)))
    refuses(.unknownVersion(id(2)), .restore(id(2), version: 7))
    refuses(.ownerStays, .remove(id(1)))
    var strange = note(3, "strange")
    strange.provenance.source = sha(8)
    refuses(.unknownFile(sha(8)), .add(strange))
    strange.provenance.source = nil
    strange.attachments = [sha(9)]
    refuses(.unknownFile(sha(9)), .add(strange))
  }

  @Test func `keeps where a fact comes from`() throws {
    let vault = try newVault()
    var result = record(
      2, .result, ["name": .coded(Coded("Chromogranin A"))], source: sha(5), key: "lab|7")
    result.provenance.sourceName = "riverside.json"
    var disputed = note(3, "two say different things")
    disputed.provenance = Provenance(
      origin: .disputed, who: "Jonas", entered: evening, sourceName: "a paper in my hand")
    try vault.apply(
      Change(
        "import", at: noon, isFromFile: true, steps: [.add(result), .add(disputed)],
        sources: [
          Source(
            sha256: sha(5), name: "riverside.json", kind: "FHIR", size: 12, readAt: noon)
        ]))
    #expect(try vault.record(id(2)) == result)
    #expect(try vault.record(id(3)) == disputed)
  }

  @Test func `remembers whether a person changed what a file said`() throws {
    let vault = try newVault()
    try vault.apply(
      Change("import", at: noon, isFromFile: true, steps: [.add(note(2, "as read"))]))
    func edited() throws -> [Bool] { try vault.knownForMatching().map(\.isEdited) }
    #expect(try edited() == [true, false])
    var secret = note(2, "as read")
    secret.isPrivate = true
    try vault.apply(Change("edit", at: noon, steps: [.update(secret)]))
    #expect(try edited() == [true, false])
    try vault.apply(Change("edit", at: noon, steps: [.update(note(2, "typed"))]))
    #expect(try edited() == [true, true])
    try vault.undo(at: evening)
    #expect(try edited() == [true, false])
  }

  @Test func `takes text with a zero byte`() throws {
    let vault = try newVault()
    let odd = note(2, "before\0after")
    try vault.add(odd)
    #expect(try vault.record(odd.id) == odd)
    #expect(try vault.titles("after") == ["before after"])
    #expect(try vault.titles("aft\0") == ["before after"])
  }
}
