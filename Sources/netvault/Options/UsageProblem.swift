/// What is wrong with a command line, said in netvault's words instead of the parser's.
internal import ArgumentParser
internal import Console

enum UsageProblem {
  /// `message` is the parser's bare sentence.
  static func of(_ message: String, _ arguments: [String]) -> Problem {
    guard message.lowercased().contains("unexpected argument"),
      let place = arguments.firstIndex(where: { message.contains("'\($0)'") })
    else { return .usage(message.endingWithStop, help: "netvault help") }
    let word = arguments[place]
    if arguments[..<place].contains(where: { ["add", "new"].contains($0) }) {
      return .unknownKind(
        word, command: "add", close: Suggest.closest(to: word, among: KindWord.all))
    }
    let commands = commandNames()
    if arguments[..<place].contains(where: { commands.contains($0) }) {
      return .extraWords(word)
    }
    return .unknownCommand(word, close: Suggest.closest(to: word, among: commands))
  }

  private static func commandNames() -> [String] {
    Netvault.configuration.groupedSubcommands.flatMap(\.subcommands).flatMap { command in
      [command._commandName] + command.configuration.aliases
    }
  }
}

extension String {
  /// As a sentence, with a full stop.
  fileprivate var endingWithStop: String { hasSuffix(".") ? self : self + "." }
}

extension GlobalOptions {
  /// The flags that say how to talk, for a command line that could not be read as a whole.
  static func talking(_ arguments: [String]) -> TerminalOptions {
    func has(_ flag: String) -> Bool { arguments.contains(flag) }
    return TerminalOptions(
      color: has("--no-color") ? false : nil, isAccessible: has("--accessible") ? true : nil,
      isQuiet: has("--quiet") || has("-q"), noInput: has("--no-input"), json: has("--json"),
      plain: has("--plain"), assumesYes: has("--yes"))
  }
}
