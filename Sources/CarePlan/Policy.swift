package import Records

/// A policy as its card and its letters say it, with what follows from the days.
package struct Policy: Hashable, Sendable {
  package let record: Record
  package let sort: PlanSort
  /// 1 pays first, 2 the rest; nil where nobody said.
  package let rank: Int?

  package init(_ record: Record) {
    self.record = record
    sort = PlanSort(record)
    rank = Self.rank(record.words("order"))
  }

  /// Every policy that was not called off, the one that pays first before the others.
  package static func all(in records: [Record]) -> [Policy] {
    records.filter { $0.kind == .coverage && !$0.isRetracted && !isCalledOff($0) }
      .map { Policy($0) }
      .sorted { left, right in
        (left.rank ?? 9, left.start ?? .long, left.name, left.record.id)
          < (right.rank ?? 9, right.start ?? .long, right.name, right.record.id)
      }
  }

  private static func isCalledOff(_ record: Record) -> Bool {
    ["cancelled", "entered-in-error", "draft"].contains(record.words("status")?.lowercased() ?? "")
      && record.when("end") == nil
  }

  /// `Lakeview Health Plan, Silver Choice PPO`
  package var name: String { record.title }
  package var insurer: String { record.list("insurer").first?.words ?? record.title }

  /// The first day that the policy can cover. Nil where nobody said since when.
  package var start: PartialDate? { record.when("start")?.start?.date }
  /// As precisely as it is known.
  package var end: PartialDate? {
    let end = record.when("end")
    return end?.end?.date ?? end?.date ?? record.when("start")?.end?.date
  }

  /// True where it may cover that day.
  package func covers(_ day: PartialDate) -> Bool {
    (start?.firstDay ?? .long) <= day.lastDay && (end.map { $0.lastDay >= day.firstDay } ?? true)
  }

  package func hasEnded(on today: PartialDate) -> Bool {
    end.map { $0.lastDay < today.firstDay } ?? false
  }

  package func isAhead(on today: PartialDate) -> Bool {
    start.map { $0.firstDay > today.firstDay } ?? false
  }

  /// `pays first`, in words.
  package var rankWords: String? {
    switch rank {
    case 1: "primary: it pays first"
    case 2: "secondary: it pays after the first"
    case 3: "third: it pays after the second"
    default: record.words("order")
    }
  }

  private static func rank(_ words: String?) -> Int? {
    guard let words = words?.lowercased() else { return nil }
    let names = [("prim", 1), ("first", 1), ("second", 2), ("tert", 3), ("third", 3)]
    return names.first { words.contains($0.0) }?.1 ?? Int(words)
  }

  /// True where the name of an insurer on a paper means this one.
  package func isNamed(_ insurer: String) -> Bool {
    record.list("insurer").contains { NameWords($0.words).isMeant(by: NameWords(insurer)) }
  }
}

/// The words of a company's name: `Harbor Clinic, day clinic` is meant by `harbor clinic`.
package struct NameWords: Hashable, Sendable {
  let words: Set<String>

  package init(_ name: String) {
    let all = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
    words = Set(all).subtracting(["the", "inc", "llc", "of", "and"])
  }

  /// One has all words of the other.
  package func isMeant(by other: NameWords) -> Bool {
    !words.isEmpty && !other.words.isEmpty
      && (words.isSubset(of: other.words) || other.words.isSubset(of: words))
  }
}

extension PartialDate {
  /// Before every day of a record: since nobody knows when.
  static let long: PartialDate = {
    guard let first = PartialDate(year: 1, month: 1, day: 1) else {
      preconditionFailure("1 January of the year 1 is a day.")
    }
    return first
  }()

  /// The day that is this many days later, counted from the first day that this can mean.
  package func adding(days: Int) -> PartialDate? {
    PartialDate(dayNumber: firstDay.dayNumber + days)
  }
}
