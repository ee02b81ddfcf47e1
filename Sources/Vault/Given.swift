internal import GRDB
internal import JSON

/// What was given to whom.
///
/// This is a log of what happened outside the vault: `undo` does not touch it.
package struct Given: Hashable, Sendable {
  /// Its number in the vault; nil before it was added.
  package internal(set) var number: Int?
  /// When: an ISO 8601 instant in UTC.
  package var at: String
  package var recipient: String
  /// Such as `pdf`, or `paper`.
  package var format: String
  /// Which parts it had in it.
  package var parts: [String]
  /// Of the file that was written, in hexadecimal.
  package var sha256: String?
  package var note: String?

  package init(
    at: String, recipient: String, format: String, parts: [String], sha256: String? = nil,
    note: String? = nil
  ) {
    self.at = at
    self.recipient = recipient
    self.format = format
    self.parts = parts
    self.sha256 = sha256
    self.note = note
  }
}

extension Vault {
  package func addGiven(_ given: Given) throws(VaultError) {
    try write { db in
      let parts = JSONValue.array(given.parts.map { .string($0) }).compactText
      try db.execute(
        sql: "INSERT INTO given (at, recipient, format, parts, sha256, note)"
          + " VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          given.at, given.recipient.withoutNul, given.format, parts, given.sha256,
          given.note?.withoutNul,
        ])
    }
  }

  /// What was given to whom, newest first.
  package func given() throws(VaultError) -> [Given] {
    try read { db in
      let sql =
        "SELECT number, at, recipient, format, parts, sha256, note FROM given"
        + " ORDER BY at DESC, number DESC"
      return try Row.fetchAll(db, sql: sql).map { row in
        let parts = try JSONValue.parse(row[4] as String).array ?? []
        var given = Given(
          at: row[1], recipient: row[2], format: row[3], parts: parts.compactMap(\.string),
          sha256: row[5], note: row[6])
        given.number = row[0]
        return given
      }
    }
  }

  /// Takes a line out of the log, for one that was written by mistake.
  package func removeGiven(_ number: Int) throws(VaultError) {
    try write { db in
      try db.execute(sql: "DELETE FROM given WHERE number = ?", arguments: [number])
    }
  }
}
