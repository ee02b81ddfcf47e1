import CarePlan
import Records
import Testing

@Suite struct `A premium` {
  private func premium(
    _ fields: [String: Value], end: String? = nil, today: String = "2026-11-21"
  ) -> Premium? {
    Premium(
      Policy(
        Insured.policy(
          "A", from: "2020-01-01", to: end, ["premium": Insured.usd("240")].merging(fields) { $1 })),
      today: MadeUp.day(today))
  }

  @Test(arguments: [
    ("the 1st of each month", "2026-12-31", "2027-01-01"),
    ("the 1st of each month", "2026-10-31", "2026-11-01"),
    ("the last day of the month", "2027-01-31", "2027-02-28"),
    ("the last day of the month", "2028-01-31", "2028-02-29"),
    ("the 30th", "2027-01-30", "2027-02-28"), ("on the 15th", "2026-11-30", "2026-12-15"),
    // Other words: the day after the last day that is paid.
    ("every quarter", "2026-12-31", "2027-01-01"),
  ])
  func `is due on the first such day that is not paid`(words: String, paid: String, due: String) {
    let premium = premium(["premiumDue": .text(words), "paidThrough": MadeUp.when(paid)])
    #expect(premium?.due?.description == due)
  }

  @Test func `is late since its day, and grace ends by the policy's own words`() throws {
    let late = try #require(
      premium([
        "premiumDue": .text("the 1st of each month"), "paidThrough": MadeUp.when("2026-10-31"),
        "grace": .text("30 days"),
      ]))
    #expect(late.standing(on: MadeUp.today) == .late)
    // 1 November and 30 days.
    #expect(late.graceEnds?.description == "2026-12-01")
    let words = late.words(on: MadeUp.today)
    #expect(words.contains("late since 1 November 2026"))
    #expect(words.contains("ends on 1 December 2026: the policy says 30 days"))
    #expect(late.standing(on: MadeUp.day("2026-12-02")) == .graceOver)
    #expect(late.words(on: MadeUp.day("2026-12-02")).contains("ended on 1 December 2026"))
    #expect(late.standing(on: MadeUp.day("2026-11-01")) == .dueToday)
  }

  @Test func `without words about grace says so`() throws {
    let late = try #require(
      premium(["premiumDue": .text("the 1st"), "paidThrough": MadeUp.when("2026-10-31")]))
    #expect(late.graceEnds == nil)
    #expect(late.words(on: MadeUp.today).contains("(grace) is not written down here"))
    let months = premium([
      "premiumDue": .text("the 1st"), "paidThrough": MadeUp.when("2026-11-30"),
      "grace": .text("3 months"),
    ])
    #expect(months?.graceEnds?.description == "2027-03-01")
  }

  @Test func `that nobody wrote down as paid is never called late`() throws {
    let open = try #require(premium(["premiumDue": .text("the 1st of each month")]))
    #expect(open.due?.description == "2026-12-01")
    #expect(open.standing(on: MadeUp.today) == .notKnown)
    #expect(!open.words(on: MadeUp.today).contains("late"))
  }

  @Test func `is not due after the policy's end`() {
    let fields: [String: Value] = [
      "premiumDue": .text("the 1st"), "paidThrough": MadeUp.when("2026-10-31"),
    ]
    #expect(premium(fields, end: "2026-10-31") == nil)
    #expect(premium(fields, end: "2026-11-30")?.due?.description == "2026-11-01")
    #expect(premium(["premium": .text("")].filter { _ in false })?.due == nil)
  }
}
