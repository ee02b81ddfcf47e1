internal import Sealing
import Testing

@Suite struct `The cost for a computer` {
  private static let plenty: UInt64 = 64 << 30

  /// A computer that takes so long at a cost of 2^16.
  private func chosen(_ seconds: Double, memory: UInt64 = plenty) throws -> (UInt8, [UInt8]) {
    var now = 100.0
    var tried: [UInt8] = []
    let cost = try KDFCost.calibrated(memory: memory, clock: { now }) { cost in
      tried.append(cost.logN)
      now += seconds * Double(1 << (Int(cost.logN) - 16))
    }
    return (cost.logN, tried)
  }

  @Test(arguments: [(0.2, 17), (0.25, 17), (0.3, 17), (0.12, 18), (0.06, 19), (0.03, 20)])
  func `comes nearest to half a second`(seconds: Double, logN: UInt8) throws {
    let (cost, tried) = try chosen(seconds)
    #expect(cost == logN)
    #expect(tried == Array(16...logN))
  }

  @Test func `stays within its bounds`() throws {
    #expect(try chosen(30).0 == 16)
    #expect(try chosen(0.000_1).0 == 20)
    #expect(try chosen(0).0 == 20)
  }

  @Test func `takes an eighth of the memory at most`() throws {
    #expect(try chosen(0.01, memory: 2 << 30).0 == 17)
    #expect(try chosen(0.01, memory: 4 << 30).0 == 18)
    #expect(try chosen(0.01, memory: 0).0 == 16)
  }

  @Test func `is tried with the real derivation`() throws {
    var ticks = 0.0
    let seconds = try KDFCost.least.seconds(clock: {
      ticks += 2
      return ticks
    })
    #expect(seconds == 2)
  }
}
