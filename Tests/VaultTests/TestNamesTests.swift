internal import Records
internal import Testing
internal import Vault

@Suite struct `The names of tests` {
  private func result(_ number: Int, _ name: String, _ date: String, kind: Kind = .result) -> Record
  {
    record(
      number, kind,
      [
        "name": .coded(Coded(name)), "value": .quantity(Quantity("\(number)", unit: "ng/mL")),
        "date": .when(When(start: Moment(date))),
      ])
  }

  @Test func `are counted with their newest record, without what is in the bin`() throws {
    let vault = try newVault()
    try vault.add(
      result(2, "CgA", "2020"), result(3, "CgA", "2021-05-01"), result(4, "CgA", "2019-01-01"),
      result(5, "NSE", "2020"), result(6, "CgA", "2026"), note(7, "CgA"),
      result(8, "Weight", "2020", kind: .vitalSign))
    try vault.apply(Change("remove", at: noon, steps: [.remove(id(6))]))
    let names = try vault.testNames().sorted { $0.title < $1.title }
    #expect(names.map(\.title) == ["CgA", "NSE", "Weight"])
    #expect(names.map(\.count) == [3, 1, 1])
    let newest = try vault.newest(of: names)
    #expect(names.compactMap { newest[$0]?.id } == [id(3), id(5), id(8)])
    #expect(try vault.values(of: [names[0]]).map(\.id) == [id(2), id(3), id(4)])
    #expect(try vault.values(of: [names[2]]).map(\.kind) == [.vitalSign])
    #expect(try vault.values(of: []).isEmpty)
    #expect(try vault.testTitles(of: .result).sorted() == ["CgA", "NSE"])
    #expect(try vault.testTitles(of: .vaccine).isEmpty)
  }

  @Test func `of equal days, the newest is the one that came in first`() throws {
    let vault = try newVault()
    try vault.add(result(2, "CgA", "2020"), result(3, "CgA", "2021"), result(4, "CgA", "2021"))
    let names = try vault.testNames()
    #expect(try vault.newest(of: names).values.map(\.id) == [id(3)])
  }

  @Test func `may be many`() throws {
    let vault = try newVault()
    try vault.apply(
      Change(
        "import", at: noon, steps: (2..<1300).map { .add(result($0, "T\($0)", "2020-01-01")) }))
    let names = try vault.testNames()
    #expect(names.count == 1298)
    #expect(try vault.newest(of: names).count == 1298)
    #expect(try vault.values(of: names).count == 1298)
  }

  @Test func `are cut into words as a search does`() throws {
    #expect(
      try newVault().words(of: ["Ökçe  Müller", "5-HIAA", "", "\0"])
        == [["okce", "muller"], ["5", "hiaa"], [], []])
  }
}
