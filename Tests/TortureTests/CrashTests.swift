internal import TestSupport
import Testing

/// Everything that a loss of power can leave of a vault, and what must be found in it.
@Suite struct `A loss of power` {
  @Test func `at any moment leaves every acknowledged commit, and no half of another`() throws {
    let film = try Film(Script.all)
    var play = CrashPlay()
    if let fault = play.firstFault(in: film, isThorough ? .thorough : .usual) {
      Issue.record("\(fault)")
    }
    report(
      "crash simulation: \(play.all) states (\(play.prefixes) prefixes, \(play.torn) torn"
        + " writes, \(play.random) random) of \(film.events.count) events in"
        + " \(film.steps.count) steps; \(play.inFlight) kept a commit that was under way,"
        + " \(play.tails) had a torn tail, \(play.unborn) were before the vault was made")
    #expect(play.all >= (isThorough ? 30_000 : 600))
  }

  /// A simulation that never finds anything shows nothing: here something is wrong each time.
  @Test func `is simulated so that a sync left out is found`() throws {
    let film = try Film(Script.short)
    let sample = CrashPlay.Sample(
      prefixes: 1, torn: isThorough ? 40 : 400, random: 1, randomStates: isThorough ? 6 : 2)
    var untouched = CrashPlay()
    #expect(untouched.firstFault(in: film, sample) == nil)

    // Which of the syncs of a film are left out.
    var syncs: [Int] = []
    for (index, event) in film.events.enumerated() {
      switch event {
      case .sync, .syncFolder: syncs.append(index)
      default: break
      }
    }
    #expect(syncs.count > 10)
    for all in [syncs, syncs.filter { film.isFolderSync($0) }, syncs.filter(film.isBeforeRename)] {
      var play = CrashPlay()
      #expect(play.firstFault(in: film.without(all), sample) != nil, "without \(all)")
    }
    guard isThorough else { return }
    // One alone. Where the next one comes before anything is acknowledged, it is not missed.
    var found = 0
    for sync in syncs {
      var play = CrashPlay()
      if play.firstFault(in: film.without([sync]), sample) != nil { found += 1 }
    }
    report("syncs left out: \(found) of \(syncs.count) found by the crash simulation")
    #expect(found >= syncs.count * 2 / 3)
  }
}

extension Film {
  fileprivate func isFolderSync(_ index: Int) -> Bool {
    if case .syncFolder = events[index] { true } else { false }
  }

  /// Is it the last sync before a file is put in place of the vault?
  fileprivate func isBeforeRename(_ index: Int) -> Bool {
    if index + 1 < events.count, case .rename = events[index + 1] { true } else { false }
  }
}
