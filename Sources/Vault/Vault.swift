internal import GRDB
package import Records
internal import Schema

package import struct Records.Record

/// One open vault: every record, what each one ever was, and the files that are kept with them.
///
/// A command reads what it needs, decides in plain values, and writes once with `apply`. Each
/// method that writes is one transaction: all of it is kept, or none.
package final class Vault {
  let queue: DatabaseQueue

  private init(queue: DatabaseQueue) {
    self.queue = queue
  }

  /// A vault that is gone when it is closed, for practice and for tests.
  package static func inMemory(person: Record, at now: String) throws(VaultError) -> Vault {
    let vault = Vault(queue: try rethrowing { try Connection.inMemory() })
    try vault.begin(person: person, at: now)
    return vault
  }

  /// Makes the tables and the record of the person whose vault it is.
  private func begin(person: Record, at now: String) throws(VaultError) {
    try rethrowing {
      try Migrations.migrator.migrate(queue)
      try queue.write { db in
        let applying = try Applying(db, change: Change("init", at: now))
        try applying.add(person)
        let owner = try applying.stored(person.id).number
        try db.execute(
          sql: "INSERT INTO vault (one, format, created, owner) VALUES (1, 'netvault/1', ?, ?)",
          arguments: [now, owner])
      }
    }
  }

  /// The record of the person whose vault it is.
  package var owner: Record {
    get throws(VaultError) {
      try read { db in
        let sql = StoredRecord.select + " WHERE record.number = (SELECT owner FROM vault)"
        guard let record = try StoredRecord.fetch(db, sql).first else { throw VaultError.damaged }
        return record
      }
    }
  }

  package var ownerName: String {
    get throws(VaultError) { try owner.title }
  }

  /// When the vault was made.
  package var created: String {
    get throws(VaultError) {
      try read { db in
        try String.fetchOne(db, sql: "SELECT created FROM vault") ?? ""
      }
    }
  }

  /// Lets go of the file. Nothing else may be called after it.
  package func close() throws(VaultError) {
    try rethrowing { try queue.close() }
  }
}

extension Vault {
  func read<Result>(_ body: (Database) throws -> Result) throws(VaultError) -> Result {
    try rethrowing { try queue.read(body) }
  }

  func write<Result>(_ body: (Database) throws -> Result) throws(VaultError) -> Result {
    try rethrowing { try queue.write(body) }
  }
}
