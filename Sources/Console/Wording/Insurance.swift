// What is said when there is nothing to see, or to write, of an insurance.

extension Problem {
  package static let noDenials = Problem(
    "No refusal of an insurer is written down here.", name: "no-denials",
    safe: "Nothing was changed.",
    next: "Write it down:  netvault insurance claim add --denied today", exit: .nothingFound)

  package static let notADenial = Problem(
    "That record is not a refusal.", name: "not-a-denial", safe: "Nothing was changed.",
    next: "See the refusals with their numbers:  netvault insurance appeal", exit: .needsAnswer)

  /// Several refusals can be meant, and there is nobody to choose.
  package static func severalDenials(_ count: Int) -> Problem {
    Problem(
      "\(count) refusals can be meant.", name: "several-denials", safe: "Nothing was changed.",
      next: "See them with their numbers:  netvault insurance appeal", exit: .needsAnswer)
  }

  package static let nothingToMatch = Problem(
    "There are no bills and no statements of an insurer here.", name: "no-bills",
    next: "Write one down:  netvault insurance claim add", exit: .nothingFound)

  package static let noDeadlines = Problem(
    "No last day of an insurer is known here.", name: "no-deadlines",
    next: "To see the rules that netvault knows:  netvault insurance clocks",
    exit: .nothingFound)

  package static func noMoney(year: Int) -> Problem {
    Problem(
      "Nothing was paid in \(year), by the records here.", name: "no-money",
      next: "Another year:  netvault insurance money --year \(year - 1)", exit: .nothingFound)
  }

  package static let yearUnclear = Problem(
    "--year needs a year with four figures.", name: "year-unclear",
    next: "Write it like this:  --year 2026", exit: .needsAnswer)

  /// A name of a rule that there is not. `close` is one that there is.
  package static func noSuchClock(_ name: String, close: String?) -> Problem {
    Problem(
      "netvault has no rule called \"\(name)\".", name: "no-such-clock",
      safe: "The letter says the day.",
      next: close.map { "Did you mean \($0)?" }
        ?? "See which there are:  netvault insurance clocks",
      exit: .nothingFound)
  }

  /// A window of the calendar counts from nothing.
  package static func clockCountsNothing(_ name: String) -> Problem {
    Problem(
      "The rule \"\(name)\" counts from no day of yours.", name: "clock-counts-nothing",
      next: "See its days with:  netvault insurance clocks \(name)", exit: .needsAnswer)
  }

  /// Months and days cannot be counted from a day that is not known to the day.
  package static let clockNeedsDay = Problem(
    "A rule counts from a whole day: day, month and year.", name: "clock-needs-day",
    next: "Write it like this:  --from 2026-11-30", exit: .needsAnswer)
}
