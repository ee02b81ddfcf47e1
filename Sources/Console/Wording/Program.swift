// What is said about choosing a vault, a record or a file, where no other place fits.

extension Problem {
  /// More than one vault on this computer, and none was named.
  package static func severalVaults(_ names: [String]) -> Problem {
    Problem(
      "There are \(names.count) vaults on this computer: \(names.joined(separator: ", ")).",
      name: "several-vaults", next: "Say which:  netvault --vault \(names.first ?? "NAME")",
      exit: .needsAnswer)
  }

  /// Words on the command line that nothing asks for.
  package static func extraWords(_ words: String) -> Problem {
    Problem(
      "netvault does not know what to do with \"\(words)\".", name: "extra-words",
      safe: "Nothing was changed.", next: "Write a flag before it, such as:  --note", exit: .usage)
  }

  /// `--none-known` for a kind where it says nothing.
  package static func noneMeansNothing(_ many: String) -> Problem {
    Problem(
      "\"None known\" is not kept for \(many).", name: "no-none",
      safe: "Nothing was changed.", next: "Write it as a note:  netvault add note", exit: .usage)
  }

  package static let emptyBin = Problem(
    "The bin is empty.", name: "empty-bin", safe: "Nothing was changed.",
    next: "See every change:  netvault history", exit: .nothingFound)

  /// A file, such as the one of `--passphrase-file`, that cannot be read.
  package static func passphraseFile(_ path: String, reason: String) -> Problem {
    Problem(
      "The passphrase file \(path) could not be read: \(reason).", name: "passphrase-file",
      safe: "Nothing was changed.", next: "Look at the name and who may read it.",
      exit: .cannotRead)
  }

  /// Two flags, or a flag and its value, that do not go together.
  package static func flagValue(_ flag: String, example: String) -> Problem {
    Problem(
      "--\(flag) needs another value.", name: "flag-value", safe: "Nothing was changed.",
      next: "For example:  --\(flag) \(example)", exit: .usage)
  }

  /// A vault that only holds what the header promised up to an earlier point.
  package static func vaultCutShort(lastBackup: String?) -> Problem {
    Problem(
      "This vault file is cut short: its newest part is missing.", name: "vault-cut-short",
      safe: "Nothing was changed. Do not delete this file: parts may be saved.",
      why: (lastBackup.map { "Your last backup is from \($0). " } ?? "")
        + "A copy that is still on its way gets whole by itself.",
      next: "To save what is there:  netvault doctor --repair", exit: .damaged)
  }

  /// Not enough memory to derive a key.
  package static let noMemory = Problem(
    "There is not enough memory to open this vault.", name: "no-memory",
    safe: "Nothing was changed.", next: "Close other programs and run this again.", exit: .failed)

  /// OpenSSL or the random generator refused a call.
  package static let cryptography = Problem(
    "The encryption library of this computer did not work.", name: "cryptography",
    safe: "Nothing was changed.", next: "Restart the computer and run this again.", exit: .failed)
}

extension Problem {
  /// A file that is larger than anything a hospital gives.
  package static func fileTooLarge(_ name: String) -> Problem {
    Problem(
      "\(name) is too large to be read.", name: "file-too-large", safe: "Nothing was changed.",
      next: "Ask for the records in smaller files.", exit: .cannotRead)
  }

  /// A file with a fault that makes all of it doubtful. `what` says where, never what stood there.
  package static func fileDamaged(
    _ name: String, what: String, canBePartial: Bool = false
  ) -> Problem {
    Problem(
      "\(name) cannot be read: \(what).", name: "file-damaged", safe: "Nothing was changed.",
      why: "It may have been damaged on the way.",
      next: canBePartial
        ? "Take the rest of it with:  netvault import \(name) --partial"
        : "Get the file again from where it came.",
      exit: .cannotRead)
  }

  /// A FHIR file that holds no resource.
  package static func nothingInFile(_ name: String) -> Problem {
    Problem(
      "\(name) is a FHIR file with nothing in it.", name: "nothing-in-file",
      safe: "Nothing was changed.", next: "Get the file again from where it came.",
      exit: .cannotRead)
  }

  /// A file about several people, and nobody to ask which one is meant.
  package static func severalPatients(_ count: Int, of name: String) -> Problem {
    Problem(
      "\(name) is about \(count) people, and a vault is about one.", name: "several-patients",
      safe: "Nothing was changed.",
      next: "Say which one, by number from 1 to \(count):  --patient 1", exit: .needsAnswer)
  }

  /// A person of the file that is not there.
  package static func noSuchPatient(_ typed: String, count: Int) -> Problem {
    Problem(
      "The file has no person \"\(typed)\".", name: "no-such-patient",
      safe: "Nothing was changed.", next: "The numbers go from 1 to \(count).", exit: .usage)
  }

  /// The record of the person whose vault it is, which stays as long as the vault.
  package static let ownerStays = Problem(
    "This is the person whose vault it is. It cannot be removed.", name: "owner-stays",
    safe: "Nothing was changed.", next: "Change it with:  netvault edit person", exit: .failed)

  /// A number of a version that the record does not have.
  package static let unknownVersion = Problem(
    "The record has no version with that number.", name: "unknown-version",
    safe: "Nothing was changed.", next: "See its versions:  netvault history WHAT",
    exit: .nothingFound)

  /// A vault whose making was stopped half-way. Nothing was ever kept in it.
  package static func vaultUnfinished(_ path: String) -> Problem {
    Problem(
      "This vault was never finished: its making was stopped.", name: "vault-unfinished",
      safe: "Nothing was ever kept in it.",
      next: "Remove \(path), then make it again:  netvault init", exit: .damaged)
  }

  /// A folder where the name of a file to write was asked for.
  package static func outputIsFolder(_ path: String) -> Problem {
    Problem(
      "\(path) is a folder, not a file.", name: "output-is-folder",
      safe: "Nothing was written.", next: "Name a file in it, such as:  -o \(path)/summary.html",
      exit: .cannotWrite)
  }

  /// A command that was typed without what it is about.
  package static func needsWords(_ command: String, words: String) -> Problem {
    Problem(
      "netvault \(command) needs more: \(words).", name: "needs-answer",
      next: "See how it is written:  netvault \(command) --help", exit: .needsAnswer)
  }
}
