/// Records as other programs read them: the shape "netvault/1".
internal import Console
internal import JSON
internal import Records
internal import Vault

enum RecordsJSON {
  static let format = JSONValue.string("netvault/1")

  /// The same as `list`, written as it is found, from what the vault keeps as JSON already.
  static func write(_ query: ListQuery, of vault: Vault, to terminal: Terminal) throws {
    var json = JSONPieces()
    json.put(#"{"format":"netvault/1","records":["#)
    var isFirst = true
    try vault.eachText(query) { text in
      if !isFirst { json.put(",") }
      isFirst = false
      put(text, to: &json)
      if json.bytes.count > 1 << 16 {
        terminal.write(json.bytes)
        json = JSONPieces()
      }
    }
    json.put("]}\n")
    terminal.write(json.bytes)
  }

  private static func put(_ text: StoredText, to json: inout JSONPieces) {
    let record = text.record
    let provenance = record.provenance
    let members: [(String, String?)] = [
      (#"{"id":"#, record.id.text), (#","kind":"#, record.kind.rawValue),
      (#","title":"#, text.title), (#","date":"#, text.date),
      (#","source":"#, provenance.sourceName ?? provenance.who),
      (#","place":"#, provenance.place), (#","origin":"#, provenance.origin.rawValue),
      (#","entered":"#, provenance.entered),
    ]
    for (name, value) in members {
      json.put(name)
      json.put(string: value)
    }
    json.put(#","private":"# + (record.isPrivate ? "true" : "false"))
    if let source = provenance.source {
      json.put(#","sourceSHA256":"#)
      json.put(string: source)
    }
    if !record.attachments.isEmpty {
      let files = JSONValue.array(record.attachments.map { .string($0) })
      json.put(#","attachments":"# + files.compactText)
    }
    json.put(#","fields":"# + text.fields + "}")
  }

  /// `{"format", "records": […]}`.
  static func list(_ records: [Record]) -> JSONValue {
    ["format": format, "records": .array(records.map { .object(object($0)) })]
  }

  /// One record: `id, kind, title, date, source, place, fields`, and where it comes from.
  static func object(_ record: Record) -> JSONObject {
    let provenance = record.provenance
    var object: JSONObject = [
      "id": .string(record.id.text),
      "kind": .string(record.kind.rawValue),
      "title": .string(record.title),
      "date": record.when?.start.map { .string($0.description) }
        ?? record.when?.date.map { .string($0.description) } ?? .null,
      "source": text(provenance.sourceName ?? provenance.who),
      "place": text(provenance.place),
      "fields": .object(FieldsJSON.object(record.fields, of: record.kind)),
      "private": .bool(record.isPrivate),
      "origin": .string(provenance.origin.rawValue),
      "entered": .string(provenance.entered),
    ]
    if let source = provenance.source { object["sourceSHA256"] = .string(source) }
    if !record.attachments.isEmpty {
      object["attachments"] = .array(record.attachments.map { .string($0) })
    }
    return object
  }

  private static func text(_ text: String?) -> JSONValue {
    text.map { .string($0) } ?? .null
  }
}
