import Records

// Months and days of the week by name, and ages.

extension DateReader {
  /// `March`, `mar 2021`, `14 March`, `March 14, 2021`, `14-Mar-21`.
  func monthByName() throws(Problem) -> DatePhrase.Meaning? {
    let words = tokens.compactMap(\.word)
    guard words.count == 1, let month = DateWords.month(words[0]), tokens.count <= 3 else {
      return nil
    }
    let numbers = tokens.filter { $0.word == nil }
    let years = numbers.compactMap(\.year)
    let small = numbers.compactMap(\.small)
    guard years.count <= 1, years.count + small.count == numbers.count else { return nil }
    if let year = years.first {
      let date = try date(year: year, month: month, day: small.first)
      return .date(.init(When(date), isCertain: true))
    }
    if small.count == 2 {
      let date = try date(year: fullYear(small[1]), month: month, day: small[0])
      return .date(.init(When(date)))
    }
    return try resolved(month: month, day: small.first).map { .date($0) }
  }

  /// The day or month in the year that the direction asks for.
  func resolved(month: Int, day: Int?) throws(Problem) -> DatePhrase.Understood? {
    // A leap day can be eight years away, around 1900 and 2100.
    let years = phrase.direction == .next ? Array(0...8) : Array((-8...0).reversed())
    for offset in years {
      let year = today.year + offset
      guard let date = PartialDate(year: year, month: month, day: day) else { continue }
      if phrase.direction == .next ? date.lastDay >= today : date.firstDay <= today {
        return .init(When(date))
      }
    }
    _ = try date(year: today.year, month: month, day: day)
    return nil
  }

  /// `Tuesday`, or `Tuesday 17 November 2026`, where both must agree.
  func weekdayAndDate() throws(Problem) -> DatePhrase.Meaning? {
    guard let word = tokens.first?.word, let weekday = DateWords.weekday(word) else { return nil }
    guard tokens.count > 1 else { return self.weekday(weekday, forward: phrase.direction == .next) }
    var rest = self
    rest.tokens.removeFirst()
    guard case .date(var found)? = try rest.monthByName(), let date = found.when.start?.date,
      date.day != nil
    else { return nil }
    let right = DateWords.weekday(of: date)
    guard right == weekday else {
      throw .otherWeekday(
        date.spelled, isA: DateWords.weekdays[right], notA: DateWords.weekdays[weekday])
    }
    found.showsWeekday = true
    return .date(found)
  }

  /// The nearest such day before or after today. Today itself would be called "today".
  func weekday(_ weekday: Int, forward: Bool) -> DatePhrase.Meaning? {
    let now = DateWords.weekday(of: today)
    let ahead = (weekday - now + 6) % 7 + 1
    return day(forward ? ahead : ahead == 7 ? -7 : ahead - 7).map { .date($0) }
  }

  func day(_ days: Int) -> DatePhrase.Understood? {
    today.adding(days: days).map { .init(When($0), showsWeekday: true) }
  }

  /// `when I was 58`, `at age 58`, `58 years old`.
  func age() throws(Problem) -> DatePhrase.Meaning? {
    if let decade = decadeOfLife { return try age(from: decade, to: decade + 10) }
    let allowed = [
      "when", "i", "he", "she", "they", "we", "was", "were", "at", "the", "age", "aged", "of",
      "years", "year", "old",
    ]
    let words = tokens.compactMap(\.word)
    guard let years = tokens.compactMap(\.small).first ?? century, tokens.count == words.count + 1,
      words.allSatisfy({ allowed.contains($0) }),
      words.contains(where: { ["was", "were", "age", "aged", "old"].contains($0) })
        || words == ["at"]
    else { return nil }
    return try age(from: years, to: years + 1)
  }

  private func age(from first: Int, to last: Int) throws(Problem) -> DatePhrase.Meaning? {
    guard let born = phrase.born else { throw .ageWithoutBirth }
    let birth = PartialDate(year: born.year, month: born.month) ?? born
    guard let from = birth.adding(months: first * 12), let to = birth.adding(months: last * 12)
    else { return nil }
    return .age(from: from, to: to)
  }

  /// `in my fifties`, `in her 50s`, `when I was in my early fifties` is not: that is words.
  private var decadeOfLife: Int? {
    let words = tokens.compactMap(\.word)
    guard words.count == tokens.count,
      words.contains(where: { ["my", "his", "her"].contains($0) }),
      let last = words.last,
      words.dropLast().allSatisfy({
        ["in", "my", "his", "her", "when", "i", "he", "she", "was"].contains($0)
      })
    else { return nil }
    if let decade = DateWords.decades[last] { return decade }
    guard last.last == "s", let number = Int(last.dropLast()), number % 10 == 0,
      (10...90).contains(number)
    else { return nil }
    return number
  }

  private var century: Int? {
    tokens.lazy.compactMap { token in
      guard case .number(let value, digits: 3) = token, value <= 120 else { return nil }
      return value
    }.first
  }
}
