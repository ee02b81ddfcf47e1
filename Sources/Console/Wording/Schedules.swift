// What is said about checks, doses and visits, when they are written down or looked for.

extension Problem {
  package static let noSchedule = Problem(
    "There are no checks or injections to count in this vault yet.", name: "no-schedule",
    next: "Add what your doctor asked for:  netvault schedule add", exit: .nothingFound)

  package static let noDoses = Problem(
    "There is no treatment here that is given again and again.", name: "no-doses",
    safe: "Nothing was changed.", next: "Say how often:  netvault edit treatment: --every WORDS",
    exit: .nothingFound)

  package static let notACheck = Problem(
    "That record is not a follow-up check.", name: "not-a-check", safe: "Nothing was changed.",
    next: "See them with their numbers:  netvault schedule", exit: .needsAnswer)

  package static let notATreatment = Problem(
    "That record is not a treatment.", name: "not-a-treatment", safe: "Nothing was changed.",
    next: "See them with their numbers:  netvault list treatments", exit: .needsAnswer)

  // MARK: how often, how long, in which window

  package static let intervalZero = Problem(
    "Every 0 days or months is no time at all.", name: "interval-zero",
    safe: "Nothing was changed.", next: "Write it like:  every 6 months", exit: .needsAnswer)

  package static let intervalTooLong = Problem(
    "That is longer than netvault can plan: 25 years between two checks.",
    name: "interval-too-long", safe: "Nothing was changed.",
    next: "Write it like:  every 6 months", exit: .needsAnswer)

  package static let notAStep = Problem(
    "One of the steps is not clear.", name: "not-a-step", safe: "Nothing was changed.",
    why: "Each step says how often, and how long.",
    next: "Write:  every 3 months for 2 years; then every 6 months until year 5",
    exit: .needsAnswer)

  package static let stepWithoutEnd = Problem(
    "A step has no end, and others come after it.", name: "step-without-end",
    safe: "Nothing was changed.", why: "Only the last step may go on without an end.",
    next: "Write:  every 3 months for 2 years; then every 6 months", exit: .needsAnswer)

  package static let stepEndsBeforeStart = Problem(
    "A step ends before it starts.", name: "step-ends-before-start",
    safe: "Nothing was changed.", why: "A year such as \"until year 5\" counts from the first day.",
    next: "Which end did you mean?", exit: .needsAnswer)

  package static let stepsNeedStart = Problem(
    "From which day are the steps counted?", name: "steps-need-start",
    safe: "Nothing was changed.", why: "Often it is the operation, or the end of treatment.",
    next: "Answer it with:  --counted-from 2020-05-11", exit: .needsAnswer)

  package static let stepsNeedMonth = Problem(
    "A year alone is not enough to count these steps from.", name: "steps-need-month",
    safe: "Nothing was changed.", next: "Give the month, such as:  --counted-from 2020-05",
    exit: .needsAnswer)

  package static let twoRules = Problem(
    "Two rules for one check: \"every\" and the steps do not agree.", name: "two-rules",
    safe: "Nothing was changed.", why: "netvault does not choose for you.",
    next: "Keep one of them: --every or --phases.",
    exit: .needsAnswer)

  package static let untilBeforeStart = Problem(
    "\"Until\" is before the day on which the check begins or is due.",
    name: "until-before-start", safe: "Nothing was changed.", next: "Is the year right?",
    exit: .needsAnswer)

  package static let notALength = Problem(
    "How much earlier or later it may be is not clear.", name: "not-a-length",
    safe: "Nothing was changed.", next: "Write it like:  2 weeks", exit: .needsAnswer)

  package static let windowTooLong = Problem(
    "It may not be earlier or later by all that lies between two checks.",
    name: "window-too-long", safe: "Nothing was changed.",
    next: "Write less, such as:  2 weeks", exit: .needsAnswer)

  // MARK: done, skipped, moved

  package static let doneBeforeLast = Problem(
    "A later time is written down for this check already.", name: "done-before-last",
    safe: "Nothing was changed.", why: "The next one is counted from the last time.",
    next: "See it with:  netvault schedule show", exit: .needsAnswer)

