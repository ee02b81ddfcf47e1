internal import GRDB
internal import Schema

/// How netvault talks to SQLite.
enum Connection {
  static func inMemory() throws -> DatabaseQueue {
    try DatabaseQueue(configuration: configuration(readOnly: false))
  }

  static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.prepareDatabase { db in
      // Sorting and temporary tables must not reach the disk.
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      // The tables of a file from elsewhere may not call functions with effects.
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      guard !readOnly else { return }
      // Only before the first table: pages that a large file leaves can be given back.
      try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
      // What is deleted is overwritten, also inside a page that stays.
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
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

  /// Brings an older vault up to date, and refuses a newer one.
  static func run(on queue: DatabaseQueue, readOnly: Bool) throws {
    let migrator = migrator
    let (isNewer, isDone) = try queue.read { db in
      (try migrator.hasBeenSuperseded(db), try migrator.hasCompletedMigrations(db))
    }
    if isNewer { throw VaultError.newer }
    if isDone { return }
    if readOnly { throw VaultError.readOnly }
    try migrator.migrate(queue)
  }
}
