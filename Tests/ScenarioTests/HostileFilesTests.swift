internal import Foundation
import Testing

/// Files that somebody made to do harm: bombs, depths, broken text. The program that makes them is
/// not part of the project; where it is not beside it, this test says so and is skipped.
@Suite(.enabled(if: HostileFiles.canBeMade, "the maker of hostile files is not here"))
struct `A file made to do harm` {
  @Test func `ends in a plain sentence, and changes nothing unasked`() throws {
    let desk = try Desk.withVault()
    let made = try Program.run(
      "/usr/bin/env", ["python3", HostileFiles.maker, desk.path("hostile")],
      environment: ProcessInfo.processInfo.environment, in: desk.folder)
    #expect(made.exit == .done, "\(made)")
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.path("hostile")).sorted()
    #expect(names.count > 30)
    for name in names {
      let before = try desk.vaultBytes
      let outcome = try desk.netvault(
        "import", desk.path("hostile/\(name)"), "--yes", "--no-input")
      let endings: [Exit?] = [.done, .answeredNo, .notSupported, .someSkipped, .needsAnswer]
      #expect(endings.contains(outcome.exit), "\(name)\n\(outcome)")
      if outcome.exit != .done && outcome.exit != .someSkipped {
        #expect(!outcome.err.isEmpty, "\(name) ended without a word")
        #expect(try desk.vaultBytes == before, "\(name)\n\(outcome)")
      }
      #expect(outcome.peakMemory < 1_024, "\(name) held \(outcome.peakMemory) MiB at once")
    }
    #expect(try desk.netvault("verify").exit == .done)
  }
}

enum HostileFiles {
  static let maker = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../shared/tools/make_hostile_inputs.py")
    .standardizedFileURL.path

  static let canBeMade: Bool = {
    let found = FileManager.default.fileExists(atPath: maker)
    if !found { print("SKIPPED: the maker of hostile files is not beside this checkout") }
    return found
  }()
}
