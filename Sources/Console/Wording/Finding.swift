// What is said when nothing, or too much, is found.

extension Problem {
  /// No record has the words. `close` is a word that some records have.
  package static func nothingFound(_ words: String, close: String?, records: Int = 0) -> Problem {
    let count = records == 1 ? "1 record" : "\(records) records"
    return Problem(
      "No record has the words \"\(words)\".",
      next: close.map { "Did you mean \($0) (\(count))?" }
        ?? "Fewer words find more. To see everything:  netvault list",
      exit: .nothingFound)
  }

  /// Several records have the words, and there is nobody to choose.
  package static func severalFound(_ words: String, count: Int) -> Problem {
    Problem(
      "\(count) records have the words \"\(words)\".", name: "several-found",
      safe: "Nothing was changed.",
      next: "See them with their numbers:  netvault search \(words)", exit: .needsAnswer)
  }

  /// A number that is not on the last list.
  package static func noSuchNumber(_ number: Int, last: Int) -> Problem {
    Problem(
      last == 0 ? "There is no list to count in yet." : "The last list ends at \(last).",
      name: "no-such-number", next: "Show a list with:  netvault list", exit: .nothingFound)
  }

  package static func noneOfKind(_ many: String, add: String) -> Problem {
    Problem(
      "There are no \(many) in this vault yet.", name: "none-of-kind",
      next: "Add one with:  netvault add \(add)", exit: .nothingFound)
  }

  /// "No" to a report that may hold news.
  package static let newsLater = Problem(
    "It was not shown.", name: "news-later",
    safe: "It stays in your vault until you want to see it.",
    next: "You may want somebody with you:  netvault show pathology", exit: .declined)
}
