/// Which record a person means: a number of the last list, an identifier, or words.
internal import Console
internal import Records
internal import Vault

struct Choosing {
  let talk: Talk
  let vault: Vault
  /// True to look in the bin as well.
  var inBin = false

  /// Finds the one record. Several are offered to choose from; without a terminal they are named.
  ///
  /// Words that begin with a kind and a colon, such as `medicine:omeprazole`, mean that kind only.
  func record(_ words: [String]) throws -> Record {
    let (kind, text) = Self.parts(words.joined(separator: " ").trimmedSpaces)
    if text.isEmpty, let kind { return try one(of: try all(kind), kind.rawValue) }
    guard !text.isEmpty else {
      throw Problem.needsAnswer(
        "Which record?", flag: "WHAT", noInput: talk.terminal.settings.noInput)
    }
    if let number = Int(text), number < 1_000_000 {
      let list = LastList(vault: try talk.location(), talk.environment)
      guard let id = list.id(number), let record = try vault.record(id) else {
        throw Problem.noSuchNumber(number, last: list.count)
      }
      return record
    }
    if text.count == 32, text.allSatisfy(\.isHexDigit),
      let record = try vault.record(RecordID(text.lowercased()))
    {
      return record
    }
    let found = try candidates(text, kind)
    guard !found.isEmpty else {
      let close = try vault.suggestions(for: text, limit: 1).first
      throw Problem.nothingFound(text, close: close?.word, records: close?.records ?? 0)
    }
    return try one(of: found, text)
  }

  /// `medicine:omeprazole`
  private static func parts(_ text: String) -> (kind: Kind?, words: String) {
    guard let colon = text.firstIndex(of: ":"), let kind = Kind(word: String(text[..<colon])) else {
      return (nil, text)
    }
    return (kind, String(text[text.index(after: colon)...]).trimmedSpaces)
  }

  private func all(_ kind: Kind) throws -> [Record] {
    let records = Listing.newestFirst(try vault.records(of: kind))
    let description = KindDescription.of(kind)
    guard !records.isEmpty else {
      throw Problem.noneOfKind(description.many, add: kind.rawValue)
    }
    return records
  }

  private func one(of found: [Record], _ text: String) throws -> Record {
    if found.count == 1 { return found[0] }
    let shown = Array(found.prefix(20))
    guard talk.terminal.settings.canAsk else {
      throw Problem.severalFound(text, count: found.count)
    }
    let names = shown.map { record in
      "\(record.when?.date?.spelled ?? "date not known"), \(record.describing.one): \(record.title)"
    }
    let choice = try Prompt(talk.terminal).choice("Which one?", names, flag: "WHAT")
    return shown[choice]
  }

  /// The one record that is called so, where others only have the words somewhere in them.
  private static func named(_ text: String, in found: [Record]) -> [Record] {
    let words = text.lowercased().split(separator: " ")
    let named = found.filter { record in
      let title = record.title.lowercased()
      return words.allSatisfy { title.contains($0) }
    }
    return named.count == 1 ? named : found
  }

  private func candidates(_ text: String, _ kind: Kind?) throws -> [Record] {
    if inBin {
      let words = text.lowercased().split(separator: " ")
      return try binned().filter { record in
        let all = record.searchText.lowercased()
        return words.allSatisfy { all.contains($0) }
      }
    }
    if let kind {
      return try vault.search(text, kind: kind, limit: 50).hits
        .compactMap { try vault.record($0.row.id) }
    }
    if let kind = Kind(word: text) {
      let records = try vault.records(of: kind)
      if !records.isEmpty { return Listing.newestFirst(records) }
    }
    let hits = try vault.search(text).hits.prefix(50)
    return Self.named(text, in: try hits.compactMap { try vault.record($0.row.id) })
  }

  /// What is in the bin, last removed first.
  func binned() throws -> [Record] {
    try vault.bin().compactMap { try vault.record($0.row.id) }
  }
}
