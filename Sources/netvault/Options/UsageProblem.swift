/// What is wrong with a command line, said in netvault's words instead of the parser's.
internal import ArgumentParser
internal import Console
internal import Records

enum UsageProblem {
  /// `message` is the parser's bare sentence.
  static func of(_ message: String, _ arguments: [String]) -> Problem {
    if arguments.contains(where: { $0 == "--passphrase" || $0.hasPrefix("--passphrase=") }) {
      return .passphraseOnCommandLine
    }
    let commands = commandNames()
    let command = arguments.first { commands.contains($0) }
    if let command, ["add", "new"].contains(command), let kind = unknownKind(arguments, command) {
      return kind
    }
    if let missing = message.firstMatch(of: /Missing expected argument '<?([^ '>]+)/) {
      return .needsWords(command ?? "", words: String(missing.output.1))
    }
    if let value = message.firstMatch(of: /The value '(.*)' is invalid for '--([a-z-]+)/) {
      let choices = message.matches(of: /'([a-z0-9-]+)'/).map { String($0.output.1) }
        .filter { $0 != String(value.output.1) }
      return .notAChoice(
        String(value.output.1), close: nil, choices: choices, flag: String(value.output.2))
    }
    let help = command.map { "netvault \($0) --help" } ?? "netvault help"
    guard message.lowercased().contains("unexpected argument"),
      let place = arguments.firstIndex(where: { message.contains("'\($0)'") })
    else { return .usage(message.endingWithStop, help: help) }
    let word = arguments[place]
    if arguments[..<place].contains(where: { ["add", "new"].contains($0) }) {
      return .unknownKind(
        word, command: "add", close: Suggest.closest(to: word, among: KindWord.all))
    }
    if arguments[..<place].contains(where: { commands.contains($0) }) {
      return .extraWords(word)
    }
    return .unknownCommand(word, close: Suggest.closest(to: word, among: commands))
  }

  /// The word after `add`, where it is no kind of record.
  private static func unknownKind(_ arguments: [String], _ command: String) -> Problem? {
    guard let place = arguments.firstIndex(of: command), place + 1 < arguments.count else {
      return nil
    }
    let word = arguments[place + 1]
    guard !word.hasPrefix("-"), Kind(word: word) == nil else { return nil }
    return .unknownKind(
      word, command: "add", close: Suggest.closest(to: word, among: KindWord.all))
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
