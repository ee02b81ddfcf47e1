internal import GRDB
internal import Records

/// Reads the history of every record of one copy, one record after the other, by identifier.
struct PastReader {
  private let rows: RowCursor
  private let attached: Attached
  private let merges: PastMerges
  private var waiting: (id: RecordID, kind: Kind, entry: RecordPast.Entry)?

  init(_ db: Database, _ merges: PastMerges) throws {
    rows = try Row.fetchCursor(db, sql: Self.select + " ORDER BY record.id, version.step")
    attached = try Attached(db)
    self.merges = merges
    waiting = try read()
  }

  // The order of the tables says that SQLite walks along the identifiers and sorts nothing.
  private static let select =
    "SELECT \(Version.columns), version.change, change.at, change.command, change.who,"
    + " record.id, record.kind FROM record CROSS JOIN version ON version.record = record.number"
    + " CROSS JOIN change ON change.number = version.change\(Version.join)"

  /// The next record, or nil after the last one.
  mutating func next() throws -> RecordPast? {
    guard let first = waiting else { return nil }
    var past = RecordPast(id: first.id, kind: first.kind, entries: [first.entry])
    waiting = try read()
    while let one = waiting, one.id == past.id {
      past.entries.append(one.entry)
      waiting = try read()
    }
    return past
  }

  private func read() throws -> (id: RecordID, kind: Kind, entry: RecordPast.Entry)? {
    guard let row = try rows.next() else { return nil }
    return try Self.entry(row, attachments: attached[row[0]], merges)
  }

  private static func entry(
    _ row: Row, attachments: [String], _ merges: PastMerges
  ) throws -> (id: RecordID, kind: Kind, entry: RecordPast.Entry) {
    guard let kind = Kind.named(row[18]) else { throw VaultError.damaged }
    let change: Int64 = row[13]
    let past = PastVersion(
      version: try Version(row: row, attachments: attachments), at: row[14], command: row[15],
      who: row[16])
    let entry = RecordPast.Entry(
      past: past, change: change,
      isTakenBack: merges.isTakenBack(version: row[0], of: change))
    return (RecordID(row[17]), kind, entry)
  }

  /// One record.
  static func past(of id: RecordID, _ db: Database, _ merges: PastMerges) throws -> RecordPast {
    let rows = try Row.fetchAll(
      db, sql: select + " WHERE record.id = ? ORDER BY version.step", arguments: [id.text])
    var past: RecordPast?
    for row in rows {
      let files = try String.fetchAll(
        db,
        sql: "SELECT sha256 FROM recordAttachment JOIN attachment ON number = attachment"
          + " WHERE version = ? ORDER BY position", arguments: [row[0] as Int64])
      let (id, kind, entry) = try entry(row, attachments: files, merges)
      if past == nil {
        past = RecordPast(id: id, kind: kind, entries: [entry])
      } else {
        past?.entries.append(entry)
      }
    }
    guard let past else { throw VaultError.damaged }
    return past
  }
}
