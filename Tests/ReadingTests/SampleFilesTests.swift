internal import Foundation
internal import JSON
internal import Reading
internal import Records
import Testing

/// Real files of other programs, beside the checkout. None of them is part of the project.
enum SampleFiles {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data").standardizedFileURL

  static let missing: Comment = "the sample files are not beside this checkout"

  static func files(in folders: [String], ending: String = ".json") -> [URL] {
    var found: [URL] = []
    for folder in folders {
      let start = root.appending(path: folder)
      let paths = (try? FileManager.default.subpathsOfDirectory(atPath: start.path)) ?? []
      found += paths.filter { $0.hasSuffix(ending) }.map { start.appending(path: $0) }
    }
    if found.isEmpty { print("SKIPPED: \(missing)") }
    return found.sorted { $0.path < $1.path }
  }

  static let bundles = files(in: ["synthea", "ips", "mcode", "claims"])
  static let lines = files(in: ["ndjson"], ending: "000.ndjson")
  static let oldRecords = files(in: ["apple_health/candace_salinas"])

  static func bytes(_ file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }
}

@Suite struct `The sample files` {
  @Test(.enabled(if: !SampleFiles.bundles.isEmpty, SampleFiles.missing))
  func `give a record for every resource that is read`() throws {
    for file in SampleFiles.bundles {
      let json = try JSONValue.parse(try SampleFiles.bytes(file))
      let result = try Inline.read(json)
      var counts: [String: Int] = [:]
      Self.count(json, into: &counts)
      #expect(result.tally.mapValues(\.seen) == counts, "\(file.lastPathComponent)")
      Self.check(result, file.lastPathComponent)
    }
  }

  @Test(.enabled(if: !SampleFiles.lines.isEmpty, SampleFiles.missing))
  func `with one resource a line are read as one`() throws {
    var files = FHIRFilesReading(makeID: Inline.ids())
    for file in SampleFiles.lines {
      let bytes = try SampleFiles.bytes(file)
      try files.lookThrough(bytes.span, source: Inline.source)
    }
    for file in SampleFiles.lines {
      let bytes = try SampleFiles.bytes(file)
      files.read(bytes.span, source: Inline.source)
    }
    let result = files.finish()
    Self.check(result, "ndjson")
    #expect(result.patients.count == 13)
    #expect(result.tally["Procedure"]?.read == 2056)
    #expect(result.tally["MedicationRequest"]?.read == 1745)
    #expect(result.tally["Condition"]?.read == 555)
    #expect(result.tally["Practitioner"]?.folded == 43)
    // Conditional references lead to the doctors and clinics in other files.
    let stays = result.facts.filter { $0.record.kind == .encounter }
    #expect(stays.allSatisfy { $0.record["place"] != nil && $0.record["who"] != nil })
  }

  @Test(.enabled(if: !SampleFiles.oldRecords.isEmpty, SampleFiles.missing))
  func `of older versions of FHIR give their records too`() throws {
    var files = FHIRFilesReading(makeID: Inline.ids())
    for file in SampleFiles.oldRecords {
      let bytes = try SampleFiles.bytes(file)
      try files.take(bytes.span, source: Inline.source)
    }
    let result = files.finish()
    Self.check(result, "DSTU2")
    #expect(result.unmapped.isEmpty)
    #expect(result.facts.count == SampleFiles.oldRecords.count)
  }

  @Test(.enabled(if: !SampleFiles.bundles.isEmpty, SampleFiles.missing))
  func `add nothing the second time`() throws {
    for file in SampleFiles.bundles {
      let json = try JSONValue.parse(try SampleFiles.bytes(file))
      let first = try Inline.read(json).facts.map(\.record)
      let second = try Inline.read(json).facts.map(\.record)
      let plan = ImportPlan(adding: second, to: first.map { KnownRecord($0) })
      #expect(plan.same.count == first.count, "\(file.lastPathComponent)")
    }
  }

  /// Every resource in the file, without the contained ones.
  private static func count(_ json: JSONValue, into counts: inout [String: Int]) {
    guard let type = json["resourceType"]?.string else { return }
    guard type == "Bundle" else {
      counts[type, default: 0] += 1
      return
    }
    for entry in json["entry"]?.array ?? [] {
      if let resource = entry["resource"] { count(resource, into: &counts) }
    }
  }

  private static let reasons: Set = [
    "marked as entered in error", "a device that the file does not say the patient has",
    "nothing in the file says that this medicine is taken",
  ]
  private static let unmapped: Set = ["Claim", "Goal", "Location", "Provenance"]

  private static func check(_ result: ReadingResult, _ name: String) {
    for (type, tally) in result.tally {
      let sum = tally.read + tally.folded + tally.skipped + tally.unmapped
      #expect(tally.seen == sum, "\(name), \(type)")
      #expect(tally.unmapped == 0 || unmapped.contains(type), "\(name), \(type)")
    }
    for skipped in result.skipped {
      #expect(reasons.contains(skipped.reason), "\(name), \(skipped.place)")
    }
    for fact in result.facts {
      for problem in RecordCheck.problems(of: fact.record) {
        Issue.record("\(name), \(fact.record.provenance.place ?? ""): \(problem)")
      }
    }
    #expect(Set(result.facts.map(\.record.id)).count == result.facts.count)
  }
}

/// Compares a record with the description of its kind.
enum RecordCheck {
  static func problems(of record: Record) -> [String] {
    var problems: [String] = []
    for (name, value) in record.fields {
      guard let field = record.describing.field(name) else {
        problems.append("\(record.kind) has no field \(name)")
        continue
      }
      let values: [Value]
      if case .list(let list) = value { values = list } else { values = [value] }
      let isList = values != [value]
      if isList != field.isMany || values.isEmpty || !values.allSatisfy({ fits($0, field.type) }) {
        problems.append("\(record.kind) \(name) does not fit its description")
      }
      if values.contains(where: { $0.words.isEmpty }) {
        problems.append("\(record.kind) \(name) is empty")
      }
    }
    for field in record.describing.fields where field.isRequired && record[field.name] == nil {
      problems.append("\(record.kind) has no \(field.name)")
    }
    return problems
  }

  private static func fits(_ value: Value, _ type: FieldType) -> Bool {
    switch (type, value) {
    case (.text, .text), (.longText, .text), (.when, .when), (.coded, .coded),
      (.quantity, .quantity), (.range, .range), (.link, .link), (.parts, .part):
      true
    case (.choice(let options), .choice(let token)):
      options.contains { $0.token == token } || otherWords.contains(token)
    default: false
    }
  }

  /// Words of FHIR that no list of choices has, and that must not be made into another.
  private static let otherWords: Set = ["none known of this sort"]
}
