package import Records

/// One claim as the papers have it: a bill, the insurer's statement (EOB), or both in one record.
package struct ClaimPaper: Hashable, Sendable {
  package enum Sort: String, Sendable {
    case bill
    case statement
    /// Both papers were written down as one record.
    case both
    case notSaid = "not-said"
  }

  package let record: Record
  package let sort: Sort
  package let billed: Money?
  package let allowed: Money?
  package let planPaid: Money?
  package let owes: Money?
  package let deductible: Money?
  /// What the person paid, where the amount was written down.
  package let paid: Money?

  package init(_ record: Record, _ reader: MoneyReader) {
    self.record = record
    sort = Self.sort(record)
    billed = reader.money("billed", of: record)
    allowed = reader.money("allowed", of: record)
    planPaid = reader.money("planPaid", of: record)
    let copay = reader.money("copay", of: record)
    let share = reader.money("coinsurance", of: record)
    deductible = reader.money("deductible", of: record)
    owes =
      reader.money("patientOwes", of: record)
      ?? MoneySum.only([deductible, copay, share].compactMap { $0 })
    paid = reader.money("paid", of: record)
  }

  package static func all(in records: [Record]) -> [ClaimPaper] {
    let reader = MoneyReader(records)
    return records.filter { $0.kind == .claim && !$0.isRetracted }.map { ClaimPaper($0, reader) }
      .sorted { ($0.day ?? .long, $0.record.id) < ($1.day ?? .long, $1.record.id) }
  }

  private static func sort(_ record: Record) -> Sort {
    switch record.words("paper") {
    case "bill": .bill
    case "statement": .statement
    case "both": .both
    default:
      switch record.words("match") {
      case "bill-only": .bill
      case "statement-only": .statement
      case "matching", "differing": .both
      default: .notSaid
      }
    }
  }

  package var id: RecordID { record.id }
  package var day: PartialDate? { record.when("date")?.date }
  package var service: String { record.title }
  package var provider: String? { record.words("provider") }
  package var hasBill: Bool { sort == .bill || sort == .both }
  package var hasStatement: Bool { sort == .statement || sort == .both }
  package var isDenied: Bool { record.when("denied") != nil }
  package var numbers: Set<String> { Self.numbers(record.list("number")) }
  package var replaces: Set<String> { Self.numbers(record.list("replaces")) }

  /// The number on the bill, and the claim's.
  var account: String? { record.words("account").map { Self.plain($0) } }

  private static func numbers(_ values: [Value]) -> Set<String> {
    Set(values.map { plain($0.words) }.filter { !$0.isEmpty })
  }

  private static func plain(_ number: String) -> String {
    String(number.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// Every amount that is there, for what can be wrong with them.
  var amounts: [Money] {
    [billed, allowed, planPaid, owes, deductible, paid].compactMap { $0 }
  }

  /// True where a field for money holds what is no amount.
  var hasUnread: Bool {
    record.describing.fields.filter(\.isMoney).contains { field in
      guard let value = record[field.name] else { return false }
      guard case .quantity(let quantity) = value else { return true }
      return Money(quantity) == nil
    }
  }

  /// `Harbor Clinic, 3 October 2026, CT of the chest`
  package var name: String {
    [provider, record.when("date")?.spelled, service].compactMap { $0 }.joined(separator: ", ")
  }

  /// True where both may be about the same days.
  func isSameDay(as other: ClaimPaper) -> Bool {
    guard let one = record.when("date"), let two = other.record.when("date"),
      let first = one.date, let second = two.date
    else { return false }
    let (oneEnd, twoEnd) = (one.end?.date ?? first, two.end?.date ?? second)
    return first.firstDay <= twoEnd.lastDay && second.firstDay <= oneEnd.lastDay
  }

  func isSameProvider(as other: ClaimPaper) -> Bool {
    guard let provider, let others = other.provider else { return false }
    return NameWords(provider).isMeant(by: NameWords(others))
  }
}

extension MoneySum {
  /// The sum, where all of it is in one currency and nothing is below zero.
  static func only(_ amounts: [Money]) -> Money? {
    let sum = MoneySum(amounts)
    return sum.sums.count == 1 && sum.negative == 0 ? sum.sums[0] : nil
  }
}
