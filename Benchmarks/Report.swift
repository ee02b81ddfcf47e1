internal import Foundation

/// One measured number beside what it should be.
struct Report {
  enum Target {
    case atMost(Double)
    case atLeast(Double)
  }

  static func line(
    _ name: String, _ value: Double, _ unit: String, _ target: Target?, _ more: String = ""
  ) {
    let words: String
    switch target {
    case .atMost(let most)?:
      words = "target at most \(number(most)) \(value <= most ? "met" : "NOT MET")"
    case .atLeast(let least)?:
      words = "target at least \(number(least)) \(value >= least ? "met" : "NOT MET")"
    case nil: words = ""
    }
    let first = name.padding(toLength: max(44, name.count), withPad: " ", startingAt: 0)
    let second = "\(number(value)) \(unit)".padding(toLength: 14, withPad: " ", startingAt: 0)
    let parts = [first + second, words, more.isEmpty ? "" : "(\(more))"]
    print(parts.filter { !$0.isEmpty }.joined(separator: "  "))
  }

  static func number(_ value: Double) -> String {
    String(format: value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value)
  }
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
}

/// How long `body` takes, in seconds.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = Child.now()
  try body()
  return Child.now() - start
}
