internal import Records
internal import Testing
internal import Vault

@Suite struct `The results of a day` {
  private func result(_ number: Int, _ name: String, _ date: String?, source: String? = nil)
    -> Record
  {
    var fields: [String: Value] = ["name": .coded(Coded(name))]
    fields["date"] = date.map { .when(When(start: Moment($0))) }
    return record(number, .result, fields, source: source)
  }

  @Test func `are folded by day and by file, oldest first`() throws {
    let vault = try newVault()
    try vault.apply(
      Change(
        "import", at: noon,
        steps: [
          .add(result(10, "a", "2020-05-11T08:00:00Z", source: sha(5))),
          .add(result(11, "b", "2020-05-11", source: sha(5))),
          .add(result(12, "c", "2020-05-11", source: sha(5))),
          .add(result(13, "marker", "2020-05-11", source: sha(5))),
        ],
        sources: [Source(sha256: sha(5), name: "a.json", kind: "FHIR", size: 1, readAt: noon)]))
    try vault.add(
      result(2, "typed", "2020-05-11"), result(3, "old", "2019"), result(4, "month", "2020-05"),
      result(5, "none", nil))
    let days = try vault.resultDays(
      ListQuery(kinds: [.result]), showing: ["marker"], limit: 2)
    #expect(
      days.map { $0.date?.description }
        == ["2019", "2020-05", "2020-05-11", "2020-05-11", nil])
    #expect(days.map(\.count) == [1, 1, 1, 4, 1])
    #expect(
      days.map { $0.shown.map(\.title) }
        == [["old"], ["month"], ["typed"], ["marker", "a"], ["none"]])
  }

  @Test func `are shown in the order they came in, whatever they are called`() throws {
    let vault = try newVault()
    try vault.add(
      result(2, "z", "2020-05-11"), result(3, "y", "2020-05-11"), result(4, "a", "2020-05-11"),
      result(5, "m2", "2020-05-11"), result(6, "b", "2020-05-11"), result(7, "m1", "2020-05-11"))
    let query = ListQuery(kinds: [.result])
    func shown(_ titles: [String], _ limit: Int) throws -> [String] {
      try vault.resultDays(query, showing: titles, limit: limit).flatMap(\.shown).map(\.title)
    }
    #expect(try shown([], 3) == ["z", "y", "a"])
    #expect(try shown(["m1", "m2"], 3) == ["m2", "m1", "z"])
    #expect(try shown(["m1", "m2"], 1) == ["m2"])
  }

  @Test func `are those of the days that were asked for`() throws {
    let vault = try newVault()
    try vault.add(result(2, "a", "2019-01-01"), result(3, "b", "2020-01-01"))
    let query = ListQuery(kinds: [.result], since: PartialDate("2020"))
    #expect(try vault.resultDays(query, showing: []).flatMap(\.shown).map(\.title) == ["b"])
  }
}
