internal import Foundation
import Testing

/// The stories in Documentation/stories are played at a pseudo-terminal by a script: answers,
/// mistakes, going back, Ctrl-C, a window that changes, with and without accessible mode.
@Suite struct `The stories in the papers` {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../Documentation/stories").standardizedFileURL

  private static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test func `are there in normal and in accessible mode`() {
    for name in ["survivor", "caregiver", "new-doctor"] {
      #expect(Self.names.contains(name))
      #expect(Self.names.contains("\(name)-accessible"))
    }
  }

  /// Each question is asked, each answer taken, and each command ends as it should. What the screen
  /// showed beside is written anew with: make stories
  @Test(arguments: names)
  func `can be played from end to end`(name: String) throws {
    let desk = try Desk()
    let script = Self.folder.appending(path: "play.py").path
    let played = try Program.run(
      "/usr/bin/env", ["python3", script, Program.path, "--play", name],
      environment: desk.environment.merging(["PATH": Self.path]) { $1 }, in: desk.folder,
      patience: 10 * Program.patience)
    #expect(played.exit == .done, "\(played)")
  }

  /// Where python3 is, as for the other tests that need it.
  private static let path =
    ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"

  @Test(arguments: names)
  func `hold no sign that a terminal would obey`(name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    for line in text.split(separator: "\n") where name.hasSuffix("-accessible") {
      #expect(!line.contains { "┌─│└╭═█▁▂".contains($0) }, "\(line)")
    }
  }
}
