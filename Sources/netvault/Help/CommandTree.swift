/// The commands as words, as a person types them.
internal import ArgumentParser

enum CommandTree {
  typealias Command = any ParsableCommand.Type

  /// What a line of words leads to.
  struct Place {
    /// From the root down to the last command that was found.
    var path: [Command]
    /// The first word that is no command there, where one was looked for.
    var unknown: String?

    var command: Command { path[path.count - 1] }
    /// As it is typed, without `netvault`: `key add`.
    var words: String { path.dropFirst().map { $0._commandName }.joined(separator: " ") }
  }

  /// Follows words down the tree until one is no command, or there is none below.
  static func find(_ words: some Sequence<String>) -> Place {
    var place = Place(path: [Netvault.self])
    for word in words {
      let children = place.command.configuration.subcommands
      guard !children.isEmpty else { break }
      guard let next = children.first(where: { names($0).contains(word) }) else {
        place.unknown = word
        break
      }
      place.path.append(next)
    }
    return place
  }

  /// The name of a command, and its other fixed names.
  static func names(_ command: Command) -> [String] {
    [command._commandName] + command.configuration.aliases
  }

  /// Every word that may follow a command.
  static func names(below command: Command) -> [String] {
    command.configuration.subcommands.flatMap { names($0) }
  }

  /// True where a command takes words of its own beside the commands below it, as `backup` takes a
  /// folder.
  static func takesWords(_ command: Command) -> Bool {
    let usual = command.configuration.defaultSubcommand ?? command
    return Netvault.helpMessage(for: usual, columns: 1000).contains("\nARGUMENTS:")
  }

  /// Every command with the words that lead to it, the root first.
  static var all: [(words: [String], command: Command)] {
    var all: [(words: [String], command: Command)] = []
    func add(_ command: Command, _ words: [String]) {
      all.append((words, command))
      for child in command.configuration.subcommands {
        add(child, words + [child._commandName])
      }
    }
    add(Netvault.self, [])
    return all
  }

  /// Options of every command that take a value.
  private static let valued: Set<String> = [
    "--vault", "--passphrase-file", "--passphrase-fd", "--passphrase-command", "--as", "--today",
  ]

  /// The words of a command line that are no flags and no values of the global ones, with their
  /// places. Values of a command's own flags come after its name.
  static func words(of arguments: [String]) -> [(place: Int, word: String)] {
    var words: [(place: Int, word: String)] = []
    var isValue = false
    for (place, argument) in arguments.enumerated() {
      if isValue {
        isValue = false
      } else if argument == "--" {
        break
      } else if argument.hasPrefix("-") {
        isValue = valued.contains(argument)
      } else {
        words.append((place, argument))
      }
    }
    return words
  }
}
