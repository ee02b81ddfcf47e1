import Records
import Testing

@testable import CarePlan

@Suite struct `The year of a plan` {
  private func year(_ policy: [String: Value], _ claims: Record..., today: String = "2026-11-21")
    -> PlanYear
  {
    let record = Insured.policy("Acme", from: "2020-01-01", to: nil, policy)
    return PlanYear(Policy(record), in: [record] + claims, today: MadeUp.day(today))
  }

  private func claim(_ name: String, _ day: String, _ more: [String: Value] = [:]) -> Record {
    Paper.statement(
      name,
      ["date": MadeUp.when(day), "deductible": Insured.usd("50.25")].merging(more) { $1 })
  }

  @Test(arguments: [
    ("1 July", "2026-11-21", "2026-07-01", "2027-06-30"),
    ("July 1", "2026-06-30", "2025-07-01", "2026-06-30"),
    ("1 January", "2026-01-01", "2026-01-01", "2026-12-31"),
    ("29 February", "2026-03-01", "2026-02-28", "2027-02-27"),
    ("29 February", "2028-03-01", "2028-02-29", "2029-02-27"),
  ])
  func `begins when the plan says`(words: String, today: String, from: String, until: String) {
    let year = year(["resets": .text(words)], today: today)
    #expect(year.from.description == from && year.until.description == until)
    #expect(!year.isGuessed)
  }

  @Test func `begins in January where nobody said when, and says so`() {
    #expect(year([:]).isGuessed && year([:]).from.description == "2026-01-01")
    #expect(year(["resets": .text("when it renews")]).isGuessed)
  }

  @Test func `adds up the claims in it, in and out of the network apart`() {
    let year = year(
      ["deductible": Insured.usd("1500"), "deductibleUsed": Insured.usd("700")],
      claim("a", "2026-01-01"), claim("b", "2026-03-02"), claim("old", "2025-12-31"),
      claim("out", "2026-04-01", ["network": .choice("out")]),
      claim("no", "2026-05-01", ["denied": MadeUp.when("2026-06-01")]),
      claim("other", "2026-05-02", ["insurer": .text("Bayside")]))
    #expect(year.claims == 3)
    #expect(year.deductible.counted.printed == "100.50 USD")
    #expect(year.deductible.typed == "700 USD" && year.deductible.limit?.printed == "1500 USD")
    #expect(year.deductibleOut.counted.printed == "50.25 USD")
    #expect(year.outOfPocket.counted.printed == "120 USD")
  }

  @Test func `counts a chain and a bill beside its statement once`() {
    let year = year(
      [:], claim("a", "2026-01-05", ["number": .text("C-1")]),
      claim(
        "b", "2026-01-05",
        ["number": .text("C-2"), "replaces": .text("C-1"), "created": MadeUp.when("2026-02-01")]),
      Paper.bill("bill", ["date": MadeUp.when("2026-01-05")]))
    #expect(year.claims == 1 && year.outOfPocket.counted.printed == "60 USD")
  }

  @Test func `adds parts where the statement has no total for you`() {
    let year = year(
      [:],
      claim(
        "a", "2026-01-05",
        ["patientOwes": .text(""), "copay": Insured.usd("20"), "coinsurance": Insured.usd("4.75")]))
    // 50.25 and 20 and 4.75.
    #expect(year.outOfPocket.counted.printed == "75.00 USD")
  }

  @Test func `has the law's limit for the plans it is for`() {
    #expect(year(["type": .coded(Coded("PPO"))]).lawLimit?.one == "10600 USD")
    #expect(year(["type": .coded(Coded("Medicare Part B"))]).lawLimit == nil)
    #expect(year([:]).lawLimit == nil)
  }
}
