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
    if words.count == 3, words[0] == .word("a") { words.removeFirst() }
    guard words.count == 2, let unit = words[1].word,
      let count = words[0].small ?? words[0].word.flatMap({ DateWords.count($0) })
    else { return nil }
    return away(sign * count, unit)
  }

  /// Days and weeks lead to a day, months to a month and years to a year: no more is known.
  private func away(_ count: Int, _ unit: String) -> DatePhrase.Understood? {
    switch unit {
    case "day", "days": return day(count)
    case "week", "weeks": return day(count * 7)
    case "month", "months":
      let month = PartialDate(year: today.year, month: today.month)
      return month?.adding(months: count).map { .init(When($0)) }
    case "year", "years": return PartialDate(year: today.year + count).map { .init(When($0)) }
    default: return nil
    }
  }

  /// `today`, `yesterday`, `last March`, `next Thursday`, `this year`.
  func named() -> DatePhrase.Understood? {
    let words = tokens.compactMap(\.word)
    guard words.count == tokens.count else { return nil }
    switch words {
    case ["today"], ["now"], ["this", "morning"], ["this", "afternoon"], ["this", "evening"],
      ["tonight"]:
      return day(0)
    case ["yesterday"], ["last", "night"]: return day(-1)
    case ["tomorrow"]: return day(1)
    case ["day", "before", "yesterday"]: return day(-2)
    case ["day", "after", "tomorrow"]: return day(2)
    default: break
    }
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

  /// From Monday to Sunday: which day is not known.
  private func week(_ step: Int) -> DatePhrase.Understood? {
    let monday = -DateWords.weekday(of: today) + step * 7
    guard let first = today.adding(days: monday), let last = today.adding(days: monday + 6) else {
      return nil
    }
    return .init(When(start: Moment(first), end: Moment(last)))
  }

  /// `last summer`. Winter is in two years, so it needs one.
  private func season(_ word: String, _ step: Int) -> DatePhrase.Understood? {
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
    let months = words.compactMap { DateWords.month($0) }
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
