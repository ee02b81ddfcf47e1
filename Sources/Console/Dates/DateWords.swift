import Records

/// The words that dates are said with.
enum DateWords {
  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  static let seasons = ["spring", "summer", "autumn", "fall", "winter", "easter", "christmas"]
  static let partsOfTime = ["early", "mid", "middle", "late", "beginning", "start", "end"]
  static let about = [
    "about", "around", "circa", "ca", "approximately", "approx", "roughly", "maybe", "perhaps",
    "probably",
  ]
  static let others = [
    "today", "yesterday", "tomorrow", "last", "this", "next", "ago", "since", "until", "week",
    "weeks", "month", "months", "year", "years", "days",
  ]
  private static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
  ]
  private static let tens = ["thirty": 30, "forty": 40, "fifty": 50]
  /// "In my fifties": the decade of a life.
  static let decades = [
    "teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
  ]

  /// The month with this name, or one that starts with these three letters or more: 1 to 12.
  static func month(_ word: String) -> Int? {
    index(of: word, in: PartialDate.monthNames).map { $0 + 1 }
  }

  /// 0 is Monday.
  static func weekday(_ word: String) -> Int? {
    index(of: word, in: weekdays)
  }

  /// 0 is Monday. 1 January 1970 was a Thursday.
  static func weekday(of date: PartialDate) -> Int {
    let day = (date.dayNumber + 3) % 7
    return day < 0 ? day + 7 : day
  }

  static func count(_ word: String) -> Int? {
    if word == "a" || word == "an" { return 1 }
    if word == "couple" { return 2 }
    return numbers.firstIndex(of: word).map { $0 + 1 } ?? tens[word]
  }

  private static func index(of word: String, in names: [String]) -> Int? {
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.lowercased().hasPrefix(word) }
  }

  /// The phrase with each word that is nearly one of these put right, or nil when none is.
  static func corrected(_ tokens: [DateTokens.Token]) -> String? {
    var isChanged = false
    let words = PartialDate.monthNames + weekdays + seasons + others
    let parts = tokens.map { token -> String in
      guard let word = token.word, word.count > 3, month(word) == nil, weekday(word) == nil,
        !seasons.contains(word), !others.contains(word),
        let close = Suggest.closest(to: word, among: words)
      else { return token.text }
      isChanged = true
      return close
    }
    return isChanged ? parts.joined(separator: " ") : nil
  }
}

extension PartialDate {
  func adding(days: Int) -> PartialDate? { PartialDate(dayNumber: dayNumber + days) }
}
