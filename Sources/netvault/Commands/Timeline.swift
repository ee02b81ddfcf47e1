internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault timeline`: the story in order.
struct Timeline: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell the story in order: tests, treatments, decisions.",
    discussion: """
      Examples:
        netvault timeline
        netvault timeline --year 2020
        netvault timeline --about treatment
        netvault timeline --about "lower lobe" --since 2019

      Topics are diagnosis, treatment, results and decisions. Any other words are looked for in
      your records. Many results of one day are told in one line.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(help: ArgumentHelp("Only this year.", valueName: "year"))
  var year: Int?

  @Option(help: ArgumentHelp("A topic, or words.", valueName: "topic"))
  var about: String?

  @Option(help: ArgumentHelp("Only what happened on or after this date.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only what happened on or before this date.", valueName: "date"))
  var until: String?

  func perform(_ talk: Talk) throws -> Exit {
    let range = try range(talk)
    let vault = try talk.open(.read)
    let telling = Telling(vault: vault, today: talk.today)
    let entries = try telling.entries(about: about, in: range)
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "story": .array(entries.map { TimelineView.json($0) }),
        ])
      return .done
    }
    guard !entries.isEmpty else {
      let isWhole = about == nil && year == nil && since == nil && until == nil
      throw isWhole ? Problem.noStory : .noneThere("records", all: "timeline")
    }
    try TimelineView(talk: talk).show(entries)
    return .done
  }

  private func range(_ talk: Talk) throws -> DateRange {
    guard let year else { return try KindWord.range(since: since, until: until, talk) }
    guard since == nil, until == nil, let whole = PartialDate(year: year) else {
      throw Problem.flagValue("year", example: "2020")
    }
    return DateRange(since: whole, until: whole)
  }
}
