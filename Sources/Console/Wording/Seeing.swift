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
    next: "See the diary with:  netvault symptoms", exit: .nothingFound)

  package static let noQuestions = Problem(
    "There are no questions in this vault yet.", name: "no-questions",
    next: "Write one down:  netvault questions add", exit: .nothingFound)

  package static let allAnswered = Problem(
    "All your questions are answered.", name: "all-answered",
    next: "To see the answers:  netvault questions --all", exit: .nothingFound)

  /// A name of a ready question that there is not. `close` is one that there is.
  package static func noSuchQuestion(_ name: String, close: String?) -> Problem {
    Problem(
      "There is no ready question called \"\(name)\".", name: "no-such-question",
      safe: "Nothing was changed.",
      next: close.map { "Did you mean \($0)?" }
        ?? "See which there are:  netvault questions sets",
      exit: .nothingFound)
  }

  package static let questionsKnown = Problem(
    "These are among your questions already.", name: "questions-known",
    safe: "Nothing was changed.", next: "See them with:  netvault questions", exit: .declined)

  package static let noVisitYet = Problem(
    "There is no visit to write up yet.", name: "no-visit", safe: "Nothing was changed.",
    next: "Write one down:  netvault add visit", exit: .nothingFound)

  package static let notAVisit = Problem(
    "That record is not a visit.", name: "not-a-visit", safe: "Nothing was changed.",
    next: "See the visits with their numbers:  netvault list visits", exit: .needsAnswer)

  package static let notASymptom = Problem(
    "That record is not a symptom.", name: "not-a-symptom", safe: "Nothing was changed.",
    next: "See them with their numbers:  netvault symptoms", exit: .needsAnswer)

  package static let notAQuestion = Problem(
    "That record is not a question.", name: "not-a-question", safe: "Nothing was changed.",
    next: "See them with their numbers:  netvault questions", exit: .needsAnswer)
}
