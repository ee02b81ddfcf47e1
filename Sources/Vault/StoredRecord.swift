internal import GRDB
internal import Records

internal import struct Records.Record

/// Reads records back from the tables.
enum StoredRecord {
  /// Each record as its newest version has it.
  static let select = columns + " FROM record JOIN version ON version.number = record.version"
  /// The same for every version, in two parts: a caller may add columns of its own between them.
  static let fromVersions = " FROM record JOIN version ON version.record = record.number"

  static let columns =
    "SELECT record.id, record.kind, version.fields, version.isPrivate, version.origin,"
    + " version.who, version.entered, version.source, version.sourceName, version.place,"
    + " version.key, version.number, version.isAsRead"

  /// The places of the last two columns, and where a caller's own begin.
  static let versionNumber = 11
  static let isAsRead = 12
  static let extra = 13

  static func fetch(
    _ db: Database, _ sql: String, _ arguments: StatementArguments = []
  ) throws -> [Record] {
    var records: [Record] = []
    try each(db, sql, arguments, also: { _ in }, { record, _ in records.append(record) })
    return records
  }

  /// Calls `body` with each record, and with what `also` took from its row.
  static func each<Extra>(
    _ db: Database, _ sql: String, _ arguments: StatementArguments = [],
    also extra: (Row) throws -> Extra, _ body: (Record, Extra) throws -> Void
  ) throws {
    let names = try SourceNames(db)
    let attached = try Attached(db)
    var queue = FieldsQueue<(Record, Extra)>()
    func hand(_ item: (Record, Extra), _ fields: [String: Value]) throws {
      var record = item.0
      record.fields = fields
      try body(record, item.1)
    }
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    while let row = try rows.next() {
      let record = try record(row, names: names, attached: attached)
      try queue.add((record, try extra(row)), row[2], of: record.kind, hand)
    }
    try queue.finish(hand)
  }

  /// The record without its fields.
  static func record(_ row: Row, names: SourceNames, attached: Attached) throws -> Record {
    guard let kind = Kind.named(row[1]), let origin = Provenance.Origin(rawValue: row[4]) else {
      throw VaultError.damaged
    }
    var provenance = Provenance(origin: origin, who: row[5], entered: row[6])
    if let number: Int64 = row[7] {
      guard let source = names[number] else { throw VaultError.damaged }
      provenance.source = source.sha256
      provenance.sourceName = source.name
    }
    provenance.sourceName = row[8] ?? provenance.sourceName
    provenance.place = row[9]
    provenance.key = row[10]
    return Record(
      id: RecordID(row[0]), kind: kind, fields: [:], isPrivate: row[3], provenance: provenance,
      attachments: attached[row[versionNumber]])
  }
}

/// The sources' marks and names, read once: thousands of records share a few of them.
struct SourceNames {
  private var names: [Int64: (sha256: String, name: String)] = [:]

  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT number, sha256, name FROM source")
    while let row = try rows.next() { names[row[0]] = (row[1], row[2]) }
  }

  subscript(number: Int64) -> (sha256: String, name: String)? { names[number] }
}

/// Which files each version has with it, read once: most versions have none.
struct Attached {
  private var byVersion: [Int64: [String]] = [:]

  init(_ db: Database) throws {
    let sql =
      "SELECT version, sha256 FROM recordAttachment JOIN attachment"
      + " ON attachment.number = recordAttachment.attachment ORDER BY version, position"
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() { byVersion[row[0], default: []].append(row[1]) }
  }

  subscript(version: Int64) -> [String] { byVersion[version] ?? [] }
}

extension Kind {
  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The kind of that name. A look-up, where `init(rawValue:)` compares with one after the other.
  static func named(_ name: String) -> Kind? { byName[name] }
}
