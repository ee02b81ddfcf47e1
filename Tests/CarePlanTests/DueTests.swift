import CarePlan
import Records
import Testing

@Suite struct `What is due` {
  static func due(_ fields: [String: Value], with others: [Record] = []) -> Due? {
    let check = MadeUp.record(
      .followUp, "check", fields.merging(["what": .coded(Coded("CT"))]) { given, _ in given })
    return Due.all(in: [check] + others, today: MadeUp.today).first
  }

  @Test func `is counted from the last time`() throws {
    let due = try #require(
      Self.due(["every": .text("every 12 months"), "last": MadeUp.when("2025-10-03")]))
    #expect(due.day?.description == "2026-10-03")
    #expect(due.standing == .overdue)
    #expect(due.words == "OVERDUE 1 month")
  }

  @Test func `stands on the day that was asked for until it was done`() throws {
    let fields: [String: Value] = [
      "every": .text("every 6 months"), "due": MadeUp.when("2026-12-01"),
      "last": MadeUp.when("2026-01-10"),
    ]
    #expect(Self.due(fields)?.day?.description == "2026-12-01")
    #expect(Self.due(fields)?.words == "in 10 days")
    var done = fields
    done["last"] = MadeUp.when("2026-12-02")
    #expect(Self.due(done)?.day?.description == "2027-06-02")
  }

  @Test func `takes the last time from the linked result`() throws {
    let scan = MadeUp.record(
      .imaging, "scan",
      ["name": .coded(Coded("CT")), "date": MadeUp.when("2026-11-01")])
    let due = try #require(
      Self.due(
        [
          "every": .text("every year"), "last": MadeUp.when("2025-01-01"),
          "result": .link(RecordID("scan")),
        ], with: [scan]))
    #expect(due.day?.description == "2027-11-01")
  }

  @Test func `keeps words that no day can be told from`() throws {
    let due = try #require(
      Self.due(["every": .text("when needed"), "due": .when(When(words: "after the move"))]))
    #expect(due.day == nil)
    #expect(due.standing == .notKnown)
    #expect(due.words == "after the move")
  }

  @Test func `is not told more precisely than it is known`() throws {
    let month = try #require(Self.due(["due": MadeUp.when("2026-11")]))
    #expect(month.words == "due in November 2026")
    let year = try #require(Self.due(["due": MadeUp.when("2025")]))
    #expect(year.standing == .overdue)
    #expect(Self.due(["due": MadeUp.when("2026-11-21")])?.words == "due today")
  }

  @Test func `is over when it is done and nobody asked for another`() {
    #expect(Self.due(["status": .choice("done"), "due": MadeUp.when("2026-01-01")]) == nil)
    let again = Self.due([
      "status": .choice("skipped"), "due": MadeUp.when("2026-01-31"), "every": .text("6 months"),
    ])
    #expect(again?.day?.description == "2026-07-31")
  }

  @Test func `comes in the order of days, and what has none last`() {
    let checks = [("a", "2027-01-01"), ("b", ""), ("c", "2025-01-01")].map { name, date in
      MadeUp.record(
        .followUp, name,
        ["what": .coded(Coded(name))].merging(date.isEmpty ? [:] : ["due": MadeUp.when(date)]) {
          given, _ in given
        })
    }
    #expect(Due.all(in: checks, today: MadeUp.today).map(\.what) == ["c", "a", "b"])
  }

  @Test(arguments: [
    ("2026-11-20", "1 day"), ("2026-10-22", "30 days"), ("2026-10-21", "1 month"),
    ("2025-01-21", "22 months"), ("2024-11-21", "2 years"), ("2026-01-31", "9 months"),
  ])
  func `says time in words`(from: String, words: String) {
    #expect(Span.words(from: MadeUp.day(from), to: MadeUp.today) == words)
  }

  @Test(
    arguments: [
      ("2 weeks", "1 month", "may be done from 17 November 2026 to 1 January 2027"),
      ("2 weeks", nil, "may be done from 17 November 2026 on"),
      (nil, "1 month", "may be done until 1 January 2027"), (nil, nil, nil),
    ] as [(String?, String?, String?)])
  func `says in which days it may be done, where somebody said so`(
    early: String?, late: String?, words: String?
  ) throws {
    var fields: [String: Value] = ["due": MadeUp.when("2026-12-01")]
    fields["early"] = early.map { .text($0) }
    fields["late"] = late.map { .text($0) }
    #expect(try #require(Self.due(fields)).window == words)
  }
}
