// What is said about the command line, and about mistakes of the program itself.

extension Problem {
  package static func unknownCommand(_ typed: String, close: String?) -> Problem {
    Problem(
      "netvault has no command \"\(typed)\".", name: "unknown-command",
      next: close.map { "Did you mean:  netvault \($0)" }
        ?? "All commands:  netvault help commands",
      exit: .usage)
  }

  /// A word after a command that has commands of its own, such as `key`.
  package static func unknownSubcommand(
    _ typed: String, command: String, close: String?
  ) -> Problem {
    Problem(
      "netvault \(command) has no command \"\(typed)\".", name: "unknown-command",
      next: close.map { "Did you mean:  netvault \(command) \($0)" }
        ?? "See which there are:  netvault help \(command)",
      exit: .usage)
  }

  /// `netvault help WORD`, where the word is no command, no kind, no topic and not in the glossary.
  package static func noHelp(_ typed: String, close: String?) -> Problem {
    Problem(
      "netvault has no help about \"\(typed)\".", name: "no-help",
      next: close.map { "Did you mean:  netvault help \($0)" }
        ?? "Everything there is:  netvault help",
      exit: .nothingFound)
  }

  /// A word that is not in the glossary.
  package static func unknownTerm(_ typed: String, close: String?) -> Problem {
    Problem(
      "The list of words has no \"\(typed)\".", name: "unknown-term",
      next: close.map { "Did you mean:  netvault help words \($0)" }
        ?? "All of them:  netvault help words",
      exit: .nothingFound)
  }

  /// A word that is no kind of record. `command` is where it stood, such as `add`.
  package static func unknownKind(_ typed: String, command: String, close: String?) -> Problem {
    Problem(
      "netvault keeps no records called \"\(typed)\".", name: "unknown-kind",
      next: close.map { "Did you mean:  netvault \(command) \($0)" }
        ?? "See which there are:  netvault help commands",
      exit: .usage)
  }

  package static func unknownFlag(_ typed: String, command: String, close: String?) -> Problem {
    Problem(
      "netvault \(command) has no --\(typed).", name: "unknown-flag",
      next: close.map { "Did you mean:  --\($0)" }
        ?? "See which there are:  netvault \(command) --help",
      exit: .usage)
  }

  /// A word after a command that is none of the few that fit, such as the name of a shell.
  package static func unknownWord(_ typed: String, close: String?, choices: [String]) -> Problem {
    Problem(
      "\"\(typed)\" does not fit here." + (close.map { " Did you mean \($0)?" } ?? ""),
      name: "unknown-word", next: "It can be:  \(choices.joined(separator: ", "))", exit: .usage)
  }

  /// A flag that no command has, where no command was named.
  package static func unknownOption(_ typed: String, close: String?) -> Problem {
    Problem(
      "netvault has no \(typed).", name: "unknown-flag",
      next: close.map { "Did you mean:  \($0)" } ?? "See which there are:  netvault help options",
      exit: .usage)
  }

  /// Any other trouble with the command line, in the words of its reader.
  package static func usage(_ message: String, help: String) -> Problem {
    Problem(message, next: "See how it is written:  \(help)", exit: .usage)
  }

  /// A mistake of netvault. `report` is a file without any records in it.
  package static func internalError(report: String?) -> Problem {
    Problem(
      "netvault stopped because of a mistake in the program.", name: "internal-error",
      safe: "Your vault was not changed.",
      next: report.map { "A report without any of your records is in \($0)." }
        ?? "To check the vault:  netvault verify",
      exit: .failed)
  }

  package static let declined = Problem("Nothing was changed.", exit: .declined)

  package static let nothingToDo = Problem(
    "There is nothing to do.", name: "nothing-to-do", exit: .declined)
}
