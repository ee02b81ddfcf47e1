import CarePlan
import Records
import Testing

@Suite struct `A check that has a day` {
  private static func upcoming(_ fields: [String: Value]) -> [Upcoming] {
    let check = MadeUp.record(
      .followUp, "ct", ["what": .text("CT")].merging(fields) { $1 })
    return Upcoming.all(in: [check], today: MadeUp.today)
  }

  @Test func `comes with its window, its place and its reason`() throws {
    let one = try #require(
      Self.upcoming([
        "every": .text("about every 6 months"), "last": MadeUp.when("2026-06-14"),
        "askedBy": .text("Dr. Okafor"), "early": .text("2 weeks"), "late": .text("1 month"),
        "place": .text("Riverside"),
      ]).first)
    #expect(one.topic == .check && one.name == "check-ct")
    #expect(one.day.description == "2026-12-14")
    #expect(one.earliest?.description == "2026-11-30")
    #expect(one.latest?.description == "2027-01-14")
    #expect(one.place == "Riverside" && one.saidBy == "Dr. Okafor")
    #expect(one.why == "about 6 months after 14 June 2026")
  }

  @Test func `is not there while it is paused, over, or without a day`() {
    let every: [String: Value] = [
      "every": .text("every 6 months"), "last": MadeUp.when("2026-06-14"),
    ]
    #expect(Self.upcoming(every).count == 1)
    #expect(Self.upcoming(every.merging(["pausedOn": MadeUp.when("2026-07-01")]) { $1 }).isEmpty)
    #expect(Self.upcoming(every.merging(["until": .text("2026-10")]) { $1 }).isEmpty)
    #expect(Self.upcoming(["every": .text("when needed")]).isEmpty)
  }
}
