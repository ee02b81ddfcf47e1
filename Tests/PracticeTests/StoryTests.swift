import Codes
import JSON
import Practice
import Reading
import Records
import Testing

@Suite struct `The made-up patient` {
  private static let days = [
    "2026-11-21", "2024-02-29", "2025-03-31", "2027-01-01", "2028-12-31", "2030-07-07",
  ]

  private static let told = Result { try read("2026-11-21") }

  private static func read(_ today: String) throws -> Story {
    try Story(today: try #require(PartialDate(today)))
  }

  private func story(_ today: String = "2026-11-21") throws -> Story {
    today == "2026-11-21" ? try Self.told.get() : try Self.read(today)
  }

  /// Every version of every record, the hospital's file among them.
  private func versions(of story: Story) throws -> [Record] {
    var records = [story.owner]
    for step in story.sittings.flatMap(\.steps) {
      switch step {
      case .add(let record), .update(let record): records.append(record)
      case .remove: break
      }
    }
    return try records + imported(story)
  }

  private func imported(_ story: Story) throws -> [Record] {
    var number = 0
    return try story.hospitalFiles.flatMap { hospital in
      let result = try FHIRReading.read(
        hospital.file.bytes.span,
        source: ReadingSource(sha256: "", name: nil, entered: hospital.readAt)
      ) {
        number += 1
        return Story.importedID(number)
      }
      #expect(result.skipped.isEmpty)
      #expect(result.unmapped.isEmpty)
      return result.facts.map(\.record)
    }
  }

  @Test func `is marked as made up in her name`() throws {
    #expect(try story().owner.title.contains("made-up"))
  }

  @Test(arguments: Kind.allCases)
  func `has something of every kind`(kind: Kind) throws {
    #expect(try versions(of: story()).contains { $0.kind == kind })
  }

  @Test(arguments: Kind.allCases)
  func `has most fields of every kind somewhere`(kind: Kind) throws {
    let records = try versions(of: story()).filter { $0.kind == kind }
    let fields = KindDescription.of(kind).fields.map(\.name)
    let missing = fields.filter { name in !records.contains { $0[name] != nil } }
    #expect(missing.count * 2 < fields.count, "no \(kind.rawValue) has \(missing)")
  }

  @Test(arguments: days)
  func `has only values that the descriptions allow`(today: String) throws {
    let story = try story(today)
    let records = try versions(of: story)
    let kinds = Dictionary(
      records.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    for record in records {
      for field in record.describing.fields where field.isRequired {
        #expect(record[field.name] != nil, "\(record.title) has no \(field.name)")
      }
      for (name, value) in record.fields {
        let field = try #require(record.describing.field(name))
        if case .list = value { #expect(field.isMany, "\(record.title), \(name)") }
        for one in record.list(name) {
          #expect(
            fits(one, field, kinds, today: try #require(PartialDate(today))),
            "\(record.title) has a \(name) that does not fit on \(today)")
        }
      }
    }
  }

  private func fits(
    _ value: Value, _ field: Field, _ kinds: [RecordID: Kind], today: PartialDate
  ) -> Bool {
    switch (field.type, value) {
    case (.text, .text(let text)), (.longText, .text(let text)):
      !text.isEmpty && !text.contains("{")
    case (.coded, .coded(let coded)): !coded.text.isEmpty && !coded.text.contains("{")
    case (.choice, .choice(let token)): field.option(token) != nil
    case (.when, .when(let when)): fits(when, field, today: today)
    case (.quantity, .quantity(let quantity)): quantity.approximate != nil
    case (.range, .range(let range)): !range.printed.isEmpty
    case (.parts, .part(let part)): !part.name.text.isEmpty
    case (.link(let allowed), .link(let id)):
      kinds[id].map { allowed.isEmpty || allowed.contains($0) } ?? false
    default: false
    }
  }

  private func fits(_ when: When, _ field: Field, today: PartialDate) -> Bool {
    guard let date = when.date else { return false }
    guard field.dateRule == .past else { return true }
    return date.firstDay <= today && (when.end?.date.firstDay ?? date.firstDay) <= today
  }

  @Test func `has no code that was not verified`() throws {
    for record in try versions(of: story()) {
      for value in record.fields.keys.flatMap({ record.list($0) }) {
        guard case .coded(let coded) = value else { continue }
        for coding in coded.codings {
          #expect(
            CodeTable.shared.entry(coding.system ?? "", coding.code ?? "") != nil,
            "\(record.title): \(coding.code ?? "")")
        }
      }
    }
  }

  @Test(arguments: days)
  func `was written down before today, each thing once`(today: String) throws {
    let story = try story(today)
    let end = "\(today)T23:59:59Z"
    #expect(story.sittings.map(\.at) == story.sittings.map(\.at).sorted())
    for at in story.sittings.map(\.at) + story.hospitalFiles.map(\.readAt) + story.given.map(\.at) {
      #expect(Moment(at) != nil && at <= end)
    }
    var there: Set<RecordID> = [story.owner.id]
    for step in story.sittings.flatMap(\.steps) {
      switch step {
      case .add(let record): #expect(there.insert(record.id).inserted)
      case .update, .remove: #expect(there.contains(step.record))
      }
    }
  }

  @Test func `keeps every file that a record names, and no other`() throws {
    let story = try story()
    let named = Set(try versions(of: story).flatMap(\.attachments))
    #expect(named == Set(story.files.map(\.name)))
    #expect(named.count >= 4)
  }

  @Test func `has the markers of two laboratories, with their own units and ranges`() throws {
    let markers = try versions(of: story()).filter {
      $0.kind == .result && $0.title == "Chromogranin A"
    }
    let units = Dictionary(grouping: markers) { $0.words("laboratory") ?? "" }
      .mapValues { Set($0.compactMap { $0.quantity("value")?.unit }) }
    #expect(units.count == 2)
    for unit in units.values { #expect(unit.count == 1) }
    #expect(markers.allSatisfy { $0["range"] != nil })
  }

  @Test func `is the same whenever it is told on one day`() throws {
    let (one, other) = (try story(), try story())
    #expect(one.owner == other.owner)
    #expect(try versions(of: one) == versions(of: other))
  }
}
