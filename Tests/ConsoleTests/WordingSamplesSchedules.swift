import Console

extension WordingSamples {
  static let schedules: [(String, Problem, [String])] = [
    (
      "noSchedule", .noSchedule,
      [
        "There are no checks or injections to count in this vault yet.",
        "Add what your doctor asked for:  netvault schedule add",
      ]
    ),
    (
      "noDoses", .noDoses,
      [
        "There is no treatment here that is given again and again.",
        "Nothing was changed.",
        "Say how often:  netvault edit treatment: --every WORDS",
      ]
    ),
    (
      "notACheck", .notACheck,
      [
        "That record is not a follow-up check.",
        "Nothing was changed.",
        "See them with their numbers:  netvault schedule",
      ]
    ),
    (
      "notATreatment", .notATreatment,
      [
        "That record is not a treatment.",
        "Nothing was changed.",
        "See them with their numbers:  netvault list treatments",
      ]
    ),
    (
      "intervalZero", .intervalZero,
      [
        "Every 0 days or months is no time at all.",
        "Nothing was changed.",
        "Write it like:  every 6 months",
      ]
    ),
    (
      "intervalTooLong", .intervalTooLong,
      [
        "That is longer than netvault can plan: 25 years between two checks.",
        "Nothing was changed.",
        "Write it like:  every 6 months",
      ]
    ),
    (
      "notAStep", .notAStep,
      [
        "One of the steps is not clear.",
        "Nothing was changed.",
        "Each step says how often, and how long.",
        "Write:  every 3 months for 2 years; then every 6 months until year 5",
      ]
    ),
    (
      "stepWithoutEnd", .stepWithoutEnd,
      [
        "A step has no end, and others come after it.",
        "Nothing was changed.",
        "Only the last step may go on without an end.",
        "Write:  every 3 months for 2 years; then every 6 months",
      ]
    ),
    (
      "stepEndsBeforeStart", .stepEndsBeforeStart,
      [
        "A step ends before it starts.",
        "Nothing was changed.",
        "A year such as \"until year 5\" counts from the first day.",
        "Which end did you mean?",
      ]
    ),
    (
      "stepsNeedStart", .stepsNeedStart,
      [
        "From which day are the steps counted?",
        "Nothing was changed.",
        "Often it is the operation, or the end of treatment.",
        "Answer it with:  --counted-from 2020-05-11",
      ]
    ),
    (
      "stepsNeedMonth", .stepsNeedMonth,
      [
        "A year alone is not enough to count these steps from.",
        "Nothing was changed.",
        "Give the month, such as:  --counted-from 2020-05",
      ]
    ),
    (
      "twoRules", .twoRules,
      [
        "Two rules for one check: \"every\" and the steps do not agree.",
        "Nothing was changed.",
        "netvault does not choose for you.",
        "Keep one of them: --every or --phases.",
      ]
    ),
    (
      "untilBeforeStart", .untilBeforeStart,
      [
        "\"Until\" is before the day on which the check begins or is due.",
        "Nothing was changed.",
        "Is the year right?",
      ]
    ),
    (
      "notALength", .notALength,
      [
        "How much earlier or later it may be is not clear.",
        "Nothing was changed.",
        "Write it like:  2 weeks",
      ]
    ),
    (
      "windowTooLong", .windowTooLong,
      [
        "It may not be earlier or later by all that lies between two checks.",
        "Nothing was changed.",
        "Write less, such as:  2 weeks",
      ]
    ),
    (
      "doneBeforeLast", .doneBeforeLast,
      [
        "A later time is written down for this check already.",
        "Nothing was changed.",
        "The next one is counted from the last time.",
        "See it with:  netvault schedule show",
      ]
    ),
    (
      "noDayToSkip", .noDayToSkip,
      [
        "No day is known for this check, so there is none to skip or move.",
        "Nothing was changed.",
        "Say when it is due:  netvault schedule edit",
      ]
    ),
    (
      "movedToPast", .movedToPast,
      [
        "That day is over.",
        "Nothing was changed.",
        "If it was done on that day:  netvault schedule done",
      ]
    ),
    (
      "alreadyPaused", .alreadyPaused,
      [
        "It is paused already.",
        "Nothing was changed.",
        "Go on with it:  netvault schedule resume",
      ]
    ),
    (
      "notPaused", .notPaused,
      [
        "No check like that is paused.",
        "Nothing was changed.",
        "See how they stand:  netvault schedule",
      ]
    ),
    (
      "noSuchResult", .noSuchResult,
      [
        "No one result, scan or visit has these words.",
        "Nothing was changed.",
        "See them with their numbers:  netvault list results",
      ]
    ),
    (
      "checkKnown", .checkKnown,
      [
        "There is a check for the same thing already. Which one holds?",
        "Nothing was changed.",
        "netvault does not choose for you.",
        "To let the new one take its place:  --replace",
      ]
    ),
    (
      "noTwins", .noTwins,
      [
        "No two checks are for the same thing.",
        "Nothing was changed.",
        "See them all:  netvault schedule",
      ]
    ),
    (
      "ruleTaken", .ruleTaken,
      [
        "This general rule is among your checks already.",
        "Nothing was changed.",
        "See them with:  netvault schedule",
      ]
    ),
    (
      "doctorStandsAbove", .doctorStandsAbove,
      [
        "A doctor asked for this already, which stands above a general rule.",
        "Nothing was changed.",
        "See it with:  netvault schedule",
      ]
    ),
    (
      "nothingToReview", .nothingToReview,
      [
        "There is no new treatment or return of the tumor to answer for.",
        "Nothing was changed.",
        "See your checks:  netvault schedule",
      ]
    ),
    (
      "oneAnswerOnly", .oneAnswerOnly,
      [
        "Only one of these can hold: --pause, --from or --as-before.",
        "Nothing was changed.",
        "Leave the others out.",
      ]
    ),
    (
      "givenAlready", .givenAlready,
      [
        "It is written down already that this was given on that day.",
        "Nothing was changed.",
        "See it with:  netvault list procedures",
      ]
    ),
    (
      "givenBeforeStart", .givenBeforeStart,
      [
        "That is before this treatment began.",
        "Nothing was changed.",
        "Is the year right?",
      ]
    ),
    (
      "noVisitToCome", .noVisitToCome,
      [
        "There is no planned visit that this could be.",
        "Nothing was changed.",
        "See them all:  netvault list visits",
      ]
    ),
    (
      "visitStillToCome", .visitStillToCome,
      [
        "That visit is still to come.",
        "Nothing was changed.",
        "When it was called off:  netvault visit cancelled",
      ]
    ),
    (
      "againOrNot", .againOrNot,
      [
        "Only one of these can hold: --again or --not-again.",
        "Nothing was changed.",
        "Leave the other one out.",
      ]
    ),
    (
      "rebookedToPast", .rebookedToPast,
      [
        "The new day has to be still to come.",
        "Nothing was changed.",
        "Is the year right?",
      ]
    ),
    (
      "noSuchRule", .noSuchRule("acs", close: "acs-no-signs"),
      [
        "There is no general rule called \"acs\".",
        "Nothing was changed.",
        "Did you mean acs-no-signs?",
      ]
    ),
    (
      "noSuchRule", .noSuchRule("xyz", close: nil),
      [
        "There is no general rule called \"xyz\".",
        "Nothing was changed.",
        "See which there are:  netvault schedule offer",
      ]
    ),
  ]
}
