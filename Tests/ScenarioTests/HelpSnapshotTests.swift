internal import Foundation
import Testing

/// Every help screen as it stands on a screen of 72 columns and on one of 40.
@Suite struct `Snapshots of the help` {
  private func screen(_ words: [String], columns: Int) throws -> String {
    let folder = FileManager.default.temporaryDirectory
    let outcome = try Program.run(
      ["help"] + words, environment: ["COLUMNS": String(columns), "LANG": "C.UTF-8"], in: folder)
    #expect(outcome.exit == .done, "\(words)\n\(outcome)")
    return outcome.out
  }

  private func both(_ words: [String]) throws -> String {
    let (wide, narrow) = (try screen(words, columns: 72), try screen(words, columns: 40))
    return "At 72 columns\n\n\(wide)\nAt 40 columns\n\n\(narrow)"
  }

  @Test func `of commands are as they were looked at`() throws {
    for command in CommandList.all {
      try expectSnapshot(try both(command.words), named: "help/\(command.file).txt")
    }
  }

  @Test func `of topics are as they were looked at`() throws {
    for topic in CommandList.topics {
      try expectSnapshot(try both([topic]), named: "help/topic-\(topic).txt")
    }
    try expectSnapshot(try both(["words", "Ki-67"]), named: "help/topic-words-one.txt")
  }

  @Test func `has no more files than there are screens`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: snapshots.appending(path: "help").path)
    let expected = Set(
      CommandList.all.map { "\($0.file).txt" } + CommandList.topics.map { "topic-\($0).txt" }
        + ["topic-words-one.txt"])
    for file in files where !expected.contains(file) {
      guard ProcessInfo.processInfo.environment["NETVAULT_WRITE_SNAPSHOTS"] == "1" else {
        Issue.record("no screen is called \(file): remove it")
        continue
      }
      try FileManager.default.removeItem(at: snapshots.appending(path: "help/\(file)"))
    }
  }
}
