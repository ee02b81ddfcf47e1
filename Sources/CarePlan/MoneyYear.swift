package import Records

/// What one year of illness cost, from the records: each amount with where it comes from, summed up
/// by currency. It says nothing of what a tax office counts.
package struct MoneyYear: Sendable {
  package enum Sort: String, CaseIterable, Sendable {
    case bills
    case premiums
    case fares
    case parking
    case lodging
    case meals

    package var words: String {
      switch self {
      case .bills: "Bills that you paid"
      case .premiums: "Premiums"
      case .fares: "Fares and fuel"
      case .parking: "Parking"
      case .lodging: "Lodging"
      case .meals: "Meals on the way"
      }
    }
  }

  package struct Entry: Hashable, Sendable {
    package let sort: Sort
    package let day: PartialDate?
    package let what: String
    package let money: Money
    package let record: RecordID
  }

  /// A way there and back, in its own unit.
  package struct Way: Hashable, Sendable {
    package let day: PartialDate?
    package let what: String
    package let distance: Money
    package let record: RecordID
  }

  package let year: Int
  package let paid: [Entry]
  package let owed: [Entry]
  package let ways: [Way]
  /// What could not be counted, in sentences.
  package let notes: [String]

  package init(_ year: Int, in records: [Record], today: PartialDate) {
    self.year = year
    let reader = MoneyReader(records)
    let facts = records.filter { !$0.isRetracted }
    let bills = Self.bills(year, facts)
    let premiums = Self.premiums(year, facts, reader, today: today)
    let travel = Self.travel(year, facts, reader)
    let all = bills.paid + premiums.entries + travel.entries
    paid = all.filter { !$0.money.isNegative }
    owed = bills.owed
    ways = travel.ways
    var notes = premiums.notes
    let negative = all.count - paid.count
    if negative > 0 {
      notes.append(
        "\(negative) \(negative == 1 ? "amount is" : "amounts are") below zero, and in no sum.")
    }
    if bills.unknown > 0 {
      notes.append(
        "\(bills.unknown) paid \(bills.unknown == 1 ? "bill has" : "bills have") no amount that was paid, "
          + "and \(bills.unknown == 1 ? "is" : "are") in no sum.")
    }
    let unread = Self.unread(year, facts)
    if unread > 0 {
      notes.append(
        "\(unread) \(unread == 1 ? "amount is" : "amounts are") written in words, and in no sum.")
    }
    if Set((paid + owed).map(\.money.currency)).count > 1 {
      notes.append("The currencies are summed up apart, and never changed into one another.")
    }
    self.notes = notes
  }

  package func sum(_ sort: Sort) -> MoneySum {
    MoneySum(paid.filter { $0.sort == sort }.map(\.money))
  }

  package var sumPaid: MoneySum { MoneySum(paid.map(\.money)) }
  package var sumOwed: MoneySum { MoneySum(owed.map(\.money)) }
  /// By unit: miles and kilometers are never mixed.
  package var sumWays: MoneySum { MoneySum(ways.map(\.distance)) }
  package var isEmpty: Bool { paid.isEmpty && owed.isEmpty && ways.isEmpty }

  // MARK: Bills

  private static func bills(
    _ year: Int, _ facts: [Record]
  ) -> (paid: [Entry], owed: [Entry], unknown: Int) {
    let matching = ClaimMatching(facts)
    var paid: [Entry] = []
    var owed: [Entry] = []
    var unknown = 0
    for pair in matching.pairs {
      for paper in pair.papers {
        let day = paper.record.when("paidOn")?.date
        if let money = paper.paid, !money.isZero, (day ?? paper.day)?.year == year {
          paid.append(
            Entry(
              sort: .bills, day: day ?? paper.day, what: paper.name, money: money, record: paper.id)
          )
        } else if paper.paid == nil, day?.year == year, paper.record.provenance.origin == .person {
          unknown += 1
        }
      }
      guard let best = pair.best, best.day?.year == year, let owes = best.owes else { continue }
      // A bill that the person says is paid is not owed any more, also where the amount is missing.
      let payments = pair.papers.compactMap(\.paid)
      let isSettled =
        payments.isEmpty
        && pair.papers.contains { paper in
          paper.record.when("paidOn") != nil && paper.record.provenance.origin == .person
        }
      let rest = MoneySum(payments).of(owes.currency).flatMap { owes.subtracting($0) } ?? owes
      let isWon = Denial(best.record, [])?.stage == .won
      guard !isSettled, !isWon, !rest.isZero, !rest.isNegative else { continue }
      owed.append(
        Entry(sort: .bills, day: best.day, what: best.name, money: rest, record: best.id))
    }
    return (paid, owed, unknown)
  }

  // MARK: Premiums

  /// The premium, as often as its due day came in the year: until it is paid, else until today.
  private static func premiums(
    _ year: Int, _ facts: [Record], _ reader: MoneyReader, today: PartialDate
  ) -> (entries: [Entry], notes: [String]) {
    guard let first = PartialDate(year: year, month: 1, day: 1),
      let last = PartialDate(year: year, month: 12, day: 31)
    else { return ([], []) }
    var entries: [Entry] = []
    var notes: [String] = []
    for policy in Policy.all(in: facts) {
      guard let premium = reader.money("premium", of: policy.record), !premium.isNegative else {
        continue
      }
      let from = max(first, policy.start?.firstDay ?? first)
      let paidThrough = policy.record.when("paidThrough")?.date?.lastDay
      let until = [last, policy.end?.lastDay ?? last, paidThrough ?? today.firstDay].min() ?? last
      guard from <= until else { continue }
      guard let words = policy.record.words("premiumDue"), let day = Premium.dayOfMonth(words)
      else {
        notes.append(
          "The premium of \(policy.name) is not counted: it is not written down on which day of "
            + "the month it is due.")
        continue
      }
      let count = (1...12).count { month in
        let number = min(day, PartialDate.days(inMonth: month, of: year))
        guard let due = PartialDate(year: year, month: month, day: number) else { return false }
        return due >= from && due <= until
      }
      guard count > 0 else { continue }
      let basis = paidThrough == nil ? "until today" : "until the day it is paid for"
      entries.append(
        Entry(
          sort: .premiums, day: nil,
          what: "\(policy.name), \(count) times \(premium.printed), \(basis)",
          money: premium.times(count), record: policy.record.id))
    }
    return (entries, notes)
  }

  // MARK: The way

  private static let costs: [(field: String, sort: Sort)] = [
    ("travelCost", .fares), ("parking", .parking), ("lodging", .lodging), ("meals", .meals),
  ]

  private static func visits(_ year: Int, _ facts: [Record]) -> [Record] {
    facts.filter { visit in
      visit.kind == .visit && visit.when?.date?.year == year
        && !["planned", "missed", "cancelled"].contains(visit.words("status") ?? "")
    }.sorted { ($0.when?.date ?? .long, $0.id) < ($1.when?.date ?? .long, $1.id) }
  }

  private static func travel(
    _ year: Int, _ facts: [Record], _ reader: MoneyReader
  ) -> (entries: [Entry], ways: [Way]) {
    var entries: [Entry] = []
    var ways: [Way] = []
    for visit in visits(year, facts) {
      let what = [visit.title, visit.words("place")].compactMap { $0 }.joined(separator: ", ")
      for (field, sort) in costs {
        guard let money = reader.money(field, of: visit), !money.isZero else { continue }
        entries.append(
          Entry(sort: sort, day: visit.when?.date, what: what, money: money, record: visit.id))
      }
      if let number = visit.quantity("distance"), let distance = Money(number) {
        let unit = distanceUnit(number.unit ?? "")
        ways.append(
          Way(
            day: visit.when?.date, what: what,
            distance: Money(distance.amount, unit, decimals: distance.decimals), record: visit.id))
      }
    }
    return (entries, ways)
  }

  private static func distanceUnit(_ unit: String) -> String {
    switch unit.lowercased() {
    case "mi", "mile", "miles": "miles"
    case "km", "kilometer", "kilometers", "kilometre", "kilometres": "km"
    default: unit
    }
  }

  private static func unread(_ year: Int, _ facts: [Record]) -> Int {
    let claims = facts.filter { record in
      record.kind == .claim
        && (record.when("paidOn")?.date ?? record.when("date")?.date)?.year == year
    }
    return (claims + visits(year, facts)).reduce(0) { count, record in
      count
        + record.describing.fields.filter(\.isMoney).count { field in
          guard let value = record[field.name] else { return false }
          guard case .quantity(let quantity) = value else { return true }
          return Money(quantity) == nil
        }
    }
  }
}
