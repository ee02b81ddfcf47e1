import CarePlan
import Records
import Testing

@Suite struct `A window to choose a plan` {
  private func all(_ records: Record..., today: String = "2026-11-21") -> [InsuranceDeadline] {
    InsuranceDeadline.all(in: records, today: MadeUp.day(today))
  }

  @Test func `is the letter's, with the rule's day beside it`() throws {
    let one = try #require(
      all(
        Insured.policy(
          "A", from: "2026-01-01", to: nil,
          [
            "plan": .text("Marketplace Silver"), "enrolFrom": MadeUp.when("2026-11-01"),
            "enrolUntil": MadeUp.when("2026-12-15"),
          ])
      ).first)
    #expect(one.day?.description == "2026-12-15" && one.byRule?.description == "2026-12-31")
    #expect(one.isDiffering && one.opens?.description == "2026-11-01")
  }

  @Test func `is that of the calendar for the plans in force`() {
    let market = all(
      Insured.policy("A", from: "2026-01-01", to: nil, ["plan": .text("Marketplace")]))
    #expect(market.map(\.part) == ["marketplace"])
    let advantage = all(
      Insured.policy("A", from: "2026-01-01", to: nil, ["plan": .text("Medicare Advantage")]))
    #expect(advantage.map(\.part) == ["medicare-open", "advantage-open"])
    #expect(
      all(Insured.policy("A", from: "2026-01-01", to: nil, ["type": .coded(Coded("PPO"))])).isEmpty)
  }

  @Test func `opens when cover through work ends`() throws {
    let found = all(
      Insured.policy("A", from: "2020-01-01", to: "2026-11-30", ["employer": .text("Boats")]))
    let cobra = try #require(found.first { $0.part == "cobra-election" })
    #expect(cobra.day?.description == "2027-01-29")
    #expect(cobra.why.contains("if the notice comes later, it counts from that day"))
    #expect(found.first { $0.part == "marketplace-special" }?.day?.description == "2027-01-29")
    let letter = all(
      Insured.policy(
        "A", from: "2020-01-01", to: "2026-11-30",
        ["employer": .text("Boats"), "enrolUntil": MadeUp.when("2027-02-03")]))
    #expect(letter.first { $0.part == "cobra-election" }?.day?.description == "2027-02-03")
    // The next policy begins on the day after: nothing was lost.
    #expect(
      all(
        Insured.policy("A", from: "2020-01-01", to: "2026-11-30", ["employer": .text("Boats")]),
        Insured.policy("B", from: "2026-12-01", to: nil)
      ).isEmpty)
  }

  @Test func `at 65 is shown from a year before until it is over`() throws {
    let born = Insured.person(born: "1961-12-01")
    let now = try #require(all(born).first)
    #expect(now.opens?.description == "2026-09-01" && now.day?.description == "2027-03-31")
    #expect(all(born, today: "2025-08-31").isEmpty)
    #expect(!all(born, today: "2025-09-01").isEmpty)
    #expect(all(born, today: "2027-04-01").isEmpty)
    let has = Insured.policy("Medicare", from: "2026-12-01", to: nil)
    #expect(!all(born, has).contains { $0.part == "medicare-first" })
  }

  @Test(arguments: [
    // Part B after the birthday counts from Part B; before it, from the birthday.
    ("1961-06-14", "2026-09-01", "2027-03-01"), ("1961-10-05", "2024-01-01", "2027-04-05"),
    ("1961-08-31", "2026-08-31", "2027-02-28"),
  ])
  func `for Medigap counts from the later of Part B and 65`(
    born: String, start: String, day: String
  ) {
    let found = all(
      Insured.person(born: born),
      Insured.policy("Medicare", from: start, to: nil, ["type": .coded(Coded("Part B"))]))
    #expect(found.first { $0.part == "medigap" }?.day?.description == day)
  }
}
