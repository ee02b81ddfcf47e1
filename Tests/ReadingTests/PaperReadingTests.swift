internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `A document` {
  private func reference(_ attachment: JSONValue, _ more: JSONObject = [:]) -> JSONValue {
    var json: JSONObject = [
      "resourceType": "DocumentReference", "id": "d", "status": "current",
      "type": ["text": "Discharge letter"], "date": "2024-01-02T03:04:05Z",
      "author": [["display": "Dr. Ada Sample"]], "content": [["attachment": attachment]],
    ]
    for (key, value) in more { json[key] = value }
    return .object(json)
  }

  @Test func `brings its file`() throws {
    let result = try Inline.read([
      reference(["contentType": "application/pdf", "data": "JVBE\nRg==", "title": "Letter"])
    ])
    let record = try #require(result.facts.first?.record)
    #expect(record.kind == .document)
    #expect(record.said("title") == "Letter")
    #expect(record.said("type") == "Discharge letter")
    #expect(record.said("from") == "Dr. Ada Sample")
    #expect(record.said("contentType") == "application/pdf")
    #expect(result.attachments.map(\.bytes) == [Array("%PDF".utf8)])
    #expect(result.attachments.first?.title == "Letter")
  }

  @Test func `may have its file beside it`() throws {
    let result = try Inline.read([
      reference(["contentType": "text/plain", "url": "Binary/b"]),
      ["resourceType": "Binary", "id": "b", "contentType": "text/plain", "data": "SGVsbG8="],
    ])
    #expect(result.facts.count == 1)
    #expect(result.facts.first?.record.said("text") == "Hello")
    #expect(result.facts.first?.record["location"] == nil)
    #expect(result.tally["Binary"]?.folded == 1)
  }

  @Test func `with a damaged file inside is read, and the damage listed`() throws {
    let result = try Inline.read([
      reference(["contentType": "application/pdf", "data": "JVBE*Rg=="])
    ])
    #expect(result.facts.count == 1)
    #expect(result.attachments.isEmpty)
    #expect(result.skipped.map(\.place) == ["entry[0]"])
  }

  @Test func `that is elsewhere says where`() throws {
    let record = try Inline.record(reference(["url": "https://x.example/1.pdf"]))
    #expect(record.said("location") == "https://x.example/1.pdf")
  }

  @Test func `of a mistake is left out`() throws {
    let result = try Inline.read([reference([:], ["docStatus": "entered-in-error"])])
    #expect(result.facts.isEmpty && result.skipped.count == 1)
  }

  @Test func `may be a bare file`() throws {
    let result = try Inline.read([
      ["resourceType": "Binary", "contentType": "image/png", "data": "iVBORw=="],
      ["resourceType": "Binary", "contentType": "image/png", "data": "***"],
    ])
    #expect(result.facts.map(\.record.kind) == [.document])
    #expect(result.attachments.count == 1)
    #expect(result.skipped.map(\.place) == ["entry[1]"])
  }
}

@Suite struct `A scan` {
  @Test func `of an archive is read`() throws {
    let record = try Inline.record([
      "resourceType": "ImagingStudy", "status": "available", "started": "2024-01-02",
      "description": "CT chest", "numberOfSeries": 1, "numberOfInstances": 120,
      "identifier": [["value": "urn:oid:1.2.3"]],
      "series": [
        [
          "modality": ["code": "CT", "display": "Computed tomography"],
          "bodySite": ["display": "chest"], "description": "axial",
        ]
      ],
    ])
    #expect(record.kind == .imaging)
    #expect(record.title == "CT chest")
    #expect(record.said("modality") == "Computed tomography")
    #expect(record.said("region") == "chest")
    #expect(record.said("series") == "1 series, 120 pictures: axial")
  }
}

