internal import JSON
internal import Reading
internal import Records

private let source = ReadingSource(
  sha256: String(repeating: "ab", count: 32), name: "file.json", entered: "2026-11-21T12:00:00Z")

/// Reads a file in each of the ways that the program has.
func fuzzFHIR(_ bytes: [UInt8]) {
  _ = FileKind(of: bytes.span)
  if let value = try? JSONValue.parse(bytes) {
    guard let again = try? JSONValue.parse(value.compactText) else {
      fatalError("not so: what was read can be written and read")
    }
    claim(again == value, "the same value comes back")
  }
  _ = JSONValue.salvage(bytes.span, levels: 2)
  var number: UInt64 = 0
  let makeID = { () -> RecordID in
    number += 1
    let digits = String(number, radix: 16)
    return RecordID(String(repeating: "0", count: 32 - digits.count) + digits)
  }
  if let found = try? FHIRReading.read(bytes.span, source: source, makeID: makeID) {
    look(found)
    let twice = try? FHIRReading.read(bytes.span, source: source, makeID: makeID)
    claim(twice?.facts.count == found.facts.count, "reading twice finds the same")
  }
  if let found = try? FHIRReading.salvage(bytes.span, source: source, makeID: makeID) {
    look(found)
  }
  if let found = try? FHIRReading.readLines(
    bytes.span, source: source, partial: true, makeID: makeID)
  {
    look(found)
  }
}

private func look(_ found: ReadingResult) {
  for fact in found.facts {
    let record = fact.record
    _ = record.fields.values.map(\.words)
    // As the vault keeps it.
    guard let object = try? JSONValue.parse(FieldsJSON.text(record.fields, of: record.kind)).object,
      let again = try? FieldsJSON.read(object, of: record.kind)
    else { fatalError("not so: the vault can keep what was read") }
    claim(again == record.fields, "the vault gives back what was read")
  }
  let records = found.facts.map(\.record)
  let plan = ImportPlan(adding: records, to: [])
  claim(plan.updates.isEmpty && plan.differs.isEmpty, "an empty vault differs in nothing")
}
