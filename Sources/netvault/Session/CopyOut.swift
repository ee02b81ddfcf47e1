/// Writes a kept file out of the vault. Nothing stands under its name before every byte was compared
/// with what was kept.
internal import Console
internal import Glibc
internal import Sealing
internal import Vault

struct CopyOut {
  let vault: Vault
  let talk: Talk

  /// Writes to `path`: a temporary file of mode 0600, compared, synced, then renamed.
  func write(_ file: Attachment, to path: String, replacing: Bool) throws {
    var status = stat()
    if unsafe lstat(path, &status) == 0 {
      guard replacing, status.st_mode & S_IFMT != S_IFDIR else {
        throw ExistingFile.problem(path)
      }
    }
    let folder = Checkup.folder(of: path)
    if let free = FreeSpace.bytes(in: folder), free < UInt64(file.length) {
      throw Problem.noSpace(
        free: FreeSpace.words(free), needed: FreeSpace.words(UInt64(file.length)), again: "this",
        place: folder)
    }
    let temporary = "\(path).\(getpid()).part"
    let handle = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard handle >= 0 else { throw CannotWrite.problem(path, errno) }
    let half = HalfFile(temporary)
    var failure: Int32?
    do {
      try copy(file, to: handle, path)
      if fsync(handle) != 0 { failure = errno }
    } catch {
      close(handle)
      unsafe unlink(half.path)
      throw error
    }
    close(handle)
    failure = failure ?? OutputFile.place(half.path, at: path, replacing: replacing)
    if let failure {
      unsafe unlink(half.path)
      throw failure == EEXIST ? ExistingFile.problem(path) : CannotWrite.problem(path, failure)
    }
    OutputFile.syncFolder(of: path)
  }

  /// Copies the bytes to an open file. Throws when they are not those that were kept: what was
  /// written is nothing then.
  func copy(_ file: Attachment, to handle: Int32, _ path: String) throws {
    var progress = ProgressLines("Writing \(FileName.safe(file.name))", on: talk.terminal)
    var done = 0
    do {
      let output = LargeOutput(handle)
      try vault.readAttachment(file.sha256) { bytes in
        if let failure = output.write(bytes) { throw CannotWrite.problem(path, failure) }
        done += bytes.count
        progress.tick { "\(FileName.size(done)) of \(FileName.size(file.length))" }
      }
      if let failure = output.finish() { throw CannotWrite.problem(path, failure) }
    } catch let error as VaultError {
      switch error {
      case .damaged, .file(.damaged): throw Problem.keptFileDamaged
      default: throw error
      }
    }
    progress.end()
  }
}
