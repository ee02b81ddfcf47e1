internal import JSON
internal import Records

extension ExportSchema {
  /// The shapes that all kinds share.
  static let shared: [(String, JSONValue)] = identifiers + values + whatStandsAround

  private static let text: JSONValue = ["type": "string"]

  private static func pattern(_ pattern: String, _ about: String) -> JSONValue {
    ["description": .string(about), "type": "string", "pattern": .string(pattern)]
  }

  private static let identifiers: [(String, JSONValue)] = [
    ("id", pattern("^[0-9a-f]{32}$", "The name a record keeps for life.")),
    ("sha256", pattern("^[0-9a-f]{64}$", "The SHA-256 of a file's bytes.")),
    (
      "instant",
      pattern("^\\d{4}-\\d{2}-\\d{2}(T.+)?$", "An ISO 8601 instant in UTC.")
    ),
    (
      "moment",
      pattern(
        "^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}.*)?)?)?$",
        "A FHIR R4 date or dateTime, as precise as it is known.")
    ),
  ]

  private static let values: [(String, JSONValue)] = [
    ("text", text),
    ("choice", text),
    (
      "when",
      [
        "anyOf": [
          ref("moment"),
          closed([
            ("start", ref("moment")), ("end", ref("moment")), ("period", ["type": "boolean"]),
            ("about", ["type": "boolean"]), ("words", text),
          ]),
        ]
      ]
    ),
    (
      "coded",
      closed(
        [
          ("text", text),
          ("codings", list(closed([("system", text), ("code", text), ("display", text)]))),
        ], required: ["text"], about: "Words, with the codes that a document put beside them.")
    ),
    (
      "measured",
      closed(
        [
          ("value", ["type": ["number", "string"]]), ("comparator", text), ("unit", text),
          ("code", text), ("system", text),
        ], required: ["value"], about: "A number with the digits that were printed.")
    ),
    ("quantity", ["anyOf": [ref("measured"), text]]),
    (
      "limits",
      closed([("text", text), ("low", ref("measured")), ("high", ref("measured"))])
    ),
    ("range", ["anyOf": [ref("limits"), text]]),
    ("link", closed([("record", ref("id"))], required: ["record"])),
    (
      "part",
      [
        "anyOf": [
          text,
          closed(
            [
              ("name", ref("coded")), ("text", text), ("quantity", ref("measured")),
              ("coded", ref("coded")), ("range", ref("limits")), ("when", ref("when")),
            ], required: ["name"]),
        ]
      ]
    ),
  ]

  private static let body: [(String, JSONValue)] = [
    ("fields", ["type": "object"]),
    ("private", ["description": "Left out of what is given to others.", "type": "boolean"]),
    ("removed", ["description": "In the bin.", "type": "boolean"]),
    ("provenance", ref("provenance")),
    ("attachments", list(ref("sha256"))),
  ]

  private static var record: JSONValue {
    let kinds = KindDescription.all.map { description -> JSONValue in
      let kind = JSONValue.string(description.kind.rawValue)
      let fields = ref(description.kind.rawValue)
      return [
        "properties": [
          "kind": ["const": kind], "fields": fields,
          "versions": list(["properties": ["fields": fields]]),
        ]
      ]
    }
    let properties =
      [("id", ref("id")), ("kind", ["type": "string"])] + body + [
        ("versions", list(ref("version")))
      ]
    guard
      case .object(var object) = closed(
        properties, required: ["id", "kind", "fields", "provenance"])
    else { return .null }
    object.append("oneOf", .array(kinds))
    return .object(object)
  }

  private static var whatStandsAround: [(String, JSONValue)] {
    [
      ("record", record),
      (
        "version",
        closed(
          [("change", ["type": "integer"]), ("asRead", ["type": "boolean"])] + body,
          required: ["change", "fields", "provenance"],
          about: "What a record was, oldest first; the last one is what it is.")
      ),
      (
        "provenance",
        closed(
          [
            ("origin", ["enum": .array(Provenance.Origin.allCases.map { .string($0.rawValue) })]),
            ("who", text), ("entered", text), ("source", ref("sha256")), ("sourceName", text),
            ("place", text), ("key", text),
          ], required: ["origin", "entered"])
      ),
      (
        "source",
        closed(
          [
            ("sha256", ref("sha256")), ("name", text), ("kind", text),
            ("size", ["type": "integer"]), ("readAt", ref("instant")),
            ("listed", ["description": "Not taken back.", "type": "boolean"]),
            (
              "unmapped",
              ["type": "object", "additionalProperties": ["type": "integer", "minimum": 1]]
            ),
          ], required: ["sha256", "name", "kind", "size", "readAt"])
      ),
      (
        "attachment",
        closed(
          [
            ("sha256", ref("sha256")), ("name", text), ("mediaType", text),
            ("length", ["type": "integer"]),
            ("bytes", ["type": "string", "contentEncoding": "base64"]),
          ], required: ["sha256", "name", "mediaType", "length"])
      ),
      (
        "given",
        closed(
          [
            ("at", ref("instant")), ("recipient", text), ("format", text), ("parts", list(text)),
            ("sha256", ref("sha256")), ("note", text),
          ], required: ["at", "recipient", "format", "parts"])
      ),
      (
        "change",
        closed(
          [
            ("number", ["type": "integer"]), ("at", ref("instant")), ("command", text),
            ("who", text), ("undoes", ["type": "integer"]),
          ], required: ["number", "at", "command"])
      ),
    ]
  }
}
