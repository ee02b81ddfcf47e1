/// What can be said of this computer and of a vault's file without opening it.
internal import Console
internal import FoundationEssentials
internal import Glibc
internal import Records
internal import Sealing

struct Checkup {
  let talk: Talk

  /// The program's own surroundings.
  func computer() -> [Finding] {
    var found: [Finding] = []
    switch Secret.heap {
    case .locked:
      found.append(.good("memory", "Keys are kept in memory that is never swapped out."))
    case .notLocked, .ordinary:
      found.append(
        .advice(
          "memory", "This computer does not let netvault lock its keys into memory.",
          next: "Ask its administrator to raise the limit \"memlock\"."))
    }
    let refused = hardenProcess()
    found.append(
      refused.isEmpty
        ? .good("core", "No memory is written to disk when netvault stops by accident.")
        : .advice(
          "core", "This computer may write memory to disk when netvault stops by accident.",
          next: "Ask its administrator to turn core dumps off."))
    let state = StateFolder(talk.environment)
    state.make()
    found.append(
      state.isWritable
        ? .good("state", "This computer can note what it saw of a vault last.")
        : .advice(
          "state", "What netvault saw last cannot be noted, so an older copy would not be told.",
          next: "Make this folder writable: \(state.path)"))
    found += editorFolders()
    return found
  }

  /// Folders that an editor's form was in, when the program was stopped from outside.
  private func editorFolders() -> [Finding] {
    var found: [Finding] = []
    for parent in ["/dev/shm", talk.environment["XDG_RUNTIME_DIR"]].compactMap(\.self) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
      for name in names.sorted() where name.wholeMatch(of: /netvault-[A-Za-z0-9]{6}/) != nil {
        var status = stat()
        guard unsafe lstat("\(parent)/\(name)", &status) == 0, status.st_uid == geteuid(),
          time(nil) - status.st_mtim.tv_sec > 3600
        else { continue }
        found.append(
          .advice(
            "left-over", "A form of \"edit --editor\" was left in memory.",
            next: "rm -r \(parent)/\(name)"))
      }
    }
    return found
  }
}

