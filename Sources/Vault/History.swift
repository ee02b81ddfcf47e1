internal import GRDB
package import Records

package import struct Records.Record

/// One command that changed something.
package struct PastChange: Hashable, Sendable {
  package let number: Int
  /// When: an ISO 8601 instant in UTC.
  package let at: String
  package let command: String
  package let who: String?
  /// The change that this one took back.
  package let undoes: Int?
  /// True when a later change took this one back.
  package internal(set) var isUndone: Bool
  /// The merge that brought this change from another copy.
  package internal(set) var merge: Int?
  package internal(set) var added = 0
  package internal(set) var updated = 0
  package internal(set) var removed = 0
  package internal(set) var restored = 0
  /// The files that were listed or unlisted, by name.
  package internal(set) var sources: [String] = []
}

/// What one change did to one record.
package struct HistoryEntry: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    case added
    case updated
    case removed
    case restored
  }

  package let change: Int
  package let at: String
  package let command: String
  package let who: String?
  package let what: What
  /// The place of the version in the record's own count: 1 for the first.
  package let version: Int
  /// The record as that version has it.
  package let record: Record
}

extension Vault {
  /// Every change, newest first.
  package func changes() throws(VaultError) -> [PastChange] {
    try read { db in try PastChange.fetch(db) }
  }

  /// What happened to a record, newest first, or to all records when `id` is nil.
  package func history(of id: RecordID? = nil) throws(VaultError) -> [HistoryEntry] {
    try read { db in
      let sql =
        StoredRecord.columns + ", version.step, version.isRemoved, change.number, change.at,"
        + " change.command, change.who, \(HistoryEntry.wasRemoved)"
        + StoredRecord.fromVersions + " JOIN change ON change.number = version.change"
        + " WHERE ? IS NULL OR record.id = ? ORDER BY version.number DESC"
      var entries: [HistoryEntry] = []
      try StoredRecord.each(db, sql, [id?.text, id?.text], also: { $0.copy() }) { record, row in
        let extra = StoredRecord.extra
        entries.append(
          HistoryEntry(
            change: row[extra + 2], at: row[extra + 3], command: row[extra + 4],
            who: row[extra + 5],
            what: HistoryEntry.What(wasRemoved: row[extra + 6], isRemoved: row[extra + 1]),
            version: row[extra], record: record))
      }
      return entries
    }
  }
}

extension HistoryEntry {
  /// Whether the version before was in the bin; NULL where there was none.
  static let wasRemoved =
    "(SELECT before.isRemoved FROM version AS before WHERE before.record = version.record"
    + " AND before.step = version.step - 1)"
}

extension HistoryEntry.What {
  init(wasRemoved: Bool?, isRemoved: Bool) {
    self =
      switch (wasRemoved, isRemoved) {
      case (nil, _): .added
      case (false?, true), (true?, true): .removed
      case (true?, false): .restored
      case (false?, false): .updated
      }
  }
}

extension PastChange {
  static func fetch(_ db: Database) throws -> [PastChange] {
    var changes: [PastChange] = []
    var places: [Int: Int] = [:]
    let sql =
      "SELECT number, at, command, who, undoes, EXISTS (SELECT 1 FROM change AS later"
      + " WHERE later.undoes = change.number) FROM change ORDER BY number DESC"
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      places[row[0]] = changes.count
      changes.append(
        PastChange(
          number: row[0], at: row[1], command: row[2], who: row[3], undoes: row[4],
          isUndone: row[5]))
    }
    let versions = try Row.fetchCursor(
      db,
      sql: "SELECT change, \(HistoryEntry.wasRemoved), isRemoved, count(*) FROM version"
        + " GROUP BY 1, 2, 3")
    while let row = try versions.next() {
      guard let place = places[row[0]] else { throw VaultError.damaged }
      let count: Int = row[3]
      switch HistoryEntry.What(wasRemoved: row[1], isRemoved: row[2]) {
      case .added: changes[place].added += count
      case .updated: changes[place].updated += count
      case .removed: changes[place].removed += count
      case .restored: changes[place].restored += count
      }
    }
    let listings = try Row.fetchCursor(
      db,
      sql: "SELECT change, name FROM listing JOIN source ON number = source ORDER BY change, name")
    while let row = try listings.next() {
      guard let place = places[row[0]] else { throw VaultError.damaged }
      changes[place].sources.append(row[1])
    }
    for note in try MergeNote.all(db) {
      // A repair may have lost a change: the others are shown all the same.
      guard let merge = places[Int(note.merge)] else { continue }
      for number in note.changes {
        guard let place = places[Int(number)] else { continue }
        changes[place].merge = Int(note.merge)
        changes[place].isUndone = changes[place].isUndone || changes[merge].isUndone
      }
    }
    return changes
  }
}
