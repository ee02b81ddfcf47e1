/// A date as precise as it is known: a year, a month or a day.
///
/// It is never completed by guessing. Written as FHIR R4 `date` (§2.24.0.1): `2021`, `2021-03`,
/// `2021-03-14`.
package struct PartialDate: Hashable, Sendable {
  package let year: Int
  package let month: Int?
  package let day: Int?

  /// Makes a date, or nil when there is no such day in the calendar.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(inMonth: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and nothing else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    let dash = UInt8(ascii: "-")
    guard [4, 7, 10].contains(bytes.count), let year = number(0..<4) else { return nil }
    var month: Int?
    var day: Int?
    if bytes.count >= 7 {
      guard bytes[4] == dash, let found = number(5..<7) else { return nil }
      month = found
    }
    if bytes.count == 10 {
      guard bytes[7] == dash, let found = number(8..<10) else { return nil }
      day = found
    }
    self.init(year: year, month: month, day: day)
  }

  /// How many days a month has in the Gregorian calendar.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
  }

  /// The first day that this can mean; a whole day is itself.
  package var firstDay: PartialDate {
    PartialDate(uncheckedYear: year, month: month ?? 1, day: day ?? 1)
  }

  /// The last day that this can mean.
  package var lastDay: PartialDate {
    let month = month ?? 12
    return PartialDate(
      uncheckedYear: year, month: month, day: day ?? Self.days(inMonth: month, of: year))
  }

  /// Days since 1 January 1970 of the first day that this can mean.
  ///
  /// Counts in 400-year eras of the proleptic Gregorian calendar that start in March.
  package var dayNumber: Int {
    let first = firstDay
    let month = first.month ?? 1
    let shifted = month > 2 ? first.year : first.year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + (first.day ?? 1) - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day that is this many days after 1 January 1970.
  package init?(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    guard shifted >= 0 else { return nil }
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * part + 2) / 5 + 1)
  }

  /// The same day some months later; the day is clamped to the end of the month.
  package func adding(months: Int) -> PartialDate? {
    let total = year * 12 + (month ?? 1) - 1 + months
    guard total >= 12 else { return nil }
    let newYear = total / 12
    guard month != nil else {
      return PartialDate(year: newYear)
    }
    let newMonth = total % 12 + 1
    let newDay = day.map { min($0, Self.days(inMonth: newMonth, of: newYear)) }
    return PartialDate(year: newYear, month: newMonth, day: newDay)
  }

  /// Whole years from this day to `other`, as an age is counted.
  package func years(until other: PartialDate) -> Int {
    let (from, to) = (firstDay, other.firstDay)
    let before = (to.month ?? 1, to.day ?? 1) < (from.month ?? 1, from.day ?? 1)
    return to.year - from.year - (before ? 1 : 0)
  }

  private init(uncheckedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

extension PartialDate: CustomStringConvertible {
  package var description: String {
    var text = Self.padded(year, to: 4)
    if let month { text += "-" + Self.padded(month, to: 2) }
    if let day { text += "-" + Self.padded(day, to: 2) }
    return text
  }

  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension PartialDate: Comparable {
  /// By the first day that each can mean; what is known less precisely comes first.
  package static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }
}

extension PartialDate {
  /// Months as they are written out; a screen reader garbles "Aug".
  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `14 June 1961`, `June 1961` or `1961`.
  package var spelled: String {
    guard let month else { return String(year) }
    let name = Self.monthNames[month - 1]
    guard let day else { return "\(name) \(year)" }
    return "\(day) \(name) \(year)"
  }
}
