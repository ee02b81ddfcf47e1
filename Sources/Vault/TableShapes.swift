internal import GRDB

/// What each column of the tables may hold, from the tables of a new vault.
///
/// A damaged vault can give back a row of anything. One that does not have the shape of its table
/// is no row of it.
struct TableShapes {
  private struct Column {
    let name: String
    let type: String
    let isRequired: Bool
  }

  private var tables: [String: [Column]] = [:]

  init(_ tables: [String]) throws {
    let empty = try Connection.inMemory()
    try Migrations.migrator.migrate(empty)
    for table in tables {
      let rows = try empty.read { db in
        try Row.fetchAll(
          db, sql: "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?)",
          arguments: [table])
      }
      self.tables[table] = rows.map { row in
        Column(name: row[0], type: row[1], isRequired: row[2] as Int == 1 || row[3] as Int > 0)
      }
    }
  }

  /// Has the row every column of the table, each with a value of its type?
  func fits(_ row: Row, _ table: String) -> Bool {
    guard let columns = tables[table], columns.count == row.count else { return false }
    return columns.allSatisfy { column in
      guard let value = row[column.name] as DatabaseValue? else { return false }
      return switch value.storage {
      case .null: !column.isRequired
      case .int64: column.type == "INTEGER"
      case .string: column.type == "TEXT"
      case .blob: column.type == "BLOB"
      case .double: false
      }
    }
  }
}
