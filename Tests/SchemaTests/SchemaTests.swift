internal import GRDB
internal import Records
internal import Schema
internal import Testing
internal import Vault

@Suite struct `The migrations` {
  /// A released file never changes: vaults on people's disks were made with it. A new shape is a
  /// new file, and a new line here.
  @Test func `are as they were released`() {
    #expect(Schema.migrations.map(\.name) == ["v1", "v2"])
    #expect(
      Schema.migrations.map { FileDigest.hex(of: Array($0.sql.utf8)) } == [
        "609dd1599fbece787ba9db236357aa11037e5aac9fb9f93bc528a36dcacf3a88",
        "ea09a5a28d2e177c01ad2b180918e03b3b1d08c7f49e8452940a9904ad4ac620",
      ])
  }

  @Test func `make tables that are all strict, or full text`() throws {
    let queue = try DatabaseQueue()
    try queue.write { db in
      for step in Schema.migrations { try db.execute(sql: step.sql) }
      let loose = try String.fetchAll(
        db,
        sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
          + " AND NOT strict AND name NOT LIKE 'sqlite_%'")
      #expect(loose.isEmpty)
    }
  }

  @Test func `allow exactly the kinds there are`() throws {
    let queue = try DatabaseQueue()
    let sql = try queue.write { db in
      for step in Schema.migrations { try db.execute(sql: step.sql) }
      return try String.fetchOne(db, sql: "SELECT sql FROM sqlite_schema WHERE name = 'record'")
    }
    let text = try #require(sql)
    let list = try #require(text.split(separator: "kind IN (").last?.split(separator: ")").first)
    let kinds = list.split(separator: ",").map { String($0.filter { $0.isLetter || $0 == "-" }) }
    #expect(kinds == Kind.allCases.map(\.rawValue))
  }
}
