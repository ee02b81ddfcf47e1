/// Which help a person asks for, and the screen that gives it.
internal import ArgumentParser
internal import Console
internal import Records

enum HelpPages {
  /// What a first screen shows. The others work just the same; `netvault help commands` has all.
  static let main: Set<String> = [
    "init", "practice", "add", "list", "show", "edit", "remove", "restore", "search", "timeline",
    "undo", "import", "attach", "results", "symptoms", "questions", "team", "schedule",
    "insurance", "checklist", "export", "given", "backup", "verify", "passphrase", "recover",
    "lock", "doctor", "completions",
  ]

  /// The flags that every command has are one topic, not a page of each command.
  static let shared = "options of every command"

  /// The parser must not wrap: `HelpScreen` does.
  private static let noWrap = 100_000

  /// The help of one command.
  static func screen(of command: CommandTree.Command) -> HelpScreen {
    let text = Netvault.helpMessage(for: command, columns: noWrap)
    guard command == Netvault.self else {
      return HelpScreen(parser: text, without: [shared]) + HelpScreen(TopicText.moreOptions)
    }
    let screen = HelpScreen(parser: text, without: [shared, "topics", "options"])
    return HelpScreen(onlyMain(screen.parts)) + topics + HelpScreen(TopicText.more)
  }

  /// Without the commands that are not for a first screen, and without headings above nothing.
  private static func onlyMain(_ parts: [HelpScreen.Part]) -> [HelpScreen.Part] {
    let others = Set(CommandTree.names(below: Netvault.self)).subtracting(main)
    var kept: [HelpScreen.Part] = []
    for part in parts {
      if case .pair(let name, _) = part {
        let word = name.prefix { $0 != "," && $0 != " " }
        if others.contains(String(word)) { continue }
      }
      if part == .blank, case .heading? = kept.last { kept.removeLast() }
      kept.append(part)
    }
    return kept
  }

  /// The list of topics.
  static var topics: HelpScreen {
    HelpScreen(
      [.heading(TopicText.topicsHeading)]
        + Topics.all.map { .pair(name: $0.name, words: $0.configuration.abstract) })
  }

  /// The flags that every command takes.
  static var options: HelpScreen {
    let text = Netvault.helpMessage(for: Undo.self, columns: noWrap)
    var parts = HelpScreen(parser: text).parts
    if let start = parts.firstIndex(of: .heading("Options of every command:")) {
      parts = parts[(start + 1)...].prefix { $0 != .blank }
    }
    return HelpScreen(TopicText.options) + HelpScreen(parts)
  }

  /// The whole tree, made from the commands themselves, and the kinds.
  static var commands: HelpScreen {
    var parts: [HelpScreen.Part] = []
    for group in Netvault.configuration.groupedSubcommands where group.name != "Topics" {
      parts += [.blank, .heading(group.name + ":")]
      for command in group.subcommands { parts += lines(command, after: "") }
    }
    parts += [.blank, .heading("Kinds of record, for add and list:")]
    for kind in KindDescription.all {
      parts.append(.pair(name: kind.kind.rawValue, words: kind.about))
    }
    return HelpScreen(TopicText.commands) + HelpScreen(parts)
  }

  private static func lines(
    _ command: CommandTree.Command, after words: String
  ) -> [HelpScreen.Part] {
    let name = words + command._commandName
    let here: HelpScreen.Part = .pair(name: name, words: command.configuration.abstract)
    // The kinds below `add` have a list of their own.
    guard command != Add.self else { return [here] }
    return [here] + command.configuration.subcommands.flatMap { lines($0, after: name + " ") }
  }
}

/// `netvault help …`, wherever global flags stand.
struct HelpRequest {
  /// What comes after `help`.
  let words: [String]
  /// Everything else on the command line.
  let flags: [String]

  init?(_ arguments: [String]) {
    let found = CommandTree.words(of: arguments)
    guard found.first?.word == "help" else { return nil }
    words = found.dropFirst().map(\.word)
    let places = Set(found.map(\.place))
    flags = arguments.enumerated().filter { !places.contains($0.offset) }.map(\.element)
      .filter { !["-h", "--help"].contains($0) }
  }

  /// The command line of the topic that is asked for, where it is one.
  var topic: [String]? {
    guard let first = words.first else { return nil }
    if Topics.all.contains(where: { $0.name == first }) { return flags + words }
    let isCommand = CommandTree.find(words).unknown != first || Kind(word: first) != nil
    let isTerm = !Glossary.shared.find(words.joined(separator: " ")).isEmpty
    return isTerm && !isCommand ? flags + ["words"] + words : nil
  }

  /// The screen about a command or a kind.
  func screen() throws(Problem) -> HelpScreen {
    let place = CommandTree.find(words)
    guard let unknown = place.unknown else { return HelpPages.screen(of: place.command) }
    if place.path.count == 1, Kind(word: unknown) != nil {
      return HelpPages.screen(of: CommandTree.find(["add", unknown]).command)
    }
    if place.path.count == 1 {
      let known = CommandTree.names(below: Netvault.self) + KindWord.all
      throw .noHelp(words.joined(separator: " "), close: Suggest.closest(to: unknown, among: known))
    }
    throw UsageProblem.unknownCommand(unknown, at: place)
  }
}
