import Console
import Foundation
import Records
import Testing

/// Everything that netvault says is plain: short sentences, no hard or frightening words, no blame,
/// and no abbreviation that `netvault help words` does not explain.
@Suite struct `All words for people` {
  @Test(arguments: [
    ("Please try again.", 1), ("Stop!", 1), ("The QXR was bad.", 1), ("It takes FHIR files.", 0),
    ("Say it:  netvault list --json", 0),
    (
      "one two three four five six seven eight nine ten one two three four five six seven eight nine "
        + "ten one", 1
    ),
  ])
  func `are judged by these rules`(text: String, faults: Int) {
    #expect(PlainWords.faults(in: text).count == faults, "\(PlainWords.faults(in: text))")
  }

  @Test(arguments: [
    TopicText.dates, TopicText.privacy, TopicText.accessibility, TopicText.files,
    TopicText.exitCodes, TopicText.options, TopicText.commands, TopicText.words,
    TopicText.wordsNote, TopicText.more, TopicText.moreOptions, LicenseText.own, LicenseText.where,
  ])
  func `in the topics are plain`(text: String) {
    #expect(PlainWords.faults(in: text) == [])
  }

  @Test func `for the ends of the program are plain`() {
    for exit in Exit.allCases { #expect(PlainWords.faults(in: exit.meaning) == []) }
  }

  @Test(arguments: KindDescription.all.map(\.kind))
  func `in questions, their help and their answers are plain`(kind: Kind) {
    let kind = KindDescription.of(kind)
    var faults = PlainWords.faults(in: kind.about)
    for field in kind.fields {
      for text in [field.label, field.question, field.help] + field.options.map(\.words) {
        faults += PlainWords.faults(in: text).map { "\(field.name): \($0)" }
      }
    }
    #expect(faults == [])
  }

  // What a command says stands in the command. These lines are read as they are written.
  @Test func `in the sentences of commands are plain`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources").standardizedFileURL
    var count = 0
    for folder in ["netvault", "Console"] {
      let files = FileManager.default.enumerator(
        at: sources.appending(path: folder), includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift", !file.path.contains("/Wording/") else { continue }
        let text = try String(contentsOf: file, encoding: .utf8)
        for sentence in Self.sentences(text) {
          count += 1
          let faults = PlainWords.faults(in: sentence)
          #expect(faults == [], "\(file.lastPathComponent)")
        }
      }
    }
    #expect(count > 150)
  }

  /// The words that a source file gives to somebody to read, with "x" for what is put in.
  private static func sentences(_ text: String) -> [String] {
    let call =
      /(?:\.say|\.answer|\.explain|\.yes|\.line|\.choice|abstract:|help:|ArgumentHelp)\(?\s*(?:Styled\()?\s*"((?:[^"\\]|\\.)*)"/
    return text.matches(of: call).map { match in
      String(match.output.1).replacing(/\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/, with: "x")
        .replacing("\\\"", with: "'")
    }
  }

  @Test func `about trouble are all in the folder of wording`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources").standardizedFileURL
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", !file.path.contains("/Wording/"),
        file.lastPathComponent != "Problem.swift"
      else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      // `throws(Problem)` and `as Problem` are no words; `Problem("…` is.
      #expect(
        text.firstMatch(of: /\bProblem(\.init)?\(\s*"/) == nil,
        "\(file.lastPathComponent) words a problem itself")
    }
  }
}
