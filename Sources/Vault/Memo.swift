internal import GRDB
package import JSON

/// Small things the program remembers for one vault: a draft, a column map, the last backup. They
/// are locked with everything else, and are no part of the history.
extension Vault {
  /// What is remembered under a name, with when it was; nil when nothing is.
  package func memo(_ name: String) throws(VaultError) -> (value: JSONValue, at: String)? {
    try read { db in
      let sql = "SELECT value, at FROM memo WHERE name = ?"
      guard let row = try Row.fetchOne(db, sql: sql, arguments: [name]) else { return nil }
      return (try JSONValue.parse(row[0] as String), row[1])
    }
  }

  /// The names that begin with these letters.
  package func memoNames(startingWith start: String = "") throws(VaultError) -> [String] {
    try read { db in
      let sql = "SELECT name FROM memo WHERE substr(name, 1, length(?)) = ? ORDER BY name"
      return try String.fetchAll(db, sql: sql, arguments: [start, start])
    }
  }

  /// Remembers a value, or forgets the name when the value is nil.
  package func setMemo(
    _ name: String, to value: JSONValue?, at now: String
  ) throws(VaultError) {
    try write { db in
      guard let value else {
        try db.execute(sql: "DELETE FROM memo WHERE name = ?", arguments: [name])
        return
      }
      try db.execute(
        sql: "INSERT OR REPLACE INTO memo (name, at, value) VALUES (?, ?, ?)",
        arguments: [name, now, value.compactText])
    }
  }
}
