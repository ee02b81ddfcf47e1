internal import ArgumentParser
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault list`: what is in the vault, newest first.
struct List: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "List records, newest first.",
    discussion: """
      Examples:
        netvault list
        netvault list results --since 2025
        netvault list --kind scan --kind pathology --from riverside
        netvault list medicine --not-told        what nobody on the team knows of
        netvault list medicine --json

      On a terminal a long list ends after 50 records and says how many more there are.
      """,
    aliases: ["ls"])

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(
    help: ArgumentHelp("A kind of record.", valueName: "kind"),
    completion: .list(KindWord.all))
  var kind: String?

  @Option(name: .customLong("kind"), help: ArgumentHelp("One more kind.", valueName: "kind"))
  var more: [String] = []

  @Option(help: ArgumentHelp("Only what happened on or after this date.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only what happened on or before this date.", valueName: "date"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "Only what came from this file, or was told by this person.", valueName: "name"))
  var from: String?

  @Flag(help: "Only symptoms, supplements and methods that nobody on the team knows of.")
  var notTold = false

  @Flag(help: "Show all of a long list.")
  var all = false

  /// What fits on a screen or two. More than that, nobody reads.
  static let most = 50

  func perform(_ talk: Talk) throws -> Exit {
    var query = ListQuery(from: from)
    query.kinds = Set(try ([kind].compactMap { $0 } + more).map { try KindWord.kind($0) })
    let range = try KindWord.range(since: since, until: until, talk)
    (query.since, query.until) = (range.since, range.until)
    let vault = try talk.open(.read)
    if notTold { return try NotTold(talk: talk, vault: vault).list(query) }
    if options.json {
      try RecordsJSON.write(query, of: vault, to: talk.terminal)
      return .done
    }
    let isCut = talk.terminal.settings.answersAreTerminal && !options.plain && !all
    let isThere =
      options.plain
      ? try Listing.plain(query, of: vault, talk)
      : try Listing.show(query, of: vault, most: isCut ? Self.most : nil, talk)
    guard isThere else { throw nothing(query) }
    return .done
  }

  private func nothing(_ query: ListQuery) -> Problem {
    guard query.kinds.count <= 1, query.since == nil, query.until == nil, from == nil else {
      return .noneThere("records", all: "list")
    }
    guard let kind = query.kinds.first else { return .noneThere("records", all: "list") }
    return .noneOfKind(KindDescription.of(kind).many, add: kind.rawValue)
  }
}

/// Days between which something happened; each end may be open.
struct DateRange {
  let since: PartialDate?
  let until: PartialDate?

  /// What has no date is only in the range that is open at both ends.
  func contains(_ date: PartialDate?) -> Bool {
    guard since != nil || until != nil else { return true }
    guard let date else { return false }
    if let since, date.lastDay < since.firstDay { return false }
    if let until, date.firstDay > until.lastDay { return false }
    return true
  }
}

/// Words on the command line that name a kind or a day.
enum KindWord {
  static func kind(_ word: String) throws(Problem) -> Kind {
    if let kind = Kind(word: word) { return kind }
    throw .unknownKind(word, command: "list", close: Suggest.closest(to: word, among: all))
  }

  /// Every word that names a kind.
  static var all: [String] {
    KindDescription.all.flatMap { $0.names + [$0.kind.rawValue] }
  }

  static func date(_ text: String, flag: String, _ talk: Talk) throws(Problem) -> PartialDate {
    let when = try DatePhrase(today: talk.today, flag: flag).when(text)
    guard let date = when.date else { throw .unknownDate(text, meant: nil) }
    return date
  }

  static func range(
    since: String?, until: String?, _ talk: Talk
  ) throws(Problem) -> DateRange {
    var (first, last): (PartialDate?, PartialDate?)
    if let since { first = try date(since, flag: "since", talk) }
    if let until { last = try date(until, flag: "until", talk) }
    if let first, let last, last.lastDay < first.firstDay { throw .endBeforeStart }
    return DateRange(since: first, until: last)
  }
}
