internal import ArgumentParser
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault show`: one record in full, and where it came from.
struct Show: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show one record in full, and where it came from.",
    discussion: """
      Examples:
        netvault show 3                   the third of the last list
        netvault show lobectomy
        netvault show chromogranin march
        netvault show 3 --open            open the file that is kept with it
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Flag(help: "Open a file that is kept with it, in your own program.")
  var open = false

  @Option(help: ArgumentHelp("Which file to open, by number.", valueName: "number"))
  var file: Int?

  func perform(_ talk: Talk) async throws -> Exit {
    let vault = try talk.open(.read)
    let record = try Choosing(talk: talk, vault: vault).record(what)
    let files = try RecordFiles(record, vault)
    if open {
      try await OpeningFile(vault: vault, talk: talk).open(try files.one(file, talk))
      return .done
    }
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "record": .object(RecordsJSON.object(record)),
          "files": files.json,
        ])
      return .done
    }
    let kind = record.describing.one.capitalizedFirst
    talk.terminal.answer(Styled("\(kind): \(record.title)", .bold))
    let lines = Listing.lines(try Links(vault: vault).named(record))
    Listing.show(lines.filter { $0.label != "Files" } + files.lines, talk)
    talk.terminal.say("Change it: netvault edit    Earlier versions: netvault history")
    return .done
  }
}

extension String {
  /// With a capital letter at the start, as a sentence has.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
