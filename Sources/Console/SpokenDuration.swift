/// A length of time as people say it: `15m`, `1h`, `2 hours`, `1 hour 30 minutes`.
package enum SpokenDuration {
  /// The seconds, or nil. A number without a unit says nothing: 30 can be minutes or seconds.
  package static func seconds(_ text: String) -> Int? {
    let letters = text.lowercased().filter { !$0.isWhitespace && $0 != "," }
    var rest = letters.replacing("sand", with: "s").replacing("hourand", with: "hour")
      .replacing("minuteand", with: "minute")[...]
    var total = 0
    guard !rest.isEmpty, !letters.hasSuffix("and") else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count)
      // Six digits are more than anybody means, and cannot overflow.
      guard (1...6).contains(digits.count), let number = Int(digits), let length = length(of: unit)
      else { return nil }
      total += number * length
    }
    return total
  }

  private static func length(of unit: Substring) -> Int? {
    switch unit {
    case "s", "sec", "secs", "second", "seconds": 1
    case "m", "min", "mins", "minute", "minutes": 60
    case "h", "hr", "hrs", "hour", "hours": 3600
    default: nil
    }
  }

  /// In words: `15 minutes`, `1 hour`, `1 hour 30 minutes`, `20 seconds`.
  package static func words(_ seconds: Int) -> String {
    let parts = [(seconds / 3600, "hour"), (seconds / 60 % 60, "minute"), (seconds % 60, "second")]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return words.isEmpty ? "0 seconds" : words.joined(separator: " ")
  }
}
