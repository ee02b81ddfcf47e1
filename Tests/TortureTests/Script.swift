import Foundation
import GRDB
internal import Sealing

/// One step of the workload. It changes what the vault says once, or not at all.
struct Step: Sendable {
  let name: String
  let run: @Sendable (Session) throws -> Void

  init(_ name: String, _ run: @escaping @Sendable (Session) throws -> Void) {
    self.name = name
    self.run = run
  }

  /// One transaction.
  static func write(_ name: String, _ body: @escaping @Sendable (Database) throws -> Void) -> Step {
    Step(name) { try $0.write(body) }
  }
}

/// Text that must not be found on a disk.
let canary = "CANARY-7f3a-in-the-coal-mine"

/// A life of a vault: everything that a program does to one.
enum Script {
  static let passphrase = "correct horse battery staple"
  static let sheet = "the words on the first sheet"
  static let second = "the words on the second one"
  static let third = "the words on the third sheet"

  static var all: [Step] {
    birth + tables + edits + attachments + [reopen] + failures + [settle] + shrinking + keys
      + [reopen] + last
  }

  /// The same in short: one of each.
  static var short: [Step] {
    birth + tables.prefix(3) + [
      .write("edit") { try $0.execute(sql: "UPDATE note SET more = text") },
      settle, Step("compact") { try $0.open.compact() },
      .write("insert") { try $0.execute(sql: "INSERT INTO note (text) VALUES ('short')") },
      Step("close") { try $0.close() },
    ]
  }

  static let birth = [
    Step("create") { session in
      session.key = .passphrase(passphrase)
      session.file = try SealedFile.create(
        at: session.disk.path(), passphrase: secret(passphrase), label: "mine", cost: .least,
        through: session.disk.calls)
    },
    Step("add the recovery sheet") { session in
      try session.open.addRecovery(secret(sheet), label: "sheet")
      session.key = .recovery(sheet)
    },
    Step("connect") { try $0.connect() },
  ]

  static let tables =
    [
      Step("the table of migrations") { session in
        try session.database {
          try $0.execute(
            sql: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"
          )
        }
      },
      Step("first migration") { try migrate($0, to: "one") },
    ]
    + (0..<6).map { index in
      Step.write("insert \(index)") { database in
        for row in 0..<3 {
          try database.execute(
            sql: "INSERT INTO note (text, more) VALUES (?, ?)",
            arguments: ["\(canary) \(index) \(row)", String(repeating: "\(row)", count: 300)])
        }
      }
    } + [
      Step("second migration, with a search index") { try migrate($0, to: "two") }
    ]

  static func migrate(_ session: Session, to name: String) throws {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("one") { database in
      try database.execute(
        sql: """
          CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL, more TEXT);
          CREATE TABLE file (hash TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
          CREATE TABLE version (note INTEGER REFERENCES note (id) ON DELETE CASCADE, text TEXT);
          CREATE INDEX byNote ON version (note);
          """)
    }
    migrator.registerMigration("two") { database in
      try database.execute(
        sql: """
          CREATE VIRTUAL TABLE search USING fts5 (text);
          INSERT INTO search (rowid, text) SELECT id, text FROM note;
          ALTER TABLE note ADD COLUMN seen TEXT;
          UPDATE note SET seen = 'migrated ' || id;
          """)
    }
    guard let queue = session.queue else { throw Session.NotOpen() }
    try migrator.migrate(queue, upTo: name)
  }

  static let edits = (1...6).map { index in
    Step.write("edit \(index)") { database in
      try database.execute(
        sql: "INSERT INTO version SELECT id, text FROM note WHERE id % 6 = ?", arguments: [index])
      try database.execute(
        sql: "UPDATE note SET text = text || ' edited' WHERE id % 6 = ?", arguments: [index])
      try database.execute(
        sql: "UPDATE search SET text = text || ' edited' WHERE rowid % 6 = ?", arguments: [index])
    }
  }

  /// The same bytes in each run.
  static func bytes(_ count: Int, _ seed: Int) -> DatabaseValue {
    let pattern = Array("\(canary) file \(seed) ".utf8)
    var content = Content()
    content.resize(to: count)
    for at in stride(from: 0, to: count - pattern.count - 8, by: 997) {
      content.write(pattern + Array("\(at)".utf8), at: at)
    }
    return unsafe content.bytes.withUnsafeBytes { unsafe data($0) }
  }

