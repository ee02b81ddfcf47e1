// What is said about the ways to open a vault: passphrases, recovery sheets, and unlocking.

extension Problem {
  package static let newPassphraseNeeded = Problem(
    "This needs a new passphrase, and there is no terminal to ask on.",
    name: "new-passphrase-needed", safe: "Nothing was changed.",
    next: "Give it with:  --new-passphrase-file FILE", exit: .needsAnswer)

  /// `--passphrase-command`, where the command gave no passphrase. `reason` is a whole sentence.
  package static func passphraseCommand(_ command: String, reason: String) -> Problem {
    Problem(
      "The command \"\(command)\" gave no passphrase.",
      name: "passphrase-command", safe: "Nothing was changed.", why: reason,
      next: "Run the command by itself, and see what it says.", exit: .cannotRead)
  }

  /// A slot was being written when the disk gave up.
  package static let keysUncertain = Problem(
    "The change could not be written in full.", name: "keys-uncertain",
    safe: "The vault still opens.", why: "It is not known which passphrases count now.",
    next: "Try the new one first, then the old one:  netvault key list", exit: .cannotWrite)

  /// All eight ways to open the vault are taken.
  package static let noFreeWay = Problem(
    "A vault has room for eight ways to open it, and all are taken.", name: "no-free-way",
    safe: "Nothing was changed.", next: "Remove one first:  netvault key list", exit: .failed)

  /// No way to open the vault has that number or label.
  package static func noSuchWay(_ typed: String) -> Problem {
    Problem(
      "There is no way to open the vault called \"\(typed)\".", name: "no-such-way",
      safe: "Nothing was changed.", next: "See which there are:  netvault key list",
      exit: .nothingFound)
  }

  /// Two have the same label.
  package static func severalWays(_ typed: String) -> Problem {
    Problem(
      "More than one is called \"\(typed)\".", name: "several-ways",
      safe: "Nothing was changed.", next: "Say its number. See:  netvault key list",
      exit: .needsAnswer)
  }

  package static let lastPassphrase = Problem(
    "This is the only passphrase. It stays, so that you can open the vault.",
    name: "last-passphrase", safe: "Nothing was changed.",
    next: "Choose another one instead:  netvault passphrase", exit: .failed)

  package static let noRecoverySheet = Problem(
    "This vault has no recovery sheet: recovery words do not open it.",
    name: "no-recovery-sheet", safe: "Nothing was changed.",
    next: "Look for the passphrase. Try each one that you remember.", exit: .failed)

  package static let recoveryWordsNeeded = Problem(
    "The words of the recovery sheet are needed, and there is no terminal to ask on.",
    name: "recovery-words-needed", safe: "Nothing was changed.",
    next: "Give a file with them:  --words-file FILE", exit: .needsAnswer)

  /// The file of the sheet is there.
  package static func sheetExists(_ path: String) -> Problem {
    Problem(
      "\(path) is already there.", name: "sheet-exists", safe: "It was not touched.",
      next: "Choose another name:  --output FILE", exit: .declined)
  }

  package static func unlockLength(_ typed: String, most: String) -> Problem {
    Problem(
      "\"\(typed)\" is no time that a vault can stay unlocked.", name: "unlock-length",
      safe: "Nothing was changed.", why: "It can be anything up to \(most).",
      next: "For example:  --for 15m, --for \"2 hours\"", exit: .usage)
  }

  /// The kernel keeps no keys for this program.
  package static let keyRingRefused = Problem(
    "This computer does not let netvault keep a vault unlocked.", name: "key-ring-refused",
    safe: "The vault is as well locked as before.",
    why: "Its kernel refuses the key ring, as is usual in a container.",
    next: "netvault asks for the passphrase each time.", exit: .failed)

  package static let keyRingFull = Problem(
    "The key ring of this user is full.", name: "key-ring-full",
    safe: "The vault is as well locked as before.",
    next: "Log out and in again, or use the passphrase each time.", exit: .failed)

  /// The key could not be taken out of the key ring.
  package static let stillUnlocked = Problem(
    "The vault could not be locked: the kernel kept the key.", name: "still-unlocked",
    why: "It forgets the key by itself when the time is over.",
    next: "To be sure, restart the computer.", exit: .failed)
}
