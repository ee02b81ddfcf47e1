internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `A team member` {
  private static let doctor: JSONValue = [
    "resourceType": "Practitioner", "id": "d", "name": [["text": "Dr. Ada Sample"]],
    "qualification": [["code": ["text": "surgeon"]]],
    "telecom": [["system": "phone", "value": "555"]],
  ]

  @Test func `may be a doctor`() throws {
    let record = try Inline.record(Self.doctor)
    #expect(record.kind == .teamMember)
    #expect(record.said("name") == "Dr. Ada Sample")
    #expect(record.said("role") == "surgeon")
    #expect(record.said("phone") == "555")
  }

  @Test func `with a role is one record with the doctor in it`() throws {
    let result = try Inline.read([
      [
        "resourceType": "PractitionerRole", "practitioner": ["reference": "Practitioner/d"],
        "organization": ["display": "North Clinic"], "specialty": [["text": "lung surgery"]],
        "telecom": [["system": "email", "value": "a@x.example"]],
      ], Self.doctor,
    ])
    #expect(result.facts.count == 1)
    let record = try #require(result.facts.first?.record)
    #expect(record.said("name") == "Dr. Ada Sample")
    #expect(record.said("organization") == "North Clinic")
    #expect(record.said("role") == "lung surgery")
    #expect(record.said("phone") == "555")
    #expect(record.said("email") == "a@x.example")
    #expect(result.tally["Practitioner"]?.folded == 1)
  }

  @Test func `may be a clinic or a relative`() throws {
    let clinic = try Inline.record([
      "resourceType": "Organization", "name": "North Clinic", "type": [["text": "Hospital"]],
    ])
    #expect(clinic.said("organization") == "North Clinic")
    let son = try Inline.record([
      "resourceType": "RelatedPerson", "name": [["text": "Sam Sample"]],
      "relationship": [["text": "son"]], "patient": ["reference": "Patient/p"],
    ])
    #expect(son.said("relation") == "son")
  }

  @Test func `may be a whole team`() throws {
    let record = try Inline.record([
      "resourceType": "CareTeam", "name": "Tumor board", "status": "active",
      "participant": [
        ["member": ["display": "Dr. Ada Sample"], "role": [["text": "surgeon"]]],
        ["member": ["reference": "Patient/p", "display": "Pat"]],
      ],
    ])
    #expect(record.title == "Tumor board")
    #expect(record.said("members") == "Dr. Ada Sample (surgeon)")
  }

  @Test func `without a name is skipped`() throws {
    let result = try Inline.read([["resourceType": "Practitioner", "id": "d"]])
    #expect(result.skipped.map(\.reason) == ["has no name"])
  }
}
