// What is said when a vault does not open: passphrases and recovery words.

extension Problem {
  /// A wrong passphrase. `owner` is whose vault it is, where that is known; `hasSheet` says that
  /// recovery words open the vault too.
  package static func wrongPassphrase(
    owner: String?, triesLeft: Int, hasSheet: Bool = false
  ) -> Problem {
    guard triesLeft > 0 else {
      return Problem(
        "Still not the right passphrase.", safe: "Nothing was changed.",
        next: hasSheet ? sheet : "Look for the paper you wrote it on, and try again.",
        exit: .wrongPassphrase)
    }
    let vault = owner.map { "\($0)'s vault" } ?? "this vault"
    let tries = triesLeft == 1 ? "1 try left." : "\(triesLeft) tries left."
    return Problem(
      "That passphrase does not open \(vault). \(tries)",
      why: triesLeft == 1
        ? "Is the keyboard set to another language? Spaces count too."
        : "Capital letters matter. Is Caps Lock on?",
      exit: .wrongPassphrase)
  }

  /// A wrong passphrase where there is no one to ask again.
  package static let wrongPassphraseGiven = Problem(
    "The passphrase that was given does not open this vault.", safe: "Nothing was changed.",
    next: "Look for the paper you wrote it on, and try again.", exit: .wrongPassphrase)

  /// The same, for a vault that recovery words open too.
  package static let wrongPassphraseGivenHasSheet = Problem(
    "The passphrase that was given does not open this vault.", safe: "Nothing was changed.",
    next: sheet, exit: .wrongPassphrase)

  private static let sheet = "If you have the recovery sheet:  netvault recover"

  package static let passphrasesDiffer = Problem(
    "The two are not the same.", name: "passphrases-differ", safe: "Nothing was set.",
    next: "Type the passphrase again.",
    second: "Still not the same. Type slowly, or let netvault make six words for you.",
    exit: .needsAnswer)

  package static let passphraseEmpty = Problem(
    "A passphrase needs at least one letter.", name: "passphrase-empty",
    next: "Type a few words that only you know.",
    second: "Nothing was typed again. The letters stay hidden while you type.",
    exit: .needsAnswer)

  package static let passphraseTooLong = Problem(
    "That is longer than 4,096 letters.", name: "passphrase-too-long",
    safe: "Nothing was changed.", next: "Choose a shorter passphrase.", exit: .needsAnswer)

  package static let passphraseOnCommandLine = Problem(
    "Passphrases on the command line can be seen by others on this computer.",
    name: "passphrase-on-command-line", safe: "It was ignored.",
    why: "netvault asks for it, or reads it with --passphrase-file.",
    next: "If it is yours, choose a new one:  netvault passphrase", exit: .usage)

  package static let passphraseNeeded = Problem(
    "This vault needs its passphrase, and there is no terminal to ask on.",
    name: "passphrase-needed",
    next: "Give it with --passphrase-file, --passphrase-fd or --passphrase-command.",
    exit: .needsAnswer)

  /// A recovery word that is not on the list of words.
  package static func unknownRecoveryWord(number: Int, word: String, close: String?) -> Problem {
    Problem(
      "Word \(number), '\(word)', is not on the list.", name: "unknown-recovery-word",
      next: close.map { "Close: \($0)." } ?? "Look at the sheet again, letter by letter.",
      exit: .needsAnswer)
  }

  /// A line of words that are all on the list, but not together.
  package static func recoveryLineWrong(line: Int) -> Problem {
    Problem(
      "Line \(line) does not match the sheet.", name: "recovery-line-wrong",
      why: "All its words are on the list, but one is another word or in another place.",
      next: "Read line \(line) again.", exit: .needsAnswer)
  }

  /// A line, or a whole sheet, with too many words or too few.
  package static func recoveryWordCount(found: Int, expected: Int) -> Problem {
    Problem(
      "That was \(found) \(found == 1 ? "word" : "words"). There are \(expected).",
      name: "recovery-word-count",
      next: expected == 4
        ? "Type one line of the sheet, with spaces between the words."
        : "Type all four lines of the sheet.",
      exit: .needsAnswer)
  }

  package static let recoveryWordsWrong = Problem(
    "These recovery words belong to another vault.", name: "recovery-words-wrong",
    safe: "Nothing was changed.",
    why: "A newer sheet may have been made since.",
    next: "Look for the sheet with the newest date.", exit: .wrongPassphrase)
}
