/// Records as other programs read them: the shape "netvault/1".
internal import JSON
internal import Records

enum RecordsJSON {
  static let format = JSONValue.string("netvault/1")

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
