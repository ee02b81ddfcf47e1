import CarePlan
import Records
import Testing

@Suite struct `A place in the team` {
  @Test(arguments: [
    ("thoracic surgeon", TeamPlace.doctors), ("Medical Oncologist", .doctors), ("nurse", .doctors),
    ("nuclear medicine", .doctors), ("pharmacy", .pharmacy), ("family doctor", .doctors),
    ("case manager of the insurer", .insurer), ("social worker", .others), ("son", .family),
    ("", .others), ("person", .others),
    ("sonographer", .others), ("family", .family),
  ])
  func `comes from the role`(role: String, place: TeamPlace) {
    let record = MadeUp.record(.teamMember, "x", ["role": .coded(Coded(role))])
    #expect(TeamPlace.of(record) == place)
  }

  @Test func `comes from the relation first, and from a title last`() {
    let nurse = MadeUp.record(
      .teamMember, "x", ["role": .coded(Coded("nurse")), "relation": .text("daughter")])
    #expect(TeamPlace.of(nurse) == .family)
    #expect(
      TeamPlace.of(MadeUp.record(.teamMember, "x", ["name": .text("Dr. Lee")])) == .doctors)
  }

  @Test func `is left by those who do not help any more`() {
    func left(_ status: String?) -> Bool {
      MadeUp.record(
        .teamMember, "x", status.map { ["status": .text($0)] } ?? [:]
      ).hasLeftTeam
    }
    #expect(left("until 2024") && left("Inactive") && left("no"))
    #expect(!left(nil) && !left("active") && !left("yes"))
  }
}
