import CarePlan
import Records
import Testing

@Suite struct `The plan of a check` {
  private static func due(_ fields: [String: Value]) -> Due? {
    let check = MadeUp.record(
      .followUp, "check", fields.merging(["what": .text("CT")]) { given, _ in given })
    return Due.all(in: [check], today: MadeUp.today).first
  }

  private static let steps: [String: Value] = [
    "phases": .list([
      .text("every 3 months for 2 years"), .text("every 6 months for 3 years"),
      .text("every 12 months"),
    ]),
    "countedFrom": MadeUp.when("2022-05-11"),
  ]

  private static func with(_ more: [String: Value]) -> [String: Value] {
    steps.merging(more) { _, new in new }
  }

  @Test func `begins on the day of its steps`() throws {
    let due = try #require(Self.due(Self.steps))
    #expect(due.day?.description == "2022-08-11")
    #expect(due.why == "3 months after 11 May 2022, the day the steps are counted from")
  }

  @Test func `is counted from the last time, by the step of that day`() throws {
    let due = try #require(Self.due(Self.with(["last": MadeUp.when("2026-06-14")])))
    #expect(due.day?.description == "2026-12-14")
    #expect(due.why == "6 months after 14 June 2026")
    #expect(due.step == "every 6 months from 11 May 2024, for the next 3 years")
    #expect(due.every == "every 6 months")
    let before = try #require(Self.due(Self.with(["last": MadeUp.when("2024-05-10")])))
    #expect(before.day?.description == "2024-08-10")
    let on = try #require(Self.due(Self.with(["last": MadeUp.when("2024-05-11")])))
    #expect(on.day?.description == "2024-11-11")
  }

  @Test func `that was begun anew is not counted from a check before it`() throws {
    let due = try #require(
      Self.due(
        Self.with(["last": MadeUp.when("2026-06-14"), "countedFrom": MadeUp.when("2026-10-01")])))
    #expect(due.day?.description == "2027-01-01")
  }

  @Test func `goes on after a day that was skipped, without sliding`() throws {
    let fields: [String: Value] = [
      "every": .text("every month"), "last": MadeUp.when("2026-10-31"),
      "status": .choice("skipped"), "skipped": MadeUp.when("2026-11-30"),
    ]
    let due = try #require(Self.due(fields))
    #expect(due.day?.description == "2026-12-31")
    #expect(due.why == "2 months after 31 October 2026 (30 November 2026 was skipped)")
    var done = fields
    done["last"] = MadeUp.when("2026-12-15")
    #expect(Self.due(done)?.day?.description == "2027-01-15")
  }

  @Test func `stands on the day it was moved to, until it is done`() throws {
    let fields: [String: Value] = [
      "every": .text("every 6 months"), "last": MadeUp.when("2026-05-01"),
      "status": .choice("moved"), "movedTo": MadeUp.when("2026-12-03"),
    ]
    let due = try #require(Self.due(fields))
    #expect(due.day?.description == "2026-12-03")
    #expect(due.why == "moved from 1 November 2026")
    var done = fields
    done["last"] = MadeUp.when("2026-12-03")
    #expect(Self.due(done)?.day?.description == "2027-06-03")
  }

  @Test(arguments: [
    ("2026-11-01", "OVERDUE 20 days", Due.Standing.overdue),
    ("2026-11-10", "due, at the latest 24 November 2026", .now),
    ("2026-12-05", "may be done now, due in 14 days", .now), ("2026-12-06", "in 15 days", .ahead),
    ("2026-11-21", "due today", .now),
  ])
  func `has a window in which it may be done`(
    day: String, words: String, standing: Due.Standing
  ) throws {
    let due = try #require(
      Self.due([
        "every": .text("every 6 months"), "due": MadeUp.when(day), "early": .text("2 weeks"),
        "late": .text("14 days"),
      ]))
    #expect(due.words == words)
    #expect(due.standing == standing)
  }

  @Test func `that is done early within its window counts from there`() throws {
    let fields: [String: Value] = [
      "every": .text("every 6 months"), "due": MadeUp.when("2026-12-05"),
      "last": MadeUp.when("2026-11-21"),
    ]
    #expect(Self.due(fields)?.day?.description == "2026-12-05")
    var early = fields
    early["early"] = .text("2 weeks")
    #expect(Self.due(early)?.day?.description == "2027-05-21")
  }

  @Test func `in a month has a window of days around it`() throws {
    let due = try #require(
      Self.due([
        "every": .text("every 6 months"), "due": MadeUp.when("2027-02"), "early": .text("2 weeks"),
        "late": .text("1 month"),
      ]))
    #expect(due.earliest?.description == "2027-01-18")
    #expect(due.latest?.description == "2027-03")
  }

  @Test func `is over after its last day, and goes on for life`() throws {
    let fields: [String: Value] = [
      "every": .text("every 12 months"), "last": MadeUp.when("2026-03-01"),
    ]
    for (until, day) in [
      ("until 2027", "2027-03-01"), ("2027-03-01", "2027-03-01"), ("for life", "2027-03-01"),
      ("while the injections go on", "2027-03-01"),
    ] {
      #expect(
        Self.due(fields.merging(["until": .text(until)]) { $1 })?.day?.description == day,
        "\(until)")
    }
    for until in ["until 2026", "28 February 2027", "2027-02"] {
      #expect(Self.due(fields.merging(["until": .text(until)]) { $1 }) == nil, "\(until)")
    }
    let ended: [String: Value] = [
      "phases": .text("every 3 months for 1 year"), "countedFrom": MadeUp.when("2025-01-10"),
      "last": MadeUp.when("2026-01-12"),
    ]
    #expect(Self.due(ended) == nil)
  }

  @Test func `has no day while it is paused`() throws {
    let due = try #require(Self.due(Self.with(["pausedOn": MadeUp.when("2026-11-02")])))
    #expect(due.day == nil && due.why == nil)
    #expect(due.standing == .paused)
    #expect(due.words == "paused since 2 November 2026")
  }

  @Test func `says about where somebody said about`() throws {
    let rough = try #require(
      Self.due([
        "phases": .text("about every 3 months"), "countedFrom": MadeUp.when("2026-10-05"),
      ]))
    #expect(rough.spelledDay == "about 5 January 2027")
    let last = When(start: Moment(MadeUp.day("2026-10")), isAbout: true)
    let month = try #require(
      Self.due(["every": .text("every 6 months"), "last": .when(last)]))
    #expect(month.spelledDay == "about April 2027")
    #expect(Self.due(Self.steps)?.spelledDay == "11 August 2022")
  }

  @Test(
    arguments: [
      (["every 3 months"], nil, .noStart), (["every 0 months"], "2026-01-01", .zero),
      (["when needed"], "2026-01-01", .notAStep),
    ] as [([String], String?, PlanTrouble)])
  func `that cannot be counted says why`(
    words: [String], from: String?, trouble: PlanTrouble
  ) throws {
    var fields: [String: Value] = ["phases": .list(words.map { .text($0) })]
    fields["countedFrom"] = from.map { MadeUp.when($0) }
    let due = try #require(Self.due(fields))
    #expect(due.standing == .notKnown)
    #expect(due.trouble == trouble)
  }
}
