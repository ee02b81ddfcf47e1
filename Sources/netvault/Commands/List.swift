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
        netvault list medicine --json
      """,
    aliases: ["ls"])

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A kind of record.", valueName: "kind"))
  var kind: String?

  @Option(help: ArgumentHelp("Only what happened on or after this date.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only what happened on or before this date.", valueName: "date"))
  var until: String?

  @Option(help: ArgumentHelp("Only what came from this file.", valueName: "source"))
  var from: String?

  func perform(_ talk: Talk) throws -> Exit {
    let kind = try kind.map { try KindWord.kind($0) }
    let range = DateRange(
      since: try since.map { try KindWord.date($0, flag: "since", talk) },
      until: try until.map { try KindWord.date($0, flag: "until", talk) })
    let vault = try talk.open(.read)
    if options.json {
      let texts = try vault.texts(of: kind).filter {
        range.contains($0.date) && isFrom($0.record.provenance.sourceName)
      }
      talk.terminal.write(RecordsJSON.list(texts))
      return .done
    }
    let rows = try vault.list(kind: kind).filter {
      range.contains($0.date) && isFrom($0.sourceName)
    }
    guard !rows.isEmpty else {
      let what = kind.map { KindDescription.of($0).many } ?? "records"
      talk.terminal.say("There are no \(what) yet.")
      talk.terminal.say("Next: netvault add \(kind?.rawValue ?? "")")
      return .done
    }
    Listing.show(rows, of: kind, talk)
    return .done
  }

  private func isFrom(_ source: String?) -> Bool {
    guard let from else { return true }
    return source?.lowercased().contains(from.lowercased()) ?? false
  }
}

/// Days between which something happened; each end may be open.
struct DateRange {
  let since: PartialDate?
  let until: PartialDate?

  /// What has no date is only in the range that is open at both ends. The text is a FHIR date,
  /// perhaps with a time of day.
  func contains(_ text: String?) -> Bool {
    guard since != nil || until != nil else { return true }
    guard let date = text.flatMap({ PartialDate($0.prefix(10)) }) else { return false }
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
}
