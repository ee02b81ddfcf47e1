internal import JSON
internal import Reading
internal import Records
import Testing

/// Files written out in the tests, about people who do not exist.
enum Inline {
  static let source = ReadingSource(
    sha256: "5e6f", name: "export.json", entered: "2026-03-01T10:00:00Z")

  /// Counts, so that a test knows the names it gets.
  static func ids() -> () -> RecordID {
    var count = 0
    return {
      count += 1
      return RecordID(String(count))
    }
  }

  static func read(_ json: JSONValue) throws -> ReadingResult {
    try FHIRReading.read(json, source: source, makeID: ids())
  }

  static func bundle(_ resources: [JSONValue]) -> JSONValue {
    ["resourceType": "Bundle", "type": "collection", "entry": .array(resources.map(entry))]
  }

  static func read(_ resources: [JSONValue]) throws -> ReadingResult {
    try read(bundle(resources))
  }

  /// The only record that a resource gives.
  static func record(
    _ json: JSONValue, with others: JSONValue..., location: SourceLocation = #_sourceLocation
  ) throws -> Record {
    let facts = try read([json] + others).facts.filter { $0.record.provenance.place == "entry[0]" }
    try #require(facts.count == 1, sourceLocation: location)
    return facts[0].record
  }

  private static func entry(_ resource: JSONValue) -> JSONValue { ["resource": resource] }

  static func concept(_ text: String, _ system: String? = nil, _ code: String? = nil) -> JSONValue {
    var concept: JSONObject = ["text": .string(text)]
    if let system, let code {
      concept["coding"] = [["system": .string(system), "code": .string(code)]]
    }
    return .object(concept)
  }

  static let snomed = "http://snomed.info/sct"
  static let loinc = "http://loinc.org"
}

extension Record {
  /// The words of a field, also of a choice's token.
  func said(_ field: String) -> String? { fields[field]?.words }
}
