internal import GRDB
internal import Records

/// Reads what can be read from the tables of a damaged vault, row by row: one that cannot be read
/// hides no other. What was found before is never replaced.
///
/// Versions are never changed once they are written, so rows of different times fit together.
struct Salvaging {
  struct Head {
    let id: String
    let kind: Kind
    let date: String?
  }

  /// One version as its row has it, by the numbers of the damaged vault.
  struct Piece {
    let row: Row
    /// The numbers of the attachments, in their order.
    let files: [Int64]

    var number: Int64 { row["number"] }
    var step: Int { row["step"] }
    var change: Int64 { row["change"] }
    var source: Int64? { row["source"] }
    var isRemoved: Bool { row["isRemoved"] }
  }

  private let shapes: TableShapes

  init() throws {
    shapes = try TableShapes([
      "change", "source", "attachment", "given", "listing", "unmapped", "memo", "record", "version",
      "vault",
    ])
  }

  private(set) var heads: [Int64: Head] = [:]
  private(set) var pieces: [Int64: [Int: Piece]] = [:]
  /// The newest step that each record was seen to have, readable or not.
  private(set) var newestStep: [Int64: Int] = [:]
  private(set) var changes: [Int64: Row] = [:]
  private(set) var sources: [Int64: Row] = [:]
  private(set) var attachments: [Int64: Row] = [:]
  private(set) var given: [Int64: Row] = [:]
  private(set) var listings: [String: Row] = [:]
  private(set) var unmapped: [String: Row] = [:]
  private(set) var memos: [String: Row] = [:]
  private(set) var owner: Int64?
  private(set) var created: String?

  /// Adds what one state of the vault holds.
  mutating func read(_ db: Database, pages: Int) {
    if let row = try? Row.fetchOne(db, sql: "SELECT * FROM vault"), shapes.fits(row, "vault") {
      created = created ?? row["created"]
      owner = owner ?? row["owner"]
    }
    rows(of: "change", db, pages) { changes[$0] = changes[$0] ?? $1 }
    rows(of: "source", db, pages) { sources[$0] = sources[$0] ?? $1 }
    rows(of: "attachment", db, pages) { attachments[$0] = attachments[$0] ?? $1 }
    rows(of: "given", db, pages) { given[$0] = given[$0] ?? $1 }
    read(keyed: "listing", by: "change", Array(changes.keys), db) { row in
      listings["\(row["change"] as Int64) \(row["source"] as Int64)"] = row
    }
    read(keyed: "unmapped", by: "source", Array(sources.keys), db) { row in
      unmapped["\(row["source"] as Int64) \(row["what"] as String)"] = row
    }
    for row in (try? Row.fetchAll(db, sql: "SELECT * FROM memo")) ?? []
    where shapes.fits(row, "memo") {
      memos[row["name"]] = memos[row["name"]] ?? row
    }
    records(db, pages)
    versions(db, pages)
  }

  private mutating func records(_ db: Database, _ pages: Int) {
    rows(of: "record", db, pages) { number, row in
      guard heads[number] == nil, let kind = Kind.named(row["kind"]),
        (row["id"] as String).wholeMatch(of: /[0-9a-f]{32}/) != nil
      else { return }
      heads[number] = Head(id: row["id"], kind: kind, date: row["date"])
    }
    // The index of versions may say how many a record had, where the versions cannot be read.
    for number in heads.keys {
      let sql = "SELECT max(step) FROM version WHERE record = ?"
      let step = (try? Int.fetchOne(db, sql: sql, arguments: [number])) ?? nil
      newestStep[number] = max(newestStep[number] ?? 0, step ?? 0)
    }
  }

  private mutating func versions(_ db: Database, _ pages: Int) {
    var found: [(record: Int64, piece: Piece)] = []
    rows(of: "version", db, pages) { number, row in
      let record: Int64 = row["record"]
      guard pieces[record]?[row["step"] as Int] == nil else { return }
      let sql = "SELECT attachment FROM recordAttachment WHERE version = ? ORDER BY position"
      let files = (try? Int64.fetchAll(db, sql: sql, arguments: [number])) ?? []
      found.append((record, Piece(row: row, files: files)))
    }
    for (record, piece) in found where isSound(piece, of: record) {
      pieces[record, default: [:]][piece.step] = piece
      newestStep[record] = max(newestStep[record] ?? 0, piece.step)
    }
  }

  /// Does the version say something that a record of its kind can say?
  private func isSound(_ piece: Piece, of record: Int64) -> Bool {
    guard piece.step > 0, Provenance.Origin(rawValue: piece.row["origin"]) != nil else {
      return false
    }
    guard let kind = heads[record]?.kind else { return true }
    return (try? FieldsBatch.read(piece.row["fields"], of: kind)) != nil
  }

  /// Goes through a table number by number.
  private func rows(
    of table: String, _ db: Database, _ pages: Int, _ body: (Int64, Row) -> Void
  ) {
    guard
      let statement = try? db.makeStatement(sql: "SELECT * FROM \(table) WHERE number = ?")
    else { return }
    // Where the table is whole, one reading in order finds the same and is faster.
    if let all = try? Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY number") {
      for row in all where shapes.fits(row, table) { body(row["number"], row) }
      return
    }
    for number in 1...last(of: table, db, pages) {
      if let row = try? Row.fetchOne(statement, arguments: [number]), shapes.fits(row, table),
        row["number"] == number
      {
        body(number, row)
      }
    }
  }

  /// A number that no row of the table is above.
  private func last(of table: String, _ db: Database, _ pages: Int) -> Int64 {
    if let last = try? Int64.fetchOne(db, sql: "SELECT max(number) FROM \(table)") { return last }
    // No page holds more rows than this, and no vault gave away many more numbers than it has rows.
    return Int64(max(pages, 16)) * 200
  }

  private func read(
    keyed table: String, by column: String, _ keys: [Int64], _ db: Database, _ body: (Row) -> Void
  ) {
    let sql = "SELECT * FROM \(table) WHERE \(column) = ?"
    guard let statement = try? db.makeStatement(sql: sql) else { return }
    for key in keys {
      for row in (try? Row.fetchAll(statement, arguments: [key])) ?? []
      where shapes.fits(row, table) {
        body(row)
      }
    }
  }
}
