import Practice
import Records
import Testing

@testable import Practice

@Suite struct `A day of the story` {
  private func tell(_ text: String, on today: String) throws -> String {
    StoryDay(today: try #require(PartialDate(today))).tell(text)
  }

  @Test(arguments: [
    ("{0d}", "2026-11-21"), ("{-1d}", "2026-11-20"), ("{18d}", "2026-12-09"),
    ("{-2w}", "2026-11-07"), ("{-6y}", "2020"), ("{-6y5m}", "2020-06"),
    ("{-6y5m3d}", "2020-06-18"), ("{2m}", "2027-01"), ("{-3d}T10:30", "2026-11-18T10:30"),
    ("{-9m}", "2026-02"),
  ])
  func `is counted from today, as precisely as it is written`(text: String, told: String) throws {
    #expect(try tell(text, on: "2026-11-21") == told)
  }

  @Test func `is spelled out inside a sentence`() throws {
    #expect(
      try tell("The letter of {-19d}, of {-2y}.", on: "2026-11-21")
        == "The letter of 2 November 2026, of 2024.")
    #expect(try tell("{-19d}, by phone", on: "2026-11-21") == "2 November 2026, by phone")
  }

  @Test(arguments: [
    ("2026-11-21", "2026-11-20"), ("2026-11-22", "2026-11-23"), ("2026-11-23", "2026-11-23"),
  ])
  func `moves from a weekend to the nearest workday`(today: String, told: String) throws {
    #expect(try tell("{0d workday}", on: today) == told)
  }

  @Test func `is never a day that the month does not have`() throws {
    #expect(try tell("{-1m0d}", on: "2024-03-31") == "2024-02-29")
    #expect(try tell("{-1y0d}", on: "2024-02-29") == "2023-02-28")
  }

  @Test(arguments: ["{", "{}", "{x}", "{-3}", "{-y}", "{-3q}", "{-3d Sunday}", "a {b} c {-1"])
  func `is not read into other words`(text: String) throws {
    #expect(try tell(text, on: "2026-11-21") == text)
  }
}
