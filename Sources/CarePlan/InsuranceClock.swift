package import Records

/// A rule that makes a last day out of another day: so many days or months after it, or a window
/// of the calendar. The rules are data, each with its source and the day on which it was looked up.
///
/// A day that a letter prints stands above every rule.
package struct InsuranceClock: Sendable, Hashable {
  package enum Length: Sendable, Hashable {
    case days(Int)
    case months(Int)
    /// Counted as whole days of 24 hours, because only the day is known.
    case hours(Int)
  }

  package enum Shape: String, Sendable {
    case after
    /// Once: from one day to another.
    case window
    /// Every year between two days.
    case yearly
    /// Around the month of a birthday.
    case birth
  }

  package let id: String
  /// What it is for: `appeal`, `decision-before`, `loss` and the like.
  package let steps: [String]
  /// Names of ``PlanSort``; `general` is every plan for which the general rules count.
  package let plans: [String]
  package let shape: Shape
  /// What it counts from. Of several, the later one counts.
  package let from: [String]
  package let length: String
  /// Only for what began on or after this day.
  package let since: PartialDate?
  package let what: String
  package let countedFrom: String
  package let source: String
  package let asOf: PartialDate
  /// False where another page was read that names the first source.
  package let isFirstHand: Bool

  package static let all = read(PackageResources.insurance_clocks_tsv)

  package static func named(_ id: String) -> InsuranceClock? {
    all.first { $0.id == id.lowercased() }
  }

  /// The rule for a step of a plan, for something that began on that day.
  package static func rule(
    _ step: String, for sort: PlanSort, on day: PartialDate?, in clocks: [InsuranceClock] = all
  ) -> InsuranceClock? {
    clocks.first { clock in
      clock.steps.contains(step) && clock.isFor(sort)
        && (clock.since.map { since in day.map { $0.firstDay >= since } ?? false } ?? true)
    }
  }

  package func isFor(_ sort: PlanSort) -> Bool {
    plans.contains(sort.rawValue) || plans.contains("any")
      || (plans.contains("general") && sort.isGeneral)
  }

  /// Rows that are not well-formed are left out, and a test counts them.
  package static func read(_ tsv: [UInt8]) -> [InsuranceClock] {
    tsv.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      return InsuranceClock(cells)
    }
  }

  private init?(_ cells: [String]) {
    guard cells.count == 12, !cells[0].isEmpty, let shape = Shape(rawValue: cells[3]),
      let asOf = PartialDate(cells[10]), !cells[9].isEmpty, !cells[7].isEmpty,
      ["read", "second-hand"].contains(cells[11])
    else { return nil }
    id = cells[0]
    steps = cells[1].split(separator: "|").map { String($0) }
    plans = cells[2].split(separator: "|").map { String($0) }
    self.shape = shape
    from = cells[4].split(separator: "|").map { String($0) }
    length = cells[5]
    since = PartialDate(cells[6])
    what = cells[7]
    countedFrom = cells[8]
    source = cells[9]
    self.asOf = asOf
    isFirstHand = cells[11] == "read"
    switch shape {
    case .after, .birth: if span == nil { return nil }
    case .window:
      if PartialDate(length)?.day == nil || PartialDate(from.first ?? "")?.day == nil { return nil }
    case .yearly: if window(in: 2026) == nil { return nil }
    }
  }

  package var span: Length? {
    let parts = length.split(separator: " ")
    guard parts.count == 2, let count = Int(parts[0]), (1...1200).contains(count) else {
      return nil
    }
    switch parts[1] {
    case "days": return .days(count)
    case "months": return .months(count)
    case "hours": return .hours(count)
    default: return nil
    }
  }

  // MARK: Days

  /// The last day, counted from a day that is known to the day. Calendar months are clamped to the
  /// end of the month.
  package func last(after day: PartialDate) -> PartialDate? {
    guard day.day != nil else { return nil }
    switch span {
    case .days(let count): return day.adding(days: count)
    case .months(let count): return day.adding(months: count)
    case .hours(let count): return day.adding(days: (count + 23) / 24)
    case nil: return nil
    }
  }

  /// The last day, counted from the later of several days.
  package func last(afterLaterOf days: [PartialDate]) -> PartialDate? {
    days.max().flatMap { last(after: $0) }
  }

  /// The window that begins in a year. Nil for rules that have none.
  package func window(in year: Int) -> (from: PartialDate, until: PartialDate)? {
    guard shape == .yearly, let first = from.first,
      let start = PartialDate("\(Self.four(year))-\(first)"),
      let end = PartialDate("\(Self.four(year))-\(length)"), start.day != nil, end.day != nil,
      start <= end
    else { return nil }
    return (start, end)
  }

  /// The window that is open on a day, or the next one.
  package func window(onOrAfter today: PartialDate) -> (from: PartialDate, until: PartialDate)? {
    if shape == .window, let start = from.first.flatMap({ PartialDate($0) }),
      let end = PartialDate(length)
    {
      return end >= today.firstDay ? (start, end) : nil
    }
    for year in today.year...(today.year + 2) {
      guard let window = window(in: year), window.until >= today.firstDay else { continue }
      if let since, window.from < since { continue }
      return window
    }
    return nil
  }

  /// The window around the month in which somebody turns as old as the rule says.
  package func window(born: PartialDate) -> (from: PartialDate, until: PartialDate)? {
    guard shape == .birth, let age = from.first.flatMap({ Int($0) }), born.month != nil,
      case .months(let around) = span,
      let month = PartialDate(year: born.year + age, month: born.month),
      let first = month.adding(months: -around), let last = month.adding(months: around)
    else { return nil }
    return (first.firstDay, last.lastDay)
  }

  private static func four(_ year: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
  }

  // MARK: Words

  /// How old a rule may be before it is said: half a year and a year.
  package static let months = 18

  /// True where it was looked up so long ago that it may be another one by now.
  package func isOld(on today: PartialDate) -> Bool {
    asOf.adding(months: Self.months).map { $0 < today.firstDay } ?? true
  }

  /// `Source: HealthCare.gov, looked up on 21 November 2026.`
  package func sourceWords(on today: PartialDate) -> String {
    var text = "Source: \(source), looked up on \(asOf.spelled)"
    if !isFirstHand { text += ", second-hand" }
    text += "."
    if isOld(on: today) {
      text += " That is more than \(Self.months) months ago: the rule may have changed."
    }
    return text
  }
}

/// The most that an employer or Marketplace plan may ask of one person in a year, by the law.
package struct YearlyLimit: Sendable, Hashable {
  package let year: Int
  package let one: String
  package let family: String
  package let source: String
  package let asOf: PartialDate

  package static let all = read(PackageResources.yearly_limits_tsv)

  package static func of(_ year: Int) -> YearlyLimit? { all.first { $0.year == year } }

  static func read(_ tsv: [UInt8]) -> [YearlyLimit] {
    tsv.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 6, let year = Int(cells[0]), let asOf = PartialDate(cells[4]) else {
        return nil
      }
      return YearlyLimit(
        year: year, one: cells[1], family: cells[2], source: cells[3], asOf: asOf)
    }
  }
}
