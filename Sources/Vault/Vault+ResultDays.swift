internal import GRDB
package import Records

package import struct Records.Record

/// The results of one day that came together: a hospital's file can bring hundreds.
package struct ResultDay: Sendable {
  /// Nil for those without a date.
  package let date: PartialDate?
  package let count: Int
  /// A few of them in full, the most telling first.
  package let shown: [Record]
}

extension Vault {
  /// Laboratory results folded by day and by the file that brought them, oldest first.
  ///
  /// - Parameter titles: Tests that are shown before all others.
  /// - Parameter limit: How many of a day are read in full.
  package func resultDays(
    _ query: ListQuery, showing titles: [String], limit: Int = 3
  ) throws(VaultError) -> [ResultDay] {
    try read { db in
      let groups = try Self.dayGroups(db, query, titles, limit)
      let records = try Self.records(db, numbers: groups.flatMap { $0.1.chosen(limit) })
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
  }

  private static func dayGroups(
    _ db: Database, _ query: ListQuery, _ titles: [String], _ limit: Int
  ) throws -> [(DayKey, DayGroup)] {
    let (condition, arguments) = try query.condition(db)
    let titles = Array(titles.prefix(500))
    let isFirst = titles.isEmpty ? "0" : "record.title IN (\(ListQuery.marks(titles.count)))"
    // Numbers only: they are read many times faster than text.
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT coalesce(CAST(replace(substr(record.date, 1, 10), '-', '') AS INTEGER), 0),"
        + " coalesce(record.source, 0), record.number, \(isFirst) FROM record WHERE \(condition)",
      arguments: StatementArguments(titles + arguments))
    var groups: [DayKey: DayGroup] = [:]
    while let row = try rows.next() {
      let number: Int64 = row[2]
      let isFirst = (row[3] as Int) != 0
      let key = DayKey(figures: row[0], source: row[1])
      change(&groups[key, default: DayGroup()]) { group in
        group.count += 1
        if isFirst, group.first.count < limit { group.first.append(number) }
        if !isFirst, group.others.count < limit { group.others.append(number) }
      }
    }
    return groups.map { ($0.key, $0.value) }.sorted { $0.0.order < $1.0.order }
  }

  /// Changes a group where it lies, without a copy of it.
  private static func change(_ group: inout DayGroup, _ body: (inout DayGroup) -> Void) {
    body(&group)
  }
}
