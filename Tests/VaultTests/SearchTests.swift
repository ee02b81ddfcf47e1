internal import Records
internal import Testing
internal import Vault

@Suite struct `A search` {
  private func filled() throws -> Vault {
    let vault = try newVault()
    try vault.add(
      record(
        2, .result,
        [
          "name": .coded(
            Coded("Chromogranin A", [Coding(system: "http://loinc.org", code: "9811-1")])),
          "note": .text("Fasting, before octreotide"),
        ]),
      record(3, .medicine, ["name": .coded(Coded("Octreotide"))]),
      record(4, .teamMember, ["name": .text("Dr. Ökçe Müller")]),
      note(5, "Ki-67 is 4 %, said Dr. Lee"))
    return vault
  }

  @Test(arguments: [
    ("chromogranin", ["Chromogranin A"]),
    ("CHROMO", ["Chromogranin A"]),
    ("octreotide", ["Octreotide", "Chromogranin A"]),
    ("9811-1", ["Chromogranin A"]),
    ("okce muller", ["Dr. Ökçe Müller"]),
    ("müll", ["Dr. Ökçe Müller"]),
    ("ki-67", ["Ki-67 is 4 %, said Dr. Lee"]),
    ("\"before octreotide\"", ["Chromogranin A"]),
    ("\"octreotide before\"", []),
    ("result", ["Chromogranin A"]),
    ("", []),
    ("   ", []),
    ("-", []),
  ])
  func `finds words without regard to case and accents`(words: String, titles: [String]) throws {
    #expect(try filled().titles(words) == titles)
  }

  @Test(arguments: [
    "\"", "\"\"", "a AND", "NOT", "NEAR(a b", "title:x", "* * *", "(", "^x", "a + b", "{", "\0",
    "'; DROP TABLE record; --", "\u{202E}", "🧬",
  ])
  func `takes anything that is typed`(words: String) throws {
    _ = try filled().search(words)
  }

  @Test func `falls back to unfinished words, then to some of them`() throws {
    let vault = try filled()
    let unfinished = try vault.search("chrom fast")
    #expect(unfinished.hits.map(\.row.title) == ["Chromogranin A"])
    #expect(unfinished.hasAllWords)
    let some = try vault.search("chromogranin zebra")
    #expect(some.hits.map(\.row.title) == ["Chromogranin A"])
    #expect(!some.hasAllWords)
    #expect(try vault.search("zebra").hits.isEmpty)
  }

  @Test func `can keep to one kind and shows the words around`() throws {
    let vault = try filled()
    let hits = try vault.search("octreotide", kind: .result).hits
    #expect(hits.map(\.row.kind) == [.result])
    #expect(hits.first?.excerpt.contains("before octreotide") == true)
  }

  @Test func `marks what was found, and counts what is beyond the limit`() throws {
    let vault = try filled()
    let found = try vault.search("octreotide", in: ListQuery(limit: 1))
    #expect(found.hits.count == 1 && found.count == 2)
    let hit = try #require(try vault.search("octreotide", kind: .result).hits.first)
    #expect(hit.pieces.filter(\.isFound).map(\.text) == ["octreotide"])
    #expect(hit.excerpt == hit.pieces.map(\.text).joined())
  }

  @Test func `keeps to days and to where it came from`() throws {
    let vault = try filled()
    var late = note(6, "octreotide again")
    late.fields["date"] = .when(When(start: Moment("2026-03-01")))
    late.provenance.who = "Jonas"
    try vault.add(late)
    let since = ListQuery(since: PartialDate("2026"))
    #expect(try vault.search("octreotide", in: since).hits.map(\.row.id) == [id(6)])
    #expect(try vault.search("octreotide", in: ListQuery(from: "jonas")).count == 1)
    #expect(try vault.search("octreotide", in: ListQuery(until: PartialDate("2025"))).count == 0)
  }

  @Test func `puts the newest first where very many records have the words`() throws {
    let vault = try newVault()
    let notes = (2..<2200).map { number in
      var one = note(number, "same words")
      one.fields["date"] = .when(When(start: Moment("20\(10 + number % 15)")))
      return one
    }
    try vault.apply(Change("import", at: noon, steps: notes.map { .add($0) }))
    let found = try vault.search("same words", in: ListQuery(limit: 3))
    #expect(found.count == 2198)
    #expect(found.hits.map { $0.row.date } == ["2024", "2024", "2024"])
  }

  @Test func `follows every change`() throws {
    let vault = try filled()
    try vault.apply(Change("edit", at: noon, steps: [.update(note(5, "grade two"))]))
    #expect(try vault.titles("ki-67").isEmpty)
    #expect(try vault.titles("grade") == ["grade two"])
    try vault.apply(Change("remove", at: noon, steps: [.remove(id(5))]))
    #expect(try vault.titles("grade").isEmpty)
    try vault.undo(at: evening)
    #expect(try vault.titles("grade") == ["grade two"])
    try vault.apply(Change("restore", at: noon, steps: [.restore(id(5), version: 1)]))
    #expect(try vault.titles("grade").isEmpty)
    #expect(try vault.titles("ki-67") == ["Ki-67 is 4 %, said Dr. Lee"])
    #expect(try vault.verify().isSound)
  }

  @Test(arguments: [
    ("octeotide", "octreotide"), ("chromograinn", "chromogranin"), ("mueller", "muller"),
    ("Fastig", "fasting"),
  ])
  func `knows a close word`(typed: String, meant: String) throws {
    #expect(try filled().suggestions(for: typed).first?.word == meant)
  }

  @Test func `counts the records of a close word, and suggests nothing for nothing`() throws {
    let vault = try filled()
    let close = try vault.suggestions(for: "octeotide").first
    #expect(close?.records == 2)
    #expect(try vault.suggestions(for: "zzzzzzzz").isEmpty)
    #expect(try vault.suggestions(for: "").isEmpty)
    #expect(try vault.suggestions(for: "octreotide").isEmpty)
  }

  @Test func `finds a record by the name of the file it came from`() throws {
    let vault = try newVault()
    try vault.apply(
      Change(
        "import", at: noon, steps: [.add(record(2, .note, ["text": .text("x")], source: sha(5)))],
        sources: [
          Source(sha256: sha(5), name: "riverside.json", kind: "FHIR", size: 1, readAt: noon)
        ]
      ))
    #expect(try vault.titles("riverside") == ["x"])
  }
}
