internal import Records
internal import Testing
internal import Vault

@Suite struct `A list` {
  private func dated(_ number: Int, _ when: When?) -> Record {
    var note = note(number, "note \(number)")
    note.fields["date"] = when.map { .when($0) }
    return note
  }

  @Test func `is newest first, and what has no date comes last`() throws {
    let vault = try newVault()
    try vault.add(
      dated(2, nil), dated(3, When(start: Moment("2020"))),
      dated(4, When(start: Moment("2021-03"))),
      dated(5, When(start: Moment("2021-03-14"))),
      dated(6, When(start: Moment("2021-03-14T10:30:00Z"))), dated(7, When(words: "spring")),
      dated(8, When(start: nil, end: Moment("2022-01-01"))))
    let rows = try vault.list(kind: .note)
    #expect(rows.map(\.title) == [8, 6, 5, 4, 3, 7, 2].map { "note \($0)" })
    #expect(
      rows.map(\.dateSpelled) == [
        "until 1 January 2022", "14 March 2021, 10:30", "14 March 2021", "March 2021", "2020",
        "spring", nil,
      ])
  }

  @Test func `says where each record comes from`() throws {
    let vault = try newVault()
    var secret = record(2, .note, ["text": .text("read")], source: sha(5))
    secret.isPrivate = true
    try vault.apply(
      Change(
        "import", at: noon, steps: [.add(secret)],
        sources: [Source(sha256: sha(5), name: "a.json", kind: "FHIR", size: 1, readAt: noon)]))
    let row = try #require(try vault.list(kind: .note).first)
    #expect(row.sourceName == "a.json")
    #expect(row.place == "entry[2]")
    #expect(row.marker == "D")
    #expect(row.isPrivate)
    #expect(try vault.list(kind: .person).first?.marker == "P")
  }

  @Test(arguments: Kind.allCases) func `holds every kind, and not what is in the bin`(
    kind: Kind
  ) throws {
    let vault = try newVault()
    let made = full(kind, 2)
    try vault.add(made)
    let row = try #require(try vault.list(kind: kind).first { $0.id == made.id })
    #expect(row.title == made.title)
    #expect(row.dateSpelled == made.when?.spelled)
    #expect(try vault.counts()[kind] == (kind == .person ? 2 : 1))
    try vault.apply(Change("remove", at: noon, steps: [.remove(made.id)]))
    #expect(try vault.list(kind: kind).allSatisfy { $0.id != made.id })
    #expect(try vault.list().map(\.id) == [person.id])
  }
}
