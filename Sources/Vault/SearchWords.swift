internal import GRDB

/// What a person typed to look for, as FTS5 queries.
///
/// Each word becomes the words that the index itself would make of it, in quotes, so nothing that
/// is typed can be an operator of the query language.
struct SearchWords {
  /// One typed word, or several in quotes: what the index makes of it.
  private let phrases: [[String]]

  init(_ text: String, _ tokenizer: some FTS5Tokenizer) throws {
    var phrases: [[String]] = []
    for (place, part) in text.withoutNul.split(separator: "\"", omittingEmptySubsequences: false)
      .enumerated()
    {
      let isQuoted = !place.isMultiple(of: 2)
      let words = isQuoted ? [part] : part.split(whereSeparator: \.isWhitespace)
      for word in words {
        let tokens = try tokenizer.tokenize(query: String(word)).map(\.token)
        if !tokens.isEmpty { phrases.append(tokens) }
      }
    }
    self.phrases = phrases
  }

  /// From the strictest to the loosest: all words, the last of them perhaps unfinished; all words
  /// unfinished; any of the words. The last one finds records that lack some words.
  var queries: [String] {
    guard !phrases.isEmpty else { return [] }
    let whole = phrases.map { Self.quoted($0) }
    let unfinished = whole.map { $0 + " *" }
    let asTyped = whole.dropLast() + unfinished.suffix(1)
    let all = [asTyped.joined(separator: " AND "), unfinished.joined(separator: " AND ")]
    return phrases.count == 1 ? [all[0]] : all + [unfinished.joined(separator: " OR ")]
  }

  private static func quoted(_ tokens: [String]) -> String {
    "\"" + tokens.joined(separator: " ").replacing("\"", with: "\"\"") + "\""
  }
}
