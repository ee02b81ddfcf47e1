/// Makes one backup: written under another name, read back in full, then named and kept.
internal import Console
internal import Glibc
internal import Records
internal import Sealing
internal import Vault

struct BackupMaking {
  let talk: Talk
  let folder: BackupFolder
  let keep: Int

  struct Made {
    let path: String
    let report: VerifyReport
    let bytes: UInt64
    let removed: [String]
  }

  /// Until the very end the folder holds nothing that looks like a finished backup.
  func make(of vault: Vault, _ file: SealedFile) throws -> Made {
    try folder.removeLeftOver()
    let half = HalfFile(folder.temporary)
    try write(file)
    Self.forgetCached(half.path)
    let report: VerifyReport
    do {
      report = try readBack(file)
    } catch {
      unsafe unlink(half.path)
      throw Problem.backupNotSound(folder.path)
    }
    let path = "\(folder.path)/\(folder.freeName(day: talk.today.description))"
    if let failure = OutputFile.place(half.path, at: path, replacing: false) {
      unsafe unlink(half.path)
      throw CannotWrite.problem(path, failure)
    }
    talk.terminal.device.setStopped(.someSaved)
    OutputFile.syncFolder(of: path)
    // What is wrong in the copy is wrong in the vault: every frame was read back as it was written.
    guard report.isSound else { throw Problem.backupOfDamaged(kept: path) }
    return Made(
      path: path, report: report, bytes: file.copySize, removed: folder.removeSurplus(keep: keep))
  }

  private func write(_ file: SealedFile) throws {
    let progress = ProgressLines("Writing the backup", on: talk.terminal)
    do throws(SealError) {
      try file.writeCopy(to: folder.temporary)
    } catch {
      switch error {
      case .damaged: throw Problem.backupOfDamaged(kept: nil)
      case .noSpace: throw FreeSpace.problem(at: folder.temporary)
      default: throw Problem.cannotWrite(folder.path, instead: "netvault backup ~/backups")
      }
    }
    progress.end()
  }

  /// Opens what was written anew, and reads all of it: every frame, and what the database says.
  private func readBack(_ file: SealedFile) throws -> VerifyReport {
    let copy = try Vault.open(try file.openSibling(at: folder.temporary))
    let report = try Verify.check(copy, "Reading it back", talk)
    try copy.close()
    guard report.damagedPages == 0 else { throw Problem.backupNotSound(folder.path) }
    return report
  }

  /// What is read back shall come from the disk, not from memory: posix_fadvise(2).
  private static func forgetCached(_ path: String) {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
    close(file)
  }
}
