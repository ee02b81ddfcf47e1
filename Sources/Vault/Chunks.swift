internal import GRDB

/// Where the bytes of kept files stand, cut into chunks: one row each.
///
/// The chunks of a file are all in one table. Which one depends on the netvault that kept it.
enum Chunks {
  /// How much of a file stands in one row.
  static let size = 256 * 1024

  /// The table that every new chunk goes to.
  static let table = "piece"

  /// All there ever was: a vault of version 1 kept its files in `chunk`.
  static let allTables = [table, "chunk"]

  static let insert = "INSERT INTO \(table) (attachment, seq, bytes) VALUES (?, ?, ?)"

  /// Those that this vault has. One of version 1 that is only read has no new one.
  static func tables(of db: Database) throws -> [String] {
    try allTables.filter { try db.tableExists($0) }
  }
}