extension Checkup {
  /// The vault's file and what lies around it.
  func file(_ path: String, _ glance: SealedFile.Glance?) -> [Finding] {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return [] }
    let folder = Self.folder(of: path)
    var found = permissions(path, folder, status)
    if let free = FreeSpace.bytes(in: folder) {
      let needed = UInt64(status.st_size) + (16 << 20)
      found.append(
        free >= needed
          ? .good("space", "\(FreeSpace.words(free)) are free on the vault's disk.")
          : .advice(
            "space", "Only \(FreeSpace.words(free)) are free on the vault's disk.",
            next: "Free some space: \(FreeSpace.words(needed)) let the vault be written anew."))
    }
    found += leftOvers(path, folder)
    guard let glance else { return found }
    found += keys(glance) + backup(path, folder, glance) + copies(path, folder, glance)
    return found
  }

  static func folder(of path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return folder.isEmpty ? "/" : folder
  }

  private func permissions(_ path: String, _ folder: String, _ file: stat) -> [Finding] {
    var found: [Finding] = []
    found.append(
      file.st_mode & 0o077 == 0
        ? .good("file-mode", "Only you can read the vault's file.")
        : .advice(
          "file-mode", "Others on this computer can read the vault's file, locked as it is.",
          next: "chmod 600 \(path)"))
    var status = stat()
    if unsafe stat(folder, &status) == 0 {
      let isOpen = status.st_mode & 0o022 != 0 && status.st_mode & S_ISVTX == 0
      found.append(
        isOpen
          ? .advice(
            "folder-mode", "Others on this computer can remove files from the vault's folder.",
            next: "chmod go-w \(folder)")
          : .good("folder-mode", "Only you can remove files from the vault's folder."))
    }
    if unsafe access(path, W_OK) != 0 {
      found.append(
        .advice(
          "writable", "The vault can be read here, but nothing can be added.",
          next: "Copy it to a place where you can write."))
    }
    return found
  }

  /// Whether a vault can be kept unlocked here, and whether this one is.
  private func keyRing(_ glance: SealedFile.Glance) -> [Finding] {
    do throws(KeyRing.Refusal) {
      guard try KeyRing.kernel.holds(glance.vaultID) else {
        return [.good("key-ring", "The vault is locked. It can be kept unlocked for a while.")]
      }
      return [
        .advice(
          "key-ring", "The vault is unlocked now, for every program that runs as you.",
          next: "Close it, if you need it no more: netvault lock")
      ]
    } catch {
      return [
        .good(
          "key-ring",
          "The kernel refuses the key ring, so netvault asks for the passphrase each time.")
      ]
    }
  }

  private func keys(_ glance: SealedFile.Glance) -> [Finding] {
    var found: [Finding] = []
    if let cost = glance.leastCost {
      let words = Calibration.words(cost)
      found.append(
        cost.memory >> 20 >= 64
          ? .good("cost", "What a guess at the passphrase takes here: \(words).")
          : .advice(
            "cost", "A guess at the passphrase takes little here: \(words).",
            next: "Choose it anew, at today's cost: netvault passphrase"))
    }
    found += keyRing(glance)
    found.append(
      glance.recoveries > 0
        ? .good("recovery", "There is a recovery sheet for this vault.")
        : .advice(
          "recovery", "There is no recovery sheet. A lost passphrase would lock you out.",
          next: "netvault key sheet"))
    if !glance.isHeaderWhole {
      found.append(
        .advice(
          "header", "One of the two copies of the vault's start is not whole. The other one is.",
          next: "The next change repairs it, such as: netvault add note"))
    }
    return found
  }

  private func backup(
    _ path: String, _ folder: String, _ glance: SealedFile.Glance
  ) -> [Finding] {
    guard let last = LastBackup.here(glance.vaultID, talk.environment) else {
      return [
        .advice(
          "backup", "No backup of this vault was made on this computer.",
          next: "netvault backup FOLDER    (a stick, or another disk)")
      ]
    }
    let words = "The last backup is from \(last.words(today: talk.today))."
    if let age = last.age(talk.today), age > LastBackup.longAgo {
      return [.advice("backup", words, next: "netvault backup")]
    }
    if BackupFolder.isSameDisk(last.folder, folder) {
      return [
        .advice(
          "backup", words + " It is on the same disk as the vault.",
          next: "Make one on a stick: netvault backup FOLDER")
      ]
    }
    return [.good("backup", words)]
  }

  /// Files of work that was stopped. One that is in use is none.
  private func leftOvers(_ path: String, _ folder: String) -> [Finding] {
    var found: [Finding] = []
    let vault = path.split(separator: "/").last.map(String.init) ?? path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() {
      let isOurs =
        name == vault + ".compacting" || name == vault + ".restoring"
        || (name.hasPrefix(".") && name.hasSuffix("-backup.part"))
        || name.wholeMatch(of: /.+\.[0-9]+\.part/) != nil
      if isOurs, !Self.isLocked("\(folder)/\(name)") {
        found.append(
          .advice(
            "left-over", "Work that was stopped left a file behind: \(name)",
            next: "rm \(folder)/\(name)"))
      }
      if name.hasPrefix(vault + ".before-") {
        found.append(
          .advice(
            "set-aside", "A vault as it was before a backup was put back is kept: \(name)",
            next: "When you no longer need it: rm \(folder)/\(name)"))
      }
    }
    return found
  }

  private static func isLocked(_ path: String) -> Bool {
    let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    return flock(file, LOCK_SH | LOCK_NB) != 0
  }

  /// Other files beside it with the same id: what a cloud folder makes of two computers.
  private func copies(
    _ path: String, _ folder: String, _ glance: SealedFile.Glance
  ) -> [Finding] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let backups = BackupFolder(
      path: folder, name: VaultLocation.name(of: path), vaultID: glance.vaultID
    ).backups.map(\.file)
    return names.sorted().compactMap { name in
      let other = "\(folder)/\(name)"
      guard !backups.contains(name), !name.contains(".vault.before-"),
        !name.hasSuffix(".compacting"), !name.hasSuffix(".restoring"), !name.hasSuffix(".part"),
        !BackupFolder.isSame(other, path),
        (try? SealedFile.looksLikeVault(at: other))?.vaultID == glance.vaultID
      else { return nil }
      return .advice(
        "copy", "Another copy of this vault is beside it: \(name)",
        next: "Join the two: netvault merge \"\(other)\"")
    }
  }
}
