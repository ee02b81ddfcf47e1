internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `The persons of a file` {
  private func patient(_ id: String, _ more: JSONObject = [:]) -> JSONValue {
    var json: JSONObject = ["resourceType": "Patient", "id": .string(id)]
    for (key, value) in more { json[key] = value }
    return .object(json)
  }

  private func flag(about reference: String) -> JSONValue {
    [
      "resourceType": "Flag", "code": ["text": "x"], "subject": ["reference": .string(reference)],
    ]
  }

  @Test func `are counted, and each fact is one person's`() throws {
    let result = try Inline.read([
      patient("a"), patient("b"), flag(about: "Patient/a"), flag(about: "Patient/b"),
      flag(about: "Patient/b"), ["resourceType": "Organization", "name": "Clinic"],
    ])
    #expect(result.patients.map(\.factCount) == [2, 3])
    #expect(result.facts(about: 0).count == 3)
    #expect(result.facts(about: 1).count == 4)
    #expect(result.patients.allSatisfy { $0.record != nil })
  }

  @Test func `are one when the same person comes twice`() throws {
    let twice = try Inline.read([patient("a"), patient("a"), flag(about: "Patient/a")])
    #expect(twice.patients.count == 1)
    let link: JSONValue = [["type": "replaced-by", "other": ["reference": "Patient/a"]]]
    let linked = try Inline.read([
      patient("old", ["link": link]), patient("a"), patient("c"), flag(about: "Patient/old"),
      flag(about: "Patient/a"), flag(about: "Patient/c"),
    ])
    #expect(linked.patients.map(\.factCount) == [4, 2])
  }

  @Test func `are known by their references too`() throws {
    let result = try Inline.read([flag(about: "Patient/x"), flag(about: "Patient/y")])
    #expect(result.patients.count == 2)
    #expect(result.patients.allSatisfy { $0.record == nil })
  }

  @Test func `are one when a single reference leads nowhere`() throws {
    let one = try Inline.read([patient("a"), flag(about: "urn:uuid:lost")])
    #expect(one.patients.map(\.factCount) == [2])
    let more = try Inline.read([
      patient("a"), flag(about: "urn:uuid:lost"), flag(about: "urn:uuid:other"),
    ])
    #expect(more.patients.count == 3)
  }

  @Test func `have their own doctors`() throws {
    func doctor(_ id: String) -> JSONValue {
      ["resourceType": "Practitioner", "id": .string(id), "name": [["text": .string(id)]]]
    }
    func flag(_ patient: String, by doctor: String) -> JSONValue {
      [
        "resourceType": "Flag", "code": ["text": "x"],
        "subject": ["reference": .string("Patient/\(patient)")],
        "author": ["reference": .string("Practitioner/\(doctor)")],
      ]
    }
    let result = try Inline.read([
      patient("a"), patient("b"), flag("a", by: "one"), flag("b", by: "two"),
      flag("a", by: "both"), flag("b", by: "both"), doctor("one"), doctor("two"), doctor("both"),
    ])
    let doctors = result.facts(about: 0).map(\.record).filter { $0.kind == .teamMember }
    #expect(doctors.map(\.title) == ["one", "both"])
  }

  @Test func `do not include groups and devices`() throws {
    let result = try Inline.read([patient("a"), flag(about: "Group/g"), flag(about: "Location/l")])
    #expect(result.patients.count == 1)
    #expect(result.facts.filter { $0.patient == nil }.count == 2)
  }
}
