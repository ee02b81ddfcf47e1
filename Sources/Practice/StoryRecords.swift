internal import JSON
internal import Records

/// One change of one record.
struct StoryEvent {
  let at: String
  let who: String?
  /// Additions come before changes of the same moment.
  let order: Int
  let step: Story.Step

  var command: String {
    switch step {
    case .add: "add"
    case .update: "edit"
    case .remove: "remove"
    }
  }
}

/// The records of the story with everything they ever were.
struct StoryRecords {
  private(set) var events: [StoryEvent] = []
  private var last: [String: Record] = [:]

  init(_ list: [JSONValue]) throws(Story.Trouble) {
    var ids: [String: String] = [:]
    for (number, json) in list.enumerated() {
      guard let name = json["id"]?.string, ids[name] == nil else { throw .unreadable }
      ids[name] = Self.id(number: number).text
    }
    for json in list { try add(json, ids) }
  }

  /// A record as it is at the end of the story, by its name there.
  func current(_ name: String) -> Record? { last[name] }

  /// The same on every computer: two practice vaults have the same records.
  static func id(number: Int) -> RecordID {
    let digits = String(number, radix: 16)
    // "practice" in hexadecimal.
    return RecordID(
      "7072616374696365" + String(repeating: "0", count: 16 - digits.count) + digits)
  }

  private mutating func add(_ json: JSONValue, _ ids: [String: String]) throws(Story.Trouble) {
    let name = json["id"]?.string ?? ""
    let versions = (json["versions"]?.array ?? []) + [json]
    for (index, version) in versions.enumerated() {
      let record = try record(json, version, ids)
      last[name] = record
      events.append(
        StoryEvent(
          at: record.provenance.entered, who: record.provenance.who, order: index,
          step: index == 0 ? .add(record) : .update(record)))
    }
    guard json["removed"]?.bool == true, let record = last[name] else { return }
    events.append(
      StoryEvent(
        at: record.provenance.entered, who: record.provenance.who, order: versions.count,
        step: .remove(record.id)))
  }

  private func record(
    _ json: JSONValue, _ version: JSONValue, _ ids: [String: String]
  ) throws(Story.Trouble) -> Record {
    let name = json["id"]?.string ?? ""
    guard let id = ids[name], let kind = json["kind"]?.string.flatMap({ Kind(rawValue: $0) }),
      let object = version["fields"]?.object, let provenance = Self.provenance(version)
    else { throw .record(name) }
    let fields: [String: Value]
    do {
      fields = try FieldsJSON.read(Self.named(object, ids), of: kind)
    } catch {
      throw .record(name)
    }
    return Record(
      id: RecordID(id), kind: kind, fields: fields,
      isPrivate: version["private"]?.bool ?? false, provenance: provenance,
      attachments: (version["attachments"]?.array ?? []).compactMap(\.string))
  }

  private static func provenance(_ json: JSONValue) -> Provenance? {
    guard let provenance = json["provenance"], let entered = provenance["entered"]?.string,
      let origin = provenance["origin"]?.string.flatMap({ Provenance.Origin(rawValue: $0) })
    else { return nil }
    return Provenance(origin: origin, who: provenance["who"]?.string, entered: entered)
  }

  /// Links point to records by their words in the story.
  private static func named(_ object: JSONObject, _ ids: [String: String]) -> JSONObject {
    JSONObject(object.map { ($0.key, named($0.value, ids)) })
  }

  private static func named(_ json: JSONValue, _ ids: [String: String]) -> JSONValue {
    switch json {
    case .array(let values): .array(values.map { named($0, ids) })
    case .object(let object):
      if object.count == 1, let id = object["record"]?.string.flatMap({ ids[$0] }) {
        ["record": .string(id)]
      } else {
        json
      }
    default: json
    }
  }
}
