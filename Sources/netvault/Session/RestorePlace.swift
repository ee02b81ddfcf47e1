/// Where a backup goes when it is put back, and what is there now.
internal import Console
internal import Glibc
internal import Records
internal import Sealing

struct RestorePlace {
  let path: String
  /// False when there is no file yet.
  let exists: Bool
  /// Of the vault that is there; nil when that cannot be read.
  let vaultID: [UInt8]?

  var name: String { VaultLocation.name(of: path) }

  /// The vault that was named; else the one that this is a backup of; else a new one.
  init(for backup: String, _ given: String?, _ talk: Talk) throws(Problem) {
    let id: [UInt8]
    do {
      id = try SealedFile.looksLikeVault(at: backup).vaultID
    } catch {
      throw SealWording.problem(error, path: backup)
    }
    if given != nil || talk.environment["NETVAULT_VAULT"] != nil {
      path = try VaultLocation(given: given, talk.environment).path
    } else {
      let known = VaultLocation.known(talk.environment)
      let same = known.first { (try? SealedFile.looksLikeVault(at: $0))?.vaultID == id }
      path = same ?? VaultLocation.path(of: Self.plainName(backup), talk.environment)
    }
    guard !BackupFolder.isSame(path, backup) else { throw .backupIsVault(backup) }
    var status = stat()
    exists = unsafe lstat(path, &status) == 0
    do {
      vaultID = exists ? try SealedFile.looksLikeVault(at: path).vaultID : nil
    } catch .damaged {
      vaultID = nil
    } catch {
      throw SealWording.problem(error, path: path)
    }
  }

  /// `ana` of `ana-2026-11-21-2.vault`.
  private static func plainName(_ path: String) -> String {
    let name = VaultLocation.name(of: path)
    let plain = name.replacing(/-[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]+)?$/, with: "")
    return plain.contains(where: { $0 == "." || $0 == "/" }) || plain.isEmpty ? "records" : plain
  }

  /// Puts the bytes of `backup` in place. What was there keeps its bytes under another name, which
  /// is returned. At every moment there is a whole vault at the path, if there was one before.
  func put(_ backup: String, in file: SealedFile, _ talk: Talk) throws(Problem) -> String? {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try makeFolder(folder)
    let lock = try locked()
    defer { if lock >= 0 { close(lock) } }
    var status = stat()
    let size = unsafe stat(backup, &status) == 0 ? UInt64(status.st_size) : 0
    if let free = FreeSpace.bytes(in: folder), free < size {
      throw .noSpace(
        free: FreeSpace.words(free), needed: FreeSpace.words(size), again: "this", place: folder)
    }
    let half = HalfFile("\(path).restoring")
    unsafe unlink(half.path)
    if let failure = Self.copy(backup, to: half.path) {
      unsafe unlink(half.path)
      throw CannotWrite.problem(path, failure)
    }
    guard let copy = try? file.openSibling(at: half.path),
      (try? copy.checkEveryFrame())?.isEmpty == true
    else {
      unsafe unlink(half.path)
      throw .backupNotSound(folder)
    }
    try? copy.close()
    talk.terminal.device.setStopped(.someSaved)
    let aside = try setAside(day: talk.today.description)
    if unsafe rename(half.path, path) != 0 {
      let failure = errno
      unsafe unlink(half.path)
      throw CannotWrite.problem(path, failure)
    }
    OutputFile.syncFolder(of: path)
    return aside
  }

  private func makeFolder(_ folder: String) throws(Problem) {
    var made = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      made += "/" + part
      if unsafe mkdir(made, 0o700) != 0, errno != EEXIST { throw CannotWrite.problem(made, errno) }
    }
  }

  /// Nobody may be writing into the vault that goes aside. The lock goes with the file.
  private func locked() throws(Problem) -> Int32 {
    guard exists else { return -1 }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw CannotWrite.problem(path, errno) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw .vaultInUse(since: nil, window: nil)
    }
    return file
  }

  /// Gives the present vault a second name. USB sticks (FAT) have no second names: there it gets
  /// another one.
  private func setAside(day: String) throws(Problem) -> String? {
    guard exists else { return nil }
    var number = 1
    while true {
      let aside = "\(path).before-\(day)" + (number == 1 ? "" : "-\(number)")
      if unsafe link(path, aside) == 0 { return aside }
      if errno == EEXIST {
        number += 1
        continue
      }
      guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno) else {
        throw CannotWrite.problem(aside, errno)
      }
      var status = stat()
      if unsafe lstat(aside, &status) == 0 {
        number += 1
      } else if unsafe rename(path, aside) == 0 {
        return aside
      } else {
        throw CannotWrite.problem(aside, errno)
      }
    }
  }

  /// Copies a file and syncs it. Nil, or the error number of what did not work.
  private static func copy(_ from: String, to path: String) -> Int32? {
    let source = unsafe open(from, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { return errno }
    defer { close(source) }
    let target = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard target >= 0 else { return errno }
    defer { close(target) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe read(source, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      if count == 0 { break }
      var done = 0
      while done < count {
        let put = unsafe buffer.withUnsafeBytes {
          unsafe write(target, $0.baseAddress?.advanced(by: done), count - done)
        }
        if put < 0, errno == EINTR { continue }
        if put <= 0 { return errno }
        done += put
      }
    }
    return fsync(target) == 0 ? nil : errno
  }
}
