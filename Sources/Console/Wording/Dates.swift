// What is said about dates that cannot be understood, or cannot be.

extension Problem {
  /// Words that are no date. `meant` is the closest date there is.
  package static func unknownDate(_ typed: String, meant: String?) -> Problem {
    let meant = meant.map { " Did you mean \($0)?" } ?? ""
    return Problem(
      "\"\(typed)\" is not a date netvault knows.\(meant)", name: "unknown-date",
      next: "You can also type:  2021   mar 2021   14 3 2021   2 weeks ago",
      second: "Still not a date netvault knows. A year alone is enough, such as 2021.",
      exit: .needsAnswer)
  }

  package static func daysInMonth(_ month: String, _ days: Int) -> Problem {
    Problem(
      "\(month) has \(days) days. When was it?", name: "impossible-date",
      second: "There is no such day. A month alone is enough, such as \(month).",
      exit: .needsAnswer)
  }

  package static func noLeapDay(year: Int) -> Problem {
    Problem(
      "February \(year) has 28 days. When was it?", name: "impossible-date",
      second: "There is no such day. A month alone is enough, such as February \(year).",
      exit: .needsAnswer)
  }

  package static func noSuchMonth(_ number: Int) -> Problem {
    Problem(
      "There is no month number \(number). A year has 12 months.", name: "impossible-date",
      next: "Write the month as a word:  14 March 2021",
      second: "Still no such month. A year alone is enough, such as 2021.", exit: .needsAnswer)
  }

  /// A date in figures that can be two days. `flag` is what it was given with, if anything.
  package static func ambiguousDate(
    _ typed: String, dayFirst: String, monthFirst: String, iso: (String, String), flag: String?
  ) -> Problem {
    Problem(
      "\(typed) can be \(dayFirst) or \(monthFirst).", name: "ambiguous-date",
      next: "Write \(flag.map { "--\($0) " } ?? "")\(iso.0) or \(iso.1).", exit: .needsAnswer)
  }

  /// A date to come, for something that has happened. `label` is the name of the field.
  package static func futureDate(_ label: String) -> Problem {
    Problem(
      "\"\(label)\" must be today or in the past.", name: "future-date",
      next: "Is the year right?",
      second: "That day is still to come. Is the year right?", exit: .needsAnswer)
  }

  package static let beforeBirth = Problem(
    "That is before the date of birth.", name: "before-birth", next: "Is the year right?",
    second: "That is still before the date of birth. A year alone is enough.", exit: .needsAnswer)

  /// A day to come for a treatment that is not planned. `label` is the name of the field.
  package static func futureNotPlanned(_ label: String, flag: String?) -> Problem {
    Problem(
      "\"\(label)\" must be today or in the past.", name: "future-date",
      why: "Only what is planned can be still to come.",
      next: flag.map { "If it is planned, add:  --\($0)" } ?? "Is the year right?",
      second: "That day is still to come. Is the year right?", exit: .needsAnswer)
  }

  /// Two dates of a record that are the wrong way round, by the names of their fields.
  package static func datesCrossed(first: String, last: String) -> Problem {
    Problem(
      "\"\(last)\" is before \"\(first)\".", name: "dates-crossed", safe: "Nothing was saved.",
      next: "Which of the two is right?",
      second: "The two dates are still the wrong way round.", exit: .needsAnswer)
  }

  package static func otherWeekday(_ date: String, isA right: String, notA wrong: String)
    -> Problem
  {
    Problem(
      "\(date) is a \(right), not a \(wrong).", name: "other-weekday",
      next: "Which day was it?",
      second: "The day and the date still do not go together. The date alone is enough.",
      exit: .needsAnswer)
  }

  /// "When I was 58", which is part of two years. `years` are the two.
  package static func ageIsTwoYears(
    from: String, to: String, years: (Int, Int), flag: String?
  ) -> Problem {
    Problem(
      "That was between \(from) and \(to).", name: "age-is-two-years",
      next: "Write \(flag.map { "--\($0) " } ?? "")\(years.0) or \(years.1).",
      exit: .needsAnswer)
  }

  package static let ageWithoutBirth = Problem(
    "The date of birth is not in this vault, so an age gives no year.",
    name: "age-without-birth", next: "Write the year instead.",
    second: "An age is not enough here. Write the year.", exit: .needsAnswer)

  package static let endBeforeStart = Problem(
    "The end is before the start.", name: "end-before-start",
    next: "Write it as:  from March 2020 to June 2020",
    second: "The end still comes first. One date alone is enough.", exit: .needsAnswer)
}
