internal import FoundationEssentials
internal import GRDB
internal import JSON
internal import Records

extension Vault {
  /// Writes everything there is as one JSON document: `Schema/export.schema.json` describes it.
  ///
  /// The bytes come piece by piece; a large attachment is never in memory as a whole. Throws what
  /// `write` throws as it is.
  package func exportEverything(
    at now: String, to write: @escaping ([UInt8]) throws -> Void
  ) throws {
    var failure: (any Error)?
    let guarded = { (bytes: [UInt8]) throws in
      do { try write(bytes) } catch {
        failure = error
        throw error
      }
    }
    do {
      try read { db in
        let exporting = Exporting(db: db, write: guarded)
        try exporting.everything(at: now)
      }
    } catch {
      throw failure ?? error
    }
  }
}

private struct Exporting {
  let db: Database
  let write: ([UInt8]) throws -> Void

  func everything(at now: String) throws {
    let owner = try String.fetchOne(
      db, sql: "SELECT id FROM record WHERE number = (SELECT owner FROM vault)")
    try put("{\n\"format\":\"netvault/1\",\n\"made\":\(JSONValue.string(now).compactText),\n")
    try put("\"owner\":\(JSONValue.string(owner ?? "").compactText)")
    try list("records") { try records(into: $0) }
    try list("sources") { try sources(into: $0) }
    try list("attachments") { try attachments(into: $0) }
    try list("given") { try given(into: $0) }
    try list("changes") { try changes(into: $0) }
    try put("\n}\n")
  }

  private func put(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes a member that is an array, with one element a line.
  private func list(_ name: String, _ body: (Lines) throws -> Void) throws {
    try put(",\n\"\(name)\":[")
    try body(Lines(write: write))
    try put("]")
  }
}

/// Puts a comma before every element but the first.
private final class Lines {
  private let write: ([UInt8]) throws -> Void
  private var isFirst = true

  init(write: @escaping ([UInt8]) throws -> Void) { self.write = write }

  func start() throws {
    try write(Array((isFirst ? "\n" : ",\n").utf8))
    isFirst = false
  }

  func add(_ object: JSONObject) throws {
    try start()
    try write(JSONValue.object(object).write())
  }
}

extension Exporting {
  /// Each record as it is, with every version it ever had.
  private func records(into lines: Lines) throws {
    let attached = try Attached(db)
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT \(Version.columns), version.change, record.id, record.kind, record.version"
        + " FROM record JOIN version ON version.record = record.number\(Version.join)"
        + " ORDER BY record.number, version.step")
    var versions: [JSONValue] = []
    while let row = try rows.next() {
      let version = try Version(row: row, attachments: attached[row[0]])
      let body = try Self.body(of: version)
      var one: JSONObject = [
        "change": .number(String(row[13] as Int64)), "asRead": .bool(version.isAsRead),
      ]
      for member in body.members { one.append(member.key, member.value) }
      versions.append(.object(one))
      guard row[0] as Int64 == row[16] else { continue }
      var record: JSONObject = ["id": .string(row[14]), "kind": .string(row[15])]
      for member in body.members { record.append(member.key, member.value) }
      record.append("versions", .array(versions))
      try lines.add(record)
      versions.removeAll()
    }
  }

  private static func body(of version: Version) throws -> JSONObject {
    var body: JSONObject = ["fields": try JSONValue.parse(version.fields)]
    if version.isPrivate { body.append("private", .bool(true)) }
    if version.isRemoved { body.append("removed", .bool(true)) }
    body.append("provenance", .object(provenance(version.provenance)))
    if !version.attachments.isEmpty {
      body.append("attachments", .array(version.attachments.map { .string($0) }))
    }
    return body
  }

  private static func provenance(_ provenance: Provenance) -> JSONObject {
    texts([
      ("origin", provenance.origin.rawValue), ("who", provenance.who),
      ("entered", provenance.entered), ("source", provenance.source),
      ("sourceName", provenance.sourceName), ("place", provenance.place), ("key", provenance.key),
    ])
  }

  /// The members that there are.
  private static func texts(_ pairs: [(String, String?)]) -> JSONObject {
    JSONObject(pairs.compactMap { name, text in text.map { (name, .string($0)) } })
  }

  private func sources(into lines: Lines) throws {
    let counts = try Row.fetchAll(db, sql: "SELECT source, what, count FROM unmapped")
    let bySource = Dictionary(grouping: counts) { row -> Int64 in row[0] }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT number, sha256, name, kind, readAt, size, isListed FROM source")
    while let row = try rows.next() {
      var source = Self.texts([
        ("sha256", row[1]), ("name", row[2]), ("kind", row[3]), ("readAt", row[4]),
      ])
      source.append("size", .number(String(row[5] as Int64)))
      source.append("listed", .bool(row[6]))
      let unmapped = (bySource[row[0]] ?? []).map { row -> (String, JSONValue) in
        (row[1], .number(String(row[2] as Int64)))
      }
      if !unmapped.isEmpty { source.append("unmapped", .object(JSONObject(unmapped))) }
      try lines.add(source)
    }
  }

  private func attachments(into lines: Lines) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT \(Attachment.columns) FROM attachment")
    for row in rows {
      let file = Attachment(row: row)
      var object = Self.texts([
        ("sha256", file.sha256), ("name", file.name), ("mediaType", file.mediaType),
      ])
      object.append("length", .number(String(file.length)))
      try lines.start()
      // The closing brace waits until the bytes are written.
      try write(JSONValue.object(object).write().dropLast() + Array(",\"bytes\":\"".utf8))
      try bytes(of: file)
      try put("\"}")
    }
  }

  /// In base64, three bytes at a time, so that pieces can stand one after the other.
  private func bytes(of file: Attachment) throws {
    var rest: [UInt8] = []
    var failure: (any Error)?
    try file.each(db) { bytes in
      rest += bytes
      let whole = rest.count - rest.count % 3
      do { try put(Data(rest[..<whole]).base64EncodedString()) } catch {
        failure = error
        return false
      }
      rest.removeFirst(whole)
      return true
    }
    if let failure { throw failure }
    try put(Data(rest).base64EncodedString())
  }

  private func given(into lines: Lines) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT at, recipient, format, sha256, note, parts FROM given ORDER BY number")
    while let row = try rows.next() {
      var object = Self.texts([
        ("at", row[0]), ("recipient", row[1]), ("format", row[2]), ("sha256", row[3]),
        ("note", row[4]),
      ])
      object.append("parts", try JSONValue.parse(row[5] as String))
      try lines.add(object)
    }
  }

  private func changes(into lines: Lines) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT number, undoes, at, command, who FROM change ORDER BY number")
    while let row = try rows.next() {
      var object: JSONObject = ["number": .number(String(row[0] as Int64))]
      if let undoes: Int64 = row[1] { object.append("undoes", .number(String(undoes))) }
      let texts = Self.texts([("at", row[2]), ("command", row[3]), ("who", row[4])])
      for member in texts.members { object.append(member.key, member.value) }
      try lines.add(object)
    }
  }
}
