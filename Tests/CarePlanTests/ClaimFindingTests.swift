import CarePlan
import Records
import Testing

@Suite struct `What papers say against each other` {
  private func found(_ records: Record...) -> [ClaimFinding] {
    ClaimFinding.all(in: records, today: MadeUp.today)
  }

  @Test func `is nothing where they fit`() {
    #expect(found(Paper.bill("b"), Paper.statement("s")).isEmpty)
    #expect(found(Insured.claim("x", ["date": MadeUp.when("2026-10-03")])).isEmpty)
  }

  @Test func `is a bill or a statement alone`() throws {
    let bill = try #require(found(Paper.bill("b")).first)
    #expect(bill.sort == .billWithoutStatement)
    #expect(
      bill.words
        == "There is a bill of 60 USD, and no statement of the insurer (EOB) here. "
        + "Ask the insurer whether the claim has come.")
    #expect(bill.about == "Harbor Clinic, 3 October 2026, CT")
    let statement = try #require(found(Paper.statement("s")).first)
    #expect(statement.sort == .statementWithoutBill && !statement.sort.isOpen)
  }

  @Test func `is another amount that you owe`() throws {
    let one = try #require(
      found(Paper.bill("b", ["patientOwes": Insured.usd("260.00")]), Paper.statement("s")).first)
    #expect(one.sort == .differs)
    #expect(one.words.hasPrefix("The bill says 260.00 USD, the insurer's statement says 60 USD."))
    let both = found(
      Paper.statement("s", ["paper": .choice("both"), "match": .choice("differing")]))
    #expect(both.map(\.sort) == [.differs])
  }

  @Test func `is what was paid twice, or too much`() {
    let paid: [String: Value] = ["paid": Insured.usd("60"), "paidOn": MadeUp.when("2026-11-01")]
    let twice = found(Paper.bill("b1", paid), Paper.bill("b2", paid), Paper.statement("s"))
    #expect(twice.map(\.sort) == [.billTwice, .paidTwice])
    #expect(twice.last?.words.contains("60 USD on 1 November 2026, and 60 USD") == true)
    let more = found(
      Paper.bill("b", ["paid": Insured.usd("60.01"), "paidOn": MadeUp.when("2026-11-01")]),
      Paper.statement("s"))
    #expect(more.map(\.sort) == [.paidMore])
    #expect(found(Paper.bill("b", paid), Paper.statement("s")).isEmpty)
    // In two parts it is not paid twice.
    let half: [String: Value] = ["paid": Insured.usd("30"), "paidOn": MadeUp.when("2026-11-01")]
    #expect(found(Paper.bill("b", half), Paper.statement("s", half)).isEmpty)
  }

  @Test func `is care that was counted as outside the network`() throws {
    let other: [String: Value] = [
      "network": .choice("in"), "date": MadeUp.when("2026-09-01"), "paper": .choice("both"),
    ]
    let all = found(
      Paper.bill("b"), Paper.statement("s", ["network": .choice("out")]),
      Paper.statement("o", other))
    let one = try #require(all.first)
    #expect(all.count == 1 && one.sort == .outOfNetwork)
    #expect(one.words.contains("Another statement counts the same provider as in the network."))
  }

  @Test func `is a refusal without an appeal`() {
    let denied: [String: Value] = ["denied": MadeUp.when("2026-11-01"), "paper": .choice("both")]
    #expect(found(Paper.statement("s", denied)).map(\.sort) == [.denied])
    let sent = denied.merging(["appealFiled": MadeUp.when("2026-11-05")]) { $1 }
    #expect(found(Paper.statement("s", sent)).isEmpty)
  }

  @Test func `is money that cannot be added up`() {
    let mixed = found(
      Paper.statement(
        "s", ["paper": .choice("both"), "planPaid": .quantity(Quantity("5", unit: "EUR"))]))
    #expect(mixed.map(\.sort) == [.mixedCurrency])
    let negative = found(
      Paper.statement("s", ["paper": .choice("both"), "planPaid": Insured.usd("-5")]))
    #expect(negative.map(\.sort) == [.belowZero])
    let words = found(
      Paper.statement("s", ["paper": .choice("both"), "planPaid": .text("most of it")]))
    #expect(words.map(\.sort) == [.notRead])
  }

  @Test func `is more than the most you pay in a year`() throws {
    let policy = Insured.policy(
      "Acme", from: "2026-01-01", to: nil, ["outOfPocketMax": Insured.usd("100")])
    let one: [String: Value] = ["paper": .choice("both"), "patientOwes": Insured.usd("60.00")]
    let two = one.merging(["date": MadeUp.when("2026-10-09"), "patientOwes": Insured.usd("40.00")])
    { $1 }
    #expect(found(policy, Paper.statement("a", one), Paper.statement("b", two)).isEmpty)
    let more = two.merging(["patientOwes": Insured.usd("40.01")]) { $1 }
    let over = try #require(
      found(policy, Paper.statement("a", one), Paper.statement("b", more)).first)
    #expect(over.sort == .overMaximum)
    #expect(over.words.contains("you owe 100.01 USD. The most you pay in a year is 100 USD"))
  }
}
