/// What the argument parser throws, sorted: help and versions are answers, the others are problems.
internal import ArgumentParser
internal import Console

enum ParserAnswer {
  case help(CommandTree.Command)
  case text(String)
  case problem(Problem)

  init(_ error: any Error, _ arguments: [String]) {
    guard Netvault.exitCode(for: error).isSuccess else {
      self = .problem(UsageProblem.of(Netvault.message(for: error), arguments))
      return
    }
    let text = Netvault.fullMessage(for: error)
    guard text.hasPrefix("OVERVIEW: ") || text.contains("USAGE: ") else {
      self = .text(text)
      return
    }
    let words = CommandTree.words(of: arguments).map(\.word)
    let place = CommandTree.find(words)
    // The parser shows the help of the last command that it knew.
    if let unknown = place.unknown, !CommandTree.takesWords(place.command) {
      self = .problem(UsageProblem.unknownCommand(unknown, at: place))
    } else {
      self = .help(place.command)
    }
  }
}
