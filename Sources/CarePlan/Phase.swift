package import Records

/// One step of a plan: how often, and how long so, as in `every 3 months for 2 years`.
package struct Phase: Hashable, Sendable {
  package enum End: Hashable, Sendable {
    /// From then on, without an end.
    case open
    /// So long after it began.
    case after(Interval)
    /// Until so many years after the day from which the steps are counted.
    case year(Int)
    /// Up to a day that was named.
    case date(PartialDate)
  }

  package let interval: Interval
  package let end: End
  /// True for "about every 3 months".
  package let isAbout: Bool
  /// How often, in the words it was given in: `about every 3 months`.
  package let often: String

  /// Reads `every 3 months for 2 years`, `then every 6 months until year 5`, `every year until
  /// 2030`, `for 2 years: every 3 months`, `then yearly, for life`.
  package init(_ words: String) throws(PlanTrouble) {
    var parts = words.lowercased()
      .split { $0.isWhitespace || $0 == "," || $0 == ":" || $0 == "." }
    while let first = parts.first, Self.joining.contains(first) { parts.removeFirst() }
    var (often, long) = (parts, [Substring]())
    if let first = parts.first, Self.ends.contains(first) {
      let place = parts.firstIndex { Self.begins.contains($0) } ?? parts.endIndex
      (often, long) = (Array(parts[place...]), Array(parts[..<place]))
    } else if let place = parts.firstIndex(where: { Self.ends.contains($0) }) {
      (often, long) = (Array(parts[..<place]), Array(parts[place...]))
    }
    while let last = often.last, Self.joining.contains(last) { often.removeLast() }
    self.often = often.joined(separator: " ")
    switch Interval.reading(self.often) {
    case .interval(let interval): self.interval = interval
    case .zero: throw .zero
    case .tooLong: throw .tooLong
    case .words: throw .notAStep
    }
    isAbout = Interval.isAbout(self.often)
    end = try Self.end(long)
  }

  /// What only ties one step to the one before it.
  private static let joining: Set<Substring> = ["then", "and", "afterwards", "after", "that"]
  private static let ends: Set<Substring> = ["for", "until", "till", "up", "through"]
  private static let begins: Set<Substring> = [
    "about", "annually", "at", "each", "every", "half-yearly", "monthly", "once", "quarterly",
    "twice", "weekly", "yearly",
  ]
  private static let fillers: Set<Substring> = [
    "the", "first", "next", "another", "further", "about", "end", "of", "to",
  ]

  private static func end(_ parts: [Substring]) throws(PlanTrouble) -> End {
    guard let word = parts.first else { return .open }
    let rest = parts.dropFirst().filter { !fillers.contains($0) }
    let text = rest.joined(separator: " ")
    if ["life", "good", "ever", "now", "further notice"].contains(text) { return .open }
    if rest.first == "year", rest.count == 2, let year = Int(rest[1]) {
      guard year > 0 else { throw .zero }
      guard year <= Interval.longestSpanYears else { throw .tooLong }
      return .year(year)
    }
    if word != "for", let date = SpelledDate.read(text) { return .date(date) }
    switch Interval.reading(text, longestYears: Interval.longestSpanYears) {
    case .interval(let long):
      return word == "for"
        ? .after(long)
        : long.count.isMultiple(of: 12) && long.unit == .months
          ? .year(long.count / 12) : .after(long)
    case .zero: throw .zero
    case .tooLong: throw .tooLong
    case .words: throw .notAStep
    }
  }
}
