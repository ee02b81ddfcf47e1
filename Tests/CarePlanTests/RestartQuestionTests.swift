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
}
