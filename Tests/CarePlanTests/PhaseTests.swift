import CarePlan
import Records
import Testing

@Suite struct `A step of a plan` {
  @Test(
    arguments: [
      ("every 3 months for 2 years", 3, .after(Interval(count: 24, unit: .months))),
      ("about every 6 months, for the next 3 years", 6, .after(Interval(count: 36, unit: .months))),
      ("then every 6 months until year 5", 6, .year(5)),
      ("every six months up to 5 years", 6, .year(5)),
      ("for 2 years: every 3 months", 3, .after(Interval(count: 24, unit: .months))),
      ("and then yearly, for life", 12, .open), ("at least every 12 months", 12, .open),
      ("after that once a year", 12, .open),
      ("every year until 2030", 12, .date(MadeUp.day("2030"))),
      ("every 2 months until 11 May 2030", 2, .date(MadeUp.day("2030-05-11"))),
      ("every 2 months until May 11, 2030", 2, .date(MadeUp.day("2030-05-11"))),
      ("every 2 months through may 2030", 2, .date(MadeUp.day("2030-05"))),
      ("every 4 months until 2030-05-11", 4, .date(MadeUp.day("2030-05-11"))),
    ] as [(String, Int, Phase.End)])
  func `says how often and how long`(words: String, months: Int, end: Phase.End) throws {
    let phase = try Phase(words)
    #expect(phase.interval == Interval(count: months, unit: .months))
    #expect(phase.end == end)
  }

  @Test func `keeps its own words, and whether somebody said about`() throws {
    #expect(try Phase("then about every 3 months for 2 years").often == "about every 3 months")
    #expect(try Phase("then about every 3 months for 2 years").isAbout)
    #expect(try !Phase("every 28 days for about a year").isAbout)
    #expect(try Phase("every 4 weeks for 6 months").interval == Interval(count: 28, unit: .days))
  }

  @Test(
    arguments: [
      ("every 0 months for 2 years", .zero), ("every 3 months for 0 years", .zero),
      ("every 3 months until year 0", .zero), ("every 100 years", .tooLong),
      ("every 26 years", .tooLong), ("every 9132 days", .tooLong),
      ("every 3 months for 101 years", .tooLong), ("every 3 months until year 101", .tooLong),
      ("when needed", .notAStep), ("", .notAStep), ("for 2 years", .notAStep),
      ("every 3 months for a while", .notAStep), ("every 3 months until the move", .notAStep),
      ("every 3 months until 31 June 2030", .notAStep),
      ("every 3 months until 29 February 2027", .notAStep),
      ("every 3 to 6 months for 2 years", .notAStep),
    ] as [(String, PlanTrouble)])
  func `is not guessed`(words: String, trouble: PlanTrouble) {
    #expect(throws: trouble) { try Phase(words) }
  }

  @Test(arguments: [("every 25 years", 300), ("every 300 months", 300)])
  func `may be as far apart as 25 years`(words: String, months: Int) throws {
    #expect(try Phase(words).interval.count == months)
  }
}
