import Console

extension WordingSamples {
  static let insurance: [(String, Problem, [String])] = [
    (
      "noDenials", .noDenials,
      [
        "No refusal of an insurer is written down here.", "Nothing was changed.",
        "Write it down:  netvault insurance claim add --denied today",
      ]
    ),
    (
      "notADenial", .notADenial,
      [
        "That record is not a refusal.", "Nothing was changed.",
        "See the refusals with their numbers:  netvault insurance appeal",
      ]
    ),
    (
      "severalDenials", .severalDenials(2),
      [
        "2 refusals can be meant.", "Nothing was changed.",
        "See them with their numbers:  netvault insurance appeal",
      ]
    ),
    (
      "nothingToMatch", .nothingToMatch,
      [
        "There are no bills and no statements of an insurer here.",
        "Write one down:  netvault insurance claim add",
      ]
    ),
    (
      "noDeadlines", .noDeadlines,
      [
        "No last day of an insurer is known here.",
        "To see the rules that netvault knows:  netvault insurance clocks",
      ]
    ),
    (
      "noMoney", .noMoney(year: 2026),
      [
        "Nothing was paid in 2026, by the records here.",
        "Another year:  netvault insurance money --year 2025",
      ]
    ),
    (
      "yearUnclear", .yearUnclear,
      ["--year needs a year with four figures.", "Write it like this:  --year 2026"]
    ),
    (
      "noSuchClock", .noSuchClock("apeal", close: "appeal"),
      [
        "netvault has no rule called \"apeal\".", "The letter says the day.",
        "Did you mean appeal?",
      ]
    ),
    (
      "noSuchClock", .noSuchClock("zebra", close: nil),
      [
        "netvault has no rule called \"zebra\".", "The letter says the day.",
        "See which there are:  netvault insurance clocks",
      ]
    ),
    (
      "clockCountsNothing", .clockCountsNothing("medicare-open"),
      [
        "The rule \"medicare-open\" counts from no day of yours.",
        "See its days with:  netvault insurance clocks medicare-open",
      ]
    ),
    (
      "clockNeedsDay", .clockNeedsDay,
      [
        "A rule counts from a whole day: day, month and year.",
        "Write it like this:  --from 2026-11-30",
      ]
    ),
    (
      "moneyBelowZero", .moneyBelowZero("-5", flag: "billed"),
      [
        "--billed \"-5\" is less than nothing.",
        "Write the amount without the minus. A word about it can go into the note.",
      ]
    ),
    (
      "currenciesMixed", .currenciesMixed("USD", "£"),
      [
        "The amounts are in USD and in £.", "Nothing was saved.",
        "Write all of them in one currency, as the paper prints them.",
      ]
    ),
  ]
}
