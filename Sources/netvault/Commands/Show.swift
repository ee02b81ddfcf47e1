internal import ArgumentParser
internal import CarePlan
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
        netvault show diagnosis           the tumor, as a pathology report would say it
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
    let record = try tumor(vault) ?? Choosing(talk: talk, vault: vault).record(what)
    let files = try RecordFiles(record, vault)
    let news = News(talk: talk, vault: vault)
    if open {
      try news.ask(record)
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
    try news.ask(record)
    let kind = record.describing.one.capitalizedFirst
    talk.terminal.answer(Styled("\(kind): \(record.title)", .bold))
    let lines = try RecordPage.rows(of: record, vault, hiding: try news.unread())
    Listing.show(lines.filter { $0.label != "Files" } + files.lines, talk)
    talk.terminal.say("Change it: netvault edit    Earlier versions: netvault history")
    return .done
  }

  /// `show diagnosis` means the tumor, however many other illnesses there are.
  private func tumor(_ vault: Vault) throws -> Record? {
    guard what.count == 1, Kind(word: what[0]) == .diagnosis else { return nil }
    let tumors = try vault.records(of: .diagnosis).filter { !$0.isRetracted }
    return tumors.first { $0.problemRank == .lungTumor } ?? tumors.first { $0.problemRank.isTumor }
  }
}

extension String {
  /// With a capital letter at the start, as a sentence has.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
