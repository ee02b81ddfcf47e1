import CarePlan
import Records
import Testing

@Suite struct `An interval` {
  @Test(arguments: [
    ("every 12 months", 12), ("12 months", 12), ("every year", 12), ("Every 2 years", 24),
    ("twice a year", 6), ("every six months", 6), ("yearly", 12), ("each month", 1),
  ])
  func `is read in months`(words: String, months: Int) {
    #expect(Interval(words) == Interval(count: months, unit: .months))
  }

  @Test(arguments: [("every 6 weeks", 42), ("weekly", 7), ("28 days", 28)])
  func `is read in days`(words: String, days: Int) {
    #expect(Interval(words) == Interval(count: days, unit: .days))
  }

  @Test(arguments: [
    "every 2 to 3 years", "every 3-6 months", "every 3 months, then every 6", "when needed",
    "every 0 months", "every -1 months", "", "every", "months every",
    "every 99999999999999999999 months", "every 3 months for 2 years",
  ])
  func `is not guessed`(words: String) {
    #expect(Interval(words) == nil)
  }

  @Test func `counts from a date as far as that is known`() throws {
    let year = try #require(PartialDate("2025"))
    let month = try #require(PartialDate("2025-10"))
    let day = try #require(PartialDate("2024-08-31"))
    #expect(Interval("every year")?.after(year)?.description == "2026")
    #expect(Interval("every 6 months")?.after(year) == nil)
    #expect(Interval("every 6 months")?.after(month)?.description == "2026-04")
    #expect(Interval("every 6 months")?.after(day)?.description == "2025-02-28")
    #expect(Interval("every 6 weeks")?.after(month) == nil)
    #expect(Interval("every 6 weeks")?.after(day)?.description == "2024-10-12")
  }
}
