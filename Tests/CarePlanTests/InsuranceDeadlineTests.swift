import CarePlan
import Records
import Testing

@Suite struct `A last day of an insurer` {
  private func refused(_ more: [String: Value], policy: [String: Value] = [:])
    -> [InsuranceDeadline]
  {
    InsuranceDeadline.all(
      in: [
        Insured.policy(
          "Acme", from: "2020-01-01", to: nil, ["type": .coded(Coded("PPO"))].merging(policy) { $1 }
        ),
        Insured.claim(
          "ct",
          ["date": MadeUp.when("2026-08-01"), "denied": MadeUp.when("2026-09-07")].merging(more) {
            $1
          }),
      ], today: MadeUp.today)
  }

  @Test func `for an appeal counts from the day the letter came`() throws {
    let one = try #require(refused(["noticed": MadeUp.when("2026-09-10")]).first)
    #expect(one.day?.description == "2027-03-09")
    #expect(
      one.why.contains("180 days after 10 September 2026, the day the letter of refusal came"))
    #expect(one.rule?.id == "appeal" && !one.isTheirs)
    // Without that day, the date on the letter is the safe one.
    let safe = try #require(refused([:]).first)
    #expect(safe.day?.description == "2027-03-06")
    #expect(safe.why.contains("because the day it came is not written down"))
  }

  @Test func `is the letter's own, and both are shown where they differ`() throws {
    let one = try #require(refused(["appealDeadline": MadeUp.when("2026-12-01")]).first)
    #expect(one.day?.description == "2026-12-01")
    #expect(one.byRule?.description == "2027-03-06" && one.isDiffering)
    let same = try #require(refused(["appealDeadline": MadeUp.when("2027-03-06")]).first)
    #expect(!same.isDiffering)
  }

  @Test(arguments: [
    (["type": Value.coded(Coded("Medicare Part B"))], "2027-01-05", "appeal-medicare"),
    (["type": .coded(Coded("Medicare Advantage"))], "2026-11-06", "appeal-advantage"),
  ])
  func `goes with the sort of plan`(policy: [String: Value], day: String, rule: String) throws {
    let one = try #require(refused([:], policy: policy).first { $0.part == "appeal" })
    #expect(one.day?.description == day && one.rule?.id == rule)
  }

  @Test func `is not made up where there is no rule`() throws {
    let one = try #require(refused([:], policy: ["type": .coded(Coded("Medicaid"))]).first)
    #expect(one.day == nil && one.rule == nil)
    #expect(one.why == "netvault has no rule for this (Medicaid); the letter says the day")
    let letter = refused(
      ["appealDeadline": MadeUp.when("2026-12-01")], policy: ["type": .coded(Coded("Medicaid"))])
    #expect(letter.first?.day?.description == "2026-12-01")
  }

  @Test func `of a plan of unknown kind says by which rule it is counted`() throws {
    let claim = Insured.claim("ct", ["denied": MadeUp.when("2026-09-07")])
    let one = try #require(InsuranceDeadline.all(in: [claim], today: MadeUp.today).first)
    #expect(one.why.contains("as the kind of plan is not known"))
    #expect(one.day?.description == "2027-03-06")
  }

  @Test func `goes on from step to step`() throws {
    let sent = try #require(refused(["appealFiled": MadeUp.when("2026-10-01")]).first)
    // 60 days after 1 October: the insurer's.
    #expect(sent.part == "decision" && sent.isTheirs && sent.day?.description == "2026-11-30")
    let again = try #require(
      refused([
        "appealFiled": MadeUp.when("2026-10-01"), "appealDecided": MadeUp.when("2026-10-31"),
        "appealOutcome": .text("refused again"), "appealDeadline": MadeUp.when("2026-10-20"),
      ]).first)
    // The letter's day was that of the first appeal: it is over.
    #expect(again.rule?.id == "external" && again.byLetter == nil)
    #expect(again.day?.description == "2027-02-28")
    let unsaid = try #require(
      refused([
        "appealFiled": MadeUp.when("2026-10-01"), "appealDecided": MadeUp.when("2026-10-31"),
      ]).first)
    #expect(unsaid.why.hasPrefix("if the answer was no, by the rule"))
    let won = refused(["appealOutcome": .text("won: they pay")])
    #expect(won.isEmpty)
    let outside = refused([
      "appealFiled": MadeUp.when("2026-10-01"), "appealLevel": .text("external review"),
      "appealDecided": MadeUp.when("2026-10-31"), "appealOutcome": .text("refused"),
    ])
    #expect(outside.isEmpty)
  }

  @Test func `for permission counts from asking, and is the insurer's`() throws {
    func asked(_ more: [String: Value]) -> InsuranceDeadline? {
      InsuranceDeadline.all(
        in: [
          MadeUp.record(
            .authorization, "pet",
            [
              "service": .text("PET"), "status": .choice("asked"),
              "asked": MadeUp.when("2026-12-20"),
            ]
            .merging(more) { $1 })
        ], today: MadeUp.today
      ).first
    }
    #expect(asked([:])?.day?.description == "2027-01-04")
    #expect(asked(["urgent": .choice("yes")])?.day?.description == "2026-12-23")
    #expect(asked([:])?.isTheirs == true)
    #expect(asked(["status": .choice("approved"), "decided": MadeUp.when("2026-12-28")]) == nil)
  }

  @Test(
    arguments: [
      ("2026-12-22", nil, false), ("2026-12-21", 30, false), ("2026-12-06", 30, false),
      ("2026-12-05", 14, false), ("2026-11-28", 7, false), ("2026-11-22", 1, false),
      ("2026-11-21", 1, false), ("2026-11-20", nil, true),
    ] as [(String, Int?, Bool)])
  func `warns at 30, 14, 7 and 1 days, and stays when past`(day: String, warning: Int?, past: Bool)
    throws
  {
    let one = try #require(refused(["appealDeadline": MadeUp.when(day)]).first)
    #expect(one.warning(on: MadeUp.today) == warning)
    #expect(one.isPast(on: MadeUp.today) == past)
    if past { #expect(one.words(on: MadeUp.today) == "past since 1 day") }
  }
}
