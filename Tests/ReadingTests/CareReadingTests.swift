internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `An allergy` {
  @Test func `is read with its reactions`() throws {
    let record = try Inline.record([
      "resourceType": "AllergyIntolerance", "code": ["text": "penicillin"], "type": "allergy",
      "category": ["medication", "food"], "criticality": "high",
      "clinicalStatus": ["coding": [["code": "active"]]],
      "verificationStatus": ["coding": [["code": "confirmed"]]], "onsetDateTime": "1999",
      "recordedDate": "2001-02-03", "lastOccurrence": "2000-05",
      "reaction": [
        ["manifestation": [["text": "hives"]], "severity": "severe", "description": "at once"],
        ["manifestation": [["text": "fever"]], "severity": "mild"],
      ],
    ])
    #expect(record.said("substance") == "penicillin")
    #expect(record.said("reaction") == "hives, fever")
    #expect(record.said("severity") == "severe, mild")
    #expect(record.said("category") == "medication, food")
    #expect(record.said("criticality") == "high")
    #expect(record.said("since") == "1999")
    #expect(record.said("lastTime") == "May 2000")
    #expect(record.said("note") == "at once")
  }

  @Test(arguments: [
    ("http://snomed.info/sct", "716186003", "none-known"),
    ("http://snomed.info/sct", "429625007", "none known of this sort"),
    (
      "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips", "no-known-allergies",
      "none-known"
    ),
    (
      "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips", "no-known-food-allergies",
      "none known of this sort"
    ),
    (
      "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips", "no-allergy-info",
      "unavailable"
    ),
  ])
  func `may be none, as far as the file says`(
    system: String, code: String, answer: String
  ) throws {
    let record = try Inline.record([
      "resourceType": "AllergyIntolerance", "code": Inline.concept("none", system, code),
    ])
    #expect(record.kind == .absence)
    #expect(record.said("of") == "allergy")
    #expect(record.said("answer") == answer)
  }
}

@Suite struct `A vaccination` {
  @Test func `is read with its dose and lot`() throws {
    let record = try Inline.record([
      "resourceType": "Immunization", "status": "completed", "vaccineCode": ["text": "Influenza"],
      "occurrenceDateTime": "2023-10-01", "lotNumber": "L1", "site": ["text": "left arm"],
      "manufacturer": ["display": "Maker"], "route": ["text": "into the muscle"],
      "performer": [["actor": ["display": "Nurse Sample"]]], "location": ["display": "Pharmacy"],
      "protocolApplied": [
        ["doseNumberPositiveInt": 2, "seriesDosesPositiveInt": 3, "series": "basic"]
      ],
    ])
    #expect(record.kind == .vaccine)
    #expect(record.said("dose") == "2 of 3, basic")
    #expect(record.said("lot") == "L1")
    #expect(record.said("maker") == "Maker")
    #expect(record.said("who") == "Nurse Sample")
    #expect(record.said("place") == "Pharmacy")
    #expect(record.said("status") == "completed")
  }

  @Test(
    arguments: [["status": "not-done"], ["status": "completed", "notGiven": true]] as [JSONObject])
  func `that was not given says so`(status: JSONObject) throws {
    var json: JSONObject = [
      "resourceType": "Immunization", "vaccineCode": ["text": "x"],
      "statusReason": ["text": "fever"], "occurrenceString": "in the autumn",
    ]
    for (key, value) in status { json[key] = value }
    let record = try Inline.record(.object(json))
    #expect(record.said("status") == "not-done")
    #expect(record.said("statusReason") == "fever")
    #expect(record.said("date") == "in the autumn")
  }
}

@Suite struct `A hospital stay` {
  @Test func `is read with its place, people and reason`() throws {
    let record = try Inline.record([
      "resourceType": "Encounter", "status": "finished",
      "class": ["system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "EMER"],
      "type": [["text": "Emergency visit"]],
      "period": ["start": "2024-01-02", "end": "2024-01-04"],
      "serviceProvider": ["display": "North Clinic"],
      "participant": [["individual": ["display": "Dr. Ada Sample"]]],
      "reasonCode": [["text": "cough"]],
      "hospitalization": ["dischargeDisposition": ["text": "home"]],
    ])
    #expect(record.kind == .encounter)
    #expect(record.said("type") == "Emergency visit")
    #expect(record.said("class") == "emergency")
    #expect(record.said("date") == "from 2 January 2024 to 4 January 2024")
    #expect(record.said("place") == "North Clinic")
    #expect(record.said("who") == "Dr. Ada Sample")
    #expect(record.said("reason") == "cough")
    #expect(record.said("discharge") == "home")
  }
}

@Suite struct `A care plan` {
  @Test func `is read with its activities and goals`() throws {
    let result = try Inline.read([
      [
        "resourceType": "CarePlan", "status": "active", "intent": "plan",
        "category": [["text": "Follow-up"]], "period": ["start": "2024-01-02"],
        "addresses": [["display": "carcinoid"]], "author": ["display": "Dr. Ada Sample"],
        "goal": [["reference": "Goal/g"], ["display": "walk daily"]],
        "activity": [
          ["detail": ["code": ["text": "CT"], "status": "scheduled"]],
          ["detail": ["code": ["text": "surgery"], "doNotPerform": true]],
          ["detail": ["description": "diet", "status": "cancelled"]],
        ],
        "text": ["div": "<div>Plan<br/>for &lt;you&gt;</div>"],
      ],
      ["resourceType": "Goal", "id": "g", "description": ["text": "no pain"]],
    ])
    let record = try #require(result.facts.first?.record)
    #expect(record.kind == .plan)
    #expect(record.said("name") == "Follow-up")
    #expect(record.said("goals") == "no pain, walk daily")
    #expect(record.said("activities") == "CT, not to be done: surgery, diet (cancelled)")
    #expect(record.said("reason") == "carcinoid")
    #expect(record.said("who") == "Dr. Ada Sample")
    #expect(record.said("text") == "Plan\nfor <you>")
    #expect(result.tally["Goal"]?.folded == 1)
  }
}

@Suite struct `A device` {
  private static let port: JSONValue = [
    "resourceType": "Device", "id": "d", "type": ["text": "Port"], "lotNumber": "7",
    "udiCarrier": [["deviceIdentifier": "0099", "carrierHRF": "(01)0099"]],
    "manufactureDate": "2020-01-01", "patient": ["reference": "Patient/p"],
  ]

  @Test func `of the patient is read`() throws {
    let record = try Inline.record(Self.port)
    #expect(record.kind == .device)
    #expect(record.said("deviceIdentifier") == "0099")
    #expect(record.said("carrier") == "(01)0099")
    #expect(record.said("lot") == "7")
  }

  @Test func `that only wrote the file is not the patient's`() throws {
    let result = try Inline.read([["resourceType": "Device", "type": ["text": "Software"]]])
    #expect(result.facts.isEmpty && result.skipped.count == 1)
  }

  @Test func `in use is one record with what it is`() throws {
    let result = try Inline.read([
      [
        "resourceType": "DeviceUseStatement", "status": "active",
        "device": ["reference": "Device/d"], "timingDateTime": "2021-02",
        "bodySite": ["text": "chest"], "subject": ["reference": "Patient/p"],
      ], Self.port,
    ])
    #expect(result.facts.count == 1)
    #expect(result.facts.first?.record.title == "Port")
    #expect(result.facts.first?.record.said("date") == "February 2021")
    #expect(result.facts.first?.record.said("bodySite") == "chest")
    #expect(result.tally["Device"]?.folded == 1)
  }
}
