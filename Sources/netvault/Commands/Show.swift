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
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    let record = try Choosing(talk: talk, vault: vault).record(what)
    if options.json {
      talk.answer(
        json: ["format": RecordsJSON.format, "record": .object(RecordsJSON.object(record))])
      return .done
    }
    let kind = record.describing.one.capitalizedFirst
    talk.terminal.answer(Styled("\(kind): \(record.title)", .bold))
    Listing.show(Listing.lines(try Links(vault: vault).named(record)), talk)
    talk.terminal.say("Change it: netvault edit    Earlier versions: netvault history")
    return .done
  }
}

extension String {
  /// With a capital letter at the start, as a sentence has.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
