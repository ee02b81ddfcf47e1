internal import GRDB
internal import Records
internal import Testing

@testable internal import Vault

@Suite struct `A merge` {
  private func join(
    _ vault: Vault, _ other: Vault, _ answer: MergeAnswer = .mine
  ) throws -> Receipt {
    let plan = try vault.mergePlan(with: other)
    let answers = plan.disputes.map { Array(repeating: answer, count: $0.questions) }
    let receipt = try vault.merge(
      plan, from: other, answers: answers, at: evening, who: "Ana"
    ) { id(99) }
    #expect(try vault.verify().isSound)
    return receipt
  }

  @Test func `keeps who changed what and when, in both copies`() throws {
    let here = try newVault()
    try here.add(note(2, "one"))
    let there = try here.copied()
    try there.apply(
      Change("edit", at: "2026-11-21T13:00:00Z", who: "Karl", steps: [.update(note(2, "two"))]))
    let receipt = try join(here, there)
    #expect(receipt.updated == 1)
    #expect(try here.record(id(2)) == note(2, "two"))
    let last = try #require(try here.history(of: id(2)).first)
    #expect(last.who == "Karl")
    #expect(last.at == "2026-11-21T13:00:00Z")
    #expect(last.command == "edit")
    let changes = try here.changes()
    #expect(changes.map(\.command) == ["merge", "edit", "add", "init"])
    #expect(changes.map(\.merge) == [nil, changes[0].number, nil, nil])
    try here.undo(at: evening)
    #expect(try here.changes().map(\.isUndone) == [false, true, true, false, false])
    #expect(try here.record(id(2)) == note(2, "one"))
  }

  @Test func `brings files and sources, each once`() throws {
    let here = try newVault()
    let there = try here.copied()
    let bytes = [UInt8](repeating: 9, count: 700_000)
    let sha256 = FileDigest.hex(of: bytes)
    var scan = record(5, .document, ["title": .text("scan")], source: sha256)
    scan.attachments = [sha256]
    try there.apply(
      Change(
        "import", at: noon, isFromFile: true, steps: [.add(scan)],
        sources: [
          Source(
            sha256: sha256, name: "a.json", kind: "FHIR", size: bytes.count, readAt: noon,
            unmapped: ["Device": 2])
        ], files: [IncomingFile(name: "a.json", mediaType: "image/png", bytes: bytes)]))
    try here.apply(
      Change(
        "attach", at: noon, files: [IncomingFile(name: "b", mediaType: "image/png", bytes: [1])]))
    #expect(try join(here, there).files == 1)
    #expect(try here.bytes(of: sha256) == bytes)
    #expect(try here.attachments().map(\.name) == ["b", "a.json"])
    #expect(try here.sources() == there.sources())
    #expect(try here.record(id(5)) == there.record(id(5)))
    try here.undo(at: evening)
    #expect(try here.sources().isEmpty)
    try here.undo(at: evening)
    #expect(try here.sources() == there.sources())
  }

  @Test func `follows a file that was taken off the list there`() throws {
    let here = try newVault()
    try here.apply(
      Change(
        "import", at: noon, isFromFile: true,
        steps: [.add(record(5, .note, ["text": .text("x")], source: sha(1)))],
        sources: [Source(sha256: sha(1), name: "a.json", kind: "FHIR", size: 1, readAt: noon)]))
    let there = try here.copied()
    try there.removeSource(sha(1), at: evening)
    _ = try join(here, there)
    #expect(try here.sources().isEmpty)
    #expect(try here.bin().map(\.row.id) == [id(5)])
    try here.undo(at: evening)
    #expect(try here.sources().count == 1)
    #expect(try here.bin().isEmpty)
  }

  @Test func `of nothing but lines about what was given is no change`() throws {
    let here = try newVault()
    try here.addGiven(Given(at: noon, recipient: "Dr. Lee", format: "html", parts: []))
    let there = try here.copied()
    try there.addGiven(Given(at: noon, recipient: "Dr. Lee", format: "html", parts: []))
    let receipt = try join(here, there)
    #expect(receipt.change == nil)
    #expect(try here.given().count == 2)
    #expect(try here.changes().count == 1)
    #expect(try here.mergePlan(with: there).isEmpty)
  }

  @Test func `keeps the owner one record`() throws {
    let here = try newVault()
    let there = try here.copied()
    for (vault, name) in [(here, "Ana B."), (there, "Ana Brandt-Lee")] {
      var owner = person
      owner["name"] = .text(name)
      try vault.apply(Change("edit", at: evening, steps: [.update(owner)]))
    }
    #expect(try here.mergePlan(with: there).disputes.map(\.isOwner) == [true])
    _ = try join(here, there, .both)
    #expect(try here.records(of: .person).map(\.title) == ["Ana B."])
    #expect(try here.history(of: id(1)).map { $0.record.title }.contains("Ana Brandt-Lee"))
  }

  @Test func `says which copy cannot be read, and changes nothing`() throws {
    let here = try newVault()
    let there = try here.copied()
    let bytes = [UInt8](repeating: 3, count: 10)
    try there.apply(
      Change(
        "attach", at: noon, steps: [.add(note(2, "new"))],
        files: [IncomingFile(name: "b", mediaType: "image/png", bytes: bytes)]))
    let plan = try here.mergePlan(with: there)
    try there.queue.write { try $0.execute(sql: "UPDATE piece SET bytes = x'00'") }
    #expect(throws: MergeError.there(.damaged)) {
      try here.merge(plan, from: there, at: evening) { id(99) }
    }
    #expect(try here.everything() == [person])
    #expect(try here.changes().count == 1)
    #expect(try here.verify().isSound)

    let spoilt = try newVault().copied()
    try spoilt.queue.write { db in
      try db.execute(sql: "DROP TRIGGER versionStays")
      try db.execute(sql: "UPDATE version SET fields = '{broken}'")
    }
    #expect(throws: MergeError.self) {
      let plan = try here.mergePlan(with: spoilt)
      try here.merge(plan, from: spoilt, at: evening) { id(99) }
    }
    #expect(try here.everything() == [person])
  }
}
