/// A folder with the backups of one vault: their names, and which of them are provably ours.
internal import Console
internal import FoundationEssentials
internal import Glibc
internal import Sealing

struct BackupFolder {
  /// How many backups are kept when nobody says how many.
  static let usualCount = 10

  let path: String
  /// What the backups are called before the date: the name of the vault's file.
  let name: String
  let vaultID: [UInt8]

  /// One backup: its file's name, and what it is sorted by.
  struct Backup {
    let file: String
    let day: String
    let number: Int
  }

  /// The backups of this vault, oldest first: files whose name has the pattern of this command, and
  /// whose header has the vault's id.
  var backups: [Backup] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.compactMap { backup($0) }
      .sorted { ($0.day, $0.number) < ($1.day, $1.number) }
  }

  /// Nil unless the file is one of ours.
  private func backup(_ file: String) -> Backup? {
    guard file.hasPrefix(name + "-"), file.hasSuffix(".vault") else { return nil }
    let rest = file.dropFirst(name.count + 1).dropLast(6)
    guard let match = rest.wholeMatch(of: /([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([0-9]{1,6}))?/)
    else { return nil }
    var status = stat()
    guard unsafe lstat("\(path)/\(file)", &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      (try? SealedFile.looksLikeVault(at: "\(path)/\(file)"))?.vaultID == vaultID
    else { return nil }
    return Backup(
      file: file, day: String(match.output.1), number: match.output.2.flatMap { Int($0) } ?? 1)
  }

  /// A name that is free: the second one of a day gets a 2.
  func freeName(day: String) -> String {
    var number = 1
    while true {
      let file = "\(name)-\(day)" + (number == 1 ? "" : "-\(number)") + ".vault"
      var status = stat()
      if unsafe lstat("\(path)/\(file)", &status) != 0 { return file }
      number += 1
    }
  }

  /// Where a backup is written before it has its name.
  var temporary: String { "\(path)/.\(name)-backup.part" }

  /// What would go if only `keep` were kept, beside one that is yet to come.
  func surplus(keep: Int, coming: Int) -> [Backup] {
    let backups = backups
    return Array(backups.prefix(max(0, backups.count + coming - keep)))
  }

  /// Removes the oldest ones, and says which.
  func removeSurplus(keep: Int) -> [String] {
    surplus(keep: keep, coming: 0).filter { unsafe unlink("\(path)/\($0.file)") == 0 }.map(\.file)
  }
}

extension BackupFolder {
  /// Checks that a backup can go there, before anything is written.
  func check(needs bytes: UInt64, _ environment: [String: String]) throws(Problem) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .backupFolderMissing(path) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .backupNotAFolder(path) }
    guard !Self.isSame(path, VaultLocation.folder(environment)) else {
      throw .backupAmongVaults(path)
    }
    guard unsafe access(path, W_OK | X_OK) == 0 else {
      throw .cannotWrite(path, instead: "netvault backup ~/backups")
    }
    if let free = FreeSpace.bytes(in: path), free < bytes {
      throw .noSpace(
        free: FreeSpace.words(free), needed: FreeSpace.words(bytes), again: "the backup",
        place: path)
    }
  }

  /// Do two paths lead to the same file or folder?
  static func isSame(_ one: String, _ other: String) -> Bool {
    var (left, right) = (stat(), stat())
    guard unsafe stat(one, &left) == 0, unsafe stat(other, &right) == 0 else { return false }
    return left.st_ino == right.st_ino && left.st_dev == right.st_dev
  }

  /// Are they on the same disk?
  static func isSameDisk(_ one: String, _ other: String) -> Bool {
    var (left, right) = (stat(), stat())
    guard unsafe stat(one, &left) == 0, unsafe stat(other, &right) == 0 else { return false }
    return left.st_dev == right.st_dev
  }

  /// Removes what a stopped backup left, unless one is being written there now.
  func removeLeftOver() throws(Problem) {
    let file = unsafe open(temporary, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return }
    defer { close(file) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw .backupRunning }
    unsafe unlink(temporary)
  }
}
