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
        "See the diary with:  netvault list symptoms",
      ]
    ),
  ]
}
