internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault results`: which tests there are, or the values of one over time.
struct Results: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show values over time: table, words and a small chart.",
    discussion: """
      Examples:
        netvault results                          every test, with its last value
        netvault results "chromogranin a"         all values of one test
        netvault results weight --since 2024
        netvault results creatinine --json

      Values are shown as the laboratory printed them, with its own range. Values in different
      units are never put into one table.
      """,
    aliases: ["trend"])

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A test, or the first letters of one.", valueName: "test"))
  var test: [String] = []

  @Option(help: ArgumentHelp("Only values from this date on.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only values up to this date.", valueName: "date"))
  var until: String?

  @Flag(help: "Show every value also where there are very many.")
  var all = false

  func perform(_ talk: Talk) throws -> Exit {
    let range = try KindWord.range(since: since, until: until, talk)
    let vault = try talk.open(.read)
    let finding = try FindingTests(vault: vault)
    guard !finding.names.isEmpty else { throw Problem.noTests }
    let words = test.joined(separator: " ").trimmedSpaces
    guard !words.isEmpty else { return try TestList(talk: talk, vault: vault).show(finding.names) }
    let meant = try finding.named(words)
    var series = TestSeries.all(
      in: try vault.values(of: meant).filter { range.contains($0.when?.date) })
    guard !series.isEmpty else { throw Problem.noneThere("values", all: "results \(words)") }
    if !options.json { series = try choose(series, talk) }
    let view = TestView(talk: talk, vault: vault, showsAll: all)
    if options.json {
      talk.answer(json: try view.json(series))
      return .done
    }
    try view.show(series)
    try Asking(talk: talk).offer(view.influences(on: series), vault)
    return .done
  }

  /// Several tests have these words: one is chosen where that can be asked, else all are shown.
  private func choose(_ series: [TestSeries], _ talk: Talk) throws -> [TestSeries] {
    var names: [String] = []
    for one in series where !names.contains(one.name) { names.append(one.name) }
    guard names.count > 1, talk.terminal.settings.canAsk, !options.plain,
      talk.terminal.settings.answersAreTerminal
    else { return series }
    let choice = try Prompt(talk.terminal).choice("Which test?", names, flag: "TEST")
    return series.filter { $0.name == names[choice] }
  }
}