@Suite struct `A relative's illness` {
  @Test func `is read with the age`() throws {
    let record = try Inline.record([
      "resourceType": "FamilyMemberHistory", "status": "completed", "date": "2024",
      "relationship": ["text": "mother"], "deceasedBoolean": true,
      "condition": [
        ["code": ["text": "MEN1"], "onsetAge": ["value": 50, "unit": "a"]],
        [
          "code": ["text": "stroke"], "onsetString": "late in life", "contributedToDeath": true,
        ],
      ],
    ])
    #expect(record.kind == .familyHistory)
    #expect(record.title == "mother, MEN1, stroke")
    #expect(record.said("age") == "MEN1: 50 years; stroke: late in life")
    #expect(record.said("deceased") == "yes")
    #expect(record.said("note") == "stroke: led to death")
  }
}

@Suite struct `An appointment` {
  @Test(arguments: [
    ("booked", "planned"), ("fulfilled", "kept"), ("noshow", "missed"), ("cancelled", "cancelled"),
  ])
  func `becomes a visit`(status: String, said: String) throws {
    let record = try Inline.record([
      "resourceType": "Appointment", "status": .string(status), "description": "oncology",
      "start": "2024-06-01T09:00:00+02:00", "reasonCode": [["text": "yearly check"]],
      "participant": [
        ["actor": ["reference": "Patient/p", "display": "Pat"]],
        ["actor": ["reference": "Practitioner/d", "display": "Dr. Ada Sample"]],
        ["actor": ["reference": "Location/l", "display": "Room 5"]],
      ],
    ])
    #expect(record.kind == .visit)
    #expect(record.said("status") == said)
    #expect(record.said("who") == "Dr. Ada Sample")
    #expect(record.said("place") == "Room 5")
    #expect(record.said("date") == "1 June 2024, 09:00")
  }
}

@Suite struct `A wish` {
  @Test func `is read from a consent`() throws {
    let record = try Inline.record([
      "resourceType": "Consent", "status": "active", "dateTime": "2024-01-02",
      "scope": ["text": "Treatment"], "category": [["text": "Do not resuscitate"]],
      "provision": ["actor": [["role": ["text": "proxy"], "reference": ["display": "Sam"]]]],
      "sourceAttachment": ["title": "Signed paper", "url": "x.pdf"],
      "policyRule": ["text": "ask Sam first"],
    ])
    #expect(record.said("note") == "ask Sam first")
    #expect(record.kind == .wish)
    #expect(record.said("what") == "Do not resuscitate")
    #expect(record.said("whoDecides") == "Sam")
    #expect(record.said("paper") == "Signed paper")
  }

  @Test func `to refuse does not read like a permission`() throws {
    let record = try Inline.record([
      "resourceType": "Consent", "status": "active", "category": [["text": "research"]],
      "provision": ["type": "deny"],
    ])
    #expect(record.said("what") == "not allowed: research")
  }
}

@Suite struct `A summary` {
  @Test func `says which sections are empty and why`() throws {
    func section(_ code: String, _ reason: String) -> JSONValue {
      [
        "title": "x", "code": ["coding": [["code": .string(code)]]],
        "emptyReason": ["coding": [["code": .string(reason)]]],
      ]
    }
    let result = try Inline.read([
      [
        "resourceType": "Composition", "id": "c", "date": "2024-01-02",
        "section": [
          section("48765-2", "nilknown"), section("10160-0", "notasked"),
          section("11450-4", "withheld"),
          [
            "title": "Plan", "code": ["coding": [["code": "18776-5"]]],
            "text": ["div": "<div><p>Come again.</p></div>"],
          ],
          ["title": "Results", "entry": [["reference": "Flag/1"]], "text": ["div": "x"]],
          ["title": "Lost", "entry": [["reference": "Flag/2"]], "text": ["div": "words"]],
        ],
      ],
      ["resourceType": "Flag", "id": "1", "status": "entered-in-error"],
    ])
    #expect(
      result.facts.map { $0.record.title } == [
        "allergies, none known", "medicines, not asked",
        "other illnesses, information unavailable", "Plan", "Lost",
      ])
    #expect(result.facts[3].record.said("text") == "Come again.")
    #expect(Set(result.facts.map(\.record.provenance.key)).count == 5)
  }
}
