import Console

extension WordingSamples {
  static let planning: [(String, Problem, [String])] = [
    (
      "planFull", .planFull,
      [
        "Every field of the plan has an answer.", "Nothing was changed.",
        "See the plan with:  netvault plan",
      ]
    ),
    (
      "planNeedsRecords", .planNeedsRecords,
      [
        "What is missing needs records of its own.", "Nothing was changed.",
        "See the command for each:  netvault plan missing",
      ]
    ),
    (
      "planFillNeedsTerminal", .planFillNeedsTerminal,
      [
        "The questions need a terminal to ask on.", "Nothing was changed.",
        "See the command for each field:  netvault plan missing",
      ]
    ),
    (
      "planNeedsFile", .planNeedsFile,
      [
        "The plan needs its file.", "Nothing was changed.",
        "So that you have it when a doctor asks.",
        "Answer it with:  --file FILE    or, when there is none:  --on-paper",
      ]
    ),
    (
      "noPlanYet", .noPlanYet,
      [
        "There is no care plan in this vault yet.", "Nothing was changed.",
        "When it comes:  netvault plan received --file FILE",
      ]
    ),
    (
      "planWithoutChecks", .planWithoutChecks,
      [
        "The plan has no line that says how often.", "Nothing was changed.",
        "Add lines such as:  netvault plan received --on-paper --activity \"CT every 12 months\"",
      ]
    ),
    (
      "planFollowed", .planFollowed,
      [
        "All checks of the plan are among yours already.", "Nothing was changed.",
        "See them with:  netvault list follow-up",
      ]
    ),
    (
      "concernsKnown", .concernsKnown,
      [
        "There is nothing to change: the list says so already.", "Nothing was changed.",
        "See it with:  netvault plan concerns",
      ]
    ),
    (
      "noneAndSome", .noneAndSome,
      [
        "--none and a concern do not go together.", "Nothing was changed.",
        "Leave one of them out.",
      ]
    ),
  ]
}
