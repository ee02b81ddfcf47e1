package import Records

/// How often something is to be done, where the words say it without a doubt.
///
/// "every 2 to 3 years" or "every 3 months, then every 6" is no single interval, and is not read:
/// the words then stand alone.
package struct Interval: Hashable, Sendable {
  package enum Unit: Hashable, Sendable {
    case days
    case months
  }

  /// What words about time say.
  package enum Reading: Hashable, Sendable {
    case interval(Interval)
    /// No time at all, such as "every 0 months".
    case zero
    /// Longer than anybody plans, such as "every 100 years".
    case tooLong
    /// Words that are no single interval.
    case words
  }

  package let count: Int
  package let unit: Unit

  package init(count: Int, unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Nothing in follow-up care is planned further apart than this.
  package static let longestYears = 25
  /// A step of a plan may last a whole life.
  package static let longestSpanYears = 100

  private static let fixed: [String: Interval] = [
    "daily": Interval(count: 1, unit: .days),
    "weekly": Interval(count: 7, unit: .days),
    "monthly": Interval(count: 1, unit: .months),
    "quarterly": Interval(count: 3, unit: .months),
    "yearly": Interval(count: 12, unit: .months),
    "annually": Interval(count: 12, unit: .months),
    "annual": Interval(count: 12, unit: .months),
    "once a year": Interval(count: 12, unit: .months),
    "twice a year": Interval(count: 6, unit: .months),
    "half-yearly": Interval(count: 6, unit: .months),
    "once a month": Interval(count: 1, unit: .months),
    "once a week": Interval(count: 7, unit: .days),
  ]

  private static let numbers: [String: Int] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12,
  ]

  private static let aboutWords: Set<Substring> = [
    "about", "around", "roughly", "approximately",
  ]

  /// Reads `every 12 months`, `6 weeks`, `every year`, `twice a year`, `about 8 weeks apart`.
  package init?(_ words: String) {
    guard case .interval(let interval) = Self.reading(words) else { return nil }
    self = interval
  }

  /// True for words such as `about every 3 months`.
  package static func isAbout(_ words: String) -> Bool {
    words.lowercased().split { !$0.isLetter }.contains { aboutWords.contains($0) }
  }

  /// What words say, and why they cannot be an interval where they are none.
  package static func reading(_ words: String, longestYears: Int = longestYears) -> Reading {
    let text = words.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    if let known = fixed[text] { return .interval(known) }
    var parts = text.split { $0 == " " || $0 == "," }[...]
    if parts.last == "apart" { parts.removeLast() }
    parts = parts.filter { !aboutWords.contains($0) }[...]
    if parts.starts(with: ["at", "least"]) { parts = parts.dropFirst(2) }
    if let known = fixed[parts.joined(separator: " ")] { return .interval(known) }
    if parts.starts(with: ["once", "every"]) { parts.removeFirst() }
    if parts.first == "every" || parts.first == "each" { parts.removeFirst() }
    guard let last = parts.popLast(), parts.count <= 1, let unit = unit(last) else {
      return .words
    }
    guard let first = parts.first else { return .interval(unit) }
    guard let number = Int(first) ?? numbers[String(first)] else {
      return first.allSatisfy(\.isNumber) ? .tooLong : .words
    }
    guard number > 0 else { return .zero }
    let (count, isTooMuch) = number.multipliedReportingOverflow(by: unit.count)
    let most = unit.unit == .months ? longestYears * 12 : longestYears * 365 + longestYears / 4
    guard !isTooMuch, count <= most else { return .tooLong }
    return .interval(Interval(count: count, unit: unit.unit))
  }

  /// One of what a word counts.
  private static func unit(_ word: Substring) -> Interval? {
    switch word {
    case "day", "days": Interval(count: 1, unit: .days)
    case "week", "weeks": Interval(count: 7, unit: .days)
    case "month", "months": Interval(count: 1, unit: .months)
    case "year", "years": Interval(count: 12, unit: .months)
    default: nil
    }
  }

  /// `3 months`, `28 days`.
  package var spelled: String {
    let word = unit == .months ? "month" : "day"
    return "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  /// About how many days it has, to tell the longer of two.
  var roughDays: Int { unit == .days ? count : count * 30 }

  /// The date that lies one interval after `date`, as precise as `date` is.
  ///
  /// Days after a date that is known only by its month cannot be told.
  package func after(_ date: PartialDate) -> PartialDate? { times(1, after: date) }

  /// The date that lies one interval before `date`.
  package func before(_ date: PartialDate) -> PartialDate? { times(-1, after: date) }

  private func times(_ times: Int, after date: PartialDate) -> PartialDate? {
    switch unit {
    case .months where date.month == nil && !count.isMultiple(of: 12): nil
    case .months: date.adding(months: count * times)
    case .days where date.day == nil: nil
    case .days: PartialDate(dayNumber: date.dayNumber + count * times)
    }
  }
}
