import CarePlan
import Records
import Testing

@Suite struct `The days of a check` {
  private static func days(
    _ words: String, from day: String, isDue: Bool = false, until: String? = nil, count: Int = 4
  ) throws -> [String] {
    let interval = try #require(Interval(words))
    return CheckDays(
      from: MadeUp.day(day), isDue: isDue, steps: .every(interval),
      until: until.map { MadeUp.day($0) }
    ).prefix(count).map(\.day.description)
  }

  @Test func `are clamped to the end of a month and do not slide`() throws {
    #expect(
      try Self.days("every month", from: "2026-01-31")
        == ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"])
    #expect(
      try Self.days("every year", from: "2024-02-29")
        == ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"])
    #expect(
      try Self.days("every 28 days", from: "2027-12-20")
        == ["2028-01-17", "2028-02-14", "2028-03-13", "2028-04-10"])
  }

  @Test func `are as precise as the day they are counted from`() throws {
    #expect(try Self.days("every 6 months", from: "2026-11", count: 2) == ["2027-05", "2027-11"])
    #expect(try Self.days("every 2 years", from: "2026", count: 2) == ["2028", "2030"])
    #expect(try Self.days("every 6 months", from: "2026") == [])
    #expect(try Self.days("every 28 days", from: "2026-11") == [])
  }

  @Test func `end with the last day, which still counts`() throws {
    #expect(
      try Self.days("every 6 months", from: "2026-01-10", until: "2027-01-10")
        == ["2026-07-10", "2027-01-10"])
    #expect(
      try Self.days("every 6 months", from: "2026-01-10", isDue: true, until: "2026")
        == ["2026-01-10", "2026-07-10"])
    #expect(try Self.days("every year", from: "9998-06-01") == ["9999-06-01"])
  }

  @Test func `follow the step that holds on the day of the one before`() throws {
    let phases = try Phases(
      ["every 3 months for 1 year", "every 6 months until year 2", "every 12 months for 2 years"],
      from: MadeUp.day("2020-05-31"))
    let days = CheckDays(from: MadeUp.day("2020-05-31"), isDue: false, steps: .phases(phases))
    #expect(
      days.map(\.day.description) == [
        "2020-08-31", "2020-11-30", "2021-02-28", "2021-05-31", "2021-11-30", "2022-05-31",
        "2023-05-31", "2024-05-31",
      ])
  }

  @Test func `can be skipped`() throws {
    let monthly = try #require(Interval("monthly"))
    var days = CheckDays(
      from: MadeUp.day("2026-01-31"), isDue: false, steps: .every(monthly))
    days.skip(to: MadeUp.day("2026-02-28"))
    let found = days.next()
    let next = try #require(found)
    #expect(next.day.description == "2026-03-31")
    #expect(next.from?.description == "2026-01-31")
    #expect(next.interval == Interval(count: 2, unit: .months))
  }
}
