import Records

// Periods: "from 3 May 2020 to June 2020", "2019-2021", "since 2019", "for 3 weeks".

extension DatePhrase {
  /// The period that a phrase says, or nil when it says a single date.
  func period(_ typed: String) throws(Problem) -> Meaning? {
    var words = DateRangeWords.spelledOut(typed).split(whereSeparator: \.isWhitespace)
      .map { String($0) }
    guard let first = words.first?.lowercased() else { return nil }
    let isAbout = DateWords.about.contains(first)
    if isAbout { words.removeFirst() }
    let start = words.first?.lowercased()
    if start == "until" || start == "till" {
      let end = try date(words.dropFirst())
      guard end.words == nil, end.start != nil else { return nil }
      return made(When(start: nil, end: end.start, isPeriod: true, isAbout: isAbout))
    }
    if start == "for", let begin = lasting(words.dropFirst()) {
      return made(When(start: begin, isPeriod: true, isAbout: isAbout))
    }
    let opens = start == "from" || start == "since" || start == "ever"
    if opens { words.removeFirst() }
    if start == "ever", words.first?.lowercased() == "since" { words.removeFirst() }
    let divider = words.firstIndex { ["to", "until", "till"].contains($0.lowercased()) }
    guard let divider, divider > 0, divider + 1 < words.count else {
      // "From March" without an end is a period that goes on.
      guard opens, !words.isEmpty else { return nil }
      let begin = try date(words[...])
      guard begin.words == nil, begin.start != nil else { return nil }
      return made(When(start: begin.start, isPeriod: true, isAbout: isAbout || begin.isAbout))
    }
    return try period(words, divider, isAbout: isAbout)
  }

  /// A period with both ends.
  private func period(_ words: [String], _ divider: Int, isAbout: Bool) throws(Problem) -> Meaning?
  {
    let ending = words[(divider + 1)...]
    let isOpen = ending.count == 1 && ["now", "present"].contains(ending.first?.lowercased() ?? "")
    let end = isOpen ? When(start: nil) : try date(ending, after: words[..<divider])
    let begin = try beginning(words[..<divider], of: end)
    guard let first = begin.start, begin.words == nil, end.words == nil else { return nil }
    if isOpen { return made(When(start: first, isPeriod: true, isAbout: isAbout)) }
    guard let last = end.start else { return nil }
    return made(When(start: first, end: last, isAbout: isAbout))
  }

  private func made(_ when: When) -> Meaning { .date(Understood(when)) }

  /// When "for 3 weeks" or "for the last 2 years" began.
  private func lasting(_ words: ArraySlice<String>) -> Moment? {
    let rest = words.drop { ["the", "last", "past", "about"].contains($0.lowercased()) }
    let ago = rest.joined(separator: " ") + " ago"
    guard case .date(let found)? = try? DateReader(self, ago).read() else { return nil }
    return found.when.start
  }

  /// The start of a period. "From March to June 2020" and "3 to 5 May 2020" say the year, and the
  /// month, only once.
  private func beginning(_ words: ArraySlice<String>, of end: When) throws(Problem) -> When {
    let tokens = DateTokens(words.joined(separator: " ")).tokens
    if let last = end.start?.date, !tokens.contains(where: { $0.year != nil }) {
      if tokens.count == 1, let day = tokens[0].small, let month = last.month, last.day != nil,
        let date = PartialDate(year: last.year, month: month, day: day)
      {
        return When(date)
      }
      if let when = try? date(words + [String(last.year)]), let first = when.start?.date {
        // "November to February 2021" began in the year before.
        guard first.firstDay > last.lastDay,
          let earlier = PartialDate(year: first.year - 1, month: first.month, day: first.day)
        else { return when }
        return When(earlier)
      }
    }
    return try date(words)
  }

  /// The end of a period. "May 3 to 5, 2020" says the month only once.
  private func date(
    _ words: ArraySlice<String>, after begin: ArraySlice<String>
  ) throws(Problem) -> When {
    let tokens = DateTokens(words.joined(separator: " ")).tokens
    let month = DateTokens(begin.joined(separator: " ")).tokens.compactMap(\.word)
      .first { DateWords.month($0) != nil }
    if let month, let day = tokens.first?.small, tokens.dropFirst().allSatisfy({ $0.year != nil }) {
      let year = tokens.dropFirst().first?.year.map { " \($0)" } ?? ""
      return try date(["\(day) \(month)\(year)"])
    }
    return try date(words)
  }

  private func date(_ words: ArraySlice<String>) throws(Problem) -> When {
    let typed = words.joined(separator: " ")
    switch try single(typed) {
    case .date(let understood): return understood.when
    case .either(let dayFirst, let monthFirst): throw ambiguous(typed, dayFirst, monthFirst)
    case .age: throw .unknownDate(typed, meant: nil)
    }
  }
}
