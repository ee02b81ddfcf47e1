// What is said when there is nothing to see.

extension Problem {
  /// No test has that name. `close` is a word of one that is there.
  package static func noSuchTest(_ typed: String, close: String?) -> Problem {
    Problem(
      "There are no values of a test called \"\(typed)\".", name: "no-such-test",
      next: close.map { "Did you mean \($0)?" } ?? "See which there are:  netvault results",
      exit: .nothingFound)
  }

  package static let noTests = Problem(
    "There are no test results in this vault yet.", name: "no-tests",
    next: "Add one with:  netvault add result", exit: .nothingFound)

  /// Records of which none is from the days or the place that were asked for.
  package static func noneThere(_ many: String, all: String) -> Problem {
    Problem(
      "There are no \(many) like that in this vault.", name: "none-like-that",
      next: "Fewer flags show more:  netvault \(all)", exit: .nothingFound)
  }

  package static let noStory = Problem(
    "There is no story to tell yet.", name: "no-story",
    next: "Begin it with:  netvault add diagnosis", exit: .nothingFound)

  package static let allTold = Problem(
    "There is nothing that your care team does not know of.", name: "all-told",
    next: "See the diary with:  netvault list symptoms", exit: .nothingFound)
}