  static let attachments = [
    Step.write("keep two files") { database in
      for (name, count) in [("scan", 60_000), ("letter", 9_000)] {
        try database.execute(
          sql: "INSERT INTO file VALUES (?, ?)", arguments: [name, bytes(count, count)])
      }
    },
    Step.write("savepoints") { database in
      try database.execute(sql: "PRAGMA cache_size = 2; DELETE FROM version WHERE note = 1")
      try database.inSavepoint {
        for index in 0..<40 {
          try database.execute(
            sql: "INSERT INTO file VALUES (?, ?)", arguments: ["lost \(index)", bytes(900, index)])
        }
        try database.execute(sql: "UPDATE note SET text = 'lost'")
        return .rollback
      }
      try database.inSavepoint {
        try database.execute(sql: "UPDATE note SET seen = seen || '!' WHERE id < 5")
        return .commit
      }
    },
  ]

  static let reopen = Step("close and open") { session in
    try session.close()
    try session.reopen()
  }

  static let settle = Step("settle") { try $0.open.settle() }

  struct Stop: Error {}

  static let failures = [
    Step("a transaction that fails") { session in
      do {
        try session.write { database in
          try database.execute(sql: "INSERT INTO note (text) VALUES ('half')")
          try database.execute(sql: "INSERT INTO note (text) VALUES (NULL)")
        }
      } catch is DatabaseError {}
    },
    Step("a long transaction that is given up") { session in
      try session.database { try $0.execute(sql: "PRAGMA cache_size = 5") }
      do {
        try session.write { database in
          for index in 0..<30 {
            try database.execute(
              sql: "INSERT INTO file VALUES (?, ?)",
              arguments: ["half \(index)", bytes(50_000, index)])
          }
          try database.execute(sql: "DELETE FROM note")
          throw Stop()
        }
      } catch is Stop {}
    },
    .write("insert after it") { try $0.execute(sql: "INSERT INTO note (text) VALUES ('after')") },
  ]

  static let shrinking = [
    Step.write("keep a large file") { database in
      try database.execute(
        sql: "INSERT INTO file VALUES ('film', ?)", arguments: [bytes(1_300_000, 3)])
    },
    .write("remove it") { try $0.execute(sql: "DELETE FROM file WHERE hash = 'film'") },
    Step("give its pages back") { session in
      try session.database { try $0.execute(sql: "PRAGMA incremental_vacuum") }
    },
    .write("remove the letter") { try $0.execute(sql: "DELETE FROM file WHERE hash = 'letter'") },
    Step("vacuum") { session in try session.database { try $0.execute(sql: "VACUUM") } },
    Step("compact") { try $0.open.compact() },
    .write("insert behind it") { try $0.execute(sql: "INSERT INTO note (text) VALUES ('small')") },
  ]

  static let keys = [
    Step("add a second sheet") { session in
      try session.open.addRecovery(secret(second), label: "second")
      session.key = .recovery(second)
    },
    Step("remove the first sheet") { try $0.open.removeSlot(1) },
    .write("edit under it") { try $0.execute(sql: "UPDATE note SET text = 'keys' WHERE id = 3") },
    Step("re-key") { session in
      try session.open.rekey(
        passphrase: secret("a new passphrase"), label: "new", cost: .least)
      session.key = .passphrase("a new passphrase")
    },
    Step("add a third sheet") { session in
      try session.open.addRecovery(secret(third), label: "third")
      session.key = .recovery(third)
    },
    .write("edit under the new key") { database in
      try database.execute(sql: "UPDATE note SET seen = 'new key' WHERE id > 10")
    },
  ]

  /// Enough dead frames that the close compacts.
  static let last =
    (0..<4).map { index in
      Step.write("write it anew \(index)") { database in
        try database.execute(
          sql: "INSERT OR REPLACE INTO file VALUES ('scan', ?)",
          arguments: [bytes(1_100_000, index)])
      }
    } + [
      .write("keep less of it") { database in
        try database.execute(
          sql: "INSERT OR REPLACE INTO file VALUES ('scan', ?)", arguments: [bytes(20_000, 9)])
      },
      Step("give pages back") { session in
        try session.database { try $0.execute(sql: "PRAGMA incremental_vacuum") }
      },
      Step("close, which compacts") { session in
        try session.close()
        try session.reopen()
      },
      .write("a last insert") { try $0.execute(sql: "INSERT INTO note (text) VALUES ('last')") },
      Step("close") { try $0.close() },
    ]
}

@unsafe
private func data(_ bytes: UnsafeRawBufferPointer) -> DatabaseValue {
  unsafe Data(bytes).databaseValue
}
