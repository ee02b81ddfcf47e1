internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `A reference` {
  private static let doctor: JSONValue = [
    "resourceType": "Practitioner", "id": "d1", "name": [["text": "Dr. Ada Sample"]],
    "identifier": [["system": "urn:numbers", "value": "77"]],
  ]

  @Test(arguments: [
    "Practitioner/d1", "Practitioner/d1/_history/3", "http://a.example/fhir/Practitioner/d1",
    "http://elsewhere.example/Practitioner/d1", "Practitioner?identifier=urn:numbers|77",
    "urn:uuid:d1",
  ])
  func `is followed in every form`(reference: String) throws {
    let result = try Inline.read([
      "resourceType": "Bundle",
      "entry": [
        [
          "fullUrl": "http://a.example/fhir/Flag/f1",
          "resource": [
            "resourceType": "Flag", "id": "f1", "code": ["text": "fall risk"],
            "author": ["reference": .string(reference)],
          ],
        ],
        ["fullUrl": "http://a.example/fhir/Practitioner/d1", "resource": Self.doctor],
      ],
    ])
    #expect(result.facts.first?.record.said("toldBy") == "Dr. Ada Sample")
  }

  @Test func `by identifier alone is followed`() throws {
    let flag = try Inline.record(
      [
        "resourceType": "Flag", "code": ["text": "fall risk"],
        "author": ["identifier": ["system": "urn:numbers", "value": "77"]],
      ], with: Self.doctor)
    #expect(flag.said("toldBy") == "Dr. Ada Sample")
  }

  @Test func `to a contained resource is followed`() throws {
    let flag = try Inline.record([
      "resourceType": "Flag", "code": ["text": "fall risk"], "author": ["reference": "#who"],
      "contained": [
        ["resourceType": "Practitioner", "id": "who", "name": [["family": "Inside"]]]
      ],
    ])
    #expect(flag.said("toldBy") == "Inside")
  }

  @Test func `means the resource of the same server first`() throws {
    func doctor(_ name: String) -> JSONValue {
      ["resourceType": "Practitioner", "id": "1", "name": [["text": .string(name)]]]
    }
    let flag: JSONValue = [
      "resourceType": "Flag", "id": "f", "code": ["text": "x"],
      "author": ["reference": "Practitioner/1"],
    ]
    let result = try Inline.read([
      "resourceType": "Bundle",
      "entry": [
        ["fullUrl": "http://a.example/Practitioner/1", "resource": doctor("A")],
        ["fullUrl": "http://b.example/Practitioner/1", "resource": doctor("B")],
        ["fullUrl": "http://b.example/Flag/f", "resource": flag],
      ],
    ])
    #expect(result.facts.first { $0.record.kind == .alert }?.record.said("toldBy") == "B")
  }

  @Test(arguments: ["Practitioner/none", "urn:uuid:none", "#none", "http://x.example/y", "", "?"])
  func `that leads nowhere leaves its words`(reference: String) throws {
    let flag = try Inline.record([
      "resourceType": "Flag", "code": ["text": "x"],
      "author": ["reference": .string(reference), "display": "Dr. Nowhere"],
    ])
    #expect(flag.said("toldBy") == "Dr. Nowhere")
    let mute = try Inline.record([
      "resourceType": "Flag", "code": ["text": "x"], "author": ["reference": .string(reference)],
    ])
    #expect(mute["toldBy"] == nil)
  }
}
