import Records

/// Reads one date phrase. Each method knows one way of saying a date, and returns nil for others.
struct DateReader {
  let phrase: DatePhrase
  let typed: String
  var tokens: [DateTokens.Token]
  let time: String?

  var today: PartialDate { phrase.today.firstDay }

  init(_ phrase: DatePhrase, _ typed: String) {
    self.phrase = phrase
    self.typed = typed
    let found = DateTokens(typed)
    tokens = found.tokens
    time = found.time
  }

  func read() throws(Problem) -> DatePhrase.Meaning? {
    var reader = self
    if let first = tokens.first?.word, DateWords.about.contains(first) {
      reader.tokens.removeFirst()
      return Self.marked(try reader.readExact(), time: time)
    }
    guard let meaning = try reader.readExact() else { return nil }
    guard let time else { return meaning }
    return Self.at(time, meaning)
  }

  private func readExact() throws(Problem) -> DatePhrase.Meaning? {
    guard !tokens.isEmpty else { return nil }
    if let meaning = try age() { return meaning }
    if let found = relative() { return .date(found) }
    var reader = self
    let fillers = ["on", "in", "the", "of", "at", "sometime", "during"]
    reader.tokens.removeAll { $0.word.map { fillers.contains($0) } ?? false }
    if let found = reader.named() ?? reader.vague() { return .date(found) }
    if let meaning = try reader.weekdayAndDate() { return meaning }
    if let meaning = try reader.monthByName() { return meaning }
    return try reader.figures()
  }

  /// "About" makes a date that nobody can be exact about, so it needs no question either.
  private static func marked(_ meaning: DatePhrase.Meaning?, time: String?) -> DatePhrase.Meaning? {
    guard case .date(var found)? = meaning, time == nil, found.when.words == nil else { return nil }
    found.when.isAbout = true
    return .date(found)
  }

  /// A time of day belongs to a whole day only.
  private static func at(_ time: String, _ meaning: DatePhrase.Meaning) -> DatePhrase.Meaning? {
    func timed(_ when: When) -> When? {
      guard when.start?.date.day != nil, !when.isPeriod, when.words == nil else { return nil }
      var when = when
      when.start?.time = time
      return when
    }
    switch meaning {
    case .date(var found):
      guard let when = timed(found.when) else { return nil }
      found.when = when
      return .date(found)
    case .either(let first, let second):
      guard let first = timed(first), let second = timed(second) else { return nil }
      return .either(dayFirst: first, monthFirst: second)
    case .age: return nil
    }
  }

  /// `14 3 2021`, `3/4/2021`, `2021/3/14`, `3/2021`, `14/3`, `20210314`, `2021`.
  private func figures() throws(Problem) -> DatePhrase.Meaning? {
    guard (1...3).contains(tokens.count), tokens.allSatisfy({ $0.word == nil }) else { return nil }
    if tokens.count == 1 { return single(tokens[0]) }
    if let year = tokens[0].year {
      return try yearFirst(year)
    }
    if tokens.count == 2, let year = tokens[1].year {
      guard let month = tokens[0].small else { return nil }
      return try made(year: year, month: month, day: nil)
    }
    guard let first = tokens[0].small, let second = tokens[1].small else { return nil }
    if tokens.count == 2 { return try dayAndMonth(first, second, year: nil) }
    if phrase.order == .yearFirst, let day = tokens[2].small, first > 31 || second <= 12 {
      return try made(year: fullYear(first), month: second, day: day)
    }
    guard let year = tokens[2].year ?? tokens[2].small.map({ fullYear($0) }) else { return nil }
    return try dayAndMonth(first, second, year: year)
  }

  private func single(_ token: DateTokens.Token) -> DatePhrase.Meaning? {
    if let year = token.year, let date = PartialDate(year: year) {
      return .date(.init(When(date), isCertain: true))
    }
    guard case .number(let value, digits: 8) = token,
      let date = PartialDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    else { return nil }
    return .date(.init(When(date)))
  }

  private func yearFirst(_ year: Int) throws(Problem) -> DatePhrase.Meaning? {
    guard let month = tokens[1].small else {
      // "2019/2020": one or the other, or from one into the other. The words say it best.
      guard tokens.count == 2, tokens[1].year != nil, let date = PartialDate(year: year) else {
        return nil
      }
      return .date(.init(When(start: Moment(date), words: typed)))
    }
    guard tokens.count == 3 else { return try made(year: year, month: month, day: nil) }
    guard let day = tokens[2].small else { return nil }
    return try made(year: year, month: month, day: day)
  }

  private func dayAndMonth(_ first: Int, _ second: Int, year: Int?) throws(Problem)
    -> DatePhrase.Meaning?
  {
    func both(_ day: Int, _ month: Int) throws(Problem) -> DatePhrase.Meaning? {
      guard let year else { return try resolved(month: month, day: day).map { .date($0) } }
      return try made(year: year, month: month, day: day)
    }
    if first > 12 { return try both(first, second) }
    if second > 12 { return try both(second, first) }
    if first == second || phrase.order == .dayFirst { return try both(first, second) }
    if phrase.order == .monthFirst { return try both(second, first) }
    guard case .date(let dayFirst)? = try both(first, second),
      case .date(let monthFirst)? = try both(second, first)
    else { return nil }
    return .either(dayFirst: dayFirst.when, monthFirst: monthFirst.when)
  }

  /// A year of two figures: the last one that is not far ahead.
  func fullYear(_ short: Int) -> Int {
    let century = today.year / 100 * 100
    let ahead = phrase.direction == .past ? 0 : 20
    return century + short > today.year + ahead ? century - 100 + short : century + short
  }

  private func made(year: Int, month: Int, day: Int?) throws(Problem) -> DatePhrase.Meaning? {
    .date(.init(When(try date(year: year, month: month, day: day))))
  }

  /// A date of the calendar, or the problem that says why there is none.
  func date(year: Int, month: Int, day: Int?) throws(Problem) -> PartialDate {
    if let date = PartialDate(year: year, month: month, day: day) { return date }
    guard (1...12).contains(month) else { throw .noSuchMonth(month) }
    if month == 2, day == 29 { throw .noLeapDay(year: year) }
    throw .daysInMonth(
      PartialDate.monthNames[month - 1], PartialDate.days(inMonth: month, of: year))
  }
}
