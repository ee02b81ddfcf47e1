import GRDB
internal import Sealing
import Testing

/// Runs a labour with one failure after the other, and looks at what is left.
struct Trial {
  /// Runs in which something failed.
  var runs = 0
  /// Those in which a step said so, and those in which nobody noticed.
  var refused = 0
  var unnoticed = 0
  /// Disks that were looked at.
  var states = 0
  private let inspector = Inspector()
  private var turn = 0

  init() {}

  /// Lets the first call fail, then the second, and so on; of these every n-th.
  ///
  /// `play` makes the given call fail while it works on the disk, and says how often it did.
  mutating func run(
    _ name: String, _ labour: Labour, turns: Int, every: Int, mayFail: Bool = true,
    play: (Disk, Int, (Disk) -> Labour.Report) -> (Labour.Report, hits: Int)
  ) {
    for from in 1...max(turns, 1) {
      turn += 1
      guard turn % every == 0 else { continue }
      let disk = labour.base.copy()
      let (report, hits) = play(disk, from) { labour.run(on: $0) }
      if hits == 0 { return }
      runs += 1
      do {
        try judge(report, labour, disk, seed: from, mayFail: mayFail)
      } catch {
        Issue.record("\(name), call \(from), \(labour.name(report)): \(error)")
        return
      }
    }
  }

  /// Looks at what a run said and left.
  mutating func judge(
    _ report: Labour.Report, _ labour: Labour, _ disk: Disk, seed: Int, mayFail: Bool = true
  ) throws {
    if let error = report.error {
      refused += 1
      guard mayFail else { throw Inspector.Wrong(description: "not tried again: \(error)") }
      try Self.expectClear(error, report.failure)
      if report.failure == .syncFailed, report.hasProbe {
        throw Inspector.Wrong(description: "a write after a failed sync")
      }
    } else {
      unnoticed += 1
    }
    if let error = report.closing { try Self.expectClear(error, report.failure) }
    guard disk.openCount == 0 else { throw Inspector.Wrong(description: "a file is left open") }
    for node in disk.nodes where node.seen.holds(Array(canary.utf8)) {
      throw Inspector.Wrong(description: "plaintext on the disk")
    }
    var random = Seeded(seed)
    try look(disk.kept(), report, labour)
    try look(disk.lost(), report, labour)
    for _ in 0..<2 { try look(disk.crashed(&random), report, labour) }
    try takeOver(disk, report, labour, &random)
  }

  /// An error of ours, or one of SQLite's that the file can explain.
  private static func expectClear(_ error: any Error, _ failure: SealError?) throws {
    switch error {
    case is SealError: return
    case let error as DatabaseError where failure != nil || error.resultCode == .SQLITE_NOMEM:
      return
    case let error as PlainError where failure != nil || error.code & 0xff == 7: return
    default: throw Inspector.Wrong(description: "no clear error: \(error), \(failure as Any)")
    }
  }

  private mutating func look(_ disk: Disk, _ report: Labour.Report, _ labour: Labour) throws {
    states += 1
    let allowed = labour.allowed(report)
    do {
      try inspector.inspect(disk, allowed: allowed, probe: "third", after: report.hasProbe)
    } catch let error as SealError {
      guard allowed.contains(Moment()) else { throw error }
    }
  }

  /// The next program sees what the system holds, writes, and only then the power fails.
  private mutating func takeOver(
    _ disk: Disk, _ report: Labour.Report, _ labour: Labour, _ random: inout Seeded
  ) throws {
    let next = disk.copy()
    let allowed = labour.allowed(report)
    guard !allowed.contains(Moment()) else { return }
    let found = try inspector.goOn(next, allowed: allowed, closing: false)
    for left in [next.lost(), next.crashed(&random)] {
      states += 1
      try inspector.inspect(left, allowed: [allowed[found]], probe: "third", after: true)
    }
  }
}

extension Labour {
  /// Where a run stopped.
  func name(_ report: Report) -> String {
    report.done < steps.count ? steps[report.done].name : "after all"
  }
}
