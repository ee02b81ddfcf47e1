internal import Foundation
internal import JSON
import Testing

/// What a rough day brings: two windows at once, a power cut, odd signs, a full pipe.
@Suite struct `On a rough day` {
  @Test func `several netvaults at once lose nothing`() throws {
    let desk = try Desk.withVault()
    let words = ["--vault", desk.vault, "--passphrase-file", desk.passphrase]
    let children = try (1...6).map { number in
      try Child(
        Program.path, words + ["add", "note", "--text", "Note \(number)", "--no-input"],
        environment: desk.environment, in: desk.folder.path,
        streams: [0, 1, 2].map { Child.Stream(number: $0, path: "/dev/null", flags: O_RDWR) })
    }
    for child in children {
      try child.wait(seconds: 60)
      #expect([0, 11].contains(child.code), "\(String(describing: child.code))")
    }
    let saved = children.count { $0.code == 0 }
    #expect(saved >= 1)
    #expect(try desk.records("note").count == saved)
  }

  @Test func `a power cut in an import leaves all of it or nothing`() throws {
    let desk = try Desk.withVault()
    let resources = (0..<400).map { Fixture.allergy(id: "a\($0)", to: "Substance \($0)") }
    let file = try desk.write("big.json", Fixture.bundle([Fixture.patient()] + resources))
    let before = try desk.vaultBytes
    for moment in stride(from: 0.05, through: 0.8, by: 0.15) {
      try before.write(to: URL(filePath: desk.vault))
      let child = try Child(
        Program.path,
        [
          "--vault", desk.vault, "--passphrase-file", desk.passphrase, "import", file, "--yes",
          "--no-input",
        ],
        environment: desk.environment, in: desk.folder.path,
        streams: [0, 1, 2].map { Child.Stream(number: $0, path: "/dev/null", flags: O_RDWR) })
      usleep(UInt32(moment * 1_000_000))
      kill(child.id, SIGKILL)
      try child.wait(seconds: 60)
      #expect(try desk.netvault("verify").exit == .done, "killed after \(moment) seconds")
      let count = try desk.records("allergy").count
      #expect(count == 0 || count == 400, "killed after \(moment) seconds: \(count)")
    }
  }

  @Test func `signs that move the cursor never reach the terminal`() throws {
    let desk = try Desk.withVault()
    let text = "\u{1B}[2J\u{1B}]0;title\u{7}words\u{202E}turned\u{9B}31m"
    _ = try desk.netvault("add", "note", "--text", text, "--no-input")
    for words in [["list"], ["show", "words"], ["search", "words"], ["history", "words"]] {
      let outcome = try desk.netvault(words)
      #expect(outcome.exit == .done, "\(words)")
      for sign in ["\u{1B}", "\u{7}", "\u{202E}", "\u{9B}"] as [Unicode.Scalar] {
        #expect(!outcome.out.unicodeScalars.contains(sign), "\(words) shows \(sign.value)")
        #expect(!outcome.err.unicodeScalars.contains(sign), "\(words) shows \(sign.value)")
      }
    }
  }

  @Test func `an answer that cannot be written in full is not called done`() throws {
    let desk = try Desk.withVault()
    let child = try Child(
      Program.path,
      ["--vault", desk.vault, "--passphrase-file", desk.passphrase, "list", "--json"],
      environment: desk.environment, in: desk.folder.path,
      streams: [
        Child.Stream(number: 0, path: "/dev/null", flags: O_RDONLY),
        Child.Stream(number: 1, path: "/dev/full", flags: O_WRONLY),
        Child.Stream(number: 2, path: "/dev/null", flags: O_WRONLY),
      ])
    try child.wait(seconds: 60)
    #expect(child.code == Exit.noRoom.rawValue)
  }

  @Test func `a passphrase fits however the keyboard puts its accents together`() throws {
    let desk = try Desk()
    try Data("caf\u{E9} noir\n".utf8).write(to: URL(filePath: desk.passphrase))
    let made = try desk.makeVault()
    #expect(made.exit == .done, "\(made)")
    try Data("cafe\u{301} noir\n".utf8).write(to: URL(filePath: desk.passphrase))
    #expect(try desk.netvault("list").exit == .done)
  }

  @Test(arguments: ["2031", "31 June 2021", "3/4/2021", "Martch 2021"])
  func `a date that cannot be is not guessed`(date: String) throws {
    let desk = try Desk.withVault()
    let outcome = try desk.withoutChange(
      "add", "allergy", "--substance", "Latex", "--since", date, "--no-input", "--today",
      "2026-11-21")
    #expect(outcome.exit == .needsAnswer, "\(outcome)")
    #expect(!outcome.err.isEmpty)
  }

  @Test func `"there is none" and "there is one" do not stand side by side on a page`() throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault("add", "allergy", "--none-known", "--no-input")
    _ = try desk.netvault("add", "allergy", "--substance", "Latex", "--no-input")
    let outcome = try desk.netvault(
      "export", "--for", "Dr. Lee", "--format", "text", "-o", "-", "--yes", "-q")
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("Latex"))
    #expect(!outcome.out.contains("Allergies: none known"), "\(outcome)")
  }

  @Test func `what is missing is named as it is typed`() throws {
    let desk = try Desk.withVault()
    for words in [["add"], ["show"], ["remove"], ["edit"], ["export"], ["import"], ["search"]] {
      let outcome = try desk.withoutChange(words[0], "--no-input")
      #expect(outcome.exit == .needsAnswer || outcome.exit == .notUnderstood, "\(outcome)")
      #expect(
        outcome.err.firstMatch(of: #/--[A-Z]/#) == nil, "no flag is in capitals\n\(outcome)")
      #expect(!outcome.err.contains("Missing expected argument"), "\(outcome)")
    }
  }
}
