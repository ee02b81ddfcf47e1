internal import ArgumentParser
internal import Console
internal import JSON

/// `netvault reminders install`: lets this computer look once a day, or in each new window.
struct RemindersInstall: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Let this computer look once a day, or in each new window.",
    discussion: """
      Examples:
        netvault reminders install            once a day, with a timer of systemd
        netvault reminders install --profile  in each new window of a terminal

      It runs netvault due --quiet, and shows what that says. To take it away: uninstall.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Flag(help: "A timer of systemd, once a day at 9:00. This is meant when nothing is said.")
  var timer = false

  @Flag(help: "A line in the file that your shell reads for each new window.")
  var profile = false

  func perform(_ talk: Talk) throws -> Exit {
    var wanted: [Installing] = []
    if timer || !profile { wanted.append(.timer(talk.environment)) }
    if profile { wanted.append(.profile(talk.environment)) }
    guard let program = Installing.program else { throw Problem.internalError(report: nil) }
    let pieces = wanted.flatMap { $0.pieces(program, talk.environment) }
    for piece in pieces where piece.isInTheWay { throw Problem.notOurFile(piece.path) }
    if pieces.allSatisfy(\.isInPlace) { throw Problem.installedAlready }
    guard !options.dryRun else {
      for piece in pieces { talk.terminal.say(Styled("\(piece.path) would be written.")) }
      talk.terminal.say("Nothing was written.")
      return .done
    }
    for piece in pieces { try piece.put() }
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "written": .array(pieces.map { .string($0.path) }),
        ])
    }
    for piece in pieces { talk.terminal.say(Styled("Written: \(piece.path)")) }
    if timer || !profile {
      talk.terminal.say("It begins when you log in the next time. To begin now, type:")
      talk.terminal.say("  systemctl --user daemon-reload")
      talk.terminal.say("  systemctl --user start netvault-due.timer")
    }
    if RemindersFile.all(talk.environment).isEmpty {
      talk.terminal.say("Reminders are off: there is nothing to say yet.")
      talk.terminal.say("Next: netvault reminders on")
    } else {
      talk.terminal.say(
        "Next: netvault due --quiet    (take it away: netvault reminders uninstall)")
    }
    return .done
  }
}

/// `netvault reminders uninstall`: takes away what `install` wrote, and nothing else.
struct RemindersUninstall: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall", abstract: "Take away what netvault reminders install wrote.",
    discussion: """
      Example:
        netvault reminders uninstall
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let pieces = Installing.all(talk.environment).flatMap {
      $0.pieces(Installing.program ?? "", talk.environment)
    }
    let there = pieces.filter(\.isOurs)
    let changed = pieces.filter { $0.isInTheWay }
    guard !there.isEmpty else {
      if let first = changed.first { throw Problem.notOurFile(first.path) }
      throw Problem.notInstalled
    }
    guard !options.dryRun else {
      for piece in there { talk.terminal.say(Styled("From \(piece.path) it would be taken away.")) }
      talk.terminal.say("Nothing was changed.")
      return .done
    }
    for piece in there { try piece.take() }
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "removed": .array(there.map { .string($0.path) }),
          "left": .array(changed.map { .string($0.path) }),
        ])
    }
    for piece in there { talk.terminal.say(Styled("Taken away: \(piece.path)")) }
    for piece in changed {
      talk.terminal.say(Styled("Left as it is, because it was changed: \(piece.path)"))
    }
    talk.terminal.say("Next: netvault reminders")
    return .done
  }
}
