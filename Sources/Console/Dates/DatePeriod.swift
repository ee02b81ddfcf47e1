import Records

// Periods: "from 3 May 2020 to June 2020", "since 2019", "until March 2021".

extension DatePhrase {
  /// The period that a phrase says, or nil when it says a single date.
  func period(_ typed: String) throws(Problem) -> Meaning? {
    var words = typed.split(whereSeparator: \.isWhitespace).map { String($0) }
    guard let first = words.first?.lowercased() else { return nil }
    let isAbout = DateWords.about.contains(first)
    if isAbout { words.removeFirst() }
    let start = words.first?.lowercased()
    if start == "until" || start == "till" {
      let end = try date(words.dropFirst())
      return made(When(start: nil, end: end.start, isPeriod: true, isAbout: isAbout))
    }
    let opens = start == "from" || start == "since"
    if opens { words.removeFirst() }
    let divider = words.firstIndex { ["to", "until", "till"].contains($0.lowercased()) }
    guard let divider, divider > 0, divider + 1 < words.count else {
      // "From March" without an end is a period that goes on.
      guard opens, !words.isEmpty else { return nil }
      let begin = try date(words[...])
      guard begin.words == nil else { return nil }
      return made(When(start: begin.start, isPeriod: true, isAbout: isAbout || begin.isAbout))
    }
    let end = try date(words[(divider + 1)...])
    let begin = try beginning(words[..<divider], of: end)
    guard let first = begin.start, let last = end.start, begin.words == nil, end.words == nil
    else { return nil }
    return made(When(start: first, end: last, isAbout: isAbout))
  }

  private func made(_ when: When) -> Meaning { .date(Understood(when)) }

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
      if let when = try? date(words + [String(last.year)]) { return when }
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
