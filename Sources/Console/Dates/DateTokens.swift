/// A date phrase cut into numbers and words, with the time of day taken out.
struct DateTokens {
  enum Token: Hashable {
    case number(Int, digits: Int)
    case word(String)

    var word: String? {
      guard case .word(let word) = self else { return nil }
      return word
    }

    /// A number that is no year: a day, a month or a count.
    var small: Int? {
      guard case .number(let value, let digits) = self, digits <= 2 else { return nil }
      return value
    }

    /// How many days, weeks or months: up to 999.
    var count: Int? {
      guard case .number(let value, let digits) = self, digits <= 3 else { return nil }
      return value
    }

    var year: Int? {
      guard case .number(let value, digits: 4) = self, (1000...2999).contains(value) else {
        return nil
      }
      return value
    }

    var text: String {
      switch self {
      case .number(let value, _): String(value)
      case .word(let word): word
      }
    }
  }

  var tokens: [Token]
  /// `HH:MM`, when the phrase ends with a time of day.
  private(set) var time: String?

  init(_ text: String) {
    var tokens: [Token] = []
    var rest = Substring(DateClock.plain(text.lowercased()))
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        Self.addNumber(digits, &rest, &tokens)
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(word.count)
        tokens.append(.word(String(word)))
      } else {
        // '21 is a year.
        if first == "'" || first == "’", let year = Self.shortYear(after: rest.dropFirst()) {
          tokens.append(.number(year, digits: 4))
          rest = rest.dropFirst(3)
          continue
        }
        if first == ":" { tokens.append(.word(":")) }
        if first == "~" { tokens.append(.word("about")) }
        if first == "?", rest.dropFirst().isEmpty { tokens.insert(.word("about"), at: 0) }
        rest = rest.dropFirst()
      }
    }
    self.tokens = tokens
    takeTime()
  }

  private static func addNumber(
    _ digits: Substring, _ rest: inout Substring, _ tokens: inout [Token]
  ) {
    guard let value = Int(digits) else {
      tokens.append(.word(String(digits)))
      return
    }
    let suffix = rest.prefix { $0.isLetter }
    if suffix == "s" {
      tokens.append(.word("\(digits)s"))
      rest = rest.dropFirst()
    } else {
      tokens.append(.number(value, digits: digits.count))
      if ["st", "nd", "rd", "th"].contains(suffix) { rest = rest.dropFirst(2) }
    }
  }

  private static func shortYear(after rest: Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 2, let value = Int(digits) else { return nil }
    return value < 50 ? 2000 + value : 1900 + value
  }

  /// Takes `10:30`, `10:30:00`, `10:30 am` or `3 pm` out.
  private mutating func takeTime() {
    var hour: Int?
    var minute = 0
    var range = 0..<0
    if let colon = tokens.firstIndex(of: .word(":")), colon > 0, colon + 1 < tokens.count,
      let first = tokens[colon - 1].small, let second = tokens[colon + 1].small
    {
      (hour, minute) = (first, second)
      range = colon - 1..<colon + 2
      if range.upperBound + 1 < tokens.count, tokens[range.upperBound] == .word(":"),
        tokens[range.upperBound + 1].small != nil
      {
        range = range.lowerBound..<range.upperBound + 2
      }
    } else if let half = tokens.firstIndex(where: { $0 == .word("am") || $0 == .word("pm") }),
      half > 0, let first = tokens[half - 1].small
    {
      hour = first
      range = half - 1..<half
    }
    guard var hour else { return }
    if range.upperBound < tokens.count, let half = tokens[range.upperBound].word,
      half == "am" || half == "pm"
    {
      guard (1...12).contains(hour) else { return }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
      range = range.lowerBound..<range.upperBound + 1
    }
    guard (0...23).contains(hour), (0...59).contains(minute) else { return }
    if range.lowerBound > 0, tokens[range.lowerBound - 1] == .word("at") {
      range = range.lowerBound - 1..<range.upperBound
    }
    tokens.removeSubrange(range)
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    time = two(hour) + ":" + two(minute)
  }
}
