import Records

// Dates said by how far they are from today, and dates that only words can say.

extension DateReader {
  /// `2 weeks ago`, `a month ago`, `in 3 months`, `2 weeks from now`.
  func relative() -> DatePhrase.Understood? {
    var words = tokens
    var sign = 0
    if words.last == .word("ago") {
      sign = -1
      words.removeLast()
    } else if words.suffix(2) == [.word("from"), .word("now")] {
      sign = 1
      words.removeLast(2)
    } else if words.first == .word("in") {
      sign = 1
      words.removeFirst()
    }
    guard sign != 0 else { return nil }
    words.removeAll { $0 == .word("of") }
    if let half = halves(words) { return away(sign * half.count, half.unit) }
    if words.count == 3, words[0] == .word("a") { words.removeFirst() }
    guard words.count == 2, let unit = words[1].word,
      let count = words[0].count ?? words[0].word.flatMap({ DateWords.count($0) })
    else { return nil }
    return away(sign * count, unit)
  }

  /// `half a year`, `a year and a half`, `two and a half years`: in months, or in weeks.
  private func halves(_ tokens: [DateTokens.Token]) -> (count: Int, unit: String)? {
    guard tokens.contains(.word("half")) else { return nil }
    var rest = tokens.filter { ![.word("half"), .word("and")].contains($0) }
    guard let place = rest.firstIndex(where: { Self.twice[$0.word ?? ""] != nil }),
      let (unit, parts) = rest[place].word.flatMap({ Self.twice[$0] })
    else { return nil }
    rest.remove(at: place)
    let isOnlyHalf =
      tokens.first == .word("half") || tokens.prefix(2) == [.word("a"), .word("half")]
    if isOnlyHalf, rest.allSatisfy({ ["a", "an"].contains($0.word) }) { return (parts / 2, unit) }
    // "A year and a half" and "two and a half years": the second "a" is of the half.
    guard rest.count <= 2, let first = rest.first,
      let count = first.small ?? first.word.flatMap({ DateWords.count($0) }),
      rest.dropFirst().allSatisfy({ $0 == .word("a") })
    else { return nil }
    return (count * parts + parts / 2, unit)
  }

  /// What a unit is in a smaller one that has halves.
  private static let twice = ["year": ("months", 12), "years": ("months", 12)]

  /// Days and weeks lead to a day, months to a month and years to a year: no more is known.
  private func away(_ count: Int, _ unit: String) -> DatePhrase.Understood? {
    switch unit {
    case "day", "days": return day(count)
    case "week", "weeks": return day(count * 7)
    case "fortnight", "fortnights": return day(count * 14)
    case "month", "months":
      let month = PartialDate(year: today.year, month: today.month)
      return month?.adding(months: count).map { .init(When($0)) }
    case "year", "years": return PartialDate(year: today.year + count).map { .init(When($0)) }
    default: return nil
    }
  }

  /// `today`, `yesterday`, `last March`, `next Thursday`, `this year`.
  func named() -> DatePhrase.Understood? {
    var words = tokens.compactMap(\.word)
    guard words.count == tokens.count else { return nil }
    // "Yesterday evening" is a day; what part of it, no date can say.
    if words.count > 1, let last = words.last, last != "this", words.first != "this",
      ["morning", "afternoon", "evening"].contains(last)
    {
      words.removeLast()
    }
    switch words {
    case ["today"], ["now"], ["this", "morning"], ["this", "afternoon"], ["this", "evening"],
      ["tonight"]:
      return day(0)
    case ["yesterday"], ["last", "night"]: return day(-1)
    case ["tomorrow"]: return day(1)
    case ["day", "before", "yesterday"]: return day(-2)
    case ["day", "after", "tomorrow"]: return day(2)
    case ["birth"], ["born"]: return phrase.born.map { .init(When($0)) }
    default: break
    }
    if let found = partOfRelative(words) ?? weekdayOfWeek(words) { return found }
    guard words.count == 2, let step = ["last": -1, "this": 0, "next": 1][words[0]] else {
      return nil
    }
    if let month = DateWords.month(words[1]) { return self.month(month, step) }
    if let weekday = DateWords.weekday(words[1]) {
      let forward = step == 1 || (step == 0 && phrase.direction != .past)
      guard case .date(let found)? = self.weekday(weekday, forward: forward) else { return nil }
      return found
    }
    if words[1] == "week" { return week(step) }
    if words[1] == "weekend" { return week(step, from: 5) }
    if words[1] == "month" || words[1] == "year" { return away(step, words[1]) }
    return season(words[1], step)
  }

  private func month(_ month: Int, _ step: Int) -> DatePhrase.Understood? {
    let now = today.month ?? 1
    let year =
      switch step {
      case -1: month < now ? today.year : today.year - 1
      case 1: month > now ? today.year : today.year + 1
      default: today.year
      }
    return PartialDate(year: year, month: month).map { .init(When($0)) }
  }

