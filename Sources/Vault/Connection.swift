internal import GRDB
internal import Schema
internal import Sealing

/// How netvault talks to SQLite.
enum Connection {
  static func inMemory() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
      try overwriteDeleted(db)
    }
    return try DatabaseQueue(configuration: configuration)
  }

  static func onFile(_ file: SealedFile) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = file.mode != .write
    let settings = file.databaseSettings
    configuration.prepareDatabase { db in
      try unsafe settings.apply(to: db.sqliteConnection)
      try overwriteDeleted(db)
    }
    return try DatabaseQueue(path: file.databaseURI, configuration: configuration)
  }

  /// What is deleted is overwritten also inside a page that stays.
  private static func overwriteDeleted(_ db: Database) throws {
    try db.execute(sql: "PRAGMA secure_delete = ON")
  }
}

/// The steps from an empty file to the newest tables.
enum Migrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for step in Schema.migrations {
      migrator.registerMigration(step.name) { db in try db.execute(sql: step.sql) }
    }
    return migrator
  }

  /// Brings an older vault up to date, and refuses a newer one. One that is only read stays as it
  /// is: what reads knows each shape there was.
  static func run(on queue: DatabaseQueue, readOnly: Bool) throws {
    guard !readOnly else {
      guard try isBegun(queue) else { throw VaultError.file(.readOnly) }
      return
    }
    let migrator = migrator
    if try queue.read({ try migrator.hasBeenSuperseded($0) }) { throw VaultError.newer }
    if try queue.read({ try migrator.hasCompletedMigrations($0) }) { return }
    try migrator.migrate(queue)
  }

  /// Are there tables at all, of this program or an older one? Refuses a newer one.
  static func isBegun(_ queue: DatabaseQueue) throws -> Bool {
    let migrator = migrator
    return try queue.read { db in
      if try migrator.hasBeenSuperseded(db) { throw VaultError.newer }
      return try !migrator.appliedIdentifiers(db).isEmpty
    }
  }
}
