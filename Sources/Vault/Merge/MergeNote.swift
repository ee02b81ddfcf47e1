internal import GRDB
internal import JSON

/// What a vault remembers of one merge, so that it can be taken back as the one change it was.
///
/// The versions and changes that came from the other copy keep the times and names that they had
/// there; this says which ones they are. It is a memo: a fact about this copy's row numbers.
struct MergeNote: Equatable {
  /// The change that was the merge itself.
  let merge: Int64
  /// The first change that came with it. They are numbered up to the merge.
  let firstChange: Int64
  /// The versions that it wrote, old ones and new.
  let versions: Range<Int64>
  /// The first source that came with it.
  let firstSource: Int64

  /// What the history calls it.
  static let command = "merge"
  private static let prefix = "merge "
  static func name(_ merge: Int64) -> String { prefix + String(merge) }

  /// The other copy's changes, without the merge.
  var changes: Range<Int64> { firstChange..<merge }

  func has(version: Int64, of change: Int64) -> Bool {
    // Numbers of versions are used again after the bin was emptied, by later changes.
    versions.contains(version) && change <= merge
  }
}

extension MergeNote {
  func save(_ db: Database, at now: String) throws {
    func number(_ value: Int64) -> JSONValue { .number(String(value)) }
    let value: JSONValue = [
      "change": number(firstChange), "version": number(versions.lowerBound),
      "end": number(versions.upperBound), "source": number(firstSource),
    ]
    try db.execute(
      sql: "INSERT OR REPLACE INTO memo (name, at, value) VALUES (?, ?, ?)",
      arguments: [Self.name(merge), now, value.compactText])
  }

  static func find(_ merge: Int64, _ db: Database) throws -> MergeNote? {
    let sql = "SELECT value FROM memo WHERE name = ?"
    let text = try String.fetchOne(db, sql: sql, arguments: [name(merge)])
    return try text.map { try MergeNote(merge, $0) }
  }

  static func all(_ db: Database) throws -> [MergeNote] {
    let sql = "SELECT name, value FROM memo WHERE substr(name, 1, length(?)) = ?"
    return try Row.fetchAll(db, sql: sql, arguments: [prefix, prefix]).map { row in
      let name: String = row[0]
      guard let merge = Int64(name.dropFirst(prefix.count)) else { throw VaultError.damaged }
      return try MergeNote(merge, row[1])
    }
  }

  private init(_ merge: Int64, _ text: String) throws {
    let value = try JSONValue.parse(text)
    func number(_ name: String) -> Int64? { value[name]?.int.map(Int64.init) }
    guard let change = number("change"), let version = number("version"),
      let end = number("end"), let source = number("source"), version <= end, change <= merge
    else { throw VaultError.damaged }
    self.init(
      merge: merge, firstChange: change, versions: version..<end, firstSource: source)
  }
}

/// The merges of one copy, and which of them were taken back.
struct PastMerges {
  let notes: [MergeNote]
  private let takenBack: [MergeNote]
  /// Undos that took a merge back, or brought it back, and count for nothing together with it.
  private let undos: Set<Int64>

  init(_ db: Database) throws {
    notes = try MergeNote.all(db)
    guard !notes.isEmpty else {
      (takenBack, undos) = ([], [])
      return
    }
    let rows = try Row.fetchAll(db, sql: "SELECT undoes, number FROM change WHERE undoes > 0")
    let undoneBy = Dictionary(
      rows.map { ($0[0] as Int64, $0[1] as Int64) }, uniquingKeysWith: { first, _ in first })
    var takenBack: [MergeNote] = []
    var undos: Set<Int64> = []
    for note in notes {
      var chain: [Int64] = []
      while let undo = undoneBy[chain.last ?? note.merge] { chain.append(undo) }
      // An even number of undos cancel each other out.
      guard !chain.count.isMultiple(of: 2) else { continue }
      takenBack.append(note)
      undos.formUnion(chain)
    }
    (self.takenBack, self.undos) = (takenBack, undos)
  }

  func isTakenBack(version: Int64, of change: Int64) -> Bool {
    undos.contains(change) || takenBack.contains { $0.has(version: version, of: change) }
  }

  /// True for a change that came from elsewhere with a merge.
  func isBrought(_ change: Int64) -> Bool {
    notes.contains { $0.changes.contains(change) }
  }

  /// True for a change that is, or came with, a merge that was taken back.
  func isTakenBack(change: Int64) -> Bool {
    undos.contains(change)
      || takenBack.contains { $0.merge == change || $0.changes.contains(change) }
  }
}
