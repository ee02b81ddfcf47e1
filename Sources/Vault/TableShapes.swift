internal import GRDB

/// What each column of the tables may hold, and where the tables begin, from the tables of a new
/// vault.
///
/// A damaged vault can give back a row of anything. One that does not have the shape of its table
/// is no row of it.
struct TableShapes {
  private struct Column {
    let name: String
    let type: String
    let isRequired: Bool
  }

  private struct Shape {
    var columns: [Column]
    /// True when its rows are found by a number that is no part of them.
    let hasRowNumbers: Bool
  }

  /// The index that says how many versions each record has.
  static let versionIndex = "sqlite_autoindex_version_1"
  /// The index that has the SHA-256 of each file.
  static let fileIndex = "sqlite_autoindex_attachment_1"

  private var tables: [String: Shape] = [:]
  /// The page on which each table and index begins. The same in every vault whose tables were made
  /// in the same order: SQLite keeps the first pages of an auto-vacuum database for them
  /// (sqlite.org/fileformat2.html, 1.8).
  private var roots: [Int: String] = [:]
  /// Those of them that a vault of version 1 has other pages on.
  private var laterRoots: Set<Int> = []

  init(_ tables: [String]) throws {
    let empty = try Connection.inMemory()
    try Migrations.migrator.migrate(empty, upTo: "v1")
    let first = try empty.read { db in try Self.roots(db) }
    try Migrations.migrator.migrate(empty)
    for table in tables {
      try empty.read { db in
        let rows = try Row.fetchAll(
          db, sql: "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?)",
          arguments: [table])
        let columns = rows.map { row in
          Column(name: row[0], type: row[1], isRequired: row[2] as Int == 1 || row[3] as Int > 0)
        }
        let sql = "SELECT wr FROM pragma_table_list(?)"
        let isIndexed = try Bool.fetchOne(db, sql: sql, arguments: [table]) ?? false
        self.tables[table] = Shape(columns: columns, hasRowNumbers: !isIndexed)
      }
    }
    let new = try empty.read { db in try Self.roots(db) }
    roots = new
    laterRoots = Set(new.keys).subtracting(first.keys)
  }

  /// Takes the roots from the database itself, where its list of tables can be read.
  mutating func takeRoots(from db: Database) {
    // A vault of version 1 has all but one.
    let needed = tables.keys.filter { $0 != Chunks.table }
    guard let own = try? Self.roots(db), Set(own.values).isSuperset(of: needed) else { return }
    roots = own
    laterRoots = []
  }

  private static func roots(_ db: Database) throws -> [Int: String] {
    let sql = "SELECT rootpage, name FROM sqlite_schema WHERE rootpage > 0"
    let rows = try Row.fetchAll(db, sql: sql).map { ($0[0] as Int, $0[1] as String) }
    return Dictionary(rows) { first, _ in first }.merging([1: "sqlite_schema"]) { first, _ in first
    }
  }
}

extension TableShapes {
  /// Has the row every column of the table, each with a value of its type?
  func fits(_ row: Row, _ table: String) -> Bool {
    guard let columns = tables[table]?.columns, columns.count == row.count else { return false }
    return columns.allSatisfy { column in
      guard let value = row[column.name] as DatabaseValue? else { return false }
      return Self.fits(value, column)
    }
  }

  /// The values of a row by the names of their columns. Nil when they do not fit the table.
  func row(_ values: [DatabaseValue], of table: String) -> Row? {
    guard let columns = tables[table]?.columns, fits(values, columns) else { return nil }
    return Row(
      Dictionary(uniqueKeysWithValues: zip(columns.map(\.name), values.map(Optional.some))))
  }

  private func fits(_ values: [DatabaseValue], _ columns: [Column]) -> Bool {
    values.count == columns.count && zip(values, columns).allSatisfy { Self.fits($0, $1) }
  }

  private static func fits(_ value: DatabaseValue, _ column: Column) -> Bool {
    switch value.storage {
    case .null: !column.isRequired
    case .int64: column.type == "INTEGER"
    case .string: column.type == "TEXT"
    case .blob: column.type == "BLOB"
    case .double: false
    }
  }
}

extension TableShapes {
  /// The table or index that begins on a page.
  func tree(root page: Int) -> String? { roots[page] }

  /// True where a page may also be another one of an older vault: then it is a root only if the
  /// pointer map says so.
  func isRootUncertain(_ page: Int) -> Bool { laterRoots.contains(page) }

  /// True for a table whose rows have numbers; false for the others, and for an index.
  func isTable(_ tree: String) -> Bool { tables[tree]?.hasRowNumbers ?? false }

  /// Could these be the first two columns of a chunk, whose bytes stand elsewhere?
  func isStartOfChunk(_ values: [DatabaseValue]) -> Bool {
    guard values.count == 2, let columns = tables["chunk"]?.columns else { return false }
    return fits(values, Array(columns.prefix(2)))
  }

  /// The only table whose rows can look like this. Nil where an index has such rows too.
  func onlyTable(of values: [DatabaseValue], isTable: Bool) -> String? {
    if isStartOfChunk(values) { return isTable ? "piece" : "chunk" }
    let fitting = tables.filter { name, shape in
      shape.hasRowNumbers == isTable && fits(values, shape.columns)
        && (isTable || ["chunk", "listing", "memo"].contains(name))
    }
    return fitting.count == 1 ? fitting.first?.key : nil
  }
}
