import CarePlan
import Records
import Testing

@Suite struct `A dose that has a day` {
  @Test func `comes with its place, its cycles and its reason`() throws {
    let treatment = MadeUp.record(
      .treatment, "prrt",
      [
        "name": .text("PRRT"), "status": .choice("current"), "every": .text("about 8 weeks apart"),
        "lastGiven": MadeUp.when("2026-10-01"), "cyclesPlanned": .text("4"),
        "cyclesGiven": .text("2"), "givenWhere": .text("City Clinic"), "who": .text("Dr. Nair"),
      ])
    let one = try #require(Upcoming.all(in: [treatment], today: MadeUp.today).first)
    #expect(one.topic == .dose && one.name == "dose-prrt")
    #expect(one.day.description == "2026-11-26")
    #expect(one.place == "City Clinic" && one.saidBy == "Dr. Nair")
    #expect(one.why == "about 56 days after 1 October 2026; 2 of 4 cycles given")
    #expect(one.standing(on: MadeUp.day("2026-11-27")) == .overdue)
  }

  @Test func `is not there where nobody knows the last one`() {
    let treatment = MadeUp.record(
      .treatment, "t", ["name": .text("lanreotide"), "every": .text("every 28 days")])
    #expect(Upcoming.all(in: [treatment], today: MadeUp.today).isEmpty)
  }
}
