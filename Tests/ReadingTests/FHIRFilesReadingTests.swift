internal import JSON
internal import Reading
internal import Records
import Testing

@Suite struct `Files with one resource a line` {
  private func lines(_ resources: [JSONValue]) -> [UInt8] {
    Array(resources.map(\.compactText).joined(separator: "\n").utf8)
  }

  private func read(_ bytes: [UInt8], partial: Bool = false) throws -> ReadingResult {
    try FHIRReading.readLines(
      bytes.span, source: Inline.source, partial: partial, makeID: Inline.ids())
  }

  @Test func `are read with the line as the place`() throws {
    let text =
      "\u{FEFF}{\"resourceType\":\"Flag\",\"code\":{\"text\":\"x\"}}\r\n\n  "
      + "{\"resourceType\":\"Flag\",\"code\":{\"text\":\"y\"}}\n{\"type\":\"log\"}"
    let result = try read(Array(text.utf8))
    #expect(result.facts.map(\.record.provenance.place) == ["line 1", "line 3"])
    #expect(result.skipped.map(\.place) == ["line 4"])
  }

  @Test func `may point at each other, forwards and across files`() throws {
    let statements = lines([
      [
        "resourceType": "MedicationStatement", "id": "s", "status": "active",
        "medicationReference": ["reference": "Medication/m"],
        "subject": ["reference": "Patient/p"],
      ]
    ])
    let rest = lines([
      ["resourceType": "Medication", "id": "m", "code": ["text": "octreotide"]],
      ["resourceType": "Patient", "id": "p", "name": [["text": "Pat Sample"]]],
    ])
    var files = FHIRFilesReading(makeID: Inline.ids())
    for bytes in [statements, rest] { try files.lookThrough(bytes.span, source: Inline.source) }
    for bytes in [statements, rest] { files.read(bytes.span, source: Inline.source) }
    let result = files.finish()
    #expect(result.facts.map(\.record.title).sorted() == ["Pat Sample", "octreotide"])
    #expect(result.patients.map(\.factCount) == [2])
    #expect(result.tally["Medication"]?.folded == 1)
  }

  @Test func `stage a condition as a Bundle does`() throws {
    let resources: [JSONValue] = [
      ["resourceType": "Condition", "id": "c", "code": ["text": "carcinoid"]],
      [
        "resourceType": "Observation", "id": "t", "focus": [["reference": "Condition/c"]],
        "code": Inline.concept("T", Inline.loinc, "21899-0"),
        "valueCodeableConcept": ["text": "pT1b"],
      ],
      [
        "resourceType": "Condition", "id": "m", "code": ["text": "liver metastasis"],
        "extension": [
          [
            "url": "http://x.example/mcode-related-primary-cancer-condition",
            "valueReference": ["reference": "Condition/c"],
          ]
        ],
      ],
    ]
    let result = try read(lines(resources))
    let first = result.facts.first { $0.record.title == "carcinoid" }?.record
    #expect(first?.said("stage") == "pT1b")
    let second = result.facts.first { $0.record.title == "liver metastasis" }?.record
    #expect(second?["of"] == first.map { Value.link($0.id) })
  }

  @Test func `give each resource once, in its newest version`() throws {
    func doctor(_ name: String, _ updated: String) -> JSONValue {
      [
        "resourceType": "Practitioner", "id": "d", "name": [["text": .string(name)]],
        "meta": ["lastUpdated": .string(updated)],
      ]
    }
    func flag(_ text: String, _ updated: String) -> JSONValue {
      [
        "resourceType": "Flag", "id": "f", "code": ["text": .string(text)],
        "meta": ["lastUpdated": .string(updated)],
      ]
    }
    let result = try read(
      lines([
        flag("old", "2023"), flag("new", "2024"), flag("new", "2024"), doctor("Old", "2023"),
        doctor("New", "2024"), flag("old", "2023"),
      ]))
    #expect(result.facts.map(\.record.title).sorted() == ["New", "new"])
    #expect(result.tally["Flag"]?.folded == 3)
  }

  @Test func `with a damaged line are refused, or read around it`() throws {
    let text = "{\"resourceType\":\"Flag\",\"code\":{\"text\":\"x\"}}\n{\"resourceType\":\"Fl"
    #expect {
      try read(Array(text.utf8))
    } throws: { error in
      guard case .line(2, let error)? = error as? ReadingError else { return false }
      return error.reason == .truncated
    }
    let result = try read(Array(text.utf8), partial: true)
    #expect(result.facts.count == 1)
    #expect(result.skipped.map(\.place) == ["line 2"])
  }

  @Test func `stand beside whole files`() throws {
    var files = FHIRFilesReading(makeID: Inline.ids())
    let doctor: JSONValue = [
      "resourceType": "Practitioner", "id": "d", "name": [["text": "Dr. Ada Sample"]],
    ]
    let flag: JSONValue = [
      "resourceType": "Flag", "code": ["text": "x"], "author": ["reference": "Practitioner/d"],
    ]
    try files.take(doctor.write().span, source: Inline.source)
    let bytes = lines([flag])
    try files.lookThrough(bytes.span, source: Inline.source)
    files.read(bytes.span, source: Inline.source)
    #expect(files.finish().facts.first?.record.said("toldBy") == "Dr. Ada Sample")
  }
}
