/// What is wrong with a command line, said in netvault's words instead of the parser's.
internal import ArgumentParser
internal import Console
internal import FoundationEssentials
internal import Records

enum UsageProblem {
  /// `message` is the parser's bare sentence.
  static func of(_ message: String, _ arguments: [String]) -> Problem {
    if arguments.contains(where: { $0 == "--passphrase" || $0.hasPrefix("--passphrase=") }) {
      return .passphraseOnCommandLine
    }
    let place = CommandTree.find(CommandTree.words(of: arguments).map(\.word))
    // A word that is no command is the first thing to say, whatever follows it.
    if let unknown = place.unknown {
      let isMeant = Suggest.closest(to: unknown, among: CommandTree.names(below: place.command))
      if !CommandTree.takesWords(place.command) || isMeant != nil {
        return unknownCommand(unknown, at: place)
      }
    }
    let command = place.words
    if let flag = message.firstMatch(of: /Unknown option '([^']+)'/) {
      return unknownFlag(String(flag.output.1), place)
    }
    if let flag = message.firstMatch(of: /Missing value for '(?:-[a-z], )?--([a-z-]+)/) {
      return .flagEmpty(String(flag.output.1))
    }
    if let missing = message.firstMatch(of: /Missing expected argument '<?([^ '>]+)/) {
      return .needsWords(command, words: String(missing.output.1))
    }
    let wrongValue = /The value '(.*)' is invalid for '(?:<[a-z-]+>|--([a-z-]+))/
    if let value = message.firstMatch(of: wrongValue) {
      return notAChoice(message, String(value.output.1), value.output.2.map { String($0) })
    }
    if message.lowercased().contains("unexpected argument"),
      let word = arguments.first(where: { message.contains("'\($0)'") })
    {
      return .extraWords(word)
    }
    let help = command.isEmpty ? "netvault help" : "netvault help \(command)"
    return .usage(message.endingWithStop, help: help)
  }

  /// A word where a command was looked for: another command, or a kind of record, may be meant.
  static func unknownCommand(_ word: String, at place: CommandTree.Place) -> Problem {
    if place.command == Add.self {
      return .unknownKind(
        word, command: "add", close: Suggest.closest(to: word, among: KindWord.all))
    }
    let close = Suggest.closest(to: word, among: CommandTree.names(below: place.command))
    if place.path.count > 1 {
      return .unknownSubcommand(word, command: place.words, close: close)
    }
    // Who types the name of a kind wants to see it.
    if close == nil, let kind = Kind(word: word) {
      return .unknownCommand(word, close: "list \(kind.rawValue)")
    }
    return .unknownCommand(word, close: close)
  }

  private static func unknownFlag(_ flag: String, _ place: CommandTree.Place) -> Problem {
    let help = Netvault.helpMessage(for: place.command, columns: 1000)
    let known = help.matches(of: /(?:^|[ ,])(--[a-z][a-z-]+)/).map { String($0.output.1) }
    let close = Suggest.closest(to: flag, among: known)
    guard place.path.count > 1, flag.hasPrefix("--") else {
      return .unknownOption(flag, close: close)
    }
    return .unknownFlag(
      String(flag.dropFirst(2)), command: place.words, close: close.map { String($0.dropFirst(2)) })
  }

  private static func notAChoice(_ message: String, _ value: String, _ flag: String?) -> Problem {
    let choices = message.matches(of: /'([a-z0-9-]+)'/).map { String($0.output.1) }
      .filter { $0 != value }
    let close = Suggest.closest(to: value, among: choices)
    guard let flag else { return .unknownWord(value, close: close, choices: choices) }
    return .notAChoice(value, close: close, choices: choices, flag: flag)
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
    let config = Config(ProcessInfo.processInfo.environment)
    return TerminalOptions(
      color: has("--no-color") ? false : nil, isAccessible: has("--accessible") ? true : nil,
      isQuiet: has("--quiet") || has("-q"), noInput: has("--no-input"), json: has("--json"),
      plain: has("--plain"), assumesYes: has("--yes"), noPager: has("--no-pager"),
      configuredColor: config.color, configuredAccessible: config.isAccessible)
  }
}
