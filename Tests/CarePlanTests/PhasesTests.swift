import CarePlan
import Records
import Testing

@Suite struct `The steps of a plan` {
  private static let usual = [
    "every 3 months for 2 years", "every 6 months until year 5", "every 12 months",
  ]

  private static func starts(_ words: [String], from day: String) throws -> [String] {
    try Phases(words, from: MadeUp.day(day)).spans.map(\.start.description)
  }

  @Test func `begin on their own days`() throws {
    #expect(
      try Self.starts(Self.usual, from: "2020-05-11")
        == ["2020-05-11", "2022-05-11", "2025-05-11"])
    #expect(
      try Self.starts(Self.usual, from: "2020-02-29")
        == ["2020-02-29", "2022-02-28", "2025-02-28"])
    #expect(try Self.starts(Self.usual, from: "2020-05") == ["2020-05", "2022-05", "2025-05"])
  }

  @Test func `do not slide when they begin at the end of a month`() throws {
    let words = ["every 7 days for 1 month", "every 14 days for 1 month", "every 28 days"]
    #expect(
      try Self.starts(words, from: "2026-01-31") == ["2026-01-31", "2026-02-28", "2026-03-31"])
    #expect(
      try Self.starts(["weekly for 2 weeks", "monthly"], from: "2026-01") == [
        "2026-01", "2026-01-15",
      ])
  }

  @Test(arguments: [
    ("2019-01-01", 0), ("2020-05-11", 0), ("2022-05-10", 0), ("2022-05-11", 1), ("2022-06", 1),
    ("2025-05-10", 1), ("2025-05-11", 2), ("2060-01-01", 2),
  ])
  func `change on their day, which belongs to the later one`(day: String, place: Int) throws {
    let phases = try Phases(Self.usual, from: MadeUp.day("2020-05-11"))
    #expect(phases.span(on: MadeUp.day(day)) == phases.spans[place])
  }

  @Test func `may be over`() throws {
    let phases = try Phases(["every 3 months for 1 year"], from: MadeUp.day("2020-05-11"))
    #expect(phases.end?.description == "2021-05-11")
    #expect(phases.span(on: MadeUp.day("2021-05-11")) == nil)
  }

  @Test(
    arguments: [
      (["every 3 months", "every 6 months"], "2020-05-11", .openTooSoon),
      (
        ["every 3 months until year 5", "every 6 months until year 2"], "2020-05-11",
        .endsBeforeStart
      ),
      (["every 3 months until 2019"], "2020-05-11", .endsBeforeStart),
      (
        ["every 3 months for 2 years", "every 6 months until 2022-05-11"], "2020-05-11",
        .endsBeforeStart
      ),
      (["every 3 months for 2 years"], "2020", .vagueStart), ([], "2020-05-11", .notAStep),
      (["every 3 months for 2 years", "whenever"], "2020-05-11", .notAStep),
    ] as [([String], String, PlanTrouble)])
  func `say what is wrong with them`(words: [String], start: String, trouble: PlanTrouble) {
    #expect(throws: trouble) { try Phases(words, from: MadeUp.day(start)) }
  }

  @Test func `are told with their days`() throws {
    let spans = try Phases(
      ["every 6 months for 3 years", "about every 9 months until year 5", "every year"],
      from: MadeUp.day("2022-05-11")
    ).spans
    #expect(
      spans.map(\.words) == [
        "every 6 months from 11 May 2022, for the next 3 years",
        "about every 9 months from 11 May 2025 until 11 May 2027",
        "every year from 11 May 2027, without an end",
      ])
    let year = try Phases(["monthly for 1 year"], from: MadeUp.day("2022-05-11"))
    #expect(year.spans.first?.words == "monthly from 11 May 2022, for the next year")
  }
}
