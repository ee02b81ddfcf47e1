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
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("What to look for.", valueName: "words"))
  var words: [String]

  func perform(_ talk: Talk) throws -> Exit {
    let text = words.joined(separator: " ")
    let vault = try talk.open(.read)
    let found = try vault.search(text)
    let hits = found.hits.map(\.row)
    if options.json {
      let records = try hits.compactMap { try vault.record($0.id) }
      talk.answer(json: RecordsJSON.list(records))
      return records.isEmpty ? .nothingFound : .done
    }
    guard !hits.isEmpty else {
      let close = try vault.suggestions(for: text, limit: 1).first
      throw Problem.nothingFound(text, close: close?.word, records: close?.records ?? 0)
    }
    Listing.show(hits, of: nil, talk)
    return .done
  }
}
