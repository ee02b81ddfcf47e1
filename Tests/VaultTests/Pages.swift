internal import CSQLite
internal import GRDB

@testable internal import Vault

extension Vault {
  /// Every page of the database as SQLite has it, unsealed.
  func pages() throws -> [UInt8] {
    try queue.read { db in
      var size: sqlite3_int64 = 0
      guard let start = unsafe sqlite3_serialize(db.sqliteConnection, "main", &size, 0) else {
        return []
      }
      defer { unsafe sqlite3_free(start) }
      return unsafe Array(UnsafeBufferPointer(start: start, count: Int(size)))
    }
  }
}
