import Records
import Summary
import Testing

@Suite struct `What is given away` {
  @Test func `is not private and not personal`() {
    let records = [
      MadeUp.record(.diagnosis, "p", ["name": .coded(Coded("secret"))], isPrivate: true),
      MadeUp.record(.coverage, "c", ["insurer": .text("insurer")]),
      MadeUp.record(.note, "n", ["text": .text("thoughts")]),
      MadeUp.named(.allergy, "latex"),
    ]
    #expect(MadeUp.summary(records).records.map(\.kind) == [.allergy])
  }

  @Test func `is what a person adds`() {
    let records = [
      MadeUp.record(.diagnosis, "p", ["name": .coded(Coded("secret"))], isPrivate: true),
      MadeUp.record(.coverage, "c", ["insurer": .text("The Insurer")]),
    ]
    let scope = Scope(include: [.coverage], withPrivate: true)
    let summary = MadeUp.summary(records, scope: scope)
    #expect(summary.records.count == 2)
    #expect(summary.sentences(.personal).first?.contains("The Insurer") == true)
    #expect(summary.sentences(.diagnosis).contains { $0.contains("Secret") })
  }

  @Test func `says which list was left out, and never says it is empty`() {
    let summary = MadeUp.summary(
      [MadeUp.named(.allergy, "latex")], scope: Scope(leaveOut: [.allergy, .medicine]))
    #expect(summary.sentences(.alerts) == ["Allergies: left out by the patient"])
    #expect(summary.sentences(.medicines) == ["Medicines: left out by the patient"])
    #expect(summary.sentences(.missing).first?.contains("allergies") == false)
  }

  @Test func `is nothing that was taken back`() {
    let record = MadeUp.record(
      .diagnosis, "d",
      ["name": .coded(Coded("mistake")), "verification": .choice("refuted")])
    #expect(MadeUp.summary([record]).records.isEmpty)
  }
}
