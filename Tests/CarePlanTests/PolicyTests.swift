import CarePlan
import Records
import Testing

/// Short ways to write down insurance records.
enum Insured {
  static func usd(_ number: String) -> Value { .quantity(Quantity(number, unit: "USD")) }

  static func policy(
    _ name: String, from start: String? = nil, to end: String? = nil,
    _ more: [String: Value] = [:]
  ) -> Record {
    var fields: [String: Value] = ["insurer": .text(name)]
    if let start { fields["start"] = MadeUp.when(start) }
    if let end { fields["end"] = MadeUp.when(end) }
    return MadeUp.record(.coverage, name, fields.merging(more) { $1 })
  }

  static func claim(_ name: String, _ more: [String: Value]) -> Record {
    MadeUp.record(
      .claim, name,
      ["service": .coded(Coded("CT")), "insurer": .text("Acme")].merging(more) { $1 })
  }

  static func person(born: String) -> Record {
    MadeUp.record(.person, "person", ["name": .text("Ana"), "born": MadeUp.when(born)])
  }
}

@Suite struct `A policy` {
  @Test(arguments: [
    ("Medicare Advantage HMO", "", PlanSort.medicareAdvantage),
    ("HMO", "Medicare", .medicareAdvantage),
    ("Part B", "Medicare", .medicare), ("Part D", "Medicare", .partD),
    ("Medigap plan G", "", .medigap), ("Medicaid", "", .medicaid),
    ("PPO", "Marketplace", .marketplace), ("PPO", "", .privatePlan), ("COBRA", "", .employer),
    ("dental", "", .besideCare), ("Tricare", "", .other), ("", "Acme", .unknown),
    // A word that only contains the letters means nothing.
    ("", "Deposit Fund", .unknown),
  ])
  func `is of a sort that its words say`(type: String, plan: String, sort: PlanSort) {
    var fields: [String: Value] = ["insurer": .text("X")]
    if !type.isEmpty { fields["type"] = .coded(Coded(type)) }
    if !plan.isEmpty { fields["plan"] = .text(plan) }
    #expect(PlanSort(MadeUp.record(.coverage, "x", fields)) == sort)
  }

  @Test func `through an employer is one of those`() {
    #expect(PlanSort(Insured.policy("X", ["employer": .text("Boats")])) == .employer)
  }

  @Test(
    arguments: [
      ("primary", 1), ("1", 1), ("Primary insurance", 1), ("secondary", 2), ("2", 2),
      ("pays third", 3), ("unsure", nil),
    ] as [(String, Int?)])
  func `pays in an order`(words: String, rank: Int?) {
    #expect(Policy(Insured.policy("X", ["order": .text(words)])).rank == rank)
  }

  @Test func `that pays first comes first, and a cancelled one not at all`() {
    let all = Policy.all(in: [
      Insured.policy("Second", ["order": .text("secondary")]),
      Insured.policy("First", ["order": .text("primary")]), Insured.policy("None"),
      Insured.policy("Off", ["status": .text("cancelled")]),
    ])
    #expect(all.map(\.name) == ["First", "Second", "None"])
  }

  @Test func `covers the days between its first and its last`() {
    let policy = Policy(Insured.policy("X", from: "2026-01", to: "2026-02-28"))
    #expect(policy.covers(MadeUp.day("2026-01-01")) && policy.covers(MadeUp.day("2026-02-28")))
    #expect(!policy.covers(MadeUp.day("2026-03-01")) && !policy.covers(MadeUp.day("2025-12-31")))
    #expect(policy.hasEnded(on: MadeUp.today))
  }

  @Test func `is named by the words of its insurer`() {
    let policy = Policy(Insured.policy("Lakeview Health Plan, Inc."))
    #expect(policy.isNamed("lakeview health plan") && policy.isNamed("Lakeview"))
    #expect(!policy.isNamed("Bayside Mutual") && !policy.isNamed(""))
  }
}

extension Insured {
  static func policy(_ name: String, _ more: [String: Value]) -> Record {
    policy(name, from: nil, to: nil, more)
  }
}
