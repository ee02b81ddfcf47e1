internal import GRDB
internal import Records
package import Sealing

extension Vault {
  /// Saves every readable record of a damaged file, with its versions and files, into a new vault
  /// at `path` with the same id, keys and slots. The damaged file is only read.
  ///
  /// Three states of it are read: the newest one; the same with older pages in place of those that
  /// are damaged; and the last one that the unbroken chain of saves proves. What the first one has
  /// is never replaced by what the others have. Where a table cannot be read to its end, its rows
  /// are looked for page by page: see `LoosePages`. On failure there is no new file.
  package static func repair(
    _ damaged: SealedFile, at source: String, to path: String, at now: String,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> RepairReport {
    var salvaging = try rethrowing { try Salvaging() }
    var states: [DamagedState] = []
    defer { for state in states { state.close() } }
    for (step, olderPages) in [false, true, nil].enumerated() {
      progress(step, 5)
      let state = try rethrowing {
        try DamagedState(of: damaged, at: source, olderPages: olderPages)
      }
      states.append(state)
      state.read(into: &salvaging)
    }
    progress(3, 5)
    var report = try write(salvaging, states, beside: damaged, to: path, at: now)
    report.lostSaves = states[0].rescue?.lostSaves ?? 0
    report.missingSaves = states[0].rescue?.missingSaves ?? 0
    progress(5, 5)
    return report
  }

  private static func write(
    _ salvaging: Salvaging, _ states: [DamagedState], beside damaged: SealedFile, to path: String,
    at now: String
  ) throws(VaultError) -> RepairReport {
    let file: SealedFile
    do throws(SealError) {
      file = try damaged.createSibling(at: path)
    } catch {
      throw .file(error)
    }
    var made: Vault?
    do throws(VaultError) {
      let vault = Vault(queue: try rethrowing { try Connection.onFile(file) }, file: file)
      made = vault
      var report = RepairReport()
      try vault.attempt {
        try Migrations.migrator.migrate(vault.queue)
        try vault.queue.write { db in
          var rebuilding = Rebuilding(db, from: salvaging, states: states, at: now)
          try rebuilding.run()
          report = rebuilding.report
        }
      }
      try vault.close()
      return report
    } catch {
      try? made?.queue.close()
      try? file.close()
      remove(path)
      throw error
    }
  }
}
