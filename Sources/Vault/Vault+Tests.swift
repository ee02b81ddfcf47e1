internal import GRDB
package import Records

package import struct Records.Record

/// A test that has values in the vault, found without reading them.
package struct TestName: Hashable, Sendable {
  /// A laboratory result or a vital sign.
  package let kind: Kind
  package let title: String
  package let count: Int
  /// The place of its newest record, for `newest(of:)`.
  let newest: Int64
}

extension Vault {
  /// With max(), SQLite takes the other columns from the row that has the maximum.
  static let testNamesSQL =
    "SELECT record.kind, record.title, count(*), max(coalesce(record.date, '')), record.number"
    + " FROM record WHERE record.isRemoved = 0 AND record.kind IN ('result', 'vital-sign')"
    + " GROUP BY record.kind, record.title"

  static let testTitlesSQL = "SELECT DISTINCT title FROM record WHERE isRemoved = 0 AND kind = ?"

  /// Every test by its name, with how many values there are.
  package func testNames() throws(VaultError) -> [TestName] {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: Self.testNamesSQL)
      var names: [TestName] = []
      while let row = try rows.next() {
        guard let kind = Kind.named(row[0]) else { throw VaultError.damaged }
        names.append(TestName(kind: kind, title: row[1], count: row[2], newest: row[4]))
      }
      return names
    }
  }

  /// The names of all tests of a kind.
  package func testTitles(of kind: Kind) throws(VaultError) -> [String] {
    try read { db in
      try String.fetchAll(db, sql: Self.testTitlesSQL, arguments: [kind.rawValue])
    }
  }

  /// The newest record of each of these tests.
  package func newest(of names: [TestName]) throws(VaultError) -> [TestName: Record] {
    try read { db in
      let records = try Self.records(db, numbers: names.map(\.newest))
      var newest: [TestName: Record] = [:]
      for name in names { newest[name] = records[name.newest] }
      return newest
    }
  }

  /// Every record of these tests, in the order they came in.
  package func values(of names: [TestName]) throws(VaultError) -> [Record] {
    guard !names.isEmpty else { return [] }
    return try read { db in
      var records: [Record] = []
      for (kind, names) in Dictionary(grouping: names, by: \.kind) {
        for part in names.map(\.title).chunks(of: 500) {
          records += try StoredRecord.fetch(
            db,
            StoredRecord.select + " WHERE record.isRemoved = 0 AND record.kind = ?"
              + " AND record.title IN (\(ListQuery.marks(part.count))) ORDER BY record.number",
            StatementArguments([kind.rawValue] + part))
        }
      }
      return records
    }
  }

  /// Texts cut into words as a search cuts them: small letters, without accents.
  package func words(of texts: [String]) throws(VaultError) -> [[String]] {
    try read { db in
      let tokenizer = try db.makeTokenizer(.vault)
      return try texts.map { try tokenizer.tokenize(query: $0.withoutNul).map(\.token) }
    }
  }

  /// Records by their place in the table.
  static func records(_ db: Database, numbers: [Int64]) throws -> [Int64: Record] {
    var records: [Int64: Record] = [:]
    for part in numbers.chunks(of: 500) {
      let sql =
        StoredRecord.columns + ", record.number FROM record"
        + " JOIN version ON version.number = record.version"
        + " WHERE record.number IN (\(ListQuery.marks(part.count)))"
      let number = { (row: Row) -> Int64 in row[StoredRecord.extra] }
      try StoredRecord.each(db, sql, StatementArguments(part), also: number) { record, number in
        records[number] = record
      }
    }
    return records
  }
}

extension Array {
  /// The same elements in parts that are no longer than this.
  func chunks(of length: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: length).map { self[$0..<Swift.min($0 + length, count)] }
  }
}
