import CarePlan
import Records
import Testing

@Suite struct `What the team does not know of` {
  private func isUntold(_ kind: Kind, _ fields: [String: Value]) -> Bool {
    MadeUp.record(kind, "x", fields).isUntold(on: MadeUp.today)
  }

  @Test func `is a symptom that nobody was told`() {
    #expect(isUntold(.symptom, ["what": .coded(Coded("flushing"))]))
    #expect(!isUntold(.symptom, ["toldTo": .text("Dr. Lee")]))
    #expect(isUntold(.symptom, ["toldTo": .text("Nobody")]))
  }

  @Test func `is a supplement that is taken now`() {
    #expect(isUntold(.medicine, ["type": .choice("supplement")]))
    #expect(isUntold(.medicine, ["type": .choice("herbal"), "status": .choice("current")]))
    #expect(!isUntold(.medicine, ["type": .choice("prescription")]))
    #expect(!isUntold(.medicine, ["type": .choice("supplement"), "teamKnows": .text("Dr. Lee")]))
    #expect(!isUntold(.medicine, ["type": .choice("herbal"), "teamTold": .choice("yes")]))
    #expect(isUntold(.medicine, ["type": .choice("herbal"), "teamTold": .choice("no")]))
    #expect(!isUntold(.medicine, ["type": .choice("supplement"), "status": .choice("stopped")]))
  }

  @Test func `is a method beside the treatment, as long as it goes on`() {
    #expect(isUntold(.treatment, ["type": .choice("integrative")]))
    #expect(!isUntold(.treatment, ["type": .choice("integrative"), "status": .choice("done")]))
    #expect(!isUntold(.treatment, ["type": .choice("surgery")]))
  }

  @Test func `is nothing else`() {
    #expect(!isUntold(.note, [:]))
  }
}
