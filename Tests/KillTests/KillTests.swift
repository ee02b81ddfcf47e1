internal import Foundation
internal import TestSupport
internal import Testing

/// kill -9 at any moment: what was acknowledged is there, and nothing half.
@Suite struct `A writer that is killed` {
  @Test(arguments: [0, 1])
  func `loses nothing that it said was done`(lane: Int) throws {
    let rounds = isThorough ? 5_000 : 100
    var killing = try Killing(lane: lane)
    defer { killing.remove() }
    for round in 0..<rounds {
      if round % 250 == 0 { try killing.begin() }
      do {
        try killing.round(round)
      } catch {
        Issue.record("round \(round) of lane \(lane): \(error)")
        return
      }
    }
    let landed = killing.landed.sorted { $0.key < $1.key }
      .map { "\($0.value) in \($0.key)" }.joined(separator: ", ")
    print(
      "check: kill -9, lane \(lane): \(rounds) rounds (\(landed)); \(killing.acknowledged) steps"
        + " were acknowledged, none was lost; \(killing.finishedAnyway) interrupted ones were whole"
        + " all the same; \(killing.unfinishedTails) unfinished tails and \(killing.leftOvers)"
        + " left-over files were cleaned")
  }
}
