import CarePlan
import Records
import Testing

@Suite struct `The money of a year` {
  private func year(_ number: Int = 2026, _ records: Record...) -> MoneyYear {
    MoneyYear(number, in: records, today: MadeUp.today)
  }

  private func visit(_ name: String, _ day: String, _ more: [String: Value]) -> Record {
    MadeUp.record(
      .visit, name,
      ["what": .text("oncology"), "date": MadeUp.when(day), "status": .choice("kept")]
        .merging(more) { $1 })
  }

  @Test func `is what was paid in it, whenever the care was`() {
    let bill = Paper.bill(
      "b",
      [
        "date": MadeUp.when("2025-12-30"), "paid": Insured.usd("60"),
        "paidOn": MadeUp.when("2026-01-01"),
      ])
    #expect(year(2026, bill).sum(.bills).printed == "60 USD")
    #expect(year(2025, bill).sumPaid.isEmpty && year(2025, bill).sumOwed.isEmpty)
  }

  @Test func `is what is still owed for care in it, once for bill and statement`() {
    let half: [String: Value] = ["paid": Insured.usd("25.50"), "paidOn": MadeUp.when("2026-11-01")]
    let open = year(2026, Paper.bill("b", half), Paper.statement("s"))
    #expect(open.sumOwed.printed == "34.50 USD")
    #expect(open.sumPaid.printed == "25.50 USD")
  }

  @Test func `does not take the plan's payment for the person's`() {
    // A statement with a day on which it was paid, and no amount.
    let paper = Paper.bill("b", ["paidOn": MadeUp.when("2026-11-01")])
    let year = year(2026, paper)
    #expect(year.sumPaid.isEmpty && year.sumOwed.isEmpty)
    #expect(year.notes == ["1 paid bill has no amount that was paid, and is in no sum."])
  }

  @Test func `counts premiums by their due days`() {
    func premium(_ more: [String: Value], _ end: String? = nil, start: String = "2020-01-01")
      -> String
    {
      year(
        2026,
        Insured.policy(
          "A", from: start, to: end,
          ["premium": Insured.usd("412.50"), "premiumDue": .text("the 1st of each month")]
            .merging(more) { $1 })
      ).sum(.premiums).printed
    }
    // Until today, 21 November: eleven first days.
    #expect(premium([:]) == "4537.50 USD")
    #expect(premium(["paidThrough": MadeUp.when("2026-10-31")]) == "4125.00 USD")
    #expect(premium([:], "2026-02-28") == "825.00 USD")
    #expect(premium([:], start: "2026-11-02") == "nothing")
    #expect(premium(["premiumDue": .text("the 31st")]) == "4125.00 USD")
    #expect(premium(["premiumDue": .text("each quarter")]) == "nothing")
  }

  @Test func `has the way by its unit, and its costs by currency`() {
    let all = year(
      2026,
      visit(
        "a", "2026-02-01",
        [
          "distance": .quantity(Quantity("42", unit: "miles")), "parking": Insured.usd("12"),
          "meals": .quantity(Quantity("8.50", unit: "EUR")),
        ]),
      visit("b", "2026-03-01", ["distance": .quantity(Quantity("41.5", unit: "mi"))]),
      visit("c", "2026-04-01", ["distance": .quantity(Quantity("60", unit: "km"))]),
      visit("d", "2026-05-01", ["parking": Insured.usd("9"), "status": .choice("cancelled")]))
    #expect(all.sumWays.printed == "60 km and 83.5 miles")
    #expect(all.sum(.parking).printed == "12 USD")
    #expect(all.sumPaid.printed == "8.50 EUR and 12 USD")
    #expect(
      all.notes == ["The currencies are summed up apart, and never changed into one another."])
  }

  @Test func `leaves out what is below zero or in words, and says so`() {
    let all = year(
      2026, visit("a", "2026-02-01", ["parking": Insured.usd("-3"), "meals": .text("a sandwich")]))
    #expect(all.sumPaid.isEmpty)
    #expect(
      all.notes == [
        "1 amount is below zero, and in no sum.", "1 amount is written in words, and in no sum.",
      ])
  }
}
