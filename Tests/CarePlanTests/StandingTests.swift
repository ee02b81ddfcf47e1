import CarePlan
import Records
import Testing

@Suite struct `A record` {
  static func medicine(_ fields: [String: Value]) -> Record {
    MadeUp.record(.medicine, "m", fields.merging(["name": .coded(Coded("x"))]) { $1 })
  }

  @Test(arguments: ["entered-in-error", "refuted", "cancelled", "Entered-in-error"])
  func `that was taken back is no fact`(status: String) {
    #expect(MadeUp.record(.diagnosis, "d", ["verification": .choice(status)]).isRetracted)
    #expect(MadeUp.record(.diagnosis, "d", ["status": .choice(status)]).isRetracted)
  }

  @Test func `of a medicine is about now until it was stopped`() {
    #expect(Self.medicine([:]).isTaken(on: MadeUp.today))
    #expect(Self.medicine(["status": .choice("current")]).isTaken(on: MadeUp.today))
    #expect(!Self.medicine(["status": .choice("completed")]).isTaken(on: MadeUp.today))
    #expect(!Self.medicine(["stop": MadeUp.when("2026-11-20")]).isTaken(on: MadeUp.today))
    #expect(Self.medicine(["stop": MadeUp.when("2026-11-21")]).isTaken(on: MadeUp.today))
    #expect(!Self.medicine(["intent": .text("proposal")]).isTaken(on: MadeUp.today))
  }

  @Test func `of a problem is active unless somebody said it is over`() {
    #expect(MadeUp.record(.diagnosis, "d", [:]).isActiveProblem)
    #expect(!MadeUp.record(.diagnosis, "d", ["status": .choice("resolved")]).isActiveProblem)
    #expect(!MadeUp.record(.diagnosis, "d", ["resolved": MadeUp.when("2020")]).isActiveProblem)
  }
}
