internal import Foundation
internal import JSON
import Testing

/// How a run ended, as the table in Documentation/exit-codes.md names it.
enum Exit: Int32 {
  case done = 0
  case couldNot = 1
  case answeredNo = 2
  case noVault = 10
  case inUse = 11
  case wrongPassphrase = 12
  case damage = 13
  case noRoom = 14
  case notSupported = 15
  case notFound = 16
  case someSkipped = 17
  case needsAnswer = 18
  case notUnderstood = 64
  case stopped = 130
}

/// What one run of the program left behind.
struct Outcome {
  /// The exit code, or nil when a signal ended it.
  let code: Int32?
  /// The signal that ended it, or nil.
  let signal: Int32?
  let out: String
  let err: String
  /// The most memory it held at once, in MiB.
  let peakMemory: Int

  var exit: Exit? { code.flatMap { Exit(rawValue: $0) } }

  /// What was said to the person, as one line: sentences wrap where the window ends.
  var told: String { err.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// What it wrote to standard output, as JSON.
  func json() throws -> JSONValue { try JSONValue.parse(out) }

  /// The same, and an issue when the run did not end well.
  func jsonWhenDone(
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> JSONValue {
    #expect(exit == .done, "\(self)", sourceLocation: sourceLocation)
    return try json()
  }
}

/// The people in these tests are made up, so what a run said may be shown.
extension Outcome: CustomStringConvertible {
  var description: String {
    let end = code.map { "exit \($0)" } ?? signal.map { "signal \($0)" } ?? "still running"
    return "\(end)\n--- said\n\(out.prefix(3000))\n--- and to the person\n\(err.prefix(3000))"
  }
}

extension Outcome {
  /// Words that tell a person nothing, or frighten.
  private static let avoided: Set = [
    "abort", "aborted", "entity", "execute", "failed", "failure", "fatal", "forbidden",
    "invalid", "null", "oops", "parse", "please", "schema", "sorry", "utf-8", "uuid",
  ]

  /// Checks that a problem was said as the project promises: what happened, what is safe, what to
  /// do next, in at most four short lines of plain words, and no trace of a value.
  func expectPlainWords(
    _ exit: Exit, saying words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(self.exit == exit, "\(self)", sourceLocation: sourceLocation)
    let said = err.replacing("\n", with: " ").lowercased()
    for word in words {
      #expect(
        said.contains(word.lowercased()), "should say \"\(word)\"\n\(self)",
        sourceLocation: sourceLocation)
    }
    // Four lines at most; a long path makes more of them.
    let lines = err.split(separator: "\n").filter { !$0.hasSuffix("...") }
    #expect(
      (1...7).contains(lines.count), "four short lines\n\(self)", sourceLocation: sourceLocation)
    for word in said.split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
      #expect(
        !Self.avoided.contains(String(word)), "should not say \"\(word)\"\n\(self)",
        sourceLocation: sourceLocation)
    }
    for command in suggestedCommands {
      #expect(
        Program.hasCommand(command), "there is no command \"\(command)\"\n\(self)",
        sourceLocation: sourceLocation)
    }
    for line in lines {
      for sentence in line.split(separator: ".") {
        #expect(
          sentence.split(separator: " ").count <= 20, "a sentence is too long\n\(self)",
          sourceLocation: sourceLocation)
      }
    }
  }

  /// The commands that are offered as the next step. They stand after two spaces.
  private var suggestedCommands: [String] {
    err.split(separator: "\n").compactMap { line in
      guard let start = line.range(of: "  netvault ")?.upperBound else { return nil }
      let command = line[start...].prefix { $0.isLetter || $0 == "-" }
      return command.isEmpty || command.hasPrefix("-") ? nil : String(command)
    }
  }
}
