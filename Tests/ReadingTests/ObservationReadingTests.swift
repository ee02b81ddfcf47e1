internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `An observation` {
  private func observation(_ more: JSONObject) -> JSONValue {
    var json: JSONObject = [
      "resourceType": "Observation", "id": "o", "status": "final",
      "code": Inline.concept("Chromogranin A", Inline.loinc, "9811-1"),
    ]
    for (key, value) in more { json[key] = value }
    return .object(json)
  }

  private func category(_ code: String) -> JSONValue { [["coding": [["code": .string(code)]]]] }

  @Test func `of a laboratory keeps everything as printed`() throws {
    let record = try Inline.record(
      observation([
        "category": category("laboratory"), "effectiveDateTime": "2024-03-05T07:30:00.5+02:00",
        "issued": "2024-03-06T12:00:00Z",
        "valueQuantity": [
          "value": .number("5.10"), "comparator": "<", "unit": "ng/mL",
          "system": "http://unitsofmeasure.org", "code": "ng/mL",
        ],
        "referenceRange": [
          [
            "low": ["value": 0, "unit": "ng/mL"],
            "high": ["value": .number("93.0"), "unit": "ng/mL"],
          ]
        ],
        "interpretation": [["coding": [["code": "L", "display": "Low"]]]],
        "performer": [["display": "North Lab"]], "specimen": ["display": "serum"],
        "method": ["text": "IA"], "note": [["text": "fasting"]],
      ]))
    #expect(record.kind == .result)
    #expect(record.title == "Chromogranin A")
    #expect(
      record.quantity("value")
        == Quantity(
          "5.10", unit: "ng/mL", comparator: "<", code: "ng/mL",
          system: "http://unitsofmeasure.org"))
    #expect(record.when("date")?.start?.time == "07:30:00.5+02:00")
    #expect(record.said("range") == "0 to 93.0 ng/mL")
    #expect(record.coded("flag")?.codings.first?.code == "L")
    #expect(record.said("flag") == "Low")
    #expect(record.said("laboratory") == "North Lab")
    #expect(record.said("specimen") == "serum")
    #expect(record.said("method") == "IA")
    #expect(record.said("note") == "fasting")
    #expect(record.said("status") == "final")
    #expect(record.coded("name")?.has("9811-1", in: Inline.loinc) == true)
  }

  @Test(
    arguments: [
      ("valueString", "not seen", "finding", "not seen"), ("valueString", "<5", "value", "<5"),
      ("valueString", "5.10", "value", "5.10"), ("valueString", "2 weeks", "finding", "2 weeks"),
      ("valueString", "12/05/2020", "finding", "12/05/2020"),
      ("valueCodeableConcept", ["text": "positive"], "finding", "positive"),
      ("valueInteger", 4, "value", "4"), ("valueBoolean", true, "finding", "yes"),
      ("valueBoolean", false, "finding", "no"),
      ("valueRange", ["low": ["value": 1], "high": ["value": 3]], "finding", "1 to 3"),
      (
        "valueRatio", ["numerator": ["value": 1], "denominator": ["value": 128]], "finding", "1:128"
      ),
      ("valueTime", "08:15:00", "finding", "08:15:00"),
      ("valueDateTime", "2024-03", "finding", "2024-03"),
      (
        "valuePeriod", ["start": "2024-01", "end": "2024-02"], "finding",
        "from January 2024 to February 2024"
      ),
      ("valueSampledData", ["data": "1 2 3"], "finding", "a measured curve"),
      ("valueQuantity", ["unit": "ng/mL"], "finding", "ng/mL"),
    ] as [(String, JSONValue, String, String)])
  func `may have a value of any type`(
    name: String, value: JSONValue, field: String, words: String
  ) throws {
    let record = try Inline.record(observation([name: value]))
    #expect(record.said(field) == words)
  }

  @Test(
    arguments: [
      ("effectiveDateTime", "2024", "2024"), ("effectiveDateTime", "2024-02-30", "2024-02-30"),
      (
        "effectivePeriod", ["start": "2024-01-02", "end": "2024-01-03"],
        "from 2 January 2024 to 3 January 2024"
      ),
      ("effectiveInstant", "2024-01-02T03:04:05Z", "2 January 2024, 03:04"),
      ("effectiveTiming", ["event": ["2024-01-02"]], "2 January 2024"),
    ] as [(String, JSONValue, String)])
  func `may have a time of any type`(name: String, value: JSONValue, words: String) throws {
    #expect(try Inline.record(observation([name: value])).said("date") == words)
  }

  @Test func `without a value says why`() throws {
    let record = try Inline.record(
      observation(["dataAbsentReason": ["text": "specimen clotted"]]))
    #expect(record["value"] == nil)
    #expect(record.said("absent") == "specimen clotted")
  }

  @Test func `of the blood pressure keeps both numbers`() throws {
    func part(_ name: String, _ code: String, _ value: JSONValue) -> JSONValue {
      [
        "code": Inline.concept(name, Inline.loinc, code),
        "valueQuantity": ["value": value, "unit": "mm[Hg]"],
      ]
    }
    let record = try Inline.record(
      observation([
        "category": category("vital-signs"), "code": ["text": "Blood pressure"],
        "component": [
          part("Systolic", "8480-6", 131), part("Diastolic", "8462-4", 84),
          ["code": ["text": "Mean"], "dataAbsentReason": ["text": "not asked"]],
        ],
      ]))
    #expect(record.kind == .vitalSign)
    #expect(
      record.said("parts") == "Systolic 131 mm[Hg], Diastolic 84 mm[Hg], Mean not asked")
  }

  @Test(
    arguments: [
      ("social-history", nil, .habit), ("vital-signs", nil, .vitalSign),
      ("laboratory", nil, .result), ("survey", "72166-2", .habit), ("survey", "89247-1", .result),
      ("exam", "8867-4", .result), (nil, "8867-4", .vitalSign), ("imaging", nil, .imaging),
    ] as [(String?, String?, Kind)])
  func `belongs to the kind that its category or code says`(
    category: String?, code: String?, kind: Kind
  ) throws {
    var more: JSONObject = ["valueString": "words"]
    if let category { more["category"] = self.category(category) }
    if let code { more["code"] = Inline.concept("x", Inline.loinc, code) }
    #expect(try Inline.record(observation(more)).kind == kind)
  }

  @Test func `with several ranges keeps them all in words`() throws {
    let record = try Inline.record(
      observation([
        "referenceRange": [
          ["text": "below 100", "appliesTo": [["text": "women"]]],
          ["high": ["value": 90], "type": ["text": "treatment"]],
        ]
      ]))
    #expect(record.said("range") == "women: below 100; treatment: up to 90")
  }

  @Test func `keeps the range and the flag of each part`() throws {
    let record = try Inline.record(
      observation([
        "component": [
          [
            "code": ["text": "Systolic"], "valueQuantity": ["value": 150, "unit": "mm[Hg]"],
            "interpretation": [["text": "high"]], "referenceRange": [["text": "below 130"]],
          ]
        ]
      ]))
    #expect(record.said("note") == "Systolic: high, usual range below 130")
  }

  @Test func `that was cancelled is no fact`() throws {
    let result = try Inline.read([observation(["status": "cancelled"])])
    #expect(result.facts.isEmpty)
    #expect(result.skipped == [Skipped(place: "entry[0]", reason: "cancelled")])
  }

  @Test func `keeps all its codes as they came`() throws {
    let record = try Inline.record(
      observation([
        "code": [
          "coding": [
            ["system": "urn:local", "code": "CGA", "display": "Chromogranin\u{200B} A"],
            ["system": .string(Inline.loinc), "code": "9811-1"],
          ]
        ]
      ]))
    #expect(record.title == "Chromogranin\u{200B} A")
    #expect(record.coded("name")?.codings.map(\.code) == ["CGA", "9811-1"])
  }

  @Test func `with a code alone is named in our words`() throws {
    let record = try Inline.record(
      observation(["code": ["coding": [["system": .string(Inline.loinc), "code": "9811-1"]]]]))
    #expect(record.title == "chromogranin A in blood, mass")
    #expect(record.coded("name")?.codings.first?.display == nil)
  }
}
