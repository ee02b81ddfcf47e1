internal import JSON
internal import Records

/// The JSON Schema of the full export, made from the descriptions of the kinds.
///
/// The parts that no description knows are written out here; `Schema/export.schema.json` is what
/// comes of it, and a test says when the file is behind.
enum ExportSchema {
  static var whole: JSONValue {
    var definitions = JSONObject(shared)
    for kind in KindDescription.all {
      definitions.append(kind.kind.rawValue, fields(of: kind))
    }
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:netvault:export:1",
      "title": "Everything in a netvault vault",
      "description":
        "What netvault writes when everything is to leave the vault, and what it reads back. Texts are as they were typed or printed; dates are as precise as they are known.",
      "type": "object",
      "properties": [
        "format": ["const": "netvault/1"],
        "made": ref("instant"),
        "owner": ref("id"),
        "records": list(ref("record")),
        "sources": list(ref("source")),
        "attachments": list(ref("attachment")),
        "given": list(ref("given")),
        "changes": list(ref("change")),
      ],
      "required": ["format", "made", "owner", "records"],
      "additionalProperties": false,
      "$defs": .object(definitions),
    ]
  }

  private static func fields(of kind: KindDescription) -> JSONValue {
    var properties = JSONObject()
    for field in kind.fields {
      var one = JSONObject()
      one.append("title", .string(field.label))
      if !field.help.isEmpty { one.append("description", .string(field.help)) }
      let words = field.options.map { JSONValue.string($0.token) }
      // Files may bring other words than those that the questions offer.
      if !words.isEmpty { one.append("examples", .array(words)) }
      let shape = ref(shape(of: field.type))
      if field.isMany {
        one.append("anyOf", [shape, list(shape)])
      } else if case .object(let reference) = shape {
        for member in reference.members { one.append(member.key, member.value) }
      }
      properties.append(field.name, .object(one))
    }
    return [
      "title": .string(kind.one), "description": .string(kind.about), "type": "object",
      "properties": .object(properties), "additionalProperties": false,
    ]
  }

  private static func shape(of type: FieldType) -> String {
    switch type {
    case .text, .longText: "text"
    case .choice: "choice"
    case .when: "when"
    case .coded: "coded"
    case .quantity: "quantity"
    case .range: "range"
    case .link: "link"
    case .parts: "part"
    }
  }
}

func ref(_ name: String) -> JSONValue { ["$ref": .string("#/$defs/\(name)")] }

func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

func closed(
  _ properties: [(String, JSONValue)], required: [JSONValue] = [], about: String? = nil
) -> JSONValue {
  var object = JSONObject()
  if let about { object.append("description", .string(about)) }
  object.append("type", "object")
  object.append("properties", .object(JSONObject(properties)))
  if !required.isEmpty { object.append("required", .array(required)) }
  object.append("additionalProperties", false)
  return .object(object)
}
