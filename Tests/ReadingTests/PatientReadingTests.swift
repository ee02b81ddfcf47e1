internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `A patient` {
  @Test func `becomes a person`() throws {
    let record = try Inline.record([
      "resourceType": "Patient", "id": "p",
      "name": [
        ["use": "maiden", "family": "Muster"],
        ["use": "official", "prefix": ["Dr."], "given": ["Ann", "B."], "family": "Sample"],
      ],
      "birthDate": "1958-03-27", "gender": "female",
      "telecom": [
        ["system": "phone", "value": "tel:+1-555-0100"],
        ["system": "email", "value": "a@x.example"],
        ["system": "phone", "use": "old", "value": "1"],
        ["system": "phone", "value": "+1-555-0100"],
      ],
      "address": [
        ["line": ["1 Main St"], "city": "Town", "state": "MA", "postalCode": "01234"]
      ],
      "communication": [["language": ["text": "English"]]],
      "identifier": [["type": ["text": "Record number"], "value": "77"]],
      "generalPractitioner": [["display": "Dr. Home"]], "deceasedDateTime": "2024-01-02",
    ])
    #expect(record.kind == .person)
    #expect(record.said("name") == "Dr. Ann B. Sample")
    #expect(record.said("otherNames") == "Muster")
    #expect(record.said("born") == "27 March 1958")
    #expect(record.said("sex") == "female")
    #expect(record.said("phone") == "+1-555-0100")
    #expect(record.said("email") == "a@x.example")
    #expect(record.said("address") == "1 Main St, 01234 Town, MA")
    #expect(record.said("language") == "English")
    #expect(record.said("identifier") == "Record number: 77")
    #expect(record.said("died") == "2 January 2024")
    #expect(record.said("note") == "General practitioner: Dr. Home")
  }

  @Test(arguments: [("M", "male"), ("F", "female"), ("248152002", "female")])
  func `has the sex of the birth certificate`(code: String, sex: String) throws {
    let url = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex"
    let record = try Inline.record([
      "resourceType": "Patient", "gender": "other",
      "extension": [["url": .string(url), "valueCode": .string(code)]],
    ])
    #expect(record.said("sex") == sex)
  }

  @Test func `may have died on a day that nobody wrote down`() throws {
    let record = try Inline.record(["resourceType": "Patient", "deceasedBoolean": true])
    #expect(record.said("died") == "has died")
    #expect(
      try Inline.record(["resourceType": "Patient", "deceasedBoolean": false])["died"] == nil)
  }

  @Test func `brings the persons to call`() throws {
    let result = try Inline.read([
      "resourceType": "Patient", "id": "p",
      "contact": [
        [
          "name": ["text": "Sam Sample"],
          "relationship": [
            ["coding": [["system": "http://terminology.hl7.org/CodeSystem/v2-0131", "code": "C"]]]
          ],
          "telecom": [["system": "phone", "value": "555"]],
        ],
        ["relationship": [["text": "nobody"]]],
      ],
    ])
    let contact = try #require(result.facts.last?.record)
    #expect(result.facts.count == 2)
    #expect(contact.kind == .teamMember)
    #expect(contact.said("emergency") == "yes")
    #expect(contact.said("relation") == "emergency contact")
    #expect(contact.provenance.key?.hasSuffix("Patient/p#contact0") == true)
    #expect(contact.id != result.facts.first?.record.id)
  }
}
