import CarePlan
import Records
import Testing

@Suite struct `What has a day` {
  private static func upcoming(
    _ day: String, from earliest: String? = nil, to latest: String? = nil
  ) -> Upcoming {
    Upcoming(
      .check, of: RecordID("ct"), what: "CT", day: MadeUp.day(day),
      earliest: earliest.map { MadeUp.day($0) }, latest: latest.map { MadeUp.day($0) },
      why: "12 months after 3 October 2025")
  }

  @Test(
    arguments: [
      ("2026-11-20", nil, nil, Upcoming.Standing.overdue), ("2026-11-21", nil, nil, .now),
      ("2026-11-22", nil, nil, .ahead), ("2026-11", nil, nil, .now),
      ("2026-10", nil, nil, .overdue),
      ("2026-11-22", "2026-11-21", nil, .now), ("2026-11-20", nil, "2026-11-21", .now),
      ("2026-11-10", nil, "2026-11-20", .overdue), ("2026-12-01", "2026-11-22", nil, .ahead),
    ] as [(String, String?, String?, Upcoming.Standing)])
  func `is overdue only when its last day is over`(
    day: String, earliest: String?, latest: String?, standing: Upcoming.Standing
  ) {
    #expect(
      Self.upcoming(day, from: earliest, to: latest).standing(on: MadeUp.today) == standing)
  }

  @Test func `is named for good by its record and its part`() {
    #expect(Self.upcoming("2026-11-20").name == Self.upcoming("2027-11-20").name)
    let premium = Upcoming(
      .premium, of: RecordID("a"), what: "Acme", day: MadeUp.today, why: "the 1st of each month")
    let end = Upcoming(
      .premium, of: RecordID("a"), part: "grace", what: "Acme", day: MadeUp.today, why: "30 days")
    #expect(premium.name != end.name)
  }

  @Test func `comes of checks, visits and lists, the first day first`() {
    let records = [
      MadeUp.record(
        .followUp, "ct",
        [
          "what": .coded(Coded("CT")), "every": .text("every 12 months"),
          "last": MadeUp.when("2026-01-10"), "askedBy": .text("Dr. Okafor"),
        ]),
      MadeUp.record(
        .visit, "oncology",
        [
          "what": .text("oncology"),
          "date": .when(When(start: Moment(MadeUp.day("2026-11-26"), time: "10:30"))),
          "place": .text("City Clinic"),
        ]),
      MadeUp.record(
        .visit, "off",
        [
          "what": .text("off"), "date": MadeUp.when("2026-12-26"), "status": .choice("cancelled"),
        ]),
      MadeUp.record(
        .visit, "past", ["what": .text("past"), "date": MadeUp.when("2026-11-20")]),
      MadeUp.record(
        .checklistItem, "ask", ["what": .text("ask"), "due": MadeUp.when("2026-11-23")]),
      MadeUp.record(
        .checklistItem, "asked",
        ["what": .text("asked"), "due": MadeUp.when("2026-11-23"), "status": .choice("done")]),
    ]
    let all = Upcoming.all(in: records, today: MadeUp.today)
    #expect(all.map(\.what) == ["ask", "oncology", "CT"])
    #expect(all.map(\.topic) == [.task, .visit, .check])
    #expect(all[1].time == "10:30" && all[1].place == "City Clinic")
    #expect(all[2].why.contains("10 January 2026") && all[2].saidBy == "Dr. Okafor")
  }

  @Test func `comes of a care plan that is to be looked at again`() throws {
    let plan = MadeUp.record(
      .plan, "plan",
      [
        "name": .coded(Coded("Survivorship care plan")), "review": MadeUp.when("2027-05"),
        "who": .text("Dr. Lee"),
      ])
    let found = try #require(Upcoming.all(in: [plan], today: MadeUp.today).first)
    #expect(found.what == "Look at it again: Survivorship care plan")
    #expect(found.day == MadeUp.day("2027-05") && found.saidBy == "Dr. Lee")
  }

  @Test func `says nothing of anybody in its neutral words`() {
    for topic in Upcoming.Topic.allCases {
      #expect(["Health appointment", "Insurance date", "Thing to do"].contains(topic.neutralWords))
    }
  }

  @Test func `says its window only where its own words do not`() {
    let check = Self.upcoming("2026-12-01", from: "2026-11-17", to: "2027-01-01")
    #expect(check.window == "may be done from 17 November 2026 to 1 January 2027")
    let choice = Upcoming(
      .enrollment, of: RecordID("a"), what: "Acme", day: MadeUp.day("2026-12-01"),
      earliest: MadeUp.day("2026-11-17"), why: "the letter says it")
    #expect(choice.window == nil)
  }
}
