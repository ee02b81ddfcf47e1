import CarePlan
import Records
import Testing

@Suite struct `The next dose` {
  private static func dose(_ fields: [String: Value], given: [Record] = []) -> Dose? {
    let treatment = MadeUp.record(
      .treatment, "t",
      ["name": .text("lanreotide"), "status": .choice("current")].merging(fields) { $1 })
    return Dose.all(in: [treatment] + given, today: MadeUp.today).first
  }

  @Test(arguments: [
    ("120 mg every 28 days", "28 days"), ("120 mg, every 4 weeks.", "28 days"),
    ("30 mg once a month", "1 month"), ("30 mg monthly (deep)", "1 month"),
    ("7.4 GBq every eight weeks", "56 days"),
  ])
  func `is read from the words of the dose`(words: String, interval: String) throws {
    let dose = try #require(
      Self.dose(["dose": .text(words), "lastGiven": MadeUp.when("2026-11-10")]))
    #expect(dose.interval?.spelled == interval)
  }

  @Test(arguments: [
    "10 mg every day", "120 mg", "1 mg every 4 hours", "daily", "every 28 days, then every 6 weeks",
  ])
  func `is not guessed`(words: String) {
    #expect(Self.dose(["dose": .text(words), "lastGiven": MadeUp.when("2026-11-10")]) == nil)
  }

  @Test func `is counted from the last one, and says how late it is`() throws {
    let dose = try #require(
      Self.dose([
        "every": .text("every 28 days"), "lastGiven": MadeUp.when("2026-10-21"),
        "givenWhere": .text("City Clinic, left side"),
      ]))
    #expect(dose.day?.description == "2026-11-18")
    #expect(dose.why == "28 days after 21 October 2026")
    #expect(dose.words(on: MadeUp.today) == "LATE by 3 days")
    #expect(dose.place == "City Clinic, left side")
    #expect(dose.words(on: MadeUp.day("2026-11-18")) == "due today")
    #expect(dose.words(on: MadeUp.day("2026-11-16")) == "in 2 days")
  }

  @Test func `stands on the day that is booked, until it was given`() throws {
    let fields: [String: Value] = [
      "every": .text("every 28 days"), "lastGiven": MadeUp.when("2026-10-28"),
      "nextDose": MadeUp.when("2026-11-30"),
    ]
    #expect(Self.dose(fields)?.day?.description == "2026-11-30")
    #expect(Self.dose(fields)?.why == "the day that was booked")
    let after = fields.merging(["lastGiven": MadeUp.when("2026-11-30")]) { $1 }
    #expect(Self.dose(after)?.day?.description == "2026-12-28")
  }

  @Test func `takes the last one from what was written down as given`() {
    let given = MadeUp.record(
      .procedure, "p",
      [
        "name": .text("injection"), "date": MadeUp.when("2026-11-12"),
        "treatment": .link(RecordID("t")),
      ])
    let fields: [String: Value] = [
      "every": .text("every 28 days"), "lastGiven": MadeUp.when("2026-10-15"),
    ]
    #expect(Self.dose(fields, given: [given])?.day?.description == "2026-12-10")
  }

  @Test func `of cycles ends with the last cycle`() throws {
    let fields: [String: Value] = [
      "every": .text("about 8 weeks apart"), "lastGiven": MadeUp.when("2026-10-01"),
      "cyclesPlanned": .text("4"), "cyclesGiven": .text("2"),
    ]
    let dose = try #require(Self.dose(fields))
    #expect(dose.cycles == "2 of 4 cycles given")
    #expect(dose.spelledDay == "about 26 November 2026")
    #expect(Self.dose(fields.merging(["cyclesGiven": .text("4")]) { $1 }) == nil)
  }

  @Test func `is not told where nobody knows the last one`() throws {
    let dose = try #require(Self.dose(["every": .text("every 28 days")]))
    #expect(dose.day == nil)
    #expect(dose.words(on: MadeUp.today) == "day not known")
    #expect(
      Self.dose(["every": .text("monthly"), "start": MadeUp.when("2026-12-01")])?.day?.description
        == "2026-12-01")
    #expect(Self.dose(["every": .text("monthly"), "status": .choice("stopped")]) == nil)
    #expect(
      Self.dose(["every": .text("every 28 days"), "lastGiven": MadeUp.when("2026-11")])?.day == nil)
  }
}
