import CarePlan
import Records
import Testing

@Suite struct `The question whether steps still hold` {
  private static func asked(
    _ events: [Record], _ more: [String: Value] = [:]
  ) -> [RestartQuestion] {
    let check = MadeUp.record(
      .followUp, "ct",
      [
        "what": .text("CT"), "phases": .text("every 6 months"),
        "countedFrom": MadeUp.when("2024-05-11"),
      ].merging(more) { $1 })
    return RestartQuestion.all(in: [check] + events, today: MadeUp.today)
  }

  private static func treatment(_ start: String, _ more: [String: Value] = [:]) -> Record {
    MadeUp.record(
      .treatment, "t",
      ["name": .text("lanreotide"), "start": MadeUp.when(start)].merging(more) { $1 })
  }

  private static let back = MadeUp.record(
    .diagnosis, "back",
    ["name": .text("x"), "role": .choice("recurrence"), "diagnosed": MadeUp.when("2026-03-01")])

  @Test func `comes up with a return of the tumor and with a new treatment`() {
    let asked = Self.asked([Self.treatment("2026-04-01"), Self.back])
    #expect(asked.map(\.event.id) == [RecordID("back"), RecordID("t")])
    #expect(asked.map(\.isReturn) == [true, false])
    #expect(asked.first?.checks.map(\.id) == [RecordID("ct")])
  }

  @Test func `does not come up with what was before, is planned, or is beside it`() {
    #expect(Self.asked([Self.treatment("2024-05-11")]).isEmpty)
    #expect(Self.asked([Self.treatment("2027-01-01")]).isEmpty)
    #expect(Self.asked([Self.treatment("2026-04-01", ["status": .choice("planned")])]).isEmpty)
    #expect(Self.asked([Self.treatment("2026-04-01", ["type": .choice("integrative")])]).isEmpty)
    #expect(Self.asked([]).isEmpty)
  }

  @Test func `is answered by a pause, by counting anew, or by saying that they hold`() {
    #expect(Self.asked([Self.back], ["pausedOn": MadeUp.when("2026-03-01")]).isEmpty)
    #expect(Self.asked([Self.back], ["pausedOn": MadeUp.when("2026-02-01")]).count == 1)
    #expect(Self.asked([Self.back], ["countedFrom": MadeUp.when("2026-03-01")]).isEmpty)
    #expect(Self.asked([Self.back], ["answered": .link(RecordID("back"))]).isEmpty)
    #expect(Self.asked([Self.back], ["answered": .link(RecordID("t"))]).count == 1)
  }

  private static func check(_ more: [String: Value]) -> Record {
    MadeUp.record(
      .followUp, "blood", ["what": .text("blood test")].merging(more) { $1 })
  }

  private static func asked(of check: Record, _ events: [Record]) -> [RestartQuestion] {
    RestartQuestion.all(in: [check] + events, today: MadeUp.today)
  }

  @Test func `is asked of a check without steps from its last time on`() {
    let every = ["every": Value.text("every 6 months")]
    let since = every.merging(["last": MadeUp.when("2026-02-28")]) { $1 }
    #expect(Self.asked(of: Self.check(since), [Self.back]).map(\.day.description) == ["2026-03-01"])
    let after = every.merging(["last": MadeUp.when("2026-03-01")]) { $1 }
    #expect(Self.asked(of: Self.check(after), [Self.back]).isEmpty)
    let anew = since.merging(["countedFrom": MadeUp.when("2026-03-02")]) { $1 }
    #expect(Self.asked(of: Self.check(anew), [Self.back]).isEmpty, "counted anew since")
    #expect(Self.asked(of: Self.check(every), [Self.back]).isEmpty, "counted from no day")
    let once = ["last": MadeUp.when("2026-02-28")]
    #expect(Self.asked(of: Self.check(once), [Self.back]).isEmpty, "it does not come again")
  }

  @Test func `takes the last time from the linked result`() {
    let linked = Self.check([
      "every": .text("every 6 months"), "result": .link(RecordID("r")),
      "last": MadeUp.when("2026-01-10"),
    ])
    let result = MadeUp.record(
      .result, "r", ["name": .coded(Coded("x")), "date": MadeUp.when("2026-03-05")])
    #expect(Self.asked(of: linked, [Self.back, result]).isEmpty)
    #expect(Self.asked(of: linked, [Self.back]).count == 1)
  }

  @Test func `comes up for a tumor that came back on a day nobody wrote down`() throws {
    func tumor(_ more: [String: Value]) -> Record {
      MadeUp.record(
        .diagnosis, "first",
        [
          "name": .coded(Coded("carcinoid tumor of lung")), "role": .choice("primary"),
          "diagnosed": MadeUp.when("2020-05-11"), "status": .choice("recurrence"),
        ].merging(more) { $1 })
    }
    let one = try #require(Self.asked([tumor([:])]).first)
    // The record was written down on 14 November 2026.
    #expect(one.day.description == "2026-11-14" && !one.isDayKnown && one.isReturn)
    #expect(Self.asked([tumor(["status": .choice("relapse")])]).count == 1)
    #expect(Self.asked([tumor(["status": .choice("active")])]).isEmpty)
    let asthma: [String: Value] = ["name": .coded(Coded("asthma")), "role": .choice("other")]
    #expect(Self.asked([tumor(asthma)]).isEmpty, "not a tumor")
    for doubt in ["refuted", "unconfirmed", "provisional", "differential"] {
      #expect(Self.asked([tumor(["verification": .choice(doubt)])]).isEmpty, "\(doubt)")
    }
    var back = Self.back
    back["diagnosed"] = nil
    #expect(try #require(Self.asked([back]).first).isDayKnown == false)
    #expect(try #require(Self.asked([Self.back]).first).isDayKnown)
    #expect(Self.asked([tumor([:])], ["answered": .link(RecordID("first"))]).isEmpty)
  }
}
