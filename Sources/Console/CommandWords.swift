/// A command line cut into words, without a shell: nothing in it is replaced or run.
package enum CommandWords {
  /// The words, or nil when a quote is not closed or there is no word.
  ///
  /// Spaces part words. Single quotes keep everything; double quotes keep everything but `\"` and
  /// `\\`; outside of quotes a backslash keeps the next letter.
  package static func split(_ line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = Array(line)[...]
    while let letter = rest.popFirst() {
      switch (letter, quote) {
      case ("'", "'"), ("\"", "\""): quote = nil
      case ("'", nil), ("\"", nil):
        quote = letter
        word = word ?? ""
      case ("\\", "\""):
        let isKept = rest.first == "\"" || rest.first == "\\"
        word = (word ?? "") + String(isKept ? rest.removeFirst() : letter)
      case ("\\", nil):
        guard let next = rest.popFirst() else { return nil }
        word = (word ?? "") + String(next)
      case (" ", nil), ("\t", nil), ("\n", nil):
        if let whole = word { words.append(whole) }
        word = nil
      default: word = (word ?? "") + String(letter)
      }
    }
    guard quote == nil else { return nil }
    if let word { words.append(word) }
    return words.isEmpty ? nil : words
  }
}
