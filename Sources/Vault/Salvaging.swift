internal import GRDB
internal import Records

/// Collects what can be read of a damaged vault, row by row: one that cannot be read hides no
/// other. What was found before is never replaced.
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

    var number: Int64 { row["number"] }
    var step: Int { row["step"] }
    var change: Int64 { row["change"] }
    var source: Int64? { row["source"] }
    var isRemoved: Bool { row["isRemoved"] }
  }

  private(set) var shapes: TableShapes

  init() throws {
    shapes = try TableShapes([
      "change", "source", "attachment", "given", "listing", "unmapped", "memo", "record", "version",
      "vault", "recordAttachment", "chunk", "piece",
    ])
  }

  private(set) var heads: [Int64: Head] = [:]
  private(set) var pieces: [Int64: [Int: Piece]] = [:]
  /// The newest step that each record was seen to have, readable or not.
  private(set) var newestStep: [Int64: Int] = [:]
  private(set) var changes: [Int64: Row] = [:]
  private(set) var sources: [Int64: Row] = [:]
  private(set) var attachments: [Int64: Row] = [:]
  /// The SHA-256 of each attachment, which stands in an index too.
  private(set) var hashes: [Int64: String] = [:]
  /// The numbers of the attachments of each version, by their position.
  private(set) var links: [Int64: [Int: Int64]] = [:]
  private(set) var given: [Int64: Row] = [:]
  private(set) var listings: [String: Row] = [:]
  private(set) var unmapped: [String: Row] = [:]
  private(set) var memos: [String: Row] = [:]
  private(set) var owner: Int64?
  private(set) var created: String?
  /// Where the chunks of each attachment stand.
  private(set) var chunks: [Int64: [Int: [LoosePages.Place]]] = [:]
  /// Versions whose record may still come.
  private var waiting: [Row] = []
  /// Pages whose every row was collected.
  private var knownPages: [Int: Int] = [:]

  /// The rows of the files. Where one is gone and its index is not, only its name is lost.
  var files: [Int64: Row?] {
    var files: [Int64: Row?] = attachments.mapValues { $0 }
    for number in links.values.flatMap(\.values) where attachments[number] == nil {
      files[number] = .some(nil)
    }
    return files
  }

  /// The numbers of the attachments of a version, in their order.
  func files(of piece: Piece) -> [Int64] {
    (links[piece.number] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
  }
}

extension Salvaging {
  /// Adds what the tables hold, each from its first row to the first one that cannot be read.
  /// True when there was none.
  mutating func read(_ db: Database) -> Bool {
    shapes.takeRoots(from: db)
    var isWhole = true
    for table in [
      "vault", "change", "source", "attachment", "given", "listing", "unmapped", "memo", "record",
      "version", "recordAttachment",
    ] {
      isWhole = read(table, db) && isWhole
    }
    for (columns, index) in [
      ("record, step, number FROM version", TableShapes.versionIndex),
      ("sha256, number FROM attachment", TableShapes.fileIndex),
    ] {
      let isRead = each("SELECT \(columns) INDEXED BY \(index)", db) { row in
        take(Array(row.databaseValues), ofIndex: index)
      }
      isWhole = isWhole && isRead
    }
    takeVersions()
    return isWhole
  }

  private mutating func read(_ table: String, _ db: Database) -> Bool {
    each("SELECT * FROM \(table)", db) { row in
      if shapes.fits(row, table) { take(row.copy(), of: table) }
    }
  }

  private func each(_ sql: String, _ db: Database, _ body: (Row) -> Void) -> Bool {
    do {
      let rows = try Row.fetchCursor(db, sql: sql)
      while let row = try rows.next() { body(row) }
      return true
    } catch {
      return false
    }
  }

  /// Adds what stands in the pages themselves.
  mutating func read(_ pages: inout LoosePages) {
    let shapes = shapes
    var known = knownPages
    pages.each(known: &known) { tree, values, place in
      switch tree {
      case TableShapes.versionIndex, TableShapes.fileIndex: take(values, ofIndex: tree)
      case "chunk", "piece":
        guard values.count >= 2, let number = Int64.fromDatabaseValue(values[0]),
          let seq = Int.fromDatabaseValue(values[1])
        else { return }
        chunks[number, default: [:]][seq, default: []].append(place)
      default:
        if let row = shapes.row(values, of: tree) { take(row, of: tree) }
      }
    }
    knownPages = known
    takeVersions()
  }
}

extension Salvaging {
  private mutating func take(_ row: Row, of table: String) {
    switch table {
    case "vault":
      created = created ?? row["created"]
      owner = owner ?? row["owner"]
    case "change": changes.add(row, row["number"])
    case "source": sources.add(row, row["number"])
    case "attachment": attachments.add(row, row["number"])
    case "given": given.add(row, row["number"])
    case "listing": listings.add(row, "\(row["change"] as Int64) \(row["source"] as Int64)")
    case "unmapped": unmapped.add(row, "\(row["source"] as Int64) \(row["what"] as String)")
    case "memo": memos.add(row, row["name"])
    case "recordAttachment":
      links[row["version"], default: [:]].add(row["attachment"], row["position"])
    case "record":
      guard let kind = Kind.named(row["kind"]),
        (row["id"] as String).wholeMatch(of: /[0-9a-f]{32}/) != nil
      else { return }
      heads.add(Head(id: row["id"], kind: kind, date: row["date"]), row["number"])
    case "version":
      if pieces[row["record"]]?[row["step"]] == nil { waiting.append(row) }
    default: break
    }
  }

  private mutating func take(_ values: [DatabaseValue], ofIndex index: String) {
    if index == TableShapes.versionIndex {
      guard values.count == 3, let record = Int64.fromDatabaseValue(values[0]),
        let step = Int.fromDatabaseValue(values[1])
      else { return }
      count(step, of: record)
    } else {
      guard values.count == 2, let sha256 = String.fromDatabaseValue(values[0]),
        let number = Int64.fromDatabaseValue(values[1])
      else { return }
      hashes.add(sha256, number)
    }
  }

  private mutating func takeVersions() {
    for row in waiting {
      let record: Int64 = row["record"]
      let piece = Piece(row: row)
      guard pieces[record]?[piece.step] == nil, isSound(piece, of: record) else { continue }
      pieces[record, default: [:]][piece.step] = piece
      count(piece.step, of: record)
    }
    waiting = []
  }

  private mutating func count(_ step: Int, of record: Int64) {
    newestStep[record] = max(newestStep[record] ?? 0, step)
  }

  /// Does the version say something that a record of its kind can say?
  private func isSound(_ piece: Piece, of record: Int64) -> Bool {
    guard piece.step > 0, Provenance.Origin(rawValue: piece.row["origin"]) != nil else {
      return false
    }
    guard let kind = heads[record]?.kind else { return true }
    return (try? FieldsBatch.read(piece.row["fields"], of: kind)) != nil
  }
}

extension Dictionary {
  /// What was there before stays.
  fileprivate mutating func add(_ value: Value, _ key: Key) {
    if self[key] == nil { self[key] = value }
  }
}
