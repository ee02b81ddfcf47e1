internal import Foundation

/// Whether all of a suite is tried, as `make check` does, or a seeded sample.
package let isThorough = ProcessInfo.processInfo.environment["NETVAULT_THOROUGH"] == "1"

/// A line with the counts of a suite.
package func report(_ line: String) {
  print("check: \(line)")
}
