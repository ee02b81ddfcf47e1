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
    // Once there is a page, both are fixed, and setting auto_vacuum again would be a write.
    let isNew = unsafe value("PRAGMA page_count", connection) == "0"
    for setting in settings {
      if isNew || !setting.isFixedAtBirth {
        try unsafe run("PRAGMA \(setting.name) = \(setting.value)", connection, setting.name)
      }
      guard unsafe value("PRAGMA \(setting.name)", connection) == setting.answer else {
        throw .setting(setting.name)
      }
    }
  }

  private struct Setting {
    let name: String
    let value: String
    /// What the PRAGMA says when it is asked.
    let answer: String
    var isFixedAtBirth = false
  }

  /// The page size comes first: it counts only before anything else is looked at.
  private var settings: [Setting] {
    [
      Setting(name: "page_size", value: "\(pageSize)", answer: "\(pageSize)", isFixedAtBirth: true),
      Setting(name: "locking_mode", value: "EXCLUSIVE", answer: "exclusive"),
      Setting(name: "journal_mode", value: "MEMORY", answer: "memory"),
      Setting(name: "synchronous", value: "FULL", answer: "2"),
      Setting(name: "temp_store", value: "MEMORY", answer: "2"),
      Setting(name: "auto_vacuum", value: "INCREMENTAL", answer: "2", isFixedAtBirth: true),
      // 16 MiB: a page costs more to open than to read, so it is worth keeping.
      Setting(name: "cache_size", value: "-16384", answer: "-16384"),
      Setting(name: "foreign_keys", value: "ON", answer: "1"),
      Setting(name: "trusted_schema", value: "OFF", answer: "0"),
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
