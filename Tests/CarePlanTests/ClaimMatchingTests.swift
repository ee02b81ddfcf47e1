import CarePlan
import Records
import Testing

/// Bills and statements in few words.
enum Paper {
  static func bill(_ name: String, _ more: [String: Value] = [:]) -> Record {
    Insured.claim(name, base("bill").merging(more) { $1 })
  }

  static func statement(_ name: String, _ more: [String: Value] = [:]) -> Record {
    Insured.claim(name, base("statement").merging(more) { $1 })
  }

  private static func base(_ paper: String) -> [String: Value] {
    [
      "paper": .choice(paper), "provider": .text("Harbor Clinic"),
      "date": MadeUp.when("2026-10-03"), "billed": Insured.usd("900.00"),
      "patientOwes": Insured.usd("60"),
    ]
  }
}

@Suite struct `A bill and the insurer's statement` {
  private func pairs(_ records: Record...) -> [ClaimMatching.Pair] { ClaimMatching(records).pairs }

  @Test func `belong together by provider, day and billed amount`() throws {
    let pair = try #require(
      pairs(
        Paper.bill(
          "b", ["provider": .text("Harbor Clinic, day clinic"), "billed": Insured.usd("900")]),
        Paper.statement("s")
      ).first)
    #expect(pair.bill?.id.text == "b" && pair.statement?.id.text == "s")
  }

  @Test(
    arguments: [
      ["billed": Insured.usd("901")], ["date": MadeUp.when("2026-10-04")],
      ["provider": .text("Northgate")], ["billed": .quantity(Quantity("900", unit: "EUR"))],
    ] as [[String: Value]])
  func `do not where one of the three differs`(other: [String: Value]) {
    #expect(pairs(Paper.bill("b", other), Paper.statement("s")).count == 2)
  }

  @Test func `belong together by a number, where the three do not fit`() {
    let number: [String: Value] = ["number": .text("C-9 3310")]
    #expect(
      pairs(
        Paper.bill("b", ["billed": Insured.usd("1"), "number": .text("c93310")]),
        Paper.statement("s", number)
      ).count == 1)
    #expect(
      pairs(
        Paper.bill("b", ["billed": Insured.usd("1"), "account": .text("40-221")]),
        Paper.statement("s", ["account": .text("40221")])
      ).count == 1)
  }

  @Test func `may be about several days`() {
    let stay = Value.when(
      When(start: Moment(MadeUp.day("2026-10-01")), end: Moment(MadeUp.day("2026-10-05"))))
    #expect(pairs(Paper.bill("b"), Paper.statement("s", ["date": stay])).count == 1)
  }

  @Test func `are one pair each, and a second bill stands beside`() throws {
    let found = pairs(Paper.bill("b1"), Paper.bill("b2"), Paper.statement("s"))
    let pair = try #require(found.first)
    #expect(found.count == 1 && pair.again.map(\.id.text) == ["b2"])
    let alone = pairs(Paper.bill("b1"), Paper.bill("b2"))
    #expect(alone.count == 1 && alone.first?.statement == nil && alone.first?.again.count == 1)
  }
}
