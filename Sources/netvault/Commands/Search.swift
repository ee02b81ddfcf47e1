internal import ArgumentParser
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault search`: finds words anywhere in the vault.
struct Search: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find words anywhere in the vault.",
    discussion: """
      Examples:
        netvault search octreotide
        netvault search lower lobe
        netvault search octreo                          the beginning of a word
        netvault search '"lower lobe"' --kind scan      words that stand together
        netvault search nodule --since 2023 --from riverside

      The best matches come first. The words that were found are marked with stars.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("What to look for.", valueName: "words"))
  var words: [String]

  @Option(help: ArgumentHelp("Only this kind of record. It may be given again.", valueName: "kind"))
  var kind: [String] = []

  @Option(help: ArgumentHelp("Only what happened on or after this date.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only what happened on or before this date.", valueName: "date"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "Only what came from this file, or was told by this person.", valueName: "name"))
  var from: String?

  @Flag(help: "Show all that was found.")
  var all = false

  /// How many a program is given when it does not ask for all.
  private static let most = 200

  func perform(_ talk: Talk) throws -> Exit {
    let text = words.joined(separator: " ")
    let range = try KindWord.range(since: since, until: until, talk)
    var query = ListQuery(
      kinds: Set(try kind.map { try KindWord.kind($0) }), since: range.since, until: range.until,
      from: from)
    let onTerminal = talk.terminal.settings.answersAreTerminal && !options.plain
    query.limit = all ? nil : onTerminal && !options.json ? List.most : Self.most
    let vault = try talk.open(.read)
    let found = try vault.search(text, in: query)
    let view = SearchView(talk: talk, vault: vault)
    if options.json {
      try view.json(found, text)
      return found.hits.isEmpty ? .nothingFound : .done
    }
    guard !found.hits.isEmpty else {
      if !query.isWhole, try vault.search(text, limit: 1).hits.isEmpty == false {
        throw Problem.noneThere("records", all: "search \(text)")
      }
      let close = try vault.suggestions(for: text, limit: 1).first
      throw Problem.nothingFound(text, close: close?.word, records: close?.records ?? 0)
    }
    try view.show(found, text)
    return .done
  }
}
