import Foundation
import GRDB
import Sealing

/// What sealing costs: the same work on a vault and on plain SQLite in its best setting.
///
/// All run on the same libsqlite3, through the same code, one after the other in alternating order,
/// so that what else the computer does hits all. The vault sets a cache of 16 MiB, because a page
/// costs more to open than to read; plain SQLite is measured with its own cache and with that one.
struct SealedVersusPlain {
  let rows: Int
  let commits: Int
  let pairs: Int
  let pageSize: UInt32
  let folder: String

  /// One of the measured pieces of work.
  enum Work: String, CaseIterable {
    case load = "bulk load"
    case scan = "scan"
    case points = "20,000 point reads"
    case text = "full text"
    case commits = "single-row commits"
  }

  /// What is measured side by side.
  private enum Side: CaseIterable {
    case sealed
    /// With SQLite's own cache of 2 MB.
    case plain
    /// With the cache that the vault sets: 16 MiB.
    case plainSameCache
  }

  func run() throws {
    var seconds: [Side: [Work: [Double]]] = [:]
    for round in 0..<pairs {
      let sides = round.isMultiple(of: 2) ? Side.allCases : Side.allCases.reversed()
      for side in sides {
        for (work, time) in try measure(side) {
          seconds[side, default: [:]][work, default: []] += [time]
        }
      }
    }
    print(
      "page \(pageSize), \(rows) rows, \(pairs) rounds; medians in seconds; ratio: sealed divided by it"
    )
    for work in Work.allCases {
      func times(_ side: Side) -> [Double] { seconds[side]?[work] ?? [] }
      func ratio(_ side: Side) -> Double { median(zip(times(.sealed), times(side)).map(/)) }
      print(
        String(
          format: "%@ sealed %6.3f | plain %6.3f ratio %4.2f | same cache %6.3f ratio %4.2f",
          work.rawValue.padding(toLength: 19, withPad: " ", startingAt: 0),
          median(times(.sealed)), median(times(.plain)), ratio(.plain),
          median(times(.plainSameCache)), ratio(.plainSameCache)))
    }
  }

  private func measure(_ side: Side) throws -> [Work: Double] {
    switch side {
    case .sealed: try measureSealed()
    case .plain: try measurePlain(cache: -2000)
    case .plainSameCache: try measurePlain(cache: -16384)
    }
  }

  private func measureSealed() throws -> [Work: Double] {
    let path = folder + "/sealed.vault"
    try? FileManager.default.removeItem(atPath: path)
    let file = try SealedFile.create(
      at: path, passphrase: passphrase, cost: .least, pageSize: pageSize)
    let settings = file.databaseSettings
    var configuration = Configuration()
    configuration.prepareDatabase { try unsafe settings.apply(to: $0.sqliteConnection) }
    let result = try measure {
      try DatabaseQueue(path: file.databaseURI, configuration: configuration)
    }
    try file.close()
    return result
  }

  private func measurePlain(cache: Int) throws -> [Work: Double] {
    let path = folder + "/plain.db"
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    var configuration = Configuration()
    let pageSize = pageSize
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA page_size = \(pageSize); PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;
          PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;
          PRAGMA cache_size = \(cache);
          """)
    }
    return try measure { try DatabaseQueue(path: path, configuration: configuration) }
  }

  private var passphrase: Secret { Secret(copying: Array("benchmark".utf8).span) }

  /// Each piece of work on a connection of its own, so that SQLite's cache starts empty.
  private func measure(_ open: () throws -> DatabaseQueue) throws -> [Work: Double] {
    var seconds: [Work: Double] = [:]
    for work in Work.allCases {
      let queue = try open()
      let clock = ContinuousClock()
      let time = try clock.measure { try perform(work, on: queue) }
      seconds[work] = time / .seconds(1)
      try queue.close()
    }
    return seconds
  }

  private func perform(_ work: Work, on queue: DatabaseQueue) throws {
    switch work {
    case .load: try load(queue)
    case .scan:
      _ = try queue.read {
        try Row.fetchOne($0, sql: "SELECT sum(value), sum(length(note)) FROM result")
      }
    case .points:
      try queue.read { database in
        let statement = try database.cachedStatement(sql: "SELECT note FROM result WHERE id = ?")
        var random = Random(state: 7)
        for _ in 0..<20_000 {
          _ = try String.fetchOne(statement, arguments: [random.below(rows) + 1])
        }
      }
    case .text:
      try queue.read { database in
        for word in Random.words {
          _ = try Int.fetchOne(
            database, sql: "SELECT sum(rowid) FROM search WHERE search MATCH ?",
            arguments: ["\(word) AND serum"])
        }
      }
    case .commits:
      var random = Random(state: 9)
      for index in 0..<commits {
        try queue.write { try insert(rows + index, &random, $0) }
      }
    }
  }

  private func load(_ queue: DatabaseQueue) throws {
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE result (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, value REAL NOT NULL,
            unit TEXT NOT NULL, taken TEXT NOT NULL, note TEXT NOT NULL) STRICT;
          CREATE INDEX result_code ON result (code, taken);
          CREATE VIRTUAL TABLE search USING fts5 (name, note);
          """)
      var random = Random(state: 1)
      for index in 0..<rows { try insert(index, &random, database) }
    }
  }

  private func insert(_ index: Int, _ random: inout Random, _ database: Database) throws {
    let name = "\(random.word()) in serum or plasma"
    let note = (0..<8).map { _ in random.word() }.joined(separator: " ")
    try database.cachedStatement(sql: "INSERT INTO result VALUES (NULL, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        "\(random.below(3000))-\(index % 10)", name, Double(random.below(10_000)) / 10, "mg/dL",
        "20\(10 + random.below(16))-0\(1 + random.below(9))-1\(random.below(10))", note,
      ])
    try database.cachedStatement(sql: "INSERT INTO search (name, note) VALUES (?, ?)")
      .execute(arguments: [name, note])
  }
}

/// The same numbers in every run: a linear congruential generator (Knuth, MMIX).
private struct Random {
  var state: UInt64

  static let words = [
    "glucose", "sodium", "potassium", "creatinine", "albumin", "calcium", "protein", "ferritin",
    "cortisol", "thyrotropin", "leukocytes", "platelets", "hemoglobin", "hematocrit", "bilirubin",
    "cholesterol", "triglyceride", "transferrin", "phosphate", "magnesium", "fasting", "repeat",
    "hemolyzed", "elevated", "normal", "follow", "up", "lipemic", "sample", "morning", "evening",
    "laboratory",
  ]

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  mutating func word() -> String { Self.words[below(Self.words.count)] }
}
