internal import Records
internal import Testing
internal import Vault

@Suite struct `A query for a list` {
  private func filled() throws -> Vault {
    let vault = try newVault()
    func dated(_ number: Int, _ date: String?, kind: Kind = .note) -> Record {
      var record = kind == .note ? note(number, "n\(number)") : full(kind, number)
      record.fields["date"] = date.map { .when(When(start: Moment($0))) }
      return record
    }
    try vault.add(
      dated(2, "2019"), dated(3, "2020-03"), dated(4, "2020-03-14"),
      dated(5, "2020-03-14T10:30:00Z"), dated(6, "2021-01-01"), dated(7, nil))
    return vault
  }

  private func titles(
    _ vault: Vault, since: String? = nil, until: String? = nil, limit: Int? = nil
  ) throws -> [String] {
    let query = ListQuery(
      kinds: [.note], since: since.flatMap { PartialDate($0) },
      until: until.flatMap { PartialDate($0) }, limit: limit)
    let rows = try vault.list(query).map(\.title)
    var unlimited = query
    unlimited.limit = nil
    #expect(try vault.count(query) == vault.list(unlimited).count)
    return rows
  }

  @Test func `keeps to days, as far as each date can tell`() throws {
    let vault = try filled()
    #expect(try titles(vault) == ["n6", "n5", "n4", "n3", "n2", "n7"])
    #expect(try titles(vault, since: "2020-03-15") == ["n6", "n3"])
    #expect(try titles(vault, since: "2020-03-14") == ["n6", "n5", "n4", "n3"])
    #expect(try titles(vault, since: "2020") == ["n6", "n5", "n4", "n3"])
    #expect(try titles(vault, until: "2020-03-14") == ["n5", "n4", "n3", "n2"])
    #expect(try titles(vault, until: "2020-03-13") == ["n3", "n2"])
    #expect(try titles(vault, until: "2020") == ["n5", "n4", "n3", "n2"])
    #expect(try titles(vault, until: "2019-06-01") == ["n2"])
    #expect(try titles(vault, since: "2019-06", until: "2019-07") == ["n2"])
    #expect(try titles(vault, since: "2022").isEmpty)
  }

  @Test func `reads no more than is wanted`() throws {
    let vault = try filled()
    #expect(try titles(vault, limit: 2) == ["n6", "n5"])
    #expect(try vault.count(ListQuery(kinds: [.note], limit: 2)) == 6)
  }

  @Test func `takes several kinds`() throws {
    let vault = try filled()
    try vault.add(full(.allergy, 20), full(.result, 21))
    #expect(
      Set(try vault.list(ListQuery(kinds: [.allergy, .result])).map(\.kind)) == [.allergy, .result])
    #expect(try vault.count(ListQuery()) == 9)
    #expect(ListQuery().isWhole && !ListQuery(from: "x", limit: 1).isWhole)
  }

  @Test func `knows where each came from: a file's name or a person`() throws {
    let vault = try filled()
    try vault.apply(
      Change(
        "import", at: noon,
        steps: [.add(record(30, .note, ["text": .text("read")], source: sha(5)))],
        sources: [
          Source(sha256: sha(5), name: "Riverside 100%_a.json", kind: "FHIR", size: 1, readAt: noon)
        ]))
    var told = note(31, "told")
    told.provenance.who = "Jonas 50%"
    try vault.add(told)
    func from(_ words: String) throws -> [String] {
      try vault.list(ListQuery(kinds: [.note], from: words)).map(\.title)
    }
    #expect(try from("riverside") == ["read"])
    #expect(try from("100%_A") == ["read"])
    #expect(try from("jonas") == ["told"])
    #expect(try from("50%") == ["told"])
    #expect(try from("5_%").isEmpty)
    #expect(try from("ana").count == 6)
    #expect(try from("' OR 1=1 --").isEmpty)
  }

  @Test func `hands on texts and records of the same rows`() throws {
    let vault = try filled()
    var titles: [String] = []
    try vault.eachText(ListQuery(kinds: [.note], limit: 3)) { titles.append($0.title) }
    #expect(titles == ["n6", "n5", "n4"])
    let since = ListQuery(kinds: [.note], since: PartialDate("2021"))
    #expect(try vault.records(since).map(\.title) == ["n6"])
  }
}
