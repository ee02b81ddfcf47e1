// What is said about the command line, and about mistakes of the program itself.

extension Problem {
  package static func unknownCommand(_ typed: String, close: String?) -> Problem {
    Problem(
      "netvault has no command \"\(typed)\".", name: "unknown-command",
      next: close.map { "Did you mean:  netvault \($0)" } ?? "All commands:  netvault help",
      exit: .usage)
  }

  /// A word that is no kind of record. `command` is where it stood, such as `add`.
  package static func unknownKind(_ typed: String, command: String, close: String?) -> Problem {
    Problem(
      "netvault keeps no records called \"\(typed)\".", name: "unknown-kind",
      next: close.map { "Did you mean:  netvault \(command) \($0)" }
        ?? "See which there are:  netvault help \(command)",
      exit: .usage)
  }

  package static func unknownFlag(_ typed: String, command: String, close: String?) -> Problem {
    Problem(
      "netvault \(command) has no --\(typed).", name: "unknown-flag",
      next: close.map { "Did you mean:  --\($0)" }
        ?? "See which there are:  netvault \(command) --help",
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
