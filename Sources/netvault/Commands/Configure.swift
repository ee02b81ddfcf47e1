internal import ArgumentParser
internal import Console
internal import JSON
internal import Records

/// `netvault config`: what is set, where each comes from, and how to set it.
struct Configure: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show or change settings, and where each comes from.",
    discussion: """
      Examples:
        netvault config                      all settings
        netvault config dates day-first      3/4/2021 is 3 April
        netvault config as "Jonas, caregiver"
        netvault config vault dad            the vault that is meant when none is named
        netvault config --unset dates        back to what is built in

      The settings are in ~/.config/netvault/config, one a line: dates = day-first
      A flag is stronger than the environment, and the environment than this file.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(help: ArgumentHelp("Go back to what is built in.", valueName: "key"))
  var unset: String?

  @Argument(help: ArgumentHelp("A setting.", valueName: "key"))
  var key: String?

  @Argument(help: ArgumentHelp("What it shall be from now on.", valueName: "value"))
  var value: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    var config = talk.config
    if let unset {
      if let key { throw Problem.extraWords(key) }
      return try change(try Self.key(unset), to: nil, &config, talk)
    }
    guard let word = key else {
      show(Config.Key.allCases, config, talk)
      return .done
    }
    let key = try Self.key(word)
    guard !value.isEmpty else {
      show([key], config, talk)
      return .done
    }
    let words = value.joined(separator: " ").split(whereSeparator: \.isNewline)
      .joined(separator: " ").trimmedSpaces
    guard !words.isEmpty, let normal = key.normal(words) else {
      throw Problem.settingValue(key.rawValue, words, choices: key.choices)
    }
    if key == .vault { try Self.requireVault(normal, talk) }
    return try change(key, to: normal, &config, talk)
  }

  private static func key(_ word: String) throws(Problem) -> Config.Key {
    if let key = Config.Key(rawValue: word.lowercased().replacing("_", with: "-")) { return key }
    let all = Config.Key.allCases.map(\.rawValue)
    throw .unknownSetting(word, close: Suggest.closest(to: word, among: all), settings: all)
  }

  private static func requireVault(_ word: String, _ talk: Talk) throws(Problem) {
    let path = VaultLocation.path(of: word, talk.environment)
    guard KnownVault.isThere(path) else {
      throw .noVaultOfThatName(
        word, others: VaultLocation.known(talk.environment).map { VaultLocation.name(of: $0) })
    }
  }

  private func change(
    _ key: Config.Key, to value: String?, _ config: inout Config, _ talk: Talk
  ) throws -> Exit {
    guard config[key] != value else {
      talk.terminal.say("It is so already. Nothing was changed.")
      return .declined
    }
    let shown = value ?? key.builtIn
    guard !options.dryRun else {
      talk.terminal.say("\(key.rawValue) would be: \(shown). Nothing was changed.")
      return .done
    }
    try config.set(key, to: value)
    talk.terminal.device.setStopped(.someSaved)
    if key == .typist { Typist.forgetAll(talk.environment) }
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "key": .string(key.rawValue),
          "value": value.map { .string($0) } ?? .null,
        ])
    }
    talk.terminal.say("\(key.rawValue) is now: \(shown)")
    talk.terminal.say("See all of them: netvault config")
    return .done
  }

  private func show(_ keys: [Config.Key], _ config: Config, _ talk: Talk) {
    let settings = keys.map { SettingInForce($0, config, talk) }
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "file": .string(config.path),
          "settings": .array(settings.map(\.json)),
          "unknown": .array(config.unknownKeys.map { .string($0) }),
        ])
      return
    }
    var table = Table(["Setting", "Is", "From"].map { Table.Column($0) })
    for one in settings { table.add([one.key.rawValue, one.value, one.origin.words]) }
    table.write(to: talk.terminal)
    if let only = keys.first, keys.count == 1 {
      talk.terminal.say(Styled(only.about))
      let choices = only.choices.isEmpty ? "" : "    (\(only.choices.joined(separator: ", ")))"
      talk.terminal.say("Set it: netvault config \(only.rawValue) VALUE\(choices)")
      return
    }
    for key in config.unknownKeys {
      talk.terminal.say("The file also has \"\(key)\", which netvault does not know.")
    }
    talk.terminal.say("The file is \(config.path)")
    talk.terminal.say("What one does: netvault config dates")
  }
}

/// A setting as it counts now, and what said so.
struct SettingInForce {
  enum Origin: Equatable {
    case flag
    case environment(String)
    case file
    case builtIn
    /// Said for this computer when it was asked.
    case computer

    var words: String {
      switch self {
      case .flag: "a flag"
      case .environment(let name): "the environment (\(name))"
      case .file: "the settings file"
      case .builtIn: "built in"
      case .computer: "this computer"
      }
    }

    var name: String {
      switch self {
      case .flag: "flag"
      case .environment: "environment"
      case .file: "file"
      case .builtIn: "built-in"
      case .computer: "computer"
      }
    }
  }

  let key: Config.Key
  let value: String
  let origin: Origin

  init(_ key: Config.Key, _ config: Config, _ talk: Talk) {
    self.key = key
    (value, origin) = Self.found(key, config, talk)
  }

  private static func found(
    _ key: Config.Key, _ config: Config, _ talk: Talk
  ) -> (String, Origin) {
    func environment(_ name: String) -> (String, Origin)? {
      talk.environment[name].flatMap { $0.isEmpty ? nil : ($0, .environment(name)) }
    }
    let stronger: (String, Origin)? =
      switch key {
      case .vault: talk.options.vault.map { ($0, .flag) } ?? environment("NETVAULT_VAULT")
      case .typist: talk.options.typist.map { ($0, .flag) }
      case .accessible:
        talk.options.accessible
          ? ("yes", .flag)
          : ["NETVAULT_ACCESSIBLE", "ACCESSIBLE"].lazy.compactMap { name in
            talk.environment[name].map {
              (TerminalSettings.isTrue($0) ? "yes" : "no", .environment(name))
            }
          }.first
      case .color:
        talk.options.noColor
          ? ("no", .flag)
          : environment("NO_COLOR").map { ("no", $0.1) }
            ?? (talk.environment["TERM"] == "dumb" ? ("no", .environment("TERM")) : nil)
      default: nil
      }
    if let stronger { return stronger }
    if let text = config[key] {
      // What cannot be read does not count, and is said so.
      guard let normal = key.normal(text) else {
        return ("\(key.builtIn) (\"\(text)\" cannot be read)", .builtIn)
      }
      return (normal, .file)
    }
    return (key.builtIn, .builtIn)
  }

  var json: JSONValue {
    [
      "key": .string(key.rawValue), "value": .string(value), "from": .string(origin.name),
      "about": .string(key.about),
    ]
  }
}
