internal import Sealing
internal import TestSupport
import Testing

/// A program is killed; another one opens what the system still holds in memory, or what a loss of
/// power left; it writes; and then the power fails, perhaps once more.
@Suite struct `A second program` {
  /// What the second program was told, and so must find again.
  private struct Told {
    /// It saw one of the moments that were allowed, by index.
    var moment: Int?
    /// Its own write was acknowledged.
    var hasWritten = false
    /// Its own close was.
    var hasClosed = false
  }

  @Test func `that takes over loses nothing that it saw or wrote`() throws {
    let film = try Film(Script.all)
    var reel = Reel(film)
    let inspector = Inspector()
    var states = 0
    var turn = 0
    while true {
      if reel.isBorn {
        for seed in 0..<(isThorough ? 25 : 4) {
          turn += 1
          guard isThorough || turn % 4 == 0 else { continue }
          do {
            try takeOver(reel, inspector, seed: seed)
            states += 1
          } catch {
            Issue.record("event \(reel.next), during \(reel.stepName), seed \(seed): \(error)")
            return
          }
        }
      }
      if reel.isAtEnd { break }
      reel.advance()
    }
    report("taking over: \(states) states after a kill or a loss of power, and a second one")
    #expect(states >= (isThorough ? 5000 : 150))
  }

  /// The name that a compaction puts in place is only sure after a sync of the folder.
  @Test func `that finds a compacted file keeps its name`() throws {
    let film = try Film(Script.short)
    let inspector = Inspector()
    var reel = Reel(film)
    var found = 0
    while !reel.isAtEnd {
      guard case .rename = reel.event else {
        reel.advance()
        continue
      }
      reel.advance()
      // Killed after the rename, and before the sync.
      let disk = reel.disk.copy()
      #expect(!disk.pendingNames.isEmpty)
      let moment = try inspector.goOn(disk, allowed: reel.allowed, closing: false)
      try inspector.inspect(
        disk.lost(), allowed: [reel.allowed[moment]], probe: "third", after: true)
      found += 1
    }
    #expect(found == 1)
  }

  private func takeOver(_ reel: Reel, _ inspector: Inspector, seed: Int) throws {
    var random = Seeded(reel.next * 1000 + seed)
    // Killed: the system has all of it, and owes the disk some. Or the power failed before.
    let start = random.chance(60) ? reel.disk.copy() : reel.disk.crashed(&random)
    let second = start.copy()
    second.film = []
    let found = try inspector.goOn(second, allowed: reel.allowed, closing: random.chance(50))
    let events = second.film ?? []

    let cut = random.chance(30) ? events.count : random.below(events.count + 1)
    var told = Told()
    for event in events[..<cut] {
      switch event {
      case .done(1): told.moment = found
      case .done(2): told.hasWritten = true
      case .done(3): told.hasClosed = true
      default: start.perform(event)
      }
    }
    let left = random.chance(30) ? start.lost() : start.crashed(&random)
    let allowed = told.moment.map { [reel.allowed[$0]] } ?? reel.allowed
    try inspector.inspect(left, allowed: allowed, probe: "third", after: told.hasWritten)
  }
}
