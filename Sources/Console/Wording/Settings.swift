// What is said about settings, and about vaults by their names.

extension Problem {
  /// A setting that there is not.
  package static func unknownSetting(
    _ word: String, close: String?, settings: [String]
  ) -> Problem {
    Problem(
      "netvault has no setting \"\(word)\".", name: "unknown-setting", safe: "Nothing was changed.",
      next: close.map { "Did you mean:  netvault config \($0)" }
        ?? "There are: \(settings.joined(separator: ", ")).",
      exit: .usage)
  }

  /// A value that a setting cannot take.
  package static func settingValue(_ key: String, _ value: String, choices: [String]) -> Problem {
    Problem(
      "\"\(value)\" is nothing that \(key) can be.", name: "setting-value",
      safe: "Nothing was changed.",
      next: choices.first.map { first in
        "It can be \(choices.joined(separator: ", ")). Type:  netvault config \(key) \(first)"
      } ?? "Look at it with:  netvault config \(key)",
      exit: .usage)
  }

  /// A name that no vault of this computer has.
  package static func noVaultOfThatName(_ name: String, others: [String]) -> Problem {
    Problem(
      "There is no vault \"\(name)\" on this computer.", name: "no-vault-of-that-name",
      safe: "Nothing was changed.",
      why: others.isEmpty ? "" : "There are: \(others.joined(separator: ", ")).",
      next: "See all of them:  netvault vaults", exit: .noVault)
  }

  /// `netvault unlock`, where the settings say that no vault is kept open.
  package static let unlockIsOff = Problem(
    "Your settings say that no vault is kept open.", name: "unlock-is-off",
    safe: "Nothing was changed.", why: "The setting is lock-after.",
    next: "To open it all the same:  netvault unlock --for 15m", exit: .declined)

  /// A name that a new vault cannot have.
  package static func vaultName(_ name: String, isTaken: Bool) -> Problem {
    Problem(
      isTaken
        ? "\"\(name)\" is the name of another vault here."
        : "\"\(name)\" has more than letters, figures and dashes in it.",
      name: "vault-name", next: "Type another one, such as:  dad", exit: .needsAnswer)
  }
}
