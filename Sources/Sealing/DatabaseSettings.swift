internal import CSQLite

/// The SQLite settings that a vault needs, set and read back on one connection.
///
/// To be applied before anything else is done with the connection: GRDB's `prepareDatabase`. What
/// is not listed here stays as the system's libsqlite3 has it. The VFS refuses every PRAGMA that
/// would undo one of the first six.
package struct DatabaseSettings: Equatable, Sendable {
  let pageSize: UInt32

  /// Applies and checks all of them. Fails with the name of the one that was not taken.
  @unsafe
  package func apply(to connection: OpaquePointer?) throws(SealError) {
    guard let connection = unsafe connection else { throw .closed }
    guard unsafe nv_db_defensive(connection) == SQLITE_OK else { throw .setting("defensive") }
    guard unsafe nv_db_no_double_quoted_strings(connection) == SQLITE_OK else {
      throw .setting("double-quoted strings")
    }
    guard unsafe nv_db_no_load_extension(connection) == SQLITE_OK else {
      throw .setting("load_extension")
    }
    guard unsafe nv_db_untrusted_schema(connection) == SQLITE_OK else {
      throw .setting("trusted_schema")
    }
    for setting in settings {
      try unsafe run("PRAGMA \(setting.name) = \(setting.value)", connection, setting.name)
      guard unsafe value("PRAGMA \(setting.name)", connection) == setting.answer else {
        throw .setting(setting.name)
      }
    }
  }

  /// In this order: the page size and auto_vacuum count only before the first page is written.
  private var settings: [(name: String, value: String, answer: String)] {
    [
      ("page_size", "\(pageSize)", "\(pageSize)"),
      ("locking_mode", "EXCLUSIVE", "exclusive"),
      ("journal_mode", "MEMORY", "memory"),
      ("synchronous", "FULL", "2"),
      ("temp_store", "MEMORY", "2"),
      ("auto_vacuum", "INCREMENTAL", "2"),
      // 16 MiB: a page costs more to open than to read, so it is worth keeping.
      ("cache_size", "-16384", "-16384"),
      ("foreign_keys", "ON", "1"),
      ("trusted_schema", "OFF", "0"),
    ]
  }

  private func run(
    _ sql: String, _ connection: OpaquePointer, _ name: String
  ) throws(SealError) {
    guard unsafe sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
      throw .setting(name)
    }
  }

  /// The first column of the first row, as text.
  private func value(_ sql: String, _ connection: OpaquePointer) -> String? {
    var statement: OpaquePointer?
    defer { unsafe sqlite3_finalize(statement) }
    guard unsafe sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK,
      unsafe sqlite3_step(statement) == SQLITE_ROW,
      let text = unsafe sqlite3_column_text(statement, 0)
    else { return nil }
    return unsafe String(cString: text)
  }
}

extension SealedFile {
  /// What to apply to the connection that opens `databaseURI`.
  package var databaseSettings: DatabaseSettings {
    DatabaseSettings(pageSize: header.pageSize)
  }
}
