// What is said about backups: where they go, and what they are.

extension Problem {
  package static func backupFolderMissing(_ path: String) -> Problem {
    Problem(
      "There is no folder \(path).", name: "no-such-folder", safe: "Nothing was changed.",
      why: "Is the stick or disk plugged in?",
      next: "Name a folder that is there:  netvault backup <folder>", exit: .cannotWrite)
  }

  package static func backupNotAFolder(_ path: String) -> Problem {
    Problem(
      "\(path) is a file. A backup goes into a folder.", name: "not-a-folder",
      safe: "Nothing was changed.", next: "Name the folder:  netvault backup <folder>",
      exit: .cannotWrite)
  }

  /// The folder where netvault keeps vaults by name.
  package static func backupAmongVaults(_ path: String) -> Problem {
    Problem(
      "\(path) is where the vault itself is kept.", name: "backup-among-vaults",
      safe: "Nothing was changed.", why: "A copy in the same place is lost together with it.",
      next: "Choose another folder:  netvault backup <folder>", exit: .cannotWrite)
  }

  /// What was written is not what can be read back.
  package static func backupNotSound(_ folder: String) -> Problem {
    Problem(
      "The backup could not be read back as it was written.", name: "backup-not-sound",
      safe: "It was removed again. Older backups and the vault are as they were.",
      why: "The disk or stick at \(folder) may be worn out.",
      next: "Use another one:  netvault backup <folder>", exit: .damaged)
  }

  /// A vault with damage in it: its copy has the same.
  package static func backupOfDamaged(kept path: String?) -> Problem {
    Problem(
      path == nil
        ? "The vault has damage, so no backup was made."
        : "The vault has damage, and this backup has it too.",
      name: "backup-of-damaged",
      safe: path.map { "It was kept all the same: \($0). No older backup was removed." }
        ?? "Older backups were not touched.",
      next: "See what can be saved:  netvault doctor --repair", exit: .damaged)
  }

  package static let backupRunning = Problem(
    "Another backup of this vault is being written there.", name: "backup-running",
    safe: "Nothing was changed.", next: "Wait until it is done, then run this again.",
    exit: .vaultInUse)

  /// A backup of another person's vault, or of another vault of the same person.
  package static func backupOfAnother(_ path: String, vault: String) -> Problem {
    Problem(
      "\(path) is a backup of another vault than \(vault).", name: "backup-of-another",
      safe: "Nothing was changed.",
      next: "Say where it should go:  netvault --vault <new name> backup open \(path)",
      exit: .failed)
  }

  /// A backup that is damaged itself is not put in place of anything.
  package static func backupDamaged(_ path: String) -> Problem {
    Problem(
      "The backup \(path) has damage in it.", name: "backup-damaged",
      safe: "Nothing was changed, and it was not put in place.",
      next: "To save what it holds:  netvault --vault \(path) doctor --repair", exit: .damaged)
  }

  /// A backup that is the vault itself.
  package static func backupIsVault(_ path: String) -> Problem {
    Problem(
      "\(path) is the vault itself, not a backup.", name: "backup-is-vault",
      safe: "Nothing was changed.", next: "Name the backup:  netvault backup open <backup>",
      exit: .failed)
  }

  /// A repair of a vault in which everything can be read.
  package static let nothingToRepair = Problem(
    "There is nothing to repair: all of this vault can be read.", name: "nothing-to-repair",
    safe: "Nothing was changed.", next: "To see what else there is to do:  netvault doctor",
    exit: .declined)
}
