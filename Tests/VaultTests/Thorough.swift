import Foundation

/// Whether all states are tried, as `make check` does, or a seeded sample.
let isThorough = ProcessInfo.processInfo.environment["NETVAULT_THOROUGH"] == "1"

/// A line with the counts of a suite.
func report(_ line: String) {
  print("check: \(line)")
}
