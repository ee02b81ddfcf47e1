internal import GRDB
package import Records

package import struct Records.Record

/// The results of one day that came together: a hospital's file can bring hundreds.
package struct ResultDay: Sendable {
  /// Nil for those without a date.
  package let date: PartialDate?
  package let count: Int
  /// A few of them, the most telling first: what a line says of them, and not where they come from.
  package let shown: [Record]
}

extension Vault {
  /// Laboratory results folded by day and by the file that brought them, oldest first.
  ///
  /// - Parameter titles: Tests that are shown before all others.
  /// - Parameter limit: How many of a day are read.
  package func resultDays(
    _ query: ListQuery, showing titles: [String], limit: Int = 3
  ) throws(VaultError) -> [ResultDay] {
    try read { db in
      let groups = try Self.dayGroups(db, query, titles, limit)
      let records = try Self.shown(db, numbers: groups.flatMap { $0.1.chosen(limit) })
      return groups.map { key, group in
        ResultDay(
          date: key.date, count: group.count,
          shown: group.chosen(limit).compactMap { records[$0] })
      }
    }
  }

  private struct DayKey: Hashable {
    /// The figures of the date: 20260514, 202605 or 2026. 0 for none.
    let figures: Int
    let source: Int64

    /// Of a FHIR date, perhaps with a time of day.
    static func figures(_ date: String?) -> Int {
      var figures = 0
      for byte in (date ?? "").utf8.prefix(10) where byte != UInt8(ascii: "-") {
        figures = figures * 10 + Int(byte) - Int(UInt8(ascii: "0"))
      }
      return figures
    }

    var date: PartialDate? {
      switch figures {
      case 1...9999: PartialDate(year: figures)
      case 1_00_01...9999_12: PartialDate(year: figures / 100, month: figures % 100)
      default:
        PartialDate(year: figures / 10_000, month: figures / 100 % 100, day: figures % 100)
      }
    }

    /// What is known less precisely comes first, and what has no date last.
    var order: (Int, Int, Int64) {
      guard let date else { return (.max, 0, source) }
      return (date.dayNumber, figures, source)
    }
  }

  private struct DayGroup {
    var count = 0
    var first: [Int64] = []
    var others: [Int64] = []

    func chosen(_ limit: Int) -> [Int64] { Array((first + others).prefix(limit)) }

    /// Keeps the lowest numbers in their order: what came in first.
    static func add(_ number: Int64, to numbers: inout [Int64], _ limit: Int) {
      guard numbers.count < limit || numbers.last.map({ number < $0 }) ?? false else { return }
      let place = numbers.firstIndex { number < $0 } ?? numbers.count
      numbers.insert(number, at: place)
      if numbers.count > limit { numbers.removeLast() }
    }
  }

  /// What the line of a day says of a result.
  private static let shownFields: Set<String> = [
    "name", "value", "range", "finding", "absent", "flag", "laboratory", "date",
  ]

  private static func shown(_ db: Database, numbers: [Int64]) throws -> [Int64: Record] {
    var records: [Int64: Record] = [:]
    records.reserveCapacity(numbers.count)
    var queue = FieldsQueue<(Int64, RecordID)>(only: shownFields)
    func hand(_ item: (number: Int64, id: RecordID), _ fields: [String: Value]) {
      records[item.number] = Record(
        id: item.id, kind: .result, fields: fields,
        provenance: Provenance(origin: .person, entered: ""))
    }
    for part in numbers.chunks(of: 500) {
      let statement = try db.cachedStatement(
        sql: "SELECT record.number, record.id, version.fields FROM record"
          + " JOIN version ON version.number = record.version"
          + " WHERE record.number IN (\(ListQuery.marks(part.count)))")
      let rows = try Row.fetchCursor(statement, arguments: StatementArguments(part))
      while let row = try rows.next() {
        try queue.add((row[0], RecordID(row[1])), row[2], of: .result, hand)
      }
    }
    try queue.finish(hand)
    return records
  }

  static let resultDaysSQL =
    "SELECT record.date, coalesce(record.source, 0), record.number, record.title FROM record"

  private static func dayGroups(
    _ db: Database, _ query: ListQuery, _ titles: [String], _ limit: Int
  ) throws -> [(DayKey, DayGroup)] {
    let (condition, arguments) = try query.condition(db)
    // Only what the index of kinds has is read: it is far smaller than the table. Nothing is sorted
    // or looked up by SQLite, whose functions cost more than reading the rows.
    let rows = try Row.fetchCursor(
      db,
      sql: "\(resultDaysSQL) WHERE \(condition)",
      arguments: StatementArguments(arguments))
    let first = Set(titles)
    var groups: [DayKey: DayGroup] = [:]
    var last: (title: String, isFirst: Bool)?
    while let row = try rows.next() {
      let title: String = row[3]
      if last?.title != title { last = (title, first.contains(title)) }
      let key = DayKey(figures: DayKey.figures(row[0]), source: row[1])
      let (number, isFirst) = (row[2] as Int64, last?.isFirst ?? false)
      change(&groups[key, default: DayGroup()]) { group in
        group.count += 1
        if isFirst {
          DayGroup.add(number, to: &group.first, limit)
        } else {
          DayGroup.add(number, to: &group.others, limit)
        }
      }
    }
    return groups.map { ($0.key, $0.value) }.sorted { $0.0.order < $1.0.order }
  }

  /// Changes a group where it lies, without a copy of it.
  private static func change(_ group: inout DayGroup, _ body: (inout DayGroup) -> Void) {
    body(&group)
  }
}
