internal import Sealing

/// Plays a film, and at each place looks at what a loss of power could leave there.
struct CrashPlay {
  /// How many states of each kind were looked at.
  var prefixes = 0
  var torn = 0
  var random = 0
  /// States in which a commit was found that nobody was told of yet.
  var inFlight = 0
  /// States with bytes behind the last commit.
  var tails = 0
  /// States before somebody was told that there is a vault, in which there is none.
  var unborn = 0
  private let inspector = Inspector()

  var all: Int { prefixes + torn + random }

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
  }

  /// Of the states of each kind every n-th.
  struct Sample {
    var prefixes = 1
    var torn = 1
    var random = 1
    var randomStates = 100

    static let thorough = Sample()
    /// There are many torn writes, and they are much alike.
    static let usual = Sample(prefixes: 2, torn: 90, random: 14, randomStates: 40)

    func every(_ source: Source) -> Int { [prefixes, torn, random][source.kind] }
  }

  init() {}

  /// Returns the first state that is not as it should be, in words.
  mutating func firstFault(in film: Film, _ sample: Sample) -> String? {
    var reel = Reel(film)
    var turns = [0, 0, 0]
    while true {
      for source in sources(at: reel, sample) {
        turns[source.kind] += 1
        guard turns[source.kind] % sample.every(source) == 0 else { continue }
        do {
          try look(at: disk(of: reel, source), reel)
        } catch {
          return "event \(reel.next), during \(reel.stepName), \(source): \(error)"
        }
        switch source {
        case .kept, .lost: prefixes += 1
        case .torn: torn += 1
        case .random: random += 1
        }
      }
      if reel.isAtEnd { return nil }
      reel.advance()
    }
  }

  /// The states that can be there before the next event.
  private func sources(at reel: Reel, _ sample: Sample) -> [Source] {
    var sources: [Source] = [.kept]
    if reel.disk.isPending {
      sources.append(.lost)
      for seed in 0..<sample.randomStates { sources.append(.random(seed)) }
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

  private mutating func look(at disk: Disk, _ reel: Reel) throws {
    do {
      let found = try inspector.inspect(disk, allowed: reel.allowed)
      if found.moment > 0 { inFlight += 1 }
      if found.tail > 0 { tails += 1 }
    } catch let error as SealError {
      // Nobody was told yet that there is a vault.
      guard !reel.isBorn else { throw error }
      unborn += 1
    }
  }
}
