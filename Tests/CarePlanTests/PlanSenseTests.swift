import CarePlan
import Records
import Testing

@Suite struct `What is written of a plan` {
  private static func check(_ fields: [String: Value], _ kind: Kind = .followUp) throws {
    try PlanSense.check(MadeUp.record(kind, "check", fields))
  }

  @Test(
    arguments: [
      (["every": .text("every 0 months")], .zero), (["every": .text("every 100 years")], .tooLong),
      (["every": .text("every -2 weeks")], .zero),
      (["phases": .text("every 3 months until the move")], .notAStep),
      (["phases": .list([.text("yearly"), .text("monthly")])], .openTooSoon),
      (
        [
          "phases": .text("every year until 2019"), "countedFrom": MadeUp.when("2020-05-11"),
        ], .endsBeforeStart
      ),
      (
        [
          "every": .text("every 9 months"), "phases": .text("every 3 months for 2 years"),
        ], .twoRules
      ),
      (["until": .text("until 2025"), "due": MadeUp.when("2026-01-01")], .untilBeforeStart),
      (["until": .text("May 2019"), "countedFrom": MadeUp.when("2020-05-11")], .untilBeforeStart),
      (["early": .text("whenever")], .notALength), (["late": .text("0 days")], .notALength),
      (["every": .text("every 6 months"), "late": .text("6 months")], .windowTooLong),
    ] as [([String: Value], PlanTrouble)])
  func `is refused where it makes no sense`(fields: [String: Value], trouble: PlanTrouble) {
    #expect(throws: trouble) { try Self.check(fields) }
  }

  @Test(
    arguments: [
      [:], ["every": .text("when needed")], ["every": .text("every 12 months")],
      ["phases": .list([.text("every 3 months until 1999"), .text("yearly")])],
      ["every": .text("every 3 months"), "phases": .text("every 3 months for 2 years")],
      ["until": .text("for life, or until 2030"), "due": MadeUp.when("2040")],
      ["until": .text("2025"), "last": MadeUp.when("2026-01-10")],
      ["movedTo": MadeUp.when("2026-01-03"), "last": MadeUp.when("2026-01-10")],
      ["until": .text("2026"), "due": MadeUp.when("2026-06-01")],
      ["early": .text("2 weeks"), "late": .text("a month"), "every": .text("every 6 months")],
    ] as [[String: Value]])
  func `is taken where it makes sense`(fields: [String: Value]) throws {
    try Self.check(fields)
  }

  @Test func `of a treatment has a length of time`() throws {
    #expect(throws: PlanTrouble.zero) {
      try Self.check(["every": .text("every 0 days")], .treatment)
    }
    try Self.check(["every": .text("every 28 days")], .treatment)
    try Self.check(["every": .text("every 0 days")], .medicine)
  }
}
