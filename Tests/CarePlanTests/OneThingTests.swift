import CarePlan
import Records
import Testing

@Suite struct `Checks for one thing` {
  private static func check(
    _ name: String, _ what: String, rule: String? = nil, _ more: [String: Value] = [:]
  ) -> Record {
    var fields: [String: Value] = ["what": .text(what), "every": .text("every 6 months")]
    fields["rule"] = rule.map { .text($0) }
    return MadeUp.record(.followUp, name, fields.merging(more) { $1 })
  }

  @Test func `are told by their words, not by their signs`() {
    #expect(
      OneThing.key(Self.check("a", "CT of the chest")) == OneThing.key(Self.check("b", "CT, chest"))
    )
    #expect(
      OneThing.key(Self.check("a", "CT chest")) != OneThing.key(Self.check("b", "CT belly")))
  }

  @Test(arguments: [
    ("Oncology visit", true), ("follow-up visit", true), ("Check-up", true), ("CT chest", false),
    ("Visit to the dentist", false),
  ])
  func `a doctor's stands above the rule's`(what: String, isAbove: Bool) {
    let checks = [
      Self.check("rule", "Follow-up visit", rule: "acs-no-signs"), Self.check("own", what),
    ]
    #expect(
      OneThing.aside(among: checks) == (isAbove ? [RecordID("rule"): RecordID("own")] : [:]))
    let dues = Due.all(in: checks, today: MadeUp.today)
    #expect(dues.count == (isAbove ? 1 : 2))
    #expect(OneThing.twins(among: checks).isEmpty)
  }

  @Test func `the rule's comes back when the doctor's is over`() {
    let over = MadeUp.record(
      .followUp, "own", ["what": .text("Oncology visit"), "status": .choice("done")])
    let checks = [Self.check("rule", "Follow-up visit", rule: "acs-no-signs"), over]
    #expect(OneThing.aside(among: checks).isEmpty)
  }

  @Test func `of the same rank are named`() {
    let checks = [
      Self.check("a", "CT of the chest"), Self.check("b", "CT chest"), Self.check("c", "Echo"),
    ]
    #expect(
      OneThing.twins(among: checks).map { $0.map(\.id) } == [["a", "b"].map { RecordID($0) }])
    #expect(OneThing.others(for: "ct, CHEST", among: checks).count == 2)
    #expect(OneThing.others(for: "bone scan", among: checks).isEmpty)
  }
}
