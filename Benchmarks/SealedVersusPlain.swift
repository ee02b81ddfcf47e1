import Foundation
import GRDB
import Sealing

/// What sealing costs: the same work on a vault and on plain SQLite in its best setting.
///
/// All run on the same libsqlite3, through the same code, in turn and in alternating order, so that
/// what else the computer does hits all; what counts is the median of the ratios. The vault sets a
/// cache of 16 MiB, because a page costs more to open than to read; plain SQLite is measured with
/// its own cache and with that one.
struct SealedVersusPlain {
  let rows: Int
  let commits: Int
  let rounds: Int
  let pageSize: UInt32
  let folder: String

  /// One of the measured pieces of work.
  enum Work: String, CaseIterable {
    case load = "bulk load"
    case scan = "scan"
    case points = "20,000 point reads"
    case text = "full text"
    case commits = "single-row commits"

    /// The most that sealed may take of what plain SQLite takes.
    var target: Double {
      switch self {
      case .load: 0.95
      case .scan: 1.25
      case .points: 0.90
      case .text: 1.05
      case .commits: 1.10
      }
    }
  }

  /// What is measured side by side.
  enum Side: CaseIterable {
    case sealed
    /// With SQLite's own cache of 2 MB.
    case plain
    /// With the cache that the vault sets: 16 MiB.
    case plainSameCache
  }

  func run(_ works: [Work] = Work.allCases) throws {
    var seconds: [Side: [Work: [Double]]] = [:]
    func note(_ work: Work, _ side: Side, _ time: Double) {
      seconds[side, default: [:]][work, default: []] += [time]
    }
    var bases: [Side: Base] = [:]
    for round in 0..<(works.contains(.load) ? rounds : 1) {
      for side in order(round) {
        try bases[side]?.close()
        let base = try Base(side, pageSize: pageSize, folder: folder)
        bases[side] = base
        note(.load, side, try base.measured { try load($0) })
      }
    }
    // Each piece of work on a connection of its own, so that SQLite's cache starts empty.
    for work in works where work != .load && work != .commits {
      for round in 0..<3 * rounds {
        for side in order(round) {
          guard let base = bases[side] else { continue }
          note(work, side, try base.measured { try perform(work, on: $0) })
        }
      }
    }
    if works.contains(.commits) {
      var next = rows
      let queues = try bases.mapValues { try $0.open() }
      // The first ones fill plain SQLite's WAL for the first time.
      for round in 0..<4 * rounds {
        for side in order(round) {
          guard let queue = queues[side] else { continue }
          var random = Random(state: UInt64(9 + round))
          let start = Child.now()
          for index in 0..<commits / 4 {
            try queue.write { try insert(next + index, &random, $0) }
          }
          if round >= 2 { note(.commits, side, (Child.now() - start) * 4) }
        }
        next += commits / 4
      }
      for queue in queues.values { try queue.close() }
    }
    for base in bases.values { try base.close() }
    print("sealed ÷ plain SQLite (WAL, exclusive, FULL), \(rows) rows, page \(pageSize)")
    for work in works {
      func times(_ side: Side) -> [Double] { seconds[side]?[work] ?? [] }
      func ratio(_ side: Side) -> Double { median(zip(times(.sealed), times(side)).map(/)) }
      let more = String(
        format: "sealed %.3f s, plain %.3f s; %.2f x plain with the same cache",
        median(times(.sealed)), median(times(.plain)), ratio(.plainSameCache))
      Report.line(work.rawValue, ratio(.plain), "x", .atMost(work.target), more)
    }
  }

  private func order(_ round: Int) -> [Side] {
    round.isMultiple(of: 2) ? Side.allCases : Side.allCases.reversed()
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
    case .commits: break
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
