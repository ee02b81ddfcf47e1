internal import ArgumentParser
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault detach`: takes a file from a record.
struct Detach: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a file away from a record.",
    discussion: """
      Examples:
        netvault detach 3                the only file of the third of the last list
        netvault detach lobectomy --file 2

      netvault undo brings it back. Its bytes stay until netvault bin empty.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("Which file of the record.", valueName: "number"))
  var file: Int?

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(options.dryRun ? .read : .write)
    var record = try Choosing(talk: talk, vault: vault).record(what)
    let file = try RecordFiles(record, vault).one(file, talk)
    let name = FileName.safe(file.name)
    guard !options.dryRun else {
      talk.terminal.say(Styled("\(name) would be taken away. Nothing was changed."))
      return .done
    }
    record.attachments.removeAll { $0 == file.sha256 }
    try talk.apply(
      Change("detach", at: talk.now, who: try talk.who(in: vault), steps: [.update(record)]),
      to: vault)
    try vault.close()
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "record": .string(record.id.text),
          "detached": .string(file.sha256),
        ])
    }
    talk.terminal.say(Styled("\(name) is no longer with the \(record.describing.one)."))
    talk.terminal.say("Its bytes stay in the vault until the bin is emptied.")
    talk.terminal.say("Bring it back: netvault undo")
    return .done
  }
}
