internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `A procedure` {
  private func procedure(_ more: JSONObject) -> JSONValue {
    var json: JSONObject = [
      "resourceType": "Procedure", "id": "p", "status": "completed",
      "code": Inline.concept("Bronchoscopy", Inline.snomed, "10847001"),
    ]
    for (key, value) in more { json[key] = value }
    return .object(json)
  }

  @Test func `stays a procedure`() throws {
    let record = try Inline.record(
      procedure([
        "performedPeriod": ["start": "2024-01-02T08:00:00Z", "end": "2024-01-02T09:00:00Z"],
        "performer": [["actor": ["display": "Dr. Ada Sample"]]],
        "location": ["display": "North Clinic"], "reasonCode": [["text": "nodule"]],
        "bodySite": [["text": "lung"]], "outcome": ["text": "well"],
        "complication": [["text": "bleeding"]], "followUp": [["text": "call in a week"]],
      ]))
    #expect(record.kind == .procedure)
    #expect(record.said("date") == "2 January 2024")
    #expect(record.said("status") == "completed")
    #expect(record.said("who") == "Dr. Ada Sample")
    #expect(record.said("place") == "North Clinic")
    #expect(record.said("reason") == "nodule")
    #expect(record.said("bodySite") == "lung")
    #expect(record.said("outcome") == "well")
    #expect(record.said("complication") == "bleeding")
    #expect(record.said("note") == "Afterwards: call in a week")
  }

  @Test func `that was not done says so`() throws {
    let record = try Inline.record(
      procedure(["status": "not-done", "statusReason": ["text": "refused"]]))
    #expect(record.said("status") == "not-done")
    #expect(record.said("statusReason") == "refused")
    let old = try Inline.record(procedure(["notPerformed": true]))
    #expect(old.said("status") == "not-done")
  }

  @Test(arguments: [
    ("173171007", "surgery"), ("33195004", "radiation"), ("367336001", "chemotherapy"),
    ("440252007", "radionuclide"), ("879916008", "ablation"), ("57238002", "embolization"),
  ])
  func `against the tumor is a treatment`(code: String, type: String) throws {
    let record = try Inline.record(
      procedure([
        "code": Inline.concept("x", Inline.snomed, code),
        "performedPeriod": ["start": "2021-05", "end": "2021-06"],
      ]))
    #expect(record.kind == .treatment)
    #expect(record.said("type") == type)
    #expect(record.said("start") == "May 2021")
    #expect(record.said("end") == "June 2021")
    #expect(record.said("status") == "done")
  }

  @Test func `with the goal of a cancer treatment is a treatment`() throws {
    let record = try Inline.record(
      procedure([
        "category": Inline.concept("surgery", Inline.snomed, "387713003"),
        "extension": [
          [
            "url": "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-procedure-intent",
            "valueCodeableConcept": Inline.concept("to cure", Inline.snomed, "373808002"),
          ]
        ],
      ]))
    #expect(record.kind == .treatment)
    #expect(record.said("type") == "surgery")
    #expect(record.said("goal") == "curative")
  }

  @Test func `of radiation brings its dose and goal`() throws {
    let base = "http://hl7.org/fhir/us/mcode/StructureDefinition/"
    let record = try Inline.record(
      procedure([
        "code": Inline.concept("course", Inline.snomed, "1217123003"), "status": "not-done",
        "extension": [
          [
            "url": .string(base + "mcode-procedure-intent"),
            "valueCodeableConcept": Inline.concept("Palliative", Inline.snomed, "363676003"),
          ],
          [
            "url": .string(base + "mcode-radiotherapy-dose-delivered-to-volume"),
            "extension": [
              ["url": "totalDoseDelivered", "valueQuantity": ["value": 5000, "unit": "cGy"]],
              ["url": "fractionsDelivered", "valueUnsignedInt": 25],
            ],
          ],
        ],
      ]))
    #expect(record.said("goal") == "palliative")
    #expect(record.said("radiationDose") == "5000 cGy")
    #expect(record.said("fractions") == "25")
    #expect(record.said("status") == "not-done")
  }
}
