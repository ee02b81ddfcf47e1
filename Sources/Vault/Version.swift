internal import GRDB
internal import JSON
internal import Records

internal import struct Records.Record

/// What one version of a record says, as the tables hold it.
struct Version: Hashable {
  /// JSON, in the order of the kind's description, so that equal fields are equal text.
  var fields: String
  var isPrivate: Bool
  var isRemoved = false
  var isAsRead: Bool
  var provenance: Provenance
  var attachments: [String]

  init(_ record: Record, isAsRead: Bool) throws {
    let object = FieldsJSON.object(record.fields, of: record.kind)
    // JSON leaves out what the description does not know, and it would be lost without a word.
    guard object.count == record.fields.count else {
      throw VaultError.refused("a field that a record of that kind does not have")
    }
    fields = JSONValue.object(object).compactText
    self.isPrivate = record.isPrivate
    self.isAsRead = isAsRead
    self.provenance = record.provenance
    self.attachments = record.attachments
  }

  /// The record, given the fields that `fields` says.
  func record(of stored: Stored, fields: [String: Value]) -> Record {
    Record(
      id: stored.id, kind: stored.kind, fields: fields, isPrivate: isPrivate,
      provenance: provenance, attachments: attachments)
  }
}

/// A record in the tables with its newest version.
struct Stored {
  let number: Int64
  let id: RecordID
  let kind: Kind
  /// The newest version's place in the record's own count.
  let step: Int
  let version: Version

  var isRemoved: Bool { version.isRemoved }
}

extension Version {
  /// The columns that `init(row:attachments:)` expects.
  static let columns =
    "version.number, version.step, version.fields, version.isPrivate, version.isRemoved,"
    + " version.isAsRead, version.origin, version.who, version.entered, source.sha256,"
    + " coalesce(version.sourceName, source.name), version.place, version.key"
  static let join = " LEFT JOIN source ON source.number = version.source"

  init(row: Row, attachments: [String]) throws {
    guard let origin = Provenance.Origin(rawValue: row[6]) else { throw VaultError.damaged }
    fields = row[2]
    isPrivate = row[3]
    isRemoved = row[4]
    isAsRead = row[5]
    provenance = Provenance(
      origin: origin, who: row[7], entered: row[8], source: row[9], sourceName: row[10],
      place: row[11], key: row[12])
    self.attachments = attachments
  }

  init(row: Row, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT sha256 FROM recordAttachment JOIN attachment"
        + " ON number = attachment WHERE version = ? ORDER BY position")
    let number: Int64 = row[0]
    try self.init(
      row: row, attachments: try String.fetchAll(statement, arguments: [number]))
  }
}

extension Version {
  /// A version that was saved from a damaged vault.
  init(
    fields: String, isPrivate: Bool, isRemoved: Bool, isAsRead: Bool, provenance: Provenance,
    attachments: [String]
  ) {
    self.fields = fields
    self.isPrivate = isPrivate
    self.isRemoved = isRemoved
    self.isAsRead = isAsRead
    self.provenance = provenance
    self.attachments = attachments
  }
}
