internal import GRDB
internal import Glibc
package import Records
internal import Schema
package import Sealing

package import struct Records.Record

/// One open vault: every record, what each one ever was, and the files that are kept with them.
///
/// A command reads what it needs, decides in plain values, and writes once with `apply`. Each
/// method that writes is one transaction: all of it is kept, or none.
package final class Vault {
  let queue: DatabaseQueue
  /// The sealed file it is in, for key slots, facts and what this computer saw last. Nil for a
  /// vault in memory.
  package let file: SealedFile?
  /// Called once, before a vault closes that something was written to. What it does can fail without
  /// a word: the change is safe already.
  package var beforeClose: ((Vault) -> Void)?
  var hasWritten = false

  init(queue: DatabaseQueue, file: SealedFile?) {
    self.queue = queue
    self.file = file
  }

  /// A vault that is gone when it is closed, for practice and for tests.
  package static func inMemory(person: Record, at now: String) throws(VaultError) -> Vault {
    let vault = Vault(queue: try rethrowing { try Connection.inMemory() }, file: nil)
    try vault.begin(person: person, at: now)
    return vault
  }

  /// Makes a vault for a person. A file that is there is left alone; on failure there is none.
  package static func create(
    at path: String, passphrase: borrowing Secret, person: Record, cost: KDFCost = .standard,
    at now: String
  ) throws(VaultError) -> Vault {
    let file: SealedFile
    do throws(SealError) {
      file = try SealedFile.create(at: path, passphrase: passphrase, cost: cost)
    } catch {
      throw .file(error)
    }
    var made: Vault?
    do throws(VaultError) {
      let vault = try Vault(on: file)
      made = vault
      try vault.begin(person: person, at: now)
      return vault
    } catch {
      try? made?.queue.close()
      try? file.close()
      unsafe unlink(path)
      throw error
    }
  }

  /// Opens a vault with a passphrase.
  package static func open(
    at path: String, passphrase: borrowing Secret, mode: SealedFile.Mode = .write,
    lockTimeout: Duration = .seconds(5)
  ) throws(VaultError) -> Vault {
    let file: SealedFile
    do throws(SealError) {
      file = try SealedFile.open(
        at: path, passphrase: passphrase, mode: mode, lockTimeout: lockTimeout)
    } catch {
      throw .file(error)
    }
    return try open(file)
  }

  /// Opens a vault on a file that was unsealed already. Closing the vault closes the file, and so
  /// does a failure.
  package static func open(_ file: SealedFile) throws(VaultError) -> Vault {
    var opened: Vault?
    do throws(VaultError) {
      var vault = try Vault(on: file)
      opened = vault
      // First, because what was left behind belongs to nothing, which a migration would refuse.
      if try vault.attempt({ try Migrations.isBegun(vault.queue) }),
        let before = try vault.withoutLeftOver()
      {
        vault = before
        opened = before
      }
      try vault.attempt {
        try Migrations.run(on: vault.queue, readOnly: file.mode != .write)
        let sql = "SELECT EXISTS (SELECT 1 FROM vault)"
        let isFinished = try vault.queue.read { try Bool.fetchOne($0, sql: sql) } ?? false
        guard isFinished else { throw VaultError.unfinished }
      }
      return vault
    } catch {
      try? opened?.queue.close()
      // To save what is left, the file itself is enough, even where no table can be read.
      if file.mode == .salvage, let empty = try? Connection.inMemory() {
        return Vault(queue: empty, file: file)
      }
      try? file.close()
      throw error
    }
  }

  /// Removes a file that was never finished.
  static func remove(_ path: String) { unsafe unlink(path) }

  convenience init(on file: SealedFile) throws(VaultError) {
    do throws(VaultError) {
      self.init(queue: try rethrowing { try Connection.onFile(file) }, file: file)
    } catch {
      // Where the first page cannot be read, SQLite only says that a setting was not taken.
      if let failure = file.failure { throw .file(failure) }
      throw error
    }
  }

  /// Makes the tables and the record of the person whose vault it is.
  private func begin(person: Record, at now: String) throws(VaultError) {
    try attempt {
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

  /// Lets go of the database and of the file. Nothing else may be called after it. What was
  /// applied is safe even when this fails.
  package func close() throws(VaultError) {
    if hasWritten, let beforeClose {
      self.beforeClose = nil
      beforeClose(self)
    }
    try attempt { try queue.close() }
    do throws(SealError) { try file?.close() } catch { throw .file(error) }
  }
}

extension Vault {
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

  /// What the owner's record is called, without reading its fields.
  package var ownerName: String {
    get throws(VaultError) {
      try read { db in
        let sql = "SELECT title FROM record WHERE number = (SELECT owner FROM vault)"
        guard let name = try String.fetchOne(db, sql: sql) else { throw VaultError.damaged }
        return name
      }
    }
  }

  /// When the vault was made.
  package var created: String {
    get throws(VaultError) {
      try read { db in
        try String.fetchOne(db, sql: "SELECT created FROM vault") ?? ""
      }
    }
  }
}

extension Vault {
  func read<Result>(_ body: (Database) throws -> Result) throws(VaultError) -> Result {
    try attempt { try queue.read(body) }
  }

  func write<Result>(_ body: (Database) throws -> Result) throws(VaultError) -> Result {
    let result = try attempt { try queue.write(body) }
    file?.compactIfDue()
    return result
  }

  /// Runs `body`, and says what went wrong as exactly as the file knows it.
  func attempt<Result>(_ body: () throws -> Result) throws(VaultError) -> Result {
    do throws(VaultError) {
      return try rethrowing(body)
    } catch {
      guard error.isOfTheDisk, let failure = file?.failure else { throw error }
      throw .file(failure)
    }
  }
}
