internal import Sealing
import Testing

@Suite struct `A secret` {
  @Test func `is random when asked`() throws {
    let first = try Secret.random(count: 32)
    let second = try Secret.random(count: 32)
    let same = first.lend { one in
      second.lend { two in one.indices.allSatisfy { one[$0] == two[$0] } }
    }
    #expect(!same)
  }

  @Test func `lives in memory that is kept apart`() {
    #expect(Secret.heap != .ordinary)
  }
}
