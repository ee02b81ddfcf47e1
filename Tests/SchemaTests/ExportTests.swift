internal import Foundation
internal import JSON
internal import Records
internal import Testing
internal import Vault

@Suite struct `The full export` {
  private let now = "2026-11-21T09:00:00Z"

  private func record(_ kind: Kind, _ number: Int, source: String?) -> Record {
    var fields: [String: Value] = [:]
    for field in KindDescription.of(kind).fields {
      let value = value(of: field)
      fields[field.name] = field.isMany ? .list([value, value]) : value
    }
    return Record(
      id: RecordID(String(repeating: "0", count: 30) + String(number + 16, radix: 16)), kind: kind,
      fields: fields, isPrivate: number.isMultiple(of: 2),
      provenance: Provenance(
        origin: source == nil ? .person : .document, who: "Ana", entered: now, source: source,
        place: "entry[1]", key: "a|b"))
  }

  private func value(of field: Field) -> Value {
    switch field.type {
    case .text, .longText: .text("words")
    case .choice(let options): .choice(options.last?.token ?? "other")
    case .when: .when(When(start: Moment("2021"), end: Moment("2022-03-04"), words: "then"))
    case .coded: .coded(Coded("words", [Coding(system: "s", code: "c", display: "d")]))
    case .quantity: .quantity(Quantity("5.10", unit: "mm", comparator: "<"))
    case .range: .range(ReferenceRange(text: "up to 5", high: Quantity("5")))
    case .link: .link(RecordID(String(repeating: "0", count: 30) + "10"))
    case .parts: .part(Part(Coded("a part"), .quantity(Quantity("1"))))
    }
  }

  private func filled() throws -> Vault {
    let vault = try Vault.inMemory(person: record(.person, 0, source: nil), at: now)
    let bytes = (0..<600_001).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let sha256 = FileDigest.hex(of: bytes)
    var records = Kind.allCases.enumerated().map { record($1, $0 + 1, source: sha256) }
    records[3].attachments = [sha256]
    try vault.apply(
      Change(
        "import", at: now, isFromFile: true, steps: records.map { .add($0) },
        sources: [
          Source(
            sha256: sha256, name: "a.json", kind: "FHIR", size: bytes.count, readAt: now,
            unmapped: ["Device": 2])
        ],
        files: [IncomingFile(name: "a.json", mediaType: "application/json", bytes: bytes)]))
    records[4].fields["note"] = .text("changed")
    try vault.apply(
      Change("edit", at: now, steps: [.update(records[4]), .remove(records[5].id)]))
    try vault.addGiven(
      Given(at: now, recipient: "Dr. Lee", format: "pdf", parts: ["alerts"], sha256: sha256))
    try vault.undo(at: now)
    try vault.undo(at: now)
    return vault
  }

  private func exported(_ vault: Vault) throws -> JSONValue {
    var bytes: [UInt8] = []
    try vault.exportEverything(at: now) { bytes += $0 }
    return try JSONValue.parse(bytes)
  }

  @Test func `of every kind is what the JSON Schema says`() throws {
    let faults = Validator(schema: ExportSchema.whole).faults(in: try exported(filled()))
    #expect(faults == [])
  }

  @Test func `holds every record with its versions, and every file`() throws {
    let vault = try filled()
    let all = try exported(vault)
    let records = try #require(all["records"]?.array)
    #expect(records.count == Kind.allCases.count + 1)
    let changed: [JSONValue] = records.filter { $0["versions"]?.array?.count == 4 }
    #expect(changed.count == 2)
    let lists = ["sources", "attachments", "given", "changes"]
    let counts: [Int?] = lists.map { all[$0]?.array?.count }
    #expect(counts == [1, 1, 1, 5])
    let file = try #require(all["attachments"]?[0])
    let bytes = try #require(Data(base64Encoded: file["bytes"]?.string ?? ""))
    #expect(FileDigest.hex(of: Array(bytes)) == file["sha256"]?.string)
    for record in try vault.everything() {
      let one = try #require(records.first { $0["id"]?.string == record.id.text })
      let fields = try #require(one["fields"]?.object)
      #expect(try FieldsJSON.read(fields, of: record.kind) == record.fields)
    }
  }

  @Test func `says what its writer said when that fails`() throws {
    struct Full: Error {}
    let vault = try filled()
    #expect(throws: Full.self) { try vault.exportEverything(at: now) { _ in throw Full() } }
  }

  @Test func `is refused by the JSON Schema when a field is not known`() throws {
    let validator = Validator(schema: ExportSchema.whole)
    let record: JSONValue = [
      "id": .string(String(repeating: "0", count: 32)), "kind": "note",
      "fields": ["text": "a", "shoeSize": "38"],
      "provenance": ["origin": "person", "entered": .string(now)],
    ]
    let document: JSONValue = [
      "format": "netvault/1", "made": .string(now),
      "owner": .string(String(repeating: "0", count: 32)), "records": [record],
    ]
    #expect(validator.faults(in: document) == [".records[0]: oneOf"])
  }
}
