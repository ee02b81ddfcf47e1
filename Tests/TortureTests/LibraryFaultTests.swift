import CFaults
internal import Sealing
internal import TestSupport
import Testing

/// Each call to OpenSSL, to the random generator and for memory fails in turn.
@Suite struct `Every library call that fails` {
  private struct Kind {
    let name: String
    let code: nvt_kind
    /// The most runs of a thorough trial, and of a sample.
    let most: Int
    let sample: Int
  }

  private static let kinds = [
    Kind(name: "OpenSSL", code: NVT_ENGINE, most: 1200, sample: 25),
    Kind(name: "random bytes", code: NVT_RANDOM, most: 1200, sample: 25),
    Kind(name: "OpenSSL's memory", code: NVT_ENGINE_MEMORY, most: 500, sample: 15),
    Kind(name: "SQLite's memory", code: NVT_SQL_MEMORY, most: 800, sample: 25),
  ]

  @Test func `loses nothing acknowledged, and is reported`() throws {
    try #require(nvt_is_ready() == 1)
    let base = try Labour.vault()
    let key = Key.recovery(Script.sheet)
    let day = try Labour(on: base, key: key, steps: Labour.day)
    let birth = try Labour(on: Disk(), key: key, steps: Labour.birth)
    let plainDay = try Labour(on: base, key: key, steps: Labour.plainDay)
    var parts: [String] = []
    for kind in Self.kinds {
      var trial = Trial()
      for once in [true, false] {
        if kind.code == NVT_SQL_MEMORY {
          run(kind, once, plainDay, &trial)
        } else {
          run(kind, once, day, &trial)
          // scrypt takes its time in each state that only the passphrase opens.
          run(kind, once, birth, &trial, share: isThorough ? 8 : 2)
        }
      }
      parts.append("\(kind.name) \(trial.runs) (\(trial.refused) refused)")
      #expect(trial.refused > 0)
    }
    report("library calls failing in turn: " + parts.joined(separator: ", "))
  }

  /// Of the runs that there may be, one `share`-th.
  private func run(
    _ kind: Kind, _ once: Bool, _ labour: Labour, _ trial: inout Trial, share: Int = 1
  ) {
    // How many there are when all goes well.
    nvt_arm(kind.code, .max, 1)
    _ = labour.run(on: labour.base.copy())
    let count = nvt_disarm()
    let most = isThorough ? kind.most : kind.sample
    trial.run(
      "\(kind.name), \(once ? "once" : "for good")", labour, turns: count,
      every: max(1, 4 * share * count / most)
    ) { disk, from, work in
      nvt_arm(kind.code, from, once ? 1 : 0)
      let report = work(disk)
      let hits = nvt_hits()
      nvt_disarm()
      return (report, hits)
    }
  }
}
