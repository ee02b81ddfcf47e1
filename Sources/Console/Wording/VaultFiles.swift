// What is said about the vault as a file: missing, damaged, in use, from another version.

extension Problem {
  package static let noVaultYet = Problem(
    "There is no vault on this computer yet.",
    next: "Make one with:  netvault init", exit: .noVault)

  /// No vault with that name or at that place. `close` is one that is there.
  package static func noSuchVault(_ name: String, close: String?) -> Problem {
    Problem(
      "There is no vault called \"\(name)\".",
      next: close.map { "Did you mean:  netvault --vault \($0)" }
        ?? "Look at the name, or make a vault:  netvault init",
      exit: .noVault)
  }

  /// A file that is no vault. `kind` is what its first bytes look like.
  package static func notAVault(_ path: String, kind: String?) -> Problem {
    let like = kind.map { " It starts like \($0)." } ?? ""
    return Problem(
      "\(path) is not a netvault file.\(like)", name: "not-a-vault",
      next: "Look at the name, or make a vault:  netvault init", exit: .noVault)
  }

  package static func vaultExists(_ path: String) -> Problem {
    Problem(
      "There is already a vault at \(path).", name: "vault-exists",
      safe: "It was not touched.",
      next: "To make one for another person:  netvault init --vault <name>",
      exit: .declined)
  }

  package static let noPractice = Problem(
    "There is no practice vault on this computer.", name: "no-practice",
    safe: "Nothing was changed.", next: "Make one with:  netvault practice", exit: .noVault)

  /// `practice` as the name of a vault of one's own.
  package static let nameForPractice = Problem(
    "The name \"practice\" is kept for the vault of a made-up patient.", name: "name-for-practice",
    safe: "Nothing was changed.", next: "Choose another name:  netvault init --vault <name>",
    exit: .declined)

  package static func newerVault(made: Int, have: Int) -> Problem {
    Problem(
      "This vault was made by netvault \(made). You have netvault \(have).", name: "newer-vault",
      safe: "Nothing was changed.", next: "Install netvault \(made) to open it.", exit: .failed)
  }

  /// Another process has the vault. `since` is a time of day, `window` what it runs.
  package static func vaultInUse(since: String?, window: String?) -> Problem {
    let since = since.map { " since \($0)" } ?? ""
    let window = window.map { " (the window \"\($0)\")" } ?? ""
    return Problem(
      "Another netvault is using this vault\(since)\(window).", safe: "Nothing was changed.",
      next: "Finish or close it there, then run this again.",
      exit: .vaultInUse)
  }

  /// Records that cannot be read. `what` names them by kind and year, never by what they hold.
  package static func damagedVault(
    unreadable: Int, of total: Int, what: String, lastBackup: String?
  ) -> Problem {
    Problem(
      "\(unreadable) of \(total) records cannot be read. The other \(total - unreadable) are fine.",
      name: "damaged-vault",
      safe: "Nothing was changed. Do not delete this file: parts may be saved.",
      why: what.isEmpty ? "" : "Damaged: \(what).",
      next: (lastBackup.map { "Your last backup is from \($0). " } ?? "")
        + "To save what is there:  netvault doctor --repair",
      exit: .damaged)
  }

  /// A vault that does not open at all, with the right passphrase.
  package static func vaultAltered(lastBackup: String?) -> Problem {
    Problem(
      "This vault was changed by something other than netvault.", name: "vault-altered",
      safe: "Nothing was changed now. Do not delete this file: parts may be saved.",
      next: (lastBackup.map { "Your last backup is from \($0). " } ?? "")
        + "To save what is there:  netvault doctor --repair",
      exit: .damaged)
  }
}
