internal import ArgumentParser
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault undo`: takes back the last change. It is a change too, so it can be undone.
struct Undo: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back the last change.",
    discussion: """
      Example:
        netvault undo

      Undo again to bring the change back.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(options.dryRun ? .read : .write)
    guard let last = try vault.lastChange() else { throw Problem.nothingToDo }
    let day = Moment(last.at)?.spelled ?? last.at
    guard !options.dryRun else {
      talk.terminal.say("This would take back: \(last.command), \(day). Nothing was changed.")
      return .done
    }
    talk.terminal.device.setStopped(.someSaved)
    let receipt = try vault.undo(at: talk.now, who: try talk.who(in: vault))
    try vault.close()
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "undone": .string(last.command),
          "change": receipt.change.map { .number(String($0)) } ?? .null,
        ])
    }
    talk.terminal.say("Taken back: \(last.command), \(day).")
    talk.terminal.say("Bring it back: netvault undo")
    return .done
  }
}
