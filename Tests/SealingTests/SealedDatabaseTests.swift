import Foundation
import GRDB
internal import Sealing
import Testing

/// SQLite on the page log, under GRDB: what the rest of the program leans on.
@Suite struct `A database on a sealed file` {
  @Test func `migrates, searches and counts`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    try file.withDatabase { queue in
      var migrator = DatabaseMigrator()
      migrator.registerMigration("one") { database in
        try database.create(table: "person") { table in
          table.autoIncrementedPrimaryKey("id")
          table.column("name", .text).notNull()
        }
      }
      migrator.registerMigration("two") { database in
        try database.execute(
          sql: "CREATE VIRTUAL TABLE search USING fts5 (text); ALTER TABLE person ADD born TEXT")
      }
      try migrator.migrate(queue)
      try queue.write { database in
        for index in 0..<2000 {
          try database.execute(
            sql: "INSERT INTO search VALUES (?)", arguments: ["word\(index % 50) common \(index)"])
        }
      }
      let found = try queue.read { database in
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM search WHERE search MATCH 'word7 common'")
      }
      #expect(found == 40)
      #expect(try queue.read { try migrator.hasCompletedMigrations($0) })
    }
    try file.close()
    try expectWhole(try workshop.open())
    #expect(workshop.names == ["my.vault"])
  }

  private func expectWhole(_ file: SealedFile) throws {
    let check = try file.withDatabase { queue in
      try queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    }
    #expect(check == "ok")
    #expect(try file.checkEveryFrame() == [])
    try file.close()
  }

  @Test func `rolls back what failed, also when it was written out before`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    try file.withDatabase { queue in
      try queue.inDatabase { try $0.execute(sql: "PRAGMA cache_size = 5") }
      struct Stop: Error {}
      #expect(throws: Stop.self) {
        try queue.write { database in
          try database.execute(sql: "CREATE TABLE big (data BLOB); DELETE FROM note")
          for _ in 0..<200 {
            try database.execute(sql: "INSERT INTO big VALUES (randomblob(9000))")
          }
          throw Stop()
        }
      }
      #expect(try queue.read { try $0.tableExists("big") } == false)
      try queue.write { try $0.execute(sql: "INSERT INTO note VALUES ('d')") }
    }
    #expect(try notes(file) == ["a", "b", "c", "d"])
    try file.close()
    try expectWhole(try workshop.open())
  }

  @Test func `keeps savepoints apart`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    try file.withDatabase { queue in
      try queue.write { database in
        try database.execute(sql: "PRAGMA cache_size = 2")
        try database.execute(sql: "INSERT INTO note VALUES ('d')")
        try database.inSavepoint {
          for _ in 0..<300 {
            try database.execute(sql: "INSERT INTO note VALUES (hex(randomblob(500)))")
          }
          return .rollback
        }
        try database.inSavepoint {
          try database.execute(sql: "UPDATE note SET text = text || '!'")
          return .commit
        }
      }
    }
    #expect(try notes(file) == ["a!", "b!", "c!", "d!"])
    try file.close()
    try expectWhole(try workshop.open())
  }

  @Test func `fails a statement without failing the transaction`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    try file.withDatabase { queue in
      try queue.write { database in
        try database.execute(sql: "CREATE UNIQUE INDEX once ON note (text)")
        #expect(throws: DatabaseError.self) {
          try database.execute(sql: "INSERT INTO note VALUES ('x'), ('a')")
        }
        try database.execute(sql: "INSERT INTO note VALUES ('y')")
      }
    }
    #expect(try notes(file) == ["a", "b", "c", "y"])
    try file.close()
  }

  @Test func `takes and gives back fifty megabytes in one piece`() throws {
    let workshop = try Workshop()
    let file = try workshop.create()
    var data = Data(count: 50 << 20)
    for index in stride(from: 0, to: data.count, by: 4001) { data[index] = UInt8(index % 251) }
    try file.withDatabase { queue in
      try queue.write { database in
        try database.execute(sql: "CREATE TABLE scan (data BLOB)")
        try database.execute(sql: "INSERT INTO scan VALUES (?)", arguments: [data])
      }
      let back = try queue.read { try Data.fetchOne($0, sql: "SELECT data FROM scan") }
      #expect(back == data)
      // Removed, and its pages given back without a VACUUM in memory.
      try queue.write { try $0.execute(sql: "DELETE FROM scan; PRAGMA incremental_vacuum") }
      #expect(file.facts.pages < 10)
    }
    #expect(file.facts.isCompactionDue)
    try file.close()
    #expect(try workshop.bytes().count < 100_000)
  }

  @Test func `vacuums`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    let file = try workshop.open()
    try file.withDatabase { queue in
      try queue.write { database in
        try database.execute(sql: "CREATE TABLE big (data BLOB)")
        for _ in 0..<100 {
          try database.execute(sql: "INSERT INTO big VALUES (randomblob(5000))")
        }
      }
      try queue.write { try $0.execute(sql: "DELETE FROM big") }
      let before = file.facts.pages
      try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
      #expect(file.facts.pages < before / 10)
    }
    try file.close()
    try expectWhole(try workshop.open())
    #expect(workshop.names == ["my.vault"])
  }

  @Test func `leaves no plaintext anywhere`() throws {
    let canary = "CANARY-7f3a-in-the-coal-mine"
    let workshop = try Workshop()
    let file = try workshop.create()
    try file.withDatabase { queue in
      try queue.inDatabase { try $0.execute(sql: "PRAGMA cache_size = 3") }
      try queue.write { database in
        try database.execute(
          sql: "CREATE TABLE note (text TEXT); CREATE VIRTUAL TABLE search USING fts5 (text)")
        for index in 0..<500 {
          for table in ["note", "search"] {
            try database.execute(
              sql: "INSERT INTO \(table) VALUES (?)",
              arguments: ["\(canary) \(index) " + String(repeating: "x", count: 200)])
          }
        }
      }
      // A sort that does not fit in the cache, an index, and a vacuum.
      _ = try queue.read {
        try String.fetchAll($0, sql: "SELECT text FROM note ORDER BY text DESC")
      }
      try queue.write { try $0.execute(sql: "CREATE INDEX byText ON note (text)") }
      try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
    }
    #expect(workshop.names == ["my.vault"])
    #expect(try !holds(workshop.bytes(), canary))
    try file.compact()
    try file.close()
    #expect(try !holds(workshop.bytes(), canary))
    #expect(try !holds(workshop.bytes(), "SQLite format 3"))
  }

  private func holds(_ bytes: [UInt8], _ text: String) -> Bool {
    Data(bytes).range(of: Data(text.utf8)) != nil
  }
}
