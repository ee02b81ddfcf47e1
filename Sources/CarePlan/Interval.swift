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

  package let count: Int
  package let unit: Unit

  package init(count: Int, unit: Unit) {
    self.count = count
    self.unit = unit
  }

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
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12,
  ]

  /// Reads `every 12 months`, `6 weeks`, `every year`, `twice a year`.
  package init?(_ words: String) {
    let text = words.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    if let known = Self.fixed[text] {
      self = known
      return
    }
    var parts = text.split(separator: " ")[...]
    if parts.first == "every" || parts.first == "each" { parts.removeFirst() }
    guard let last = parts.popLast(), parts.count <= 1 else { return nil }
    let count: Int
    if let first = parts.first {
      guard let number = Int(first) ?? Self.numbers[String(first)], (1...1200).contains(number)
      else { return nil }
      count = number
    } else {
      count = 1
    }
    switch last {
    case "day", "days": self.init(count: count, unit: .days)
    case "week", "weeks": self.init(count: count * 7, unit: .days)
    case "month", "months": self.init(count: count, unit: .months)
    case "year", "years": self.init(count: count * 12, unit: .months)
    default: return nil
    }
  }

  /// The date that lies one interval after `date`, as precise as `date` is.
  ///
  /// Days after a date that is known only by its month cannot be told.
  package func after(_ date: PartialDate) -> PartialDate? {
    switch unit {
    case .months where date.month == nil && !count.isMultiple(of: 12): nil
    case .months: date.adding(months: count)
    case .days where date.day == nil: nil
    case .days: PartialDate(dayNumber: date.dayNumber + count)
    }
  }
}
