internal import TestSupport

/// The same chances in each run.
struct Seeded: RandomNumberGenerator {
  private var numbers: SplitMix

  init(_ seed: Int) {
    numbers = SplitMix(seed: UInt64(bitPattern: Int64(seed)) &* 0x9e37_79b9_7f4a_7c15)
  }

  mutating func next() -> UInt64 { numbers.next() }

  /// True `percent` times of a hundred.
  mutating func chance(_ percent: Int) -> Bool {
    Int(next() % 100) < percent
  }

  /// 0 to `count` - 1.
  mutating func below(_ count: Int) -> Int {
    count < 2 ? 0 : Int(next() % UInt64(count))
  }
}
