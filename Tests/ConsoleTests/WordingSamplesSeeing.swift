import Console

extension WordingSamples {
  static let seeing: [(String, Problem, [String])] = [
    (
      "noSuchTest", .noSuchTest("cromogranin", close: "Chromogranin A"),
      [
        "There are no values of a test called \"cromogranin\".",
        "Did you mean Chromogranin A?",
      ]
    ),
    (
      "noSuchTest", .noSuchTest("zinc", close: nil),
      [
        "There are no values of a test called \"zinc\".",
        "See which there are:  netvault results",
      ]
    ),
    (
      "noTests", .noTests,
      [
        "There are no test results in this vault yet.", "Add one with:  netvault add result",
      ]
    ),
    (
      "noneThere", .noneThere("values", all: "results zinc"),
      [
        "There are no values like that in this vault.",
        "Fewer flags show more:  netvault results zinc",
      ]
    ),
    (
      "noStory", .noStory,
      ["There is no story to tell yet.", "Begin it with:  netvault add diagnosis"]
    ),
    (
      "allTold", .allTold,
      [
        "There is nothing that your care team does not know of.",
        "See the diary with:  netvault symptoms",
      ]
    ),
    (
      "noQuestions", .noQuestions,
      [
        "There are no questions in this vault yet.",
        "Write one down:  netvault questions add",
      ]
    ),
    (
      "allAnswered", .allAnswered,
      ["All your questions are answered.", "To see the answers:  netvault questions --all"]
    ),
    (
      "noSuchQuestion", .noSuchQuestion("chosing-1", close: "choosing-1"),
      [
        "There is no ready question called \"chosing-1\".", "Nothing was changed.",
        "Did you mean choosing-1?",
      ]
    ),
    (
      "noSuchQuestion", .noSuchQuestion("zebra", close: nil),
      [
        "There is no ready question called \"zebra\".", "Nothing was changed.",
        "See which there are:  netvault questions sets",
      ]
    ),
    (
      "questionsKnown", .questionsKnown,
      [
        "These are among your questions already.", "Nothing was changed.",
        "See them with:  netvault questions",
      ]
    ),
    (
      "noVisitYet", .noVisitYet,
      [
        "There is no visit to write up yet.", "Nothing was changed.",
        "Write one down:  netvault add visit",
      ]
    ),
    (
      "notAVisit", .notAVisit,
      [
        "That record is not a visit.", "Nothing was changed.",
        "See the visits with their numbers:  netvault list visits",
      ]
    ),
    (
      "notASymptom", .notASymptom,
      [
        "That record is not a symptom.", "Nothing was changed.",
        "See them with their numbers:  netvault symptoms",
      ]
    ),
    (
      "notAQuestion", .notAQuestion,
      [
        "That record is not a question.", "Nothing was changed.",
        "See them with their numbers:  netvault questions",
      ]
    ),
  ]
}
