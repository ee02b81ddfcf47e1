internal import Codes
package import Records

/// The values of one test that may stand in one table: one unit, oldest first.
///
/// Values of different units never share a series; values of different laboratories do, and each
/// says which one it is from.
package struct TestSeries: Sendable {
  package let name: String
  /// As most of the values print it. Nil for values without a unit, and for findings in words.
  package let unit: String?
  /// False when all that is known are words: "positive", "not seen".
  package let isNumber: Bool
  package let values: [TestValue]

  /// The series of all these records: the tests as `ResultSeries` ranks them, each by unit, the
  /// unit of the newest value first.
  package static func all(in records: [Record]) -> [TestSeries] {
    ResultSeries.all(in: records).flatMap { all(of: $0) }
  }

  static func all(of series: ResultSeries) -> [TestSeries] {
    var order: [String] = []
    var groups: [String: [Record]] = [:]
    for record in series.records {
      let key = unitKey(record)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(record)
    }
    return order.compactMap { key in
      groups[key].map { TestSeries(series.name, newestFirst: $0) }
    }
  }

  private init(_ name: String, newestFirst records: [Record]) {
    self.name = name
    isNumber = records.first?.quantity("value")?.approximate != nil
    unit = records.lazy.compactMap { $0.quantity("value")?.unit }.first
    var values: [TestValue] = []
    for record in records.reversed() {
      values.append(TestValue(record, after: values.last { $0.laboratory != nil }))
    }
    self.values = values
  }

  /// One key for each unit, however it is spelled: "ug/L", "µg/L" and "mcg/L" are one. Values in
  /// words have a key of their own.
  private static func unitKey(_ record: Record) -> String {
    guard let value = record.quantity("value"), value.approximate != nil else { return "words" }
    let unit = value.unit ?? value.code ?? ""
    let plain = unit.lowercased().filter { !$0.isWhitespace }
      .replacing("\u{B5}", with: "u").replacing("\u{3BC}", with: "u").replacing("mcg", with: "ug")
    return "unit " + (plain == "1" ? "" : plain)
  }

  /// The laboratories in the order of their first value.
  package var laboratories: [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for value in values {
      // Thousands of values are from a few laboratories: each spelling is looked at once.
      guard let name = value.laboratory, seen.insert(name).inserted else { continue }
      if !names.contains(where: { TestValue.isSame($0, name) }) { names.append(name) }
    }
    return names
  }

  /// The range that the laboratory printed, where every value has the same one.
  package var sharedRange: String? {
    guard let first = values.first?.range?.printed, !first.isEmpty else { return nil }
    let plain = plain(first)
    return values.allSatisfy { $0.range.map { self.plain($0.printed) } == plain } ? first : nil
  }

  /// Without the unit, which one laboratory prints beside the range and another does not.
  private func plain(_ range: String) -> String {
    guard let unit, range.hasSuffix(unit) else { return range.trimmedSpaces }
    return String(range.dropLast(unit.count)).trimmedSpaces
  }
}

/// One value of a test, as its laboratory printed it.
package struct TestValue: Sendable {
  package enum Side: Sendable, Hashable {
    case below
    case above
    /// Marked by the laboratory in another way.
    case marked
  }

  package let record: Record
  /// The value with its unit, or the finding in words.
  package let printed: String
  /// The number to draw and to compare. Nil for words.
  package let number: Double?
  /// `<` and the like. Such a value is a limit, not a measured number.
  package let comparator: String?
  package let range: ReferenceRange?
  package let laboratory: String?
  /// True when the value before it is from another laboratory.
  package let isOtherLaboratory: Bool
  /// The flag as printed beside it, such as `H`.
  package let flag: String?
  /// What the flag or the range says, in words: `high`, `above the range`.
  package let mark: String?

  init(_ record: Record, after before: TestValue?) {
    self.record = record
    let quantity = record.quantity("value")
    number = quantity?.approximate
    comparator = quantity?.comparator
    printed = Self.printed(record)
    if case .range(let range) = record["range"] { self.range = range } else { range = nil }
    let laboratory = record.words("laboratory")
    self.laboratory = laboratory
    isOtherLaboratory =
      laboratory.map { name in before?.laboratory.map { !Self.isSame($0, name) } ?? false } ?? false
    flag = record.words("flag")
    mark = record.mark
  }

  package var when: When? { record.when }

  /// Where the value lies. Nil when nothing says that it is outside of the range.
  package var side: Side? {
    switch mark {
    case nil: nil
    case "high", "very high", "above the range": .above
    case "low", "very low", "below the range": .below
    default: .marked
    }
  }

  /// True when there is a range beside the value that it can be held against, or a flag.
  package var isJudged: Bool {
    flag != nil || range?.low?.approximate != nil || range?.high?.approximate != nil
  }

  static func isSame(_ one: String, _ other: String) -> Bool {
    func plain(_ name: String) -> String {
      name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return one == other || plain(one) == plain(other)
  }

  private static func printed(_ record: Record) -> String {
    for field in ["value", "finding"] {
      if let words = record.words(field) { return words }
    }
    let parts = record.list("parts").map(\.words)
    if !parts.isEmpty { return parts.joined(separator: ", ") }
    if let why = record.words("absent") { return "no value: \(why)" }
    return record.words("conclusion")?.onOneLine(max: 120) ?? "no value"
  }
}
