internal import GRDB
internal import Sealing
internal import Testing

@testable internal import Vault

@Suite struct `The migrations of a vault` {
  @Test func `are run once, and then there is nothing to do`() throws {
    let queue = try Connection.inMemory()
    try Migrations.run(on: queue, readOnly: false)
    let changes = try queue.read { $0.totalChangesCount }
    try Migrations.run(on: queue, readOnly: true)
    #expect(try queue.read { $0.totalChangesCount } == changes)
  }

  @Test func `refuse a vault made by a newer program`() throws {
    let vault = try newVault()
    try vault.queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v99')") }
    #expect(throws: VaultError.newer) {
      try rethrowing { try Migrations.run(on: vault.queue, readOnly: false) }
    }
  }

  @Test func `are not run on a vault that is only read`() throws {
    let queue = try Connection.inMemory()
    #expect(throws: VaultError.file(.readOnly)) {
      try rethrowing { try Migrations.run(on: queue, readOnly: true) }
    }
  }

  @Test func `leave text in double quotes no meaning, and values out of messages`() throws {
    let vault = try newVault()
    #expect(throws: DatabaseError.self) {
      try vault.queue.read { try String.fetchOne($0, sql: "SELECT \"text\"") }
    }
    #expect(!vault.queue.configuration.publicStatementArguments)
  }
}