  package static let noDayToSkip = Problem(
    "No day is known for this check, so there is none to skip or move.", name: "no-day-to-skip",
    safe: "Nothing was changed.", next: "Say when it is due:  netvault schedule edit",
    exit: .declined)

  package static let movedToPast = Problem(
    "That day is over.", name: "moved-to-past", safe: "Nothing was changed.",
    next: "If it was done on that day:  netvault schedule done", exit: .needsAnswer)

  package static let alreadyPaused = Problem(
    "It is paused already.", name: "already-paused", safe: "Nothing was changed.",
    next: "Go on with it:  netvault schedule resume", exit: .declined)

  package static let notPaused = Problem(
    "No check like that is paused.", name: "not-paused", safe: "Nothing was changed.",
    next: "See how they stand:  netvault schedule", exit: .declined)

  package static let noSuchResult = Problem(
    "No one result, scan or visit has these words.", name: "no-such-result",
    safe: "Nothing was changed.", next: "See them with their numbers:  netvault list results",
    exit: .nothingFound)

  // MARK: two for one thing, rules, new treatments

  package static let checkKnown = Problem(
    "There is a check for the same thing already. Which one holds?", name: "check-known",
    safe: "Nothing was changed.", why: "netvault does not choose for you.",
    next: "To let the new one take its place:  --replace", exit: .needsAnswer)

  package static let noTwins = Problem(
    "No two checks are for the same thing.", name: "no-twins", safe: "Nothing was changed.",
    next: "See them all:  netvault schedule", exit: .declined)

  /// `close` is a rule that there is.
  package static func noSuchRule(_ typed: String, close: String?) -> Problem {
    Problem(
      "There is no general rule called \"\(typed)\".", name: "no-such-rule",
      safe: "Nothing was changed.",
      next: close.map { "Did you mean \($0)?" } ?? "See which there are:  netvault schedule offer",
      exit: .nothingFound)
  }

  package static let ruleTaken = Problem(
    "This general rule is among your checks already.", name: "rule-taken",
    safe: "Nothing was changed.", next: "See them with:  netvault schedule", exit: .declined)

  package static let doctorStandsAbove = Problem(
    "A doctor asked for this already, which stands above a general rule.",
    name: "doctor-stands-above", safe: "Nothing was changed.",
    next: "See it with:  netvault schedule", exit: .declined)

  package static let nothingToReview = Problem(
    "There is no new treatment or return of the tumor to answer for.",
    name: "nothing-to-review", safe: "Nothing was changed.",
    next: "See your checks:  netvault schedule", exit: .declined)

  package static let oneAnswerOnly = Problem(
    "Only one of these can hold: --pause, --from or --as-before.", name: "one-answer-only",
    safe: "Nothing was changed.", next: "Leave the others out.", exit: .usage)

  // MARK: doses

  package static let givenAlready = Problem(
    "It is written down already that this was given on that day.", name: "given-already",
    safe: "Nothing was changed.", next: "See it with:  netvault list procedures",
    exit: .declined)

  package static let givenBeforeStart = Problem(
    "That is before this treatment began.", name: "given-before-start",
    safe: "Nothing was changed.", next: "Is the year right?", exit: .needsAnswer)

  // MARK: visits

  package static let noVisitToCome = Problem(
    "There is no planned visit that this could be.", name: "no-visit-to-come",
    safe: "Nothing was changed.", next: "See them all:  netvault list visits",
    exit: .nothingFound)

  package static let visitStillToCome = Problem(
    "That visit is still to come.", name: "visit-still-to-come", safe: "Nothing was changed.",
    next: "When it was called off:  netvault visit cancelled", exit: .needsAnswer)

  package static let againOrNot = Problem(
    "Only one of these can hold: --again or --not-again.", name: "again-or-not",
    safe: "Nothing was changed.", next: "Leave the other one out.", exit: .usage)

  package static let rebookedToPast = Problem(
    "The new day has to be still to come.", name: "rebooked-to-past",
    safe: "Nothing was changed.", next: "Is the year right?", exit: .needsAnswer)
}
