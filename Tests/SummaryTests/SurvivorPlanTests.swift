import CarePlan
import Records
import Summary
import Testing

@Suite struct `The survivorship care plan` {
  private let tumor = MadeUp.record(
    .diagnosis, "t",
    [
      "name": .coded(Coded("typical carcinoid of the lung")), "role": .choice("primary"),
      "ki67": .text("3 %"), "histology": .choice("unknown"),
    ], file: "letter")

  private func plan(_ records: [Record], withPrivate: Bool = false) -> SurvivorPlan {
    SurvivorPlan(of: records, on: MadeUp.today, withPrivate: withPrivate)
  }

  private func state(_ id: String, _ records: [Record]) -> SurvivorPlan.State? {
    plan(records).entry(id)?.state
  }

  @Test func `has every field, each with who asks for it`() {
    #expect(PlanField.all.count == 72)
    #expect(Set(PlanField.all.map(\.id)).count == 72)
    #expect(Set(PlanField.all.map(\.part)) == Set(PlanPart.allCases))
    for field in PlanField.all {
      #expect(!field.sources.isEmpty && field.sources.allSatisfy { $0.count > 10 }, "\(field.id)")
      #expect(!field.label.isEmpty)
      #expect(field.add.isEmpty || field.add.hasPrefix("netvault "), "\(field.id)")
    }
    #expect(plan([]).entries.map(\.field.id) == PlanField.all.map(\.id))
  }

  @Test func `with nothing written down says so in every field`() {
    let always: Set = [
      "primary-care", "effects", "signs", "helplines", "advice", "screening", "not-now",
    ]
    for entry in plan([]).entries where !always.contains(entry.field.id) {
      #expect(entry.state == .notAsked && entry.items.isEmpty, "\(entry.field.id)")
      #expect(entry.isMissing, "\(entry.field.id)")
    }
  }

  @Test func `says apart: known, none, not asked, not known`() {
    #expect(state("ki67", [tumor]) == .known)
    #expect(state("grade", [tumor]) == .notAsked)
    // The type was asked for, and nobody knows it.
    #expect(state("cell-type", [tumor]) == .unknown)
    let answers = MadeUp.record(
      .plan, "p",
      [
        "name": .list([.coded(Coded("survivorship care plan"))]),
        "noneOf": .list([.text("Radiation")]), "notKnown": .list([.text("grade")]),
      ])
    #expect(state("radiation", [tumor, answers]) == SurvivorPlan.State.none)
    #expect(state("grade", [tumor, answers]) == .unknown)
    let none = MadeUp.record(
      .absence, "a", ["of": .choice("treatment"), "answer": .choice("none-known")])
    #expect(state("surgery", [none]) == SurvivorPlan.State.none)
    // What is known is said, whatever was answered before.
    let radiation = MadeUp.record(
      .treatment, "r",
      [
        "type": .choice("radiation"), "name": .coded(Coded("Radiation")),
        "radiationDose": .quantity(Quantity("50", unit: "Gy")), "radiationArea": .text("chest"),
      ])
    #expect(state("radiation", [radiation, answers]) == .known)
  }

  @Test func `says of every line where it comes from`() throws {
    let person = MadeUp.record(
      .person, "me", ["name": .text("Ana"), "born": MadeUp.when("1961-06-14")])
    let plan = plan([tumor, person])
    let ki67 = try #require(plan.entry("ki67")?.items.first)
    #expect(plan.marker(ki67) == "D1")
    #expect(plan.sources.map(\.number) == [1])
    #expect(plan.entry("name")?.items.map { plan.marker($0) } == ["P"])
    #expect(plan.entry("born")?.items.map(\.words) == ["14 June 1961, age 65"])
    for entry in plan.entries {
      for item in entry.items {
        #expect(!plan.marker(item).isEmpty, "\(entry.field.id)")
      }
    }
    let future = MadeUp.record(.person, "me", ["name": .text("Ana"), "born": MadeUp.when("2030")])
    #expect(
      self.plan([future]).entry("born")?.items.first?.words.contains("lies in the future") == true)
  }

  @Test func `names doctors by what they do`() {
    let team = [
      ("Dr. Osei", "thoracic surgeon"), ("Dr. Lee", "medical oncologist"),
      ("Dr. Ray", "radiation oncologist"), ("Dr. Reyes", "pulmonologist"),
      ("Dr. Falk", "family doctor"), ("Dr. Nair", "nuclear medicine"),
    ].map { name, role in
      MadeUp.record(
        .teamMember, name, ["name": .text(name), "role": .list([.coded(Coded(role))])])
    }
    let plan = plan(team)
    func names(_ id: String) -> [String] { plan.entry(id)?.items.map(\.words) ?? [] }
    #expect(names("surgeon") == ["Dr. Osei"])
    #expect(names("oncologist") == ["Dr. Lee"])
    #expect(names("radiation-doctor") == ["Dr. Ray"])
    #expect(names("lung-doctor") == ["Dr. Reyes"])
    #expect(names("family-doctor") == ["Dr. Falk"])
    #expect(names("others") == ["Dr. Nair, nuclear medicine"])
  }

  @Test func `says how it stands with the plan of the team`() {
    #expect(plan([]).request == "not asked for yet")
    let fields: [String: Value] = [
      "name": .list([.coded(Coded("plan"))]), "request": .choice("asked"),
      "askedOf": .text("Dr. Lee"), "askedOn": MadeUp.when("2026-11-03"),
    ]
    #expect(
      plan([MadeUp.record(.plan, "p", fields)]).request
        == "asked Dr. Lee on 3 November 2026, not there yet")
    let received = fields.merging([
      "request": .choice("received"), "receivedOn": MadeUp.when("2026-11-20"),
    ]) { $1 }
    #expect(plan([MadeUp.record(.plan, "p", received)]).request == "received on 20 November 2026")
  }

  @Test func `puts what the own team said before what sources say`() {
    let effect = MadeUp.record(
      .lateEffect, "e",
      [
        "effect": .coded(Coded("gallstones")), "saidBy": .text("Dr. Lee"),
        "status": .choice("possible"),
      ])
    let plan = plan([effect])
    let ids = plan.parts.first { $0.part == .effects }?.entries.map(\.field.id)
    #expect(ids == ["own-effects", "effects"])
    #expect(
      plan.entry("own-effects")?.items.first?.words == "Gallstones, possible, said by Dr. Lee")
  }

  @Test func `leaves private records out on paper`() {
    let note = MadeUp.record(
      .support, "s", ["what": .text("a group"), "type": .choice("group")], isPrivate: true)
    #expect(plan([note]).entry("programmes")?.state == .notAsked)
    #expect(plan([note], withPrivate: true).entry("programmes")?.state == .known)
  }
}
