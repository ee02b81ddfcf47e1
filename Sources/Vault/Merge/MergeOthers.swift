internal import GRDB

/// What is not a record: files, sources, what was given to whom.
extension MergeMaterial {
  func others(_ plan: inout MergePlan) throws {
    plan.files = try newFiles().count
    plan.sources = try newSources().count
    plan.given = try newGiven().count
    plan.listings = try listings()
  }

  /// The SHA-256 of every kept file that only the other copy has, in the order they came in.
  func newFiles() throws -> [String] {
    let known = try String.fetchSet(mine, sql: "SELECT sha256 FROM attachment")
    let all = try there {
      try String.fetchAll(theirs, sql: "SELECT sha256 FROM attachment ORDER BY number")
    }
    return all.filter { !known.contains($0) }
  }

  /// A source that only the other copy has.
  struct NewSource {
    let number: Int64
    let source: Source
    let isListed: Bool
  }

  func newSources() throws -> [NewSource] {
    let known = try String.fetchSet(mine, sql: "SELECT sha256 FROM source")
    return try there {
      let counts = try Row.fetchAll(theirs, sql: "SELECT source, what, count FROM unmapped")
      let bySource = Dictionary(grouping: counts) { row -> Int64 in row[0] }
      let rows = try Row.fetchAll(
        theirs,
        sql: "SELECT number, sha256, name, kind, size, readAt, isListed FROM source"
          + " ORDER BY number")
      return rows.compactMap { row in
        guard !known.contains(row[1]) else { return nil }
        let number: Int64 = row[0]
        let unmapped = (bySource[number] ?? []).map { ($0[1] as String, $0[2] as Int) }
        let source = Source(
          sha256: row[1], name: row[2], kind: row[3], size: row[4], readAt: row[5],
          unmapped: Dictionary(unmapped, uniquingKeysWith: { first, _ in first }))
        return NewSource(number: number, source: source, isListed: row[6])
      }
    }
  }

  /// The other copy's changes that listed or unlisted a source.
  func listings(of source: NewSource) throws -> [Int64] {
    try there {
      try Int64.fetchAll(
        theirs, sql: "SELECT change FROM listing WHERE source = ?", arguments: [source.number])
    }
  }

  /// True for a source that was here once, and that the other copy left as it was.
  func wasEmptied(_ source: NewSource) throws -> Bool {
    try listings(of: source).allSatisfy { changes.wasHere($0) }
  }

  /// Sources that both have, and that only the other copy listed or unlisted since.
  private func listings() throws -> [String: Bool] {
    let known = try listed(mine) { mineMerges.isTakenBack(change: $0) ? nil : $0 }
    let shared = Set(changes.here.values)
    var listings: [String: Bool] = [:]
    for (sha256, there) in try there({ try listed(theirs) { changes.here[$0] ?? -$0 } }) {
      guard let here = known[sha256], here.isListed != there.isListed,
        here.changes.allSatisfy({ shared.contains($0) }),
        there.changes.contains(where: { $0 < 0 || !here.changes.contains($0) })
      else { continue }
      listings[sha256] = there.isListed
    }
    return listings
  }

  /// Each source with the changes that listed or unlisted it, as `number` calls them.
  private func listed(
    _ db: Database, _ number: (Int64) -> Int64?
  ) throws -> [String: (isListed: Bool, changes: Set<Int64>)] {
    var found: [String: (isListed: Bool, changes: Set<Int64>)] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT sha256, source.isListed, change FROM source JOIN listing ON source = number")
    while let row = try rows.next() {
      let numbers = number(row[2]).map { [$0] } ?? []
      found[row[0], default: (row[1], [])].changes.formUnion(numbers)
    }
    return found
  }

  /// Lines about what was given to whom: numbers of the rows of the other copy.
  func newGiven() throws -> [Int64] {
    let sql = "SELECT number, at, recipient, format, parts, sha256, note FROM given ORDER BY number"
    func line(_ row: Row) -> [DatabaseValue] { Array(row.databaseValues.dropFirst()) }
    var counts: [[DatabaseValue]: Int] = [:]
    for row in try Row.fetchAll(mine, sql: sql) { counts[line(row), default: 0] += 1 }
    return try there { try Row.fetchAll(theirs, sql: sql) }.compactMap { row in
      let line = line(row)
      guard let count = counts[line], count > 0 else { return row[0] }
      counts[line] = count - 1
      return nil
    }
  }
}
