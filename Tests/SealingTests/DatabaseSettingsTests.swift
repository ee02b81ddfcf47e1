import CSQLite
import GRDB
internal import Sealing
import Testing

@Suite struct `Database settings` {
  @Test(arguments: [
    "journal_mode = DELETE", "journal_mode = WAL", "journal_mode = OFF",
    "journal_mode = TRUNCATE", "main.journal_mode = 'persist'", "JOURNAL_MODE(wal)",
    "synchronous = OFF", "synchronous = NORMAL", "synchronous = 1", "locking_mode = NORMAL",
    "temp_store = FILE", "temp_store = 0", "mmap_size = 1000000", "page_size = 8192",
    "auto_vacuum = NONE", "temp_store_directory = '/tmp'",
  ])
  func `that would break the vault are refused`(pragma: String) throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    try file.withDatabase { queue in
      try queue.inDatabase { database in
        #expect(throws: DatabaseError.self) { try database.execute(sql: "PRAGMA \(pragma)") }
        try database.execute(sql: "INSERT INTO note VALUES ('d')")
      }
    }
    #expect(try notes(file) == ["a", "b", "c", "d"])
    try file.close()
    #expect(workshop.names == ["my.vault"])
  }

  @Test(arguments: [
    "journal_mode = MEMORY", "journal_mode('memory')", "synchronous = EXTRA", "synchronous = 2",
    "locking_mode = exclusive", "temp_store = 2", "mmap_size = 0", "page_size = 4096",
    "journal_mode", "synchronous", "page_size", "user_version = 3", "cache_size = 10",
  ])
  func `that are in force or harmless are not`(pragma: String) throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    try file.withDatabase { queue in
      try queue.inDatabase { _ = try Row.fetchAll($0, sql: "PRAGMA \(pragma)") }
    }
    try file.close()
  }

  @Test func `are those that the format asks for`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    try file.withDatabase { queue in
      try queue.inDatabase { database in
        for (name, value) in [
          ("journal_mode", "memory"), ("synchronous", "2"), ("locking_mode", "exclusive"),
          ("temp_store", "2"), ("foreign_keys", "1"), ("trusted_schema", "0"),
          ("auto_vacuum", "2"), ("page_size", "4096"),
        ] {
          let found = try String.fetchOne(database, sql: "PRAGMA \(name)")
          #expect(found == value)
        }
      }
    }
    try file.close()
  }

  @Test(arguments: [
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x'",
    "SELECT load_extension('libm.so.6')",
    "SELECT \"no such column\"",
    "ATTACH 'other.db' AS other; CREATE TABLE other.t (x)",
    "VACUUM INTO 'copy.db'",
  ])
  func `keep SQL from doing harm`(sql: String) throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    let queue = try file.database()
    _ = queue.inDatabase { database in
      #expect(throws: DatabaseError.self) { try database.execute(sql: sql) }
    }
    try queue.close()
    #expect(try notes(file) == ["a", "b", "c"])
    try file.close()
  }

  @Test func `left out, nothing is written beside the vault all the same`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    let queue = try DatabaseQueue(path: file.databaseURI)
    #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: "CREATE TABLE note (text TEXT)") }
    }
    try queue.close()
    try file.close()
    #expect(workshop.names == ["my.vault"])
  }

  @Test func `need a connection`() throws {
    let workshop = try Workshop()
    let settings = try workshop.create().databaseSettings
    #expect(throws: SealError.closed) { try unsafe settings.apply(to: nil) }
  }
}
