import CarePlan
import Records
import Testing

@Suite struct `The time between policies` {
  private func gaps(_ records: Record...) -> [CoverageGap] {
    CoverageGap.all(in: Policy.all(in: records), today: MadeUp.today)
  }

  private static let first: [String: Value] = ["order": .text("primary")]

  @Test func `is found to the day`() throws {
    let found = gaps(
      Insured.policy("A", from: "2022-01-01", to: "2024-02-28", Self.first),
      Insured.policy("B", from: "2024-03-01", nil, Self.first))
    // 2024 had a 29 February.
    let gap = try #require(found.first)
    #expect(found.count == 1 && gap.sort == .gap)
    #expect(gap.from.description == "2024-02-29" && gap.until?.description == "2024-02-29")
    #expect(gap.words.contains("1 day, 29 February 2024"))
    let none = gaps(
      Insured.policy("A", from: "2022-01-01", to: "2023-02-28", Self.first),
      Insured.policy("B", from: "2023-03-01", nil, Self.first))
    #expect(none.isEmpty)
  }

  @Test func `over the turn of a year is counted in days`() throws {
    let gap = try #require(
      gaps(
        Insured.policy("A", from: "2022-01-01", to: "2025-12-15", Self.first),
        Insured.policy("B", from: "2026-01-11", nil, Self.first)
      ).first)
    #expect(gap.words.contains("26 days, from 16 December 2025 to 10 January 2026"))
  }

  @Test func `is not there while another policy goes on`() {
    #expect(
      gaps(
        Insured.policy("A", from: "2020-01-01", nil, Self.first),
        Insured.policy("B", from: "2021-01-01", to: "2021-06-30", ["order": .text("secondary")]),
        Insured.policy("C", from: "2022-01-01", nil, ["order": .text("secondary")])
      ).isEmpty)
  }

  @Test func `is only about where months are all that is known`() throws {
    let gap = try #require(
      gaps(
        Insured.policy("A", from: "2022", to: "2024-03", Self.first),
        Insured.policy("B", from: "2024-05", nil, Self.first)
      ).first)
    #expect(gap.words.contains("about 30 days, from 1 April 2024 to 30 April 2024"))
    #expect(
      gaps(
        Insured.policy("A", from: "2022", to: "2024-03", Self.first),
        Insured.policy("B", from: "2024-03", nil, Self.first)
      ).isEmpty)
  }

  @Test func `has no end where nothing follows`() throws {
    let gap = try #require(gaps(Insured.policy("A", from: "2020-01-01", to: "2026-12-31")).first)
    #expect(gap.sort == .noNext && gap.from.description == "2027-01-01" && gap.until == nil)
    #expect(gap.words == "A ends on 31 December 2026. No policy here begins after it.")
    // A dental plan is no cover for a tumor.
    let dental = Insured.policy("D", from: "2027-01-01", nil, ["type": .coded(Coded("dental"))])
    #expect(
      gaps(Insured.policy("A", from: "2020", to: "2026-12-31"), dental).map(\.sort) == [.noNext])
  }

  @Test func `with two that pay first is named`() throws {
    let found = gaps(
      Insured.policy("A", from: "2025-01-01", to: "2026-03-31", Self.first),
      Insured.policy("B", from: "2026-03-01", nil, Self.first))
    let overlap = try #require(found.first)
    #expect(found.count == 1 && overlap.sort == .sameOrder)
    #expect(
      overlap.words.hasPrefix(
        "A and B are both called primary, from 1 March 2026 to 31 March 2026."))
    let unsaid = gaps(
      Insured.policy("A", from: "2025-01-01", nil), Insured.policy("B", from: "2026-01-01", nil))
    #expect(unsaid.map(\.sort) == [.noOrder])
    let parts = gaps(
      Insured.policy("Medicare", from: "2025-01-01", nil, ["type": .coded(Coded("Part A"))]),
      Insured.policy("Medicare", from: "2025-06-01", nil, ["type": .coded(Coded("Part B"))]))
    #expect(parts.isEmpty)
    let two = gaps(
      Insured.policy("A", from: "2025-01-01", nil, Self.first),
      Insured.policy("B", from: "2026-01-01", nil, ["order": .text("secondary")]))
    #expect(two.isEmpty)
  }
}

extension Insured {
  static func policy(
    _ name: String, from start: String, _ end: String?, _ more: [String: Value] = [:]
  ) -> Record {
    policy(name, from: start, to: end, more)
  }
}
