internal import GRDB
internal import Records
package import Sealing

extension Vault {
  /// Saves every readable record of a damaged file, with its versions and files, into a new vault
  /// at `path` with the same id, keys and slots. The damaged file is only read.
  ///
  /// Three states of it are read: the newest one; the same with older pages in place of those that
  /// are damaged; and the last one that the unbroken chain of saves proves. What the first one has
  /// is never replaced by what the others have. On failure there is no new file.
  package static func repair(
    _ damaged: SealedFile, at source: String, to path: String, at now: String,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> RepairReport {
    var salvaging = try rethrowing { try Salvaging() }
    var states: [Vault] = []
    var rescue: SealedFile.Rescue?
    defer { for state in states { try? state.close() } }
    for (step, olderPages) in [false, true, nil].enumerated() {
      progress(step, 5)
      guard let state = try state(of: damaged, at: source, olderPages: olderPages) else { continue }
      rescue = rescue ?? state.rescue
      // What cannot be read is left out, row by row: nothing in here fails as a whole.
      state.vault.queue.unsafeRead { db in
        salvaging.read(db, pages: Int(state.vault.file?.facts.pages ?? 0))
      }
      states.append(state.vault)
    }
    progress(3, 5)
    var report = try write(salvaging, states, beside: damaged, to: path, at: now)
    report.lostSaves = rescue?.lostSaves ?? 0
    report.missingSaves = rescue?.missingSaves ?? 0
    progress(5, 5)
    return report
  }

  /// Opens the damaged file once more, in one of its states. Nil when not even its first page can
  /// be read in that state.
  private static func state(
    of damaged: SealedFile, at path: String, olderPages: Bool?
  ) throws(VaultError) -> (vault: Vault, rescue: SealedFile.Rescue?)? {
    let file: SealedFile
    var rescue: SealedFile.Rescue?
    do throws(SealError) {
      file = try damaged.openSibling(at: path, mode: .salvage)
      if let olderPages { rescue = try file.rescue(olderPages: olderPages) }
    } catch {
      throw .file(error)
    }
    guard let queue = try? Connection.onFile(file) else {
      try? file.close()
      return nil
    }
    return (Vault(queue: queue, file: file), rescue)
  }

  private static func write(
    _ salvaging: Salvaging, _ states: [Vault], beside damaged: SealedFile, to path: String,
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
          var rebuilding = Rebuilding(db, from: salvaging, states: states.map(\.queue), at: now)
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
