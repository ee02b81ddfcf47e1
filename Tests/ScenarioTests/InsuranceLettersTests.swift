internal import Foundation
import Testing

/// A letter that is filled in with the person's own editor before it is written.
@Suite struct `A letter in an editor` {
  /// The letter of appeal about a refused ultrasound, with an editor that is one shell script.
  private func letter(_ desk: Desk, _ script: String, _ more: String...) throws -> Terminal {
    let path = try desk.write("editor.sh", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return try Terminal(
      [
        "--vault", desk.vault, "--passphrase-file", desk.passphrase, "insurance", "letter",
        "appeal", "ultrasound", "--editor", "-o", desk.path("letter.txt"), "--today",
        "2026-11-21",
      ] + more, environment: desk.environment.merging(["EDITOR": path]) { $1 }, in: desk.folder)
  }

  private static let fill =
    "sed -i 's/.your reasons, in your own words./It was asked for by two doctors./' \"$1\""

  @Test func `is written as it was left, and only memory held it before`() throws {
    let desk = try `An insurance`.desk()
    let before = try desk.vaultBytes
    let outcome = try letter(
      desk, "case \"$1\" in /dev/shm/*) ;; *) exit 9;; esac\n\(Self.fill)"
    ).finish()
    #expect(outcome.exit == .done, "\(outcome)")
    let text = try desk.read("letter.txt")
    #expect(text.contains("It was asked for by two doctors.") && text.contains("C-7"))
    #expect(!text.contains("[your reasons"))
    let places = text.count { $0 == "[" }
    #expect(outcome.out.contains("\(places) places to fill in"), "\(outcome)")
    #expect(try desk.vaultBytes == before)
  }

  @Test func `is not written where it was emptied, or where the editor did nothing but fail`()
    throws
  {
    let desk = try `An insurance`.desk()
    #expect(try letter(desk, ": > \"$1\"").finish().exit == .answeredNo)
    let failed = try letter(desk, "exit 3").finish()
    #expect(failed.out.contains("ended with a fault"), "\(failed)")
    #expect(!FileManager.default.fileExists(atPath: desk.path("letter.txt")))
  }

  @Test func `is not lost where the editor broke off, or the file cannot be written`() throws {
    let desk = try `An insurance`.desk()
    let broken = try letter(desk, "\(Self.fill); kill -SEGV $$").finish()
    #expect(broken.exit == .done, "\(broken)")
    #expect(try desk.read("letter.txt").contains("two doctors"))
    // Another file takes its name while the editor is open.
    try FileManager.default.removeItem(atPath: desk.path("letter.txt"))
    let taken = try letter(desk, "\(Self.fill); echo x > '\(desk.path("letter.txt"))'").finish()
    #expect(taken.exit == .answeredNo, "\(taken)")
    #expect(taken.out.contains("It was asked for by two doctors."), "\(taken)")
    #expect(try desk.read("letter.txt") == "x\n")
  }

  @Test func `does not open for a file that is there already, or without a terminal`() throws {
    let desk = try `An insurance`.desk()
    _ = try desk.write("letter.txt", "mine")
    let there = try letter(desk, "touch '\(desk.path("opened"))'").finish()
    #expect(there.exit == .answeredNo, "\(there)")
    let none = try desk.withoutChange(
      "insurance", "letter", "appeal", "ultrasound", "--editor", "-o", desk.path("other.txt"))
    none.expectPlainWords(.needsAnswer, saying: "An editor needs a terminal")
    #expect(!FileManager.default.fileExists(atPath: desk.path("opened")))
    #expect(!FileManager.default.fileExists(atPath: desk.path("other.txt")))
  }
}
