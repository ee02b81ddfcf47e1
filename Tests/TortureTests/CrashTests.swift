internal import Sealing
import Testing

/// Everything that a loss of power can leave of a vault, and what must be found in it.
@Suite struct `A loss of power` {
  /// How many states of each kind were looked at.
  struct Counts {
    var prefixes = 0
    var torn = 0
    var random = 0
    var unborn = 0
    var inFlight = 0
    var tails = 0
    var all: Int { prefixes + torn + random }
  }

  /// Where each state comes from, so that it can be made again.
  enum Source {
    case kept
    case lost
    case torn(Int)
    case random(Int)

    var kind: Int {
      switch self {
      case .kept, .lost: 0
      case .torn: 1
      case .random: 2
      }
    }

    /// Of a sample, every n-th state: there are many torn writes, and they are much alike.
    var sample: Int { [2, 90, 14][kind] }
  }

  @Test func `at any moment leaves every acknowledged commit, and no half of another`() throws {
    let film = try Film(Script.all)
    var reel = Reel(film)
    var counts = Counts()
    let inspector = Inspector()
    var turns = [0, 0, 0]

    while true {
      for source in sources(at: reel) {
        turns[source.kind] += 1
        guard isThorough || turns[source.kind] % source.sample == 0 else { continue }
        let disk = disk(of: reel, source)
        do {
          try look(at: disk, reel, inspector, &counts)
        } catch {
          Issue.record("event \(reel.next), during \(reel.stepName), \(source): \(error)")
          return
        }
        switch source {
        case .kept, .lost: counts.prefixes += 1
        case .torn: counts.torn += 1
        case .random: counts.random += 1
        }
      }
      if reel.isAtEnd { break }
      reel.advance()
    }
    report(
      "crash simulation: \(counts.all) states (\(counts.prefixes) prefixes, \(counts.torn) torn"
        + " writes, \(counts.random) random) of \(film.events.count) events in"
        + " \(film.steps.count) steps; \(counts.inFlight) kept a commit that was under way,"
        + " \(counts.tails) had a torn tail, \(counts.unborn) were before the vault was made")
    #expect(counts.all >= (isThorough ? 30_000 : 600))
  }

  /// The states that can be there before the next event.
  private func sources(at reel: Reel) -> [Source] {
    var sources: [Source] = [.kept]
    if reel.disk.isPending {
      sources.append(.lost)
      for seed in 0..<(isThorough ? 100 : 40) { sources.append(.random(seed)) }
    }
    if !reel.isAtEnd, case .change(.write(_, let bytes), _) = reel.event {
      for cut in stride(from: Disk.sector, to: bytes.count, by: Disk.sector) {
        sources.append(.torn(cut))
      }
    }
    return sources
  }

  private func disk(of reel: Reel, _ source: Source) -> Disk {
    switch source {
    case .kept: return reel.disk.kept()
    case .lost: return reel.disk.lost()
    case .torn(let cut):
      let disk = reel.disk.kept()
      if case .change(.write(let offset, let bytes), let node) = reel.event {
        disk.nodes[node].seen.write(bytes, from: 0, count: cut, at: offset)
        disk.nodes[node].sure = disk.nodes[node].seen
      }
      return disk
    case .random(let seed):
      var random = Seeded(reel.next * 1000 + seed)
      return reel.disk.crashed(&random)
    }
  }

  private func look(
    at disk: Disk, _ reel: Reel, _ inspector: Inspector, _ counts: inout Counts
  ) throws {
    do {
      let found = try inspector.inspect(disk, allowed: reel.allowed)
      if found.moment > 0 { counts.inFlight += 1 }
      if found.tail > 0 { counts.tails += 1 }
    } catch let error as SealError {
      // Nobody was told yet that there is a vault.
      guard !reel.isBorn else { throw error }
      counts.unborn += 1
    }
  }
}