  /// From Monday to Sunday, or from Saturday: which day is not known.
  private func week(_ step: Int, from day: Int = 0) -> DatePhrase.Understood? {
    let monday = -DateWords.weekday(of: today) + step * 7
    guard let first = today.adding(days: monday + day), let last = today.adding(days: monday + 6)
    else { return nil }
    return .init(When(start: Moment(first), end: Moment(last)))
  }

  /// `Monday last week`, `next week Thursday`.
  private func weekdayOfWeek(_ words: [String]) -> DatePhrase.Understood? {
    guard words.count == 3, let place = words.firstIndex(of: "week"), place > 0,
      let step = ["last": -1, "this": 0, "next": 1][words[place - 1]],
      let name = (place == 1 ? words.last : words.first), let weekday = DateWords.weekday(name)
    else { return nil }
    return day(-DateWords.weekday(of: today) + step * 7 + weekday)
  }

  /// `early last year`, `end of next month`: kept as words, with the year or month named.
  private func partOfRelative(_ words: [String]) -> DatePhrase.Understood? {
    guard words.count == 3, DateWords.partsOfTime.contains(words[0]),
      let step = ["last": -1, "this": 0, "next": 1][words[1]]
    else { return nil }
    let found =
      words[2] == "year" || words[2] == "month"
      ? away(step, words[2])
      : DateWords.month(words[2]).flatMap { month($0, step) } ?? season(words[2], step)
    guard var when = found?.when else { return nil }
    // "Middle 2025" is not said; "the middle of 2025" is.
    let part =
      ["middle", "end", "beginning", "start"].contains(words[0]) ? "\(words[0]) of" : words[0]
    when.words = "\(part) \(when.spelled)"
    return .init(when)
  }

  /// `last summer`, `last winter`, `last Christmas`. A winter is named with its two years.
  private func season(_ word: String, _ step: Int) -> DatePhrase.Understood? {
    if word == "winter" { return winter(step) }
    if word == "christmas" { return christmas(step) }
    guard let last = ["spring": 5, "summer": 8, "autumn": 11, "fall": 11][word] else { return nil }
    let isOver = (today.month ?? 1) > last
    let year =
      switch step {
      case -1: isOver ? today.year : today.year - 1
      case 1: isOver ? today.year + 1 : today.year
      default: today.year
      }
    return PartialDate(year: year).map { .init(When(start: Moment($0), words: "\(word) \(year)")) }
  }

  /// From December to February. In winter, "this winter" goes on and "last winter" is the one before.
  private func winter(_ step: Int) -> DatePhrase.Understood? {
    let month = today.month ?? 1
    // The year in which the winter began that is now, or that comes next.
    let now = month <= 2 ? today.year - 1 : today.year
    let isNow = month <= 2 || month == 12
    let year = step == -1 ? now - 1 : step == 1 && isNow ? now + 1 : now
    return PartialDate(year: year).map {
      .init(When(start: Moment($0), words: "winter \(year)/\(year + 1)"))
    }
  }

  private func christmas(_ step: Int) -> DatePhrase.Understood? {
    let isOver = today.month == 12 && (today.day ?? 1) > 26
    let year =
      switch step {
      case -1: isOver ? today.year : today.year - 1
      case 1: isOver ? today.year + 1 : today.year
      default: today.year
      }
    return PartialDate(year: year, month: 12).map {
      .init(When(start: Moment($0), words: "Christmas \(year)"))
    }
  }

  /// `spring 2019`, `early 2019`, `end of March 2020`, `1990s`, `Q3 2020`, `2019 or 2020`. The words
  /// are kept, because a date would say more or less than they do; the year is there to sort by.
  func vague() -> DatePhrase.Understood? {
    let words = tokens.compactMap(\.word)
    if tokens.count == 1, let decade = decade(words.first) {
      return PartialDate(year: decade).map {
        .init(When(start: Moment($0), words: "\(decade)s"))
      }
    }
    guard let year = tokens.compactMap(\.year).first, let start = PartialDate(year: year),
      tokens.allSatisfy({ $0.year != nil || $0.word != nil || isQuarter($0) })
    else { return nil }
    var months = words.compactMap { DateWords.month($0) }
    if months.isEmpty, words.contains("christmas") { months = [12] }
    let rest = words.filter { DateWords.month($0) == nil }
    guard !rest.isEmpty, months.count <= 1, rest.allSatisfy({ isVague($0) }) else { return nil }
    let date = months.first.flatMap { PartialDate(year: year, month: $0) } ?? start
    return .init(When(start: Moment(date), words: typed))
  }

  private func isVague(_ word: String) -> Bool {
    DateWords.seasons.contains(word) || DateWords.partsOfTime.contains(word)
      || ["or", "q", "half", "first", "second", "quarter", "third", "fourth"].contains(word)
  }

  private func isQuarter(_ token: DateTokens.Token) -> Bool {
    tokens.first == .word("q") && (token.small.map { (1...4).contains($0) } ?? false)
  }

  private func decade(_ word: String?) -> Int? {
    guard let word, word.last == "s", let number = Int(word.dropLast()), number % 10 == 0 else {
      return nil
    }
    if (1800...2090).contains(number) { return number }
    return (0...90).contains(number) ? fullYear(number) : nil
  }
}
