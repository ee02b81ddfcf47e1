internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `A condition` {
  private func condition(_ more: JSONObject) -> JSONValue {
    var json: JSONObject = [
      "resourceType": "Condition", "id": "c",
      "code": Inline.concept("Carcinoid tumor of lung", Inline.snomed, "254627002"),
      "clinicalStatus": ["coding": [["code": "active"]]],
      "verificationStatus": ["coding": [["code": "confirmed"]]],
    ]
    for (key, value) in more { json[key] = value }
    return .object(json)
  }

  @Test func `becomes a diagnosis`() throws {
    let record = try Inline.record(
      condition([
        "bodySite": [
          [
            "text": "lower lobe of the lung",
            "extension": [
              [
                "url":
                  "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-laterality-qualifier",
                "valueCodeableConcept": Inline.concept("Right", Inline.snomed, "24028007"),
              ]
            ],
          ]
        ],
        "extension": [
          [
            "url":
              "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior",
            "valueCodeableConcept": Inline.concept(
              "Typical carcinoid", "http://terminology.hl7.org/CodeSystem/icd-o-3", "8240/3"),
          ],
          [
            "url": "http://hl7.org/fhir/StructureDefinition/condition-assertedDate",
            "valueDateTime": "2021-04",
          ],
        ],
        "onsetDateTime": "2021-03", "recordedDate": "2021-04-02", "severity": ["text": "mild"],
        "asserter": ["display": "Dr. Ada Sample"], "note": [["text": "found by chance"]],
      ]))
    #expect(record.kind == .diagnosis)
    #expect(record.said("role") == "primary")
    #expect(record.said("side") == "right")
    #expect(record.said("site") == "lower lobe of the lung")
    #expect(record.said("histology") == "typical")
    #expect(record.said("histologyWords") == "Typical carcinoid")
    #expect(record.said("diagnosed") == "April 2021")
    #expect(record.said("onset") == "March 2021")
    #expect(record.said("recorded") == "2 April 2021")
    #expect(record.said("toldBy") == "Dr. Ada Sample")
    #expect(record.said("status") == "active")
    #expect(record.said("verification") == "confirmed")
    #expect(record.said("note") == "found by chance")
  }

  @Test(
    arguments: [
      ("onsetAge", ["value": 45, "unit": "a"], "at the age of 45 years"),
      ("onsetPeriod", ["start": "2020-01"], "since January 2020"),
      (
        "onsetRange", ["low": ["value": 40, "unit": "a"], "high": ["value": 45, "unit": "a"]],
        "at the age of 40 years to 45 years"
      ),
      ("onsetString", "as a child", "as a child"),
      ("onsetPeriod", ["start": "spring", "end": "2020"], "spring to 2020"),
    ] as [(String, JSONValue, String)])
  func `may have begun in any way of saying it`(
    name: String, value: JSONValue, words: String
  ) throws {
    #expect(try Inline.record(condition([name: value])).said("onset") == words)
  }

  @Test func `that was ruled out says so`() throws {
    let record = try Inline.record(
      condition(["verificationStatus": ["coding": [["code": "refuted"]]]]))
    #expect(record.said("verification") == "refuted")
  }

  @Test func `of old portals is read as well`() throws {
    let record = try Inline.record([
      "resourceType": "Condition", "patient": ["reference": "Patient/1"],
      "code": ["text": "Asthma"], "clinicalStatus": "resolved", "verificationStatus": "confirmed",
      "dateRecorded": "2012-07-09", "category": ["text": "Problem"], "abatementDateTime": "2013",
    ])
    #expect(record.said("status") == "resolved")
    #expect(record.said("recorded") == "9 July 2012")
    #expect(record.said("category") == "Problem")
    #expect(record.said("resolved") == "2013")
  }

  @Test(
    arguments: [
      ("http://hl7.org/fhir/sid/icd-10-cm", "C7B.02", "metastasis"),
      ("urn:oid:2.16.840.1.113883.6.90", "C7A.090", "primary"),
      ("http://hl7.org/fhir/sid/icd-10-cm", "E34.00", "carcinoid-syndrome"),
      ("http://snomed.info/sct", "30664006", "men1"),
      ("http://hl7.org/fhir/sid/icd-10-cm", "I10", nil),
    ] as [(String, String, String?)])
  func `has the role that its code says, and no guessed one`(
    system: String, code: String, role: String?
  ) throws {
    let record = try Inline.record(condition(["code": Inline.concept("x", system, code)]))
    #expect(record.said("role") == role)
  }

  @Test func `takes its stage from the observations about it`() throws {
    func staging(
      _ id: String, _ code: String, _ value: String, _ more: JSONObject = [:]
    ) -> JSONValue {
      var json: JSONObject = [
        "resourceType": "Observation", "id": .string(id),
        "code": Inline.concept("stage", Inline.loinc, code),
        "valueCodeableConcept": ["text": .string(value)],
        "method": Inline.concept("AJCC 8th edition", Inline.snomed, "897275008"),
      ]
      for (key, value) in more { json[key] = value }
      return .object(json)
    }
    let focus: JSONObject = ["focus": [["reference": "Condition/c"]]]
    let diagnosis = try Inline.record(
      condition(["stage": [["assessment": [["reference": "Observation/g"]]]]]),
      with: staging("t1", "21905-5", "cT2a", focus),
      staging(
        "g", "21902-2", "IA2",
        ["hasMember": [["reference": "Observation/t"], ["reference": "Observation/n"]]]),
      staging("t", "21899-0", "pT1b"), staging("n", "21900-6", "pN0"),
      staging(
        "m", "277208005", "M0",
        [
          "code": Inline.concept("M", Inline.snomed, "277208005"),
          "focus": [["reference": "Condition/c"]],
        ]))
    #expect(diagnosis.said("stage") == "pT1b pN0 M0")
    #expect(diagnosis.said("stageGroup") == "IA2")
    #expect(diagnosis.said("stageType") == "pathological")
    #expect(diagnosis.said("stageEdition") == "AJCC 8th edition")
  }

  @Test(
    arguments: [
      ("pT1b pN0 M0, IA2", "pT1b pN0 M0", "IA2"), ("Stage IIIA", nil, "Stage IIIA"),
      ("Tis NX M0", "Tis NX M0", nil), ("3C", nil, "3C"),
      ("Metastatic, Mixed", nil, "Metastatic, Mixed"),
    ] as [(String, String?, String?)])
  func `may have its stage in words`(summary: String, stage: String?, group: String?) throws {
    let record = try Inline.record(
      condition(["stage": [["summary": ["text": .string(summary)]]]]))
    #expect(record.said("stage") == stage)
    #expect(record.said("stageGroup") == group)
  }

  @Test func `may say that there is none`() throws {
    let record = try Inline.record(
      condition(["code": Inline.concept("No current problems", Inline.snomed, "160245001")]))
    #expect(record.kind == .absence)
    #expect(record.said("of") == "diagnosis")
    #expect(record.said("answer") == "none-known")
    #expect(record.said("wording") == "No current problems")
  }
}
