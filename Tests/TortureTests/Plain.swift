import COpenSSL
import CSQLite
import Glibc
internal import Sealing

/// An error of SQLite's, with the words it has for it.
struct PlainError: Error, CustomStringConvertible {
  let code: Int32
  let description: String
}

/// SQLite on a sealed file without anything in between: tens of thousands are opened.
@safe final class Plain {
  let connection: OpaquePointer

  /// With `settings`, the connection can also write.
  init(_ file: SealedFile, settings: Bool) throws {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI
    let result = unsafe sqlite3_open_v2(file.databaseURI, &opened, flags, nil)
    guard result == SQLITE_OK, let connection = unsafe opened else {
      unsafe sqlite3_close_v2(opened)
      throw PlainError(code: result, description: "cannot open: \(result)")
    }
    unsafe self.connection = connection
    if settings { try unsafe file.databaseSettings.apply(to: connection) }
  }

  func run(_ sql: String) throws {
    let result = unsafe sqlite3_exec(connection, sql, nil, nil, nil)
    guard result == SQLITE_OK else { throw failure(result) }
  }

  /// The first column of the first row.
  func text(_ sql: String) throws -> String? {
    var result: String?
    try unsafe Self.rows(connection, sql) { statement in
      guard result == nil, let text = unsafe sqlite3_column_text(statement, 0) else { return }
      result = unsafe String(cString: text)
    }
    return result
  }

  private func failure(_ result: Int32) -> PlainError {
    let words = unsafe sqlite3_errmsg(connection)
    return unsafe PlainError(
      code: sqlite3_extended_errcode(connection),
      description: words.map { unsafe String(cString: $0) } ?? "\(result)")
  }

  @unsafe
  static func rows(
    _ connection: OpaquePointer, _ sql: String, _ body: (OpaquePointer) -> Void
  ) throws {
    var prepared: OpaquePointer?
    defer { unsafe sqlite3_finalize(prepared) }
    var result = unsafe sqlite3_prepare_v2(connection, sql, -1, &prepared, nil)
    guard result == SQLITE_OK, let statement = unsafe prepared else {
      throw unsafe PlainError(
        code: sqlite3_extended_errcode(connection),
        description: String(cString: sqlite3_errmsg(connection)))
    }
    repeat {
      result = unsafe sqlite3_step(statement)
      if result == SQLITE_ROW { unsafe body(statement) }
    } while result == SQLITE_ROW
    guard result == SQLITE_DONE else {
      throw unsafe PlainError(
        code: sqlite3_extended_errcode(connection),
        description: String(cString: sqlite3_errmsg(connection)))
    }
  }

  deinit { unsafe sqlite3_close_v2(connection) }
}

/// Every row of every table, and the tables themselves, as one SHA-256.
///
/// The table `probe`, into which tests write, is left out.
@safe final class Reckoner {
  /// What to ask for, by schema: looking the columns up takes longer than reading the rows.
  private var questions: [String: [String]] = [:]
  private var bytes = Content()

  @unsafe
  func digest(_ connection: OpaquePointer) throws -> String {
    bytes = Content()
    var schema = ""
    let tables = "SELECT name, sql FROM sqlite_schema WHERE name <> 'probe' ORDER BY name"
    try unsafe Plain.rows(connection, tables) { statement in
      for column in [0, 1] as [Int32] {
        if let text = unsafe sqlite3_column_text(statement, column) {
          schema += unsafe String(cString: text) + "\n"
        }
      }
    }
    if questions[schema] == nil { questions[schema] = try unsafe ask(connection) }
    let wanted = questions[schema] ?? []
    bytes.write(Array(schema.utf8), at: 0)
    for question in wanted {
      try unsafe Plain.rows(connection, question) { unsafe take($0) }
    }
    let all = bytes.bytes
    var digest = [UInt8](repeating: 0, count: 32)
    _ = unsafe SHA256(all, all.count, &digest)
    return String(digest.reduce(into: "") { $0 += String($1, radix: 16) + "." })
  }

  @unsafe
  private func ask(_ connection: OpaquePointer) throws -> [String] {
    let sql = """
      SELECT 'SELECT ' || (SELECT group_concat('"' || name || '"') FROM pragma_table_info(t.name))
        || ' FROM "' || name || '" NOT INDEXED'
      FROM sqlite_schema AS t
      WHERE type = 'table' AND rootpage > 0 AND name <> 'probe' ORDER BY name
      """
    var found: [String] = []
    try unsafe Plain.rows(connection, sql) { statement in
      if let text = unsafe sqlite3_column_text(statement, 0) {
        found.append(unsafe String(cString: text))
      }
    }
    return found
  }

  /// Adds each column of a row: its type, its length, its bytes.
  @unsafe
  private func take(_ statement: OpaquePointer) {
    let columns = unsafe sqlite3_column_count(statement)
    for column in 0..<columns {
      let type = unsafe sqlite3_column_type(statement, column)
      let value = unsafe sqlite3_column_blob(statement, column)
      let count = unsafe Int(sqlite3_column_bytes(statement, column))
      var head = Int64(type) << 40 | Int64(count)
      unsafe bytes.write(&head, count: 8, at: bytes.size)
      if let value = unsafe value { unsafe bytes.write(value, count: count, at: bytes.size) }
    }
  }
}
