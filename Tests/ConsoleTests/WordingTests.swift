import Console
import Foundation
import Testing

@Suite struct `The wording of problems` {
  @Test(arguments: WordingSamples.all.indices)
  func `is exactly this`(place: Int) {
    let sample = WordingSamples.all[place]
    #expect(sample.problem.lines == sample.lines)
  }

  @Test func `is all in these samples`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Console/Wording")
    var names: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      // The texts of help screens are read in their own tests, and kept as they look.
      if file.hasSuffix("Text.swift") { continue }
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /package static (?:let|func) (\w+)/) {
        names.insert(String(match.output.1))
      }
    }
    #expect(names == Set(WordingSamples.all.map(\.name)))
  }

  @Test(arguments: WordingSamples.all.indices)
  func `is plain`(place: Int) {
    let problem = WordingSamples.all[place].problem
    #expect((1...4).contains(problem.lines.count))
    for line in problem.lines + [problem.second].compactMap({ $0 }) {
      #expect(PlainWords.faults(in: line) == [])
      // A date can be valid until a day; what somebody typed is never called so.
      #expect(!line.lowercased().split { !$0.isLetter }.contains("valid"), "\(line)")
    }
  }

  @Test(arguments: WordingSamples.all.indices)
  func `has other words for the second time, where it is asked again`(place: Int) {
    let problem = WordingSamples.all[place].problem
    if let second = problem.second { #expect(second != problem.message) }
  }

  @Test func `has these exit codes`() {
    let codes = Dictionary(
      WordingSamples.all.map { ($0.name, $0.problem.exit.code) }, uniquingKeysWith: { $1 })
    #expect(codes["wrongPassphrase"] == 12)
    #expect(codes["damagedVault"] == 13)
    #expect(codes["notAVault"] == 10)
    #expect(codes["newerVault"] == 1)
    #expect(codes["noSpace"] == 14)
    #expect(codes["cannotWrite"] == 14)
    #expect(codes["vaultInUse"] == 11)
    #expect(codes["ambiguousDate"] == 18)
    #expect(codes["unsupportedFile"] == 15)
    #expect(codes["fileCutShort"] == 17)
    #expect(codes["nothingFound"] == 16)
    #expect(codes["unknownCommand"] == 64)
    #expect(codes["fileExists"] == 2)
  }
}
