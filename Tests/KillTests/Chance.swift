internal import Foundation

/// Whether all rounds are played, as `make check` does, or a seeded sample.
let isThorough = ProcessInfo.processInfo.environment["NETVAULT_THOROUGH"] == "1"

/// In memory where there is such a folder: a kill leaves what was written, synced or not.
let memory =
  FileManager.default.isWritableFile(atPath: "/dev/shm")
  ? URL(filePath: "/dev/shm") : FileManager.default.temporaryDirectory

/// Random numbers that are the same in every run (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
