internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `A medicine` {
  private func request(_ more: JSONObject) -> JSONValue {
    var json: JSONObject = [
      "resourceType": "MedicationRequest", "id": "r", "status": "active", "intent": "order",
      "medicationCodeableConcept": ["text": "octreotide 20 mg"],
    ]
    for (key, value) in more { json[key] = value }
    return .object(json)
  }

  @Test func `of a prescription is read`() throws {
    let record = try Inline.record(
      request([
        "authoredOn": "2024-02-03", "requester": ["display": "Dr. Ada Sample"],
        "reasonCode": [["text": "carcinoid syndrome"]],
        "reasonReference": [["reference": "Condition/c"]],
        "dosageInstruction": [
          ["text": "20 mg every 28 days", "route": ["text": "into the muscle"]]
        ],
        "dispenseRequest": ["quantity": ["value": 3, "unit": "syringes"]],
        "note": [["text": "keep cool"]],
      ]),
      with: ["resourceType": "Condition", "id": "c", "code": ["text": "diarrhea"]])
    #expect(record.kind == .medicine)
    #expect(record.title == "octreotide 20 mg")
    #expect(record.said("status") == "current")
    #expect(record.said("dose") == "20 mg every 28 days")
    #expect(record.said("route") == "into the muscle")
    #expect(record.said("written") == "3 February 2024")
    #expect(record.said("prescriber") == "Dr. Ada Sample")
    #expect(record.said("reason") == "carcinoid syndrome, diarrhea")
    #expect(record.said("amount") == "3 syringes")
    #expect(record.said("intent") == "order")
  }

  @Test(arguments: [
    ("active", "current"), ("on-hold", "on-hold"), ("cancelled", "not-taken"),
    ("completed", "completed"), ("stopped", "stopped"), ("draft", "planned"),
    ("unknown", "unknown"),
  ])
  func `keeps how the order stands`(status: String, said: String) throws {
    let record = try Inline.record(request(["status": .string(status)]))
    #expect(record.said("status") == said)
  }

  @Test func `that must not be given, or is only proposed, is not taken`() throws {
    let never = try Inline.record(request(["doNotPerform": true]))
    #expect(never.said("status") == "not-taken")
    #expect(never.said("intent") == "not to be taken")
    #expect(try Inline.record(request(["intent": "proposal"])).said("status") == "planned")
  }

  @Test(
    arguments: [
      (["text": "one a day"], "one a day"),
      (
        [
          "doseAndRate": [["doseQuantity": ["value": 1, "unit": "tablet"]]],
          "timing": ["repeat": ["frequency": 3, "period": 1, "periodUnit": "d"]],
          "asNeededBoolean": true,
        ], "1 tablet, 3 times a day, as needed"
      ),
      (
        [
          "doseAndRate": [
            ["doseRange": ["low": ["value": 1], "high": ["value": 2, "unit": "puffs"]]]
          ],
          "timing": ["repeat": ["frequency": 1, "period": 28, "periodUnit": "d"]],
          "asNeededCodeableConcept": ["text": "wheezing"],
        ], "1 to 2 puffs, every 28 days, as needed for wheezing"
      ),
      (
        [
          "timing": [
            "repeat": [
              "frequency": 1, "frequencyMax": 2, "period": 1, "periodUnit": "wk", "when": ["MORN"],
            ]
          ],
          "maxDosePerPeriod": [
            "numerator": ["value": 4, "unit": "mg"], "denominator": ["value": 1, "unit": "d"],
          ],
        ], "1 to 2 times a week, in the morning, at most 4 mg/d"
      ),
      (
        ["timing": ["code": ["text": "BID"]], "patientInstruction": "with water"], "BID, with water"
      ),
      (["doseQuantity": ["value": 5, "unit": "mL"]], "5 mL"),
      (
        [
          "doseAndRate": [
            [
              "rateRatio": [
                "numerator": ["value": 100, "unit": "mL"],
                "denominator": ["value": 1, "unit": "h"],
              ]
            ]
          ]
        ], "at 100 mL/h"
      ),
    ] as [(JSONValue, String)])
  func `says in words how it is taken`(dosage: JSONValue, words: String) throws {
    let record = try Inline.record(request(["dosageInstruction": [dosage]]))
    #expect(record.said("dose") == words)
  }

  @Test func `is resolved, and its Medication is folded into it`() throws {
    let statement: JSONValue = [
      "resourceType": "MedicationStatement", "status": "completed",
      "medicationReference": ["reference": "Medication/m"],
      "effectivePeriod": ["start": "2020-01", "end": "2020-06"],
    ]
    let result = try Inline.read([
      statement,
      [
        "resourceType": "Medication", "id": "m", "form": ["text": "tablet"],
        "ingredient": [
          [
            "itemCodeableConcept": ["text": "everolimus"],
            "strength": [
              "numerator": ["value": 10, "unit": "mg"],
              "denominator": ["value": 1, "unit": "tablet"],
            ],
          ]
        ],
      ],
    ])
    let record = try #require(result.facts.first?.record)
    #expect(result.facts.count == 1)
    #expect(record.title == "everolimus")
    #expect(record.said("form") == "tablet")
    #expect(record.said("strength") == "10 mg/tablet")
    #expect(record.said("start") == "January 2020")
    #expect(record.said("stop") == "June 2020")
    #expect(record.said("status") == "completed")
    #expect(result.tally["Medication"]?.folded == 1)
  }

  @Test func `in a list alone is not said to be taken`() throws {
    let result = try Inline.read([
      ["resourceType": "Medication", "id": "m", "code": ["text": "aspirin"]]
    ])
    #expect(result.facts.isEmpty)
    #expect(result.skipped.count == 1)
  }

  @Test(arguments: [
    ("in-progress", "current"), ("not-done", "not-taken"), ("completed", "completed"),
  ])
  func `that was given keeps how it went`(status: String, said: String) throws {
    let record = try Inline.record([
      "resourceType": "MedicationAdministration", "status": .string(status),
      "medicationCodeableConcept": ["text": "cisplatin"], "effectiveDateTime": "2024-05-06",
      "dosage": ["dose": ["value": 50, "unit": "mg"]],
      "performer": [["actor": ["display": "Nurse Sample"]]],
    ])
    #expect(record.said("status") == said)
    #expect(record.said("start") == "6 May 2024")
    #expect(record.said("dose") == "50 mg")
    #expect(record.said("note") == "Given by: Nurse Sample")
  }

  @Test func `may be none at all`() throws {
    let record = try Inline.record([
      "resourceType": "MedicationStatement", "status": "unknown",
      "medicationCodeableConcept": [
        "coding": [
          [
            "system": "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips",
            "code": "no-medication-info", "display": "No information about medications",
          ]
        ]
      ],
    ])
    #expect(record.kind == .absence)
    #expect(record.said("answer") == "unavailable")
  }
}
