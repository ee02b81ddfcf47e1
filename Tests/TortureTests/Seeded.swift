/// The same numbers in each run: SplitMix64 (Steele, Lea, Flood 2014).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) {
    state = UInt64(bitPattern: Int64(seed)) &* 0x9e37_79b9_7f4a_7c15
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// True `percent` times of a hundred.
  mutating func chance(_ percent: Int) -> Bool {
    Int(next() % 100) < percent
  }

  /// 0 to `count` - 1.
  mutating func below(_ count: Int) -> Int {
    count < 2 ? 0 : Int(next() % UInt64(count))
  }
}
