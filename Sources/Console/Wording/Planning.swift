// What is said about a care plan that is not there, or has all it needs.

extension Problem {
  package static let planFull = Problem(
    "Every field of the plan has an answer.", name: "plan-full", safe: "Nothing was changed.",
    next: "See the plan with:  netvault plan", exit: .nothingFound)

  package static let planNeedsRecords = Problem(
    "What is missing needs records of its own.", name: "plan-needs-records",
    safe: "Nothing was changed.", next: "See the command for each:  netvault plan missing",
    exit: .nothingFound)

  package static let planFillNeedsTerminal = Problem(
    "The questions need a terminal to ask on.", name: "needs-answer", safe: "Nothing was changed.",
    next: "See the command for each field:  netvault plan missing", exit: .needsAnswer)

  package static let planNeedsFile = Problem(
    "The plan needs its file.", name: "needs-answer", safe: "Nothing was changed.",
    why: "So that you have it when a doctor asks.",
    next: "Answer it with:  --file FILE    or, when there is none:  --on-paper", exit: .needsAnswer)

  package static let noPlanYet = Problem(
    "There is no care plan in this vault yet.", name: "no-plan", safe: "Nothing was changed.",
    next: "When it comes:  netvault plan received --file FILE", exit: .nothingFound)

  package static let planWithoutChecks = Problem(
    "The plan has no line that says how often.", name: "plan-without-checks",
    safe: "Nothing was changed.",
    next: "Add lines such as:  netvault plan received --on-paper --activity \"CT every 12 months\"",
    exit: .nothingFound)

  package static let planFollowed = Problem(
    "All checks of the plan are among yours already.", name: "plan-followed",
    safe: "Nothing was changed.", next: "See them with:  netvault list follow-up", exit: .declined)

  package static let concernsKnown = Problem(
    "There is nothing to change: the list says so already.", name: "concerns-known",
    safe: "Nothing was changed.", next: "See it with:  netvault plan concerns", exit: .declined)

  package static let noneAndSome = Problem(
    "--none and a concern do not go together.", name: "none-and-some",
    safe: "Nothing was changed.", next: "Leave one of them out.", exit: .usage)
}
