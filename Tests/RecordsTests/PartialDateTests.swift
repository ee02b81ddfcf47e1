internal import Records
internal import Testing

@Suite struct `A partial date` {
  @Test(
    arguments: [(2021, nil, nil, "2021"), (2021, 3, nil, "2021-03"), (961, 3, 9, "0961-03-09")]
      as [(Int, Int?, Int?, String)])
  func `is written only as far as it is known`(
    year: Int, month: Int?, day: Int?, text: String
  ) throws {
    let date = try #require(PartialDate(year: year, month: month, day: day))
    #expect(date.description == text)
    #expect(PartialDate(text) == date)
  }

  @Test func `refuses a day without a month`() {
    #expect(PartialDate(year: 2021, month: nil, day: 4) == nil)
  }

  @Test(arguments: ["2021-02-29", "2021-13", "2021-00-01", "2021-3", "21", "", "2021-04-31", "x"])
  func `refuses what is no day in the calendar`(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(arguments: [(2000, true), (1900, false), (2024, true), (2023, false)])
  func `knows leap years`(year: Int, leap: Bool) {
    #expect(PartialDate.isLeap(year) == leap)
    #expect((PartialDate(year: year, month: 2, day: 29) != nil) == leap)
  }

  @Test func `counts days from 1970 and back, for every day of four centuries`() throws {
    var date = try #require(PartialDate(year: 1800, month: 1, day: 1))
    var number = date.dayNumber
    #expect(PartialDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    for _ in 0..<146_097 {
      let next = try #require(PartialDate(dayNumber: number + 1))
      #expect(next > date && next.dayNumber == number + 1)
      date = next
      number += 1
    }
    #expect(date == PartialDate(year: 2200, month: 1, day: 1))
  }

  @Test(
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2026-11", 3, "2027-02"), ("2026", 12, "2027"), ("2026-03-31", -1, "2026-02-28"),
    ])
  func `adds months and clamps to the end of the month`(from: String, months: Int, to: String) {
    #expect(PartialDate(from)?.adding(months: months)?.description == to)
  }

  @Test func `counts an age in whole years`() throws {
    let born = try #require(PartialDate("1961-06-14"))
    #expect(born.years(until: try #require(PartialDate("2026-06-13"))) == 64)
    #expect(born.years(until: try #require(PartialDate("2026-06-14"))) == 65)
  }

  @Test func `spells months out`() {
    #expect(PartialDate("1961-06-14")?.spelled == "14 June 1961")
    #expect(PartialDate("1961-06")?.spelled == "June 1961")
    #expect(PartialDate("1961")?.spelled == "1961")
  }
}
