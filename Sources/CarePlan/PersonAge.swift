package import Records

/// How old a person is on a day, as far as the date of birth says.
package enum PersonAge: Hashable, Sendable {
  case notKnown
  /// The date of birth lies after the day.
  case notBornYet
  /// One age, or two where only the month or the year of birth is known.
  case years(ClosedRange<Int>)

  package init(born: PartialDate?, on day: PartialDate) {
    guard let born else {
      self = .notKnown
      return
    }
    guard born.firstDay <= day.lastDay else {
      self = .notBornYet
      return
    }
    let youngest = max(0, born.lastDay.years(until: day))
    self = .years(youngest...max(youngest, born.firstDay.years(until: day)))
  }

  /// Whether the age lies in this range: yes, no, or nil for "cannot be told".
  package func isIn(_ ages: ClosedRange<Int>) -> Bool? {
    guard case .years(let own) = self else { return nil }
    if ages.contains(own.lowerBound), ages.contains(own.upperBound) { return true }
    return own.overlaps(ages) ? nil : false
  }

  /// `58`, `58 or 59`
  package var words: String {
    switch self {
    case .notKnown: "not known"
    case .notBornYet: "not known: the date of birth lies in the future"
    case .years(let years):
      years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound) or \(years.upperBound)"
    }
  }
}

/// The sex as on medical papers, where the words leave no doubt.
package enum PersonSex: Hashable, Sendable {
  case female
  case male
  case notKnown

  package init(words: String?) {
    switch words?.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") {
    case "female", "f", "woman", "w": self = .female
    case "male", "m", "man": self = .male
    default: self = .notKnown
    }
  }
}
