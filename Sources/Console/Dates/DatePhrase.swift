package import Records

/// Dates as people say them: "last March", "14 3 2021", "about 2019", "2 weeks ago".
///
/// Whatever netvault writes as a date, it can read. What was worked out is always said back.
package struct DatePhrase: Sendable {
  /// In which order a person writes a date in figures.
  package enum Order: String, Sendable, CaseIterable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
    case yearFirst = "year-first"
  }

  /// Which way "Tuesday" points.
  package enum Direction: Sendable, Hashable {
    /// Back, and a day to come is a mistake.
    case past
    /// Back, because most records are of what happened.
    case any
    /// Forward, for appointments.
    case next
  }

  package enum Meaning: Sendable, Hashable {
    case date(Understood)
    /// Figures that can be two days.
    case either(dayFirst: When, monthFirst: When)
    /// An age, which is part of two years.
    case age(from: PartialDate, to: PartialDate)
  }

  /// A date, and how sure netvault is that it was meant.
  package struct Understood: Sendable, Hashable {
    package var when: When
    /// True when nothing had to be worked out.
    package var isCertain: Bool
    /// True when the day of the week helps to check it.
    package var showsWeekday: Bool

    init(_ when: When, isCertain: Bool = false, showsWeekday: Bool = false) {
      self.when = when
      self.isCertain = isCertain
      self.showsWeekday = showsWeekday
    }

    /// What netvault says back: `Tuesday 17 November 2026.`, `March 2026, no day.`
    package var readBack: String {
      if let words = when.words { return "\"\(words.capitalizedFirst)\", no month." }
      var text = when.spelled.capitalizedFirst
      guard let date = when.start?.date, !when.isPeriod else { return text + "." }
      if date.month == nil {
        text += ", no month"
      } else if date.day == nil {
        text += ", no day"
      } else if showsWeekday, !when.isAbout {
        text = "\(DateWords.weekdays[DateWords.weekday(of: date)]) \(text)"
      }
      return text + "."
    }
  }

  package var today: PartialDate
  package var order: Order?
  package var direction: Direction
  /// Date of birth, for "when I was 58".
  package var born: PartialDate?
  /// Nothing of this kind can have happened before this day: mostly the date of birth.
  package var earliest: PartialDate?
  /// What the date is of, for problems.
  package var label: String
  /// The flag it was given with, for problems; nil when it was typed at a question.
  package var flag: String?

  package init(
    today: PartialDate, order: Order? = nil, direction: Direction = .any,
    born: PartialDate? = nil, earliest: PartialDate? = nil, label: String = "The date",
    flag: String? = nil
  ) {
    self.today = today
    self.order = order
    self.direction = direction
    self.born = born
    self.earliest = earliest
    self.label = label
    self.flag = flag
  }

  /// What a phrase means. Throws the problem to show when it is no date, or cannot be.
  package func meaning(of typed: String) throws(Problem) -> Meaning {
    let typed = Self.plain(typed)
    let found = try period(typed)
    let meaning = if let found { found } else { try single(typed) }
    switch meaning {
    case .date(var understood):
      try check(understood.when)
      if isSurprising(understood.when) { understood.isCertain = false }
      return .date(understood)
    case .either(let first, let second):
      guard direction == .past else { break }
      // When one of the two is still to come, the other was meant.
      let (isFirstPast, isSecondPast) = (isPast(first), isPast(second))
      if isFirstPast != isSecondPast {
        return .date(Understood(isFirstPast ? first : second))
      }
      try check(first)
    case .age: break
    }
    return meaning
  }

  /// Without the quotes, and without what only says how much is known: netvault says "March 2021,
  /// no day." back, and must understand it.
  private static func plain(_ typed: String) -> String {
    var text = typed.trimmed
    for end in [".", ", no day", ", no month"] where text.hasSuffix(end) {
      text = String(text.dropLast(end.count)).trimmed
    }
    if text.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") {
      text = String(text.dropFirst().dropLast()).trimmed
    }
    return text
  }

  /// A day to come where days that have been are usual, and years that are rarely meant.
  private func isSurprising(_ when: When) -> Bool {
    guard let date = when.date else { return false }
    if direction == .any, date.firstDay > today.lastDay { return true }
    return date.year < 1900 || date.year > today.year + 10
  }

  /// The date a phrase means, where there is nobody to ask back.
  package func when(_ typed: String) throws(Problem) -> When {
    switch try meaning(of: typed) {
    case .date(let understood): return understood.when
    case .either(let dayFirst, let monthFirst): throw ambiguous(typed, dayFirst, monthFirst)
    case .age(let from, let to):
      throw .ageIsTwoYears(
        from: from.spelled, to: to.spelled, years: (from.year, to.year), flag: flag)
    }
  }

  func ambiguous(_ typed: String, _ dayFirst: When, _ monthFirst: When) -> Problem {
    guard let first = dayFirst.start?.date, let second = monthFirst.start?.date,
      let month = second.month, let day = second.day
    else { return .unknownDate(typed, meant: nil) }
    let words = first.spelled.split(separator: " ").prefix(2).joined(separator: " ")
    return .ambiguousDate(
      typed, dayFirst: words, monthFirst: "\(PartialDate.monthNames[month - 1]) \(day)",
      iso: (first.description, second.description), flag: flag)
  }

  private func isPast(_ when: When) -> Bool {
    guard let date = when.start?.date else { return true }
    return date.firstDay <= today.lastDay
  }

  private func check(_ when: When) throws(Problem) {
    if direction == .past, !isPast(when) { throw .futureDate(label) }
    if let earliest, let date = when.date, when.words == nil, date.lastDay < earliest.firstDay {
      throw .beforeBirth
    }
    if let start = when.start?.date, let end = when.end?.date, end.lastDay < start.firstDay {
      throw .endBeforeStart
    }
  }

  func single(_ typed: String) throws(Problem) -> Meaning {
    let typed = typed.trimmed
    if let moment = Moment(typed.uppercased()), moment.date.year >= 1000 {
      return .date(Understood(When(start: moment), isCertain: true))
    }
    if let meaning = try DateReader(self, typed).read() { return meaning }
    if let corrected = DateWords.corrected(DateTokens(typed).tokens) {
      var meant = corrected
      if case .date(let understood)? = try? DateReader(self, corrected).read() {
        meant = understood.when.spelled
      }
      throw .unknownDate(typed, meant: meant)
    }
    throw .unknownDate(typed, meant: nil)
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
