/// The completion script for fish, without what stands in it once for every command.
///
/// fish tries the condition of each line whenever the Tab key is pressed. The argument parser writes
/// the flags that every command takes again for each command: a thousand conditions, a second of
/// waiting. Here they stand once, without a condition.
enum FishScript {
  static func shortened(_ script: String) -> String {
    let shared = Set(
      script.split(separator: "\n").compactMap { line -> Substring? in
        guard let parts = parts(line), parts.command == "netvault" else { return nil }
        return parts.flag
      })
    var lines: [Substring] = []
    for line in script.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let parts = parts(line), shared.contains(parts.flag) else {
        lines.append(line)
        continue
      }
      if parts.command == "netvault" { lines.append("complete -c 'netvault' \(parts.flag)") }
    }
    return lines.joined(separator: "\n")
  }

  /// The command that a line is for, and the flag that it offers.
  private static func parts(_ line: Substring) -> (command: Substring, flag: Substring)? {
    let condition = "__netvault_should_offer_completions_for_flags_or_options"
    let start = "complete -c 'netvault' -n '\(condition) \""
    guard line.hasPrefix(start) else { return nil }
    let rest = line.dropFirst(start.count)
    guard let quote = rest.firstIndex(of: "\""), let end = rest.firstRange(of: "' ") else {
      return nil
    }
    return (rest[..<quote], rest[end.upperBound...])
  }
}
