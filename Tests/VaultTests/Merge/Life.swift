internal import GRDB
internal import Records
internal import TestSupport

internal import struct Records.Record

@testable internal import Vault

/// What happens to one copy of a vault: made-up changes of every sort, the same for one seed.
///
/// There are few values, so that both copies often change the same field, to the same or not.
struct Life {
  var random: SplitMix
  let who: String
  /// Seconds since the vault was made. Two copies often do something at the same second.
  private var clock = 0
  private var identifier: Int
  /// One in this many steps empties the bin; 0 for never.
  var emptiesBin = 60

  init(seed: UInt64, who: String, firstID: Int) {
    random = SplitMix(seed: seed)
    self.who = who
    identifier = firstID
  }

  mutating func live(_ vault: Vault, steps: Int) throws {
    for _ in 0..<steps { try step(vault) }
  }

  mutating func newID() -> RecordID {
    identifier += 1
    return id(identifier)
  }

  mutating func now() -> String {
    clock += pick(0...2)
    let (minutes, seconds) = (clock / 60, clock % 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "2026-11-21T\(two(10 + minutes / 60)):\(two(minutes % 60)):\(two(seconds))Z"
  }

  /// Begins a new round, later than everything so far.
  mutating func wait(until seconds: Int) { clock = max(clock, seconds) }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func change(_ command: String, _ steps: [Change.Step]) -> Change {
    Change(command, at: now(), who: who, steps: steps)
  }
}

extension Life {
  private static let kinds: [Kind] = [.note, .result, .symptom, .medicine, .absence]

  private mutating func step(_ vault: Vault) throws {
    let records = try vault.everything().filter { $0.kind != .person }
    switch pick(0...18) {
    case 0...3: try vault.apply(change("add", [.add(newRecord(records))]))
    case 4...8: try edit(try vault.everything().randomElement(using: &random), vault, records)
    case 9:
      guard let record = records.randomElement(using: &random) else { return }
      try vault.apply(change("remove", [.remove(record.id)]))
    case 10:
      guard let binned = try vault.bin().randomElement(using: &random) else { return }
      try vault.apply(change("restore", [.restore(binned.row.id, version: nil)]))
    case 11:
      guard let record = records.randomElement(using: &random) else { return }
      try vault.apply(change("restore", [.restore(record.id, version: 1)]))
    case 12, 13: _ = try? vault.undo(at: now(), who: who)
    case 14: try attach(records.randomElement(using: &random), vault)
    case 15: try read(hospitalFile: pick(0...3), vault)
    case 16:
      guard let source = try vault.sources().randomElement(using: &random) else { return }
      try vault.removeSource(source.sha256, at: now(), who: who)
    case 17:
      try vault.addGiven(
        Given(at: now(), recipient: "Dr. \(pick(1...3))", format: "html", parts: ["medicines"]))
    default:
      guard emptiesBin > 0, pick(1...emptiesBin) <= 3 else { return }
      try vault.emptyBin(at: now(), who: who)
    }
  }

  private mutating func newRecord(_ others: [Record]) -> Record {
    let kind = Self.kinds.randomElement(using: &random) ?? .note
    var fields: [String: Value] = [:]
    for field in KindDescription.of(kind).fields where field.isRequired || pick(0...4) == 0 {
      fields[field.name] = value(field, others)
    }
    return Record(
      id: newID(), kind: kind, fields: fields, isPrivate: pick(0...5) == 0,
      provenance: Provenance(origin: .person, who: who, entered: now()))
  }

  private mutating func value(_ field: Field, _ others: [Record]) -> Value {
    if field.isMany { return .list((0...pick(0...1)).map { _ in one(field, others) }) }
    return one(field, others)
  }

  private mutating func one(_ field: Field, _ others: [Record]) -> Value {
    let number = pick(1...3)
    return switch field.type {
    case .text, .longText: .text("\(field.name) \"\(number)\" \\\n\"record\":\"")
    case .choice(let options): .choice(options.randomElement(using: &random)?.token ?? "other")
    case .when: .when(When(start: Moment("2021-0\(number)")))
    case .coded: .coded(Coded("\(field.name) \(number)"))
    case .quantity: .quantity(Quantity("5.\(number)0", unit: "ng/mL"))
    case .range: .range(ReferenceRange(text: "below \(number)"))
    case .link: .link(others.randomElement(using: &random)?.id ?? id(1))
    case .parts: .part(Part(Coded("part \(number)"), .text("x")))
    }
  }

  private mutating func edit(_ record: Record?, _ vault: Vault, _ others: [Record]) throws {
    guard var record else { return }
    let fields = record.describing.fields
    for _ in 0...pick(0...1) {
      guard let field = fields.prefix(6).randomElement(using: &random) else { continue }
      record[field.name] = value(field, others)
    }
    if pick(0...4) == 0, let field = fields.first(where: { !$0.isRequired }) {
      record[field.name] = nil
    }
    if pick(0...4) == 0 { record.isPrivate.toggle() }
    record.provenance.who = who
    try vault.apply(change("edit", [.update(record)]))
  }

  private mutating func attach(_ record: Record?, _ vault: Vault) throws {
    guard var record else { return }
    let bytes = [UInt8](repeating: UInt8(pick(1...4)), count: 3_000)
    let sha256 = FileDigest.hex(of: bytes)
    if record.attachments.contains(sha256) {
      record.attachments.removeAll { $0 == sha256 }
    } else {
      record.attachments.append(sha256)
    }
    var change = change("attach", [.update(record)])
    change.files = [IncomingFile(name: "\(who).png", mediaType: "image/png", bytes: bytes)]
    try vault.apply(change)
  }

  /// Files 0 and 1 are two states of what one hospital has; 2 and 3 those of another one.
  private mutating func read(hospitalFile number: Int, _ vault: Vault) throws {
    let bytes = Array("file \(number)".utf8)
    let sha256 = FileDigest.hex(of: bytes)
    let known = try vault.knownForMatching()
    var steps: [Change.Step] = []
    for place in 0...2 {
      let key = "hospital \(number / 2) result \(place)"
      let fields: [String: Value] = [
        "name": .coded(Coded("Chromogranin A")),
        "value": .quantity(Quantity("\(place == 0 ? 80 : 80 + number).\(place)", unit: "ng/mL")),
      ]
      let provenance = Provenance(
        origin: .document, entered: now(), source: sha256, place: "entry[\(place)]", key: key)
      if let old = known.first(where: { $0.record.provenance.key == key }) {
        guard !old.isEdited, old.record.fields != fields else { continue }
        steps.append(
          .update(
            Record(
              id: old.record.id, kind: .result, fields: fields, isPrivate: old.record.isPrivate,
              provenance: provenance, attachments: old.record.attachments)))
      } else {
        steps.append(
          .add(Record(id: newID(), kind: .result, fields: fields, provenance: provenance)))
      }
    }
    guard !steps.isEmpty else { return }
    var change = change("import", steps)
    change.isFromFile = true
    change.sources = [
      Source(
        sha256: sha256, name: "\(who)-\(number).json", kind: "FHIR", size: 8, readAt: now(),
        unmapped: ["Device": number + 1])
    ]
    change.files = [
      IncomingFile(name: "\(who)-\(number).json", mediaType: "application/json", bytes: bytes)
    ]
    try vault.apply(change)
  }
}

extension Vault {
  /// The same vault once more, as a copy of its file would be.
  func copied() throws -> Vault {
    let copy = try Vault.inMemory(person: person, at: morning)
    try queue.backup(to: copy.queue)
    return copy
  }
}
