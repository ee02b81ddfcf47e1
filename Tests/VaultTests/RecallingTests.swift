import Records
import Testing
import Vault

@Suite struct `A short look into a vault` {
  private func vault() throws -> Vault {
    let vault = try newVault()
    var steps: [Change.Step] = []
    for number in 1...5 {
      steps.append(
        .add(
          record(
            number + 1, .result,
            [
              "name": .coded(Coded(number == 3 ? "creatinine" : "Chromogranin A")),
              "value": .quantity(Quantity("\(number)", unit: number == 5 ? "nmol/L" : "ng/mL")),
              "date": .when(When(try #require(PartialDate(year: 2020 + number)))),
            ])))
    }
    steps.append(.add(record(9, .teamMember, ["name": .text("Dr. Okafor")])))
    try vault.apply(Change("add", at: noon, steps: steps))
    return vault
  }

  @Test func `gives the records that were entered last`() throws {
    let vault = try vault()
    let recent = try vault.recent([.result, .teamMember], limit: 3)
    #expect(recent.map(\.kind) == [.teamMember, .result, .result])
    #expect(recent.last?.fields["value"]?.words == "4 ng/mL")
    #expect(try vault.recent([]).isEmpty)
    try vault.apply(
      Change("remove", at: noon, steps: [.remove(id(9))]))
    #expect(try vault.recent([.teamMember]).isEmpty, "what is in the bin is not offered")
  }

  @Test func `gives the last record about the same test, whatever its capitals`() throws {
    let vault = try vault()
    #expect(try vault.latest(.result, titled: "chromogranin a")?["value"]?.words == "5 nmol/L")
    #expect(try vault.latest(.result, titled: "CREATININE")?["value"]?.words == "3 ng/mL")
    #expect(try vault.latest(.result, titled: "serotonin") == nil)
    #expect(try vault.latest(.imaging, titled: "creatinine") == nil)
    #expect(try vault.latest(.result, titled: "a\u{0}' OR 1") == nil)
  }

  @Test func `gives the newest records of some kinds, and their names`() throws {
    let vault = try vault()
    let rows = try vault.newest([.result], limit: 2)
    #expect(rows.map(\.title) == ["Chromogranin A", "Chromogranin A"])
    #expect(rows.first?.date == "2025")
    #expect(try vault.newest([], limit: 3).count == 3)
    #expect(try vault.title(of: rows[0].id) == "Chromogranin A")
    #expect(try vault.title(of: RecordID("nothing")) == nil)
  }
}
