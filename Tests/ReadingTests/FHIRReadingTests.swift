internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `A FHIR file` {
  private static let flag: JSONValue = ["resourceType": "Flag", "code": ["text": "fall risk"]]

  @Test func `may be a single resource, a Bundle, Bundles in Bundles or a list`() throws {
    #expect(try Inline.read(Self.flag).facts.first?.record.provenance.place == nil)
    #expect(try places(Inline.bundle([Self.flag, Self.flag])) == ["entry[0]", "entry[1]"])
    #expect(
      try places(Inline.bundle([Self.flag, Inline.bundle([Self.flag])]))
        == ["entry[0]", "entry[1].entry[0]"])
    #expect(try places([Self.flag]) == ["[0]"])
    let answer: JSONValue = [
      "resourceType": "Parameters", "parameter": [["resource": Inline.bundle([Self.flag])]],
    ]
    #expect(try places(answer) == ["parameter[0].entry[0]"])
  }

  @Test(arguments: [[:], [1], ["resourceType": 5], "text", nil] as [JSONValue])
  func `of something else is refused`(json: JSONValue) {
    #expect(throws: ReadingError.notFHIR) { try Inline.read(json) }
  }

  @Test func `without anything in it is refused`() {
    #expect(throws: ReadingError.nothingInside) { try Inline.read(["resourceType": "Bundle"]) }
  }

  @Test func `that is no JSON says where`() {
    let bytes = Array(#"{"resourceType": "Bundle", "entry": [{"#.utf8)
    #expect {
      try FHIRReading.read(bytes.span, source: Inline.source, makeID: Inline.ids())
    } throws: { error in
      guard case .json(let error)? = error as? ReadingError else { return false }
      return error.reason == .truncated && error.place == "entry[0]"
    }
  }

  @Test func `notes where each fact comes from`() throws {
    let result = try Inline.read([
      "resourceType": "Bundle",
      "entry": [
        [
          "fullUrl": "https://fhir.example/r4/Flag/77",
          "resource": ["resourceType": "Flag", "id": "77", "code": ["text": "x"]],
        ]
      ],
    ])
    let provenance = try #require(result.facts.first?.record.provenance)
    #expect(
      provenance
        == Provenance(
          origin: .document, entered: "2026-03-01T10:00:00Z", source: "5e6f",
          sourceName: "export.json", place: "entry[0]",
          key: "https://fhir.example/r4|Flag/77"))
  }

  @Test(arguments: ["status", "verificationStatus", "clinicalStatus"])
  func `leaves out what was entered in error, and says so`(name: String) throws {
    var condition: JSONObject = ["resourceType": "Condition", "code": ["text": "secret"]]
    condition[name] = ["coding": [["code": "entered-in-error"]]]
    let result = try Inline.read([Self.flag, .object(condition)])
    #expect(result.facts.count == 1)
    #expect(
      result.skipped == [Skipped(place: "entry[1]", reason: "marked as entered in error")])
  }

  @Test func `leaves out what an unknown modifier changes`() throws {
    let result = try Inline.read([
      [
        "resourceType": "MedicationStatement", "medicationCodeableConcept": ["text": "x"],
        "dosage": [["modifierExtension": [["url": "http://x.example/not", "valueBoolean": true]]]],
      ]
    ])
    #expect(result.facts.isEmpty)
    #expect(result.skipped.map(\.place) == ["entry[0]"])
  }

  @Test func `counts what it keeps no records of`() throws {
    let result = try Inline.read([
      Self.flag, ["resourceType": "Claim"], ["resourceType": "Claim"],
      ["resourceType": "Location", "id": "l"],
    ])
    #expect(result.unmapped == ["Claim": 2, "Location": 1])
    #expect(result.tally["Claim"]?.seen == 2)
  }

  @Test func `lists entries that hold nothing`() throws {
    let result = try Inline.read([
      "resourceType": "Bundle",
      "entry": [
        ["fullUrl": "urn:uuid:1"], ["request": ["method": "DELETE", "url": "Flag/1"]],
        ["resource": ["id": "no type"]], ["resource": Self.flag],
      ],
    ])
    #expect(result.skipped.map(\.place) == ["entry[0]", "entry[1]", "entry[2]"])
    #expect(result.facts.count == 1)
  }

  @Test func `reads a resource once that comes twice, and the newest of its versions`() throws {
    func flag(_ text: String, _ updated: String) -> JSONValue {
      [
        "resourceType": "Flag", "id": "1", "code": ["text": .string(text)],
        "meta": ["lastUpdated": .string(updated)],
      ]
    }
    let old = flag("old", "2024-01-01T00:00:00Z")
    let new = flag("new", "2024-02-01T00:00:00Z")
    for order in [[old, new, old], [new, old, new]] {
      let result = try Inline.read(order)
      #expect(result.facts.map(\.record.title) == ["new"])
      #expect(result.tally["Flag"]?.folded == 2)
    }
  }

  @Test func `keeps two resources that share a name by mistake`() throws {
    let one: JSONValue = ["resourceType": "Flag", "id": "1", "code": ["text": "one"]]
    let two: JSONValue = ["resourceType": "Flag", "id": "1", "code": ["text": "two"]]
    #expect(try Inline.read([one, two]).facts.count == 2)
  }

  @Test(arguments: 0..<60)
  func `that is spoiled anywhere never stops the program`(seed: Int) throws {
    var spoiler = Spoiler(seed: UInt64(seed))
    let spoiled = Inline.bundle(Spoiler.sound.map { spoiler.spoil($0) })
    for fact in try Inline.read(spoiled).facts {
      #expect(RecordCheck.problems(of: fact.record).filter { !$0.contains("does not fit") } == [])
    }
  }

  private func places(_ json: JSONValue) throws -> [String?] {
    try Inline.read(json).facts.map(\.record.provenance.place)
  }
}

@Suite struct `A damaged Bundle` {
  @Test func `gives its complete entries`() throws {
    let text =
      #"{"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Flag", "#
      + #""code": {"text": "x"}}}, {"resource": {"resourceType": "Fl"#
    let result = try salvage(text)
    #expect(result.facts.count == 1)
    #expect(result.salvagedEntries == 1)
    #expect(result.skipped.last?.place == "entry[1].resource.resourceType")
  }

  @Test func `may have its type behind the cut`() throws {
    let text = #"{"entry": [{"resource": {"resourceType": "Flag", "code": {"text": "x"}}}, {"#
    #expect(try salvage(text).facts.count == 1)
  }

  @Test func `without a complete entry is refused`() {
    #expect(throws: ReadingError.self) { try salvage(#"{"resourceType": "Bundle", "entry": [{"#) }
    #expect(throws: ReadingError.self) { try salvage("nothing") }
  }

  @Test func `that is whole is simply read`() throws {
    let text = #"{"resourceType": "Flag", "code": {"text": "x"}}"#
    #expect(try salvage(text).salvagedEntries == nil)
  }

  private func salvage(_ text: String) throws -> ReadingResult {
    try FHIRReading.salvage(
      Array(text.utf8).span, source: Inline.source, makeID: Inline.ids())
  }
}
