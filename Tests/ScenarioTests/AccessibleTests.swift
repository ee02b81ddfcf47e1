internal import Foundation
import Testing

/// Accessible mode: nothing is redrawn, nothing stands in columns, and everything is said in words.
@Suite struct `With a screen reader` {
  private func expectHeard(
    _ screen: String, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    // The terminal itself ends each line with both, in two readings sometimes.
    // While something is typed, the terminal is asked to mark what is pasted: that shows nothing.
    let screen = screen.replacing("\r\n", with: "\n")
      .replacing("\u{1B}[?2004h", with: "").replacing("\u{1B}[?2004l", with: "")
    #expect(!screen.contains("\r"), "\(what) goes back\n\(screen)", sourceLocation: sourceLocation)
    #expect(!screen.contains("\u{1B}"), "\(what) draws\n\(screen)", sourceLocation: sourceLocation)
    #expect(
      !screen.contains("\u{8}"), "\(what) goes back\n\(screen)", sourceLocation: sourceLocation)
    for line in screen.split(separator: "\n") {
      #expect(
        !line.contains("  ") && !line.hasPrefix(" "), "\(what) has columns: \(line)",
        sourceLocation: sourceLocation)
    }
    let drawn = screen.unicodeScalars.first { (0x2500...0x28FF).contains($0.value) }
    #expect(drawn == nil, "\(what) draws lines\n\(screen)", sourceLocation: sourceLocation)
  }

  /// A vault with a little of everything that lists can show.
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    let file = try desk.write("hospital.json", Fixture.small)
    for words in [
      ["import", file, "--yes", "--no-input"],
      ["add", "diagnosis", "--name", "Typical carcinoid", "--date", "2020-04", "--no-input"],
      ["add", "note", "--text", "two  spaces and\ttab", "--no-input"],
      ["add", "note", "--text", "to be removed", "--no-input"], ["remove", "to be removed"],
    ] {
      let done = try desk.netvault(words)
      #expect(done.exit == .done, "\(done)")
    }
    return desk
  }

  @Test func `every answer can be heard`() throws {
    let desk = try desk()
    let commands = CommandList.all.map(\.words).filter { words in
      !words.isEmpty && !Self.asking.contains(words[0]) && words.count < 3
    }
    #expect(commands.count > 15)
    for words in commands + [
      [], ["list", "results"], ["show", "carcinoid"], ["search", "latex"],
      ["history", "carcinoid"], ["export", "--for", "Dr. Lee", "--preview"], ["list", "wombats"],
      ["shw"], ["show", "nothing like it"],
    ] {
      let terminal = try Terminal(
        ["--vault", desk.vault, "--passphrase-file", desk.passphrase] + words
          + ["--accessible", "--no-input", "--dry-run"],
        environment: desk.environment.merging(["COLUMNS": "60"]) { $1 }, in: desk.folder)
      let outcome = try terminal.finish()
      #expect(outcome.signal == nil, "\(words)\n\(outcome)")
      // The echo of the terminal adds nothing: nothing was typed.
      expectHeard(outcome.out, "netvault \(words.joined(separator: " "))")
      #expect(outcome.out.hasPrefix("Accessible mode is on.\n"), "\(words)\n\(outcome)")
    }
  }

  /// Commands that make something, ask for a secret, or print for a program.
  private static let asking: Set = [
    "init", "practice", "completions", "add", "unlock", "lock", "passphrase", "recover",
  ]

  @Test func `every question can be heard`() throws {
    let desk = try desk()
    let terminal = try desk.terminal(
      "--passphrase-file", desk.passphrase, "add", "allergy", "--accessible")
    try terminal.wait(for: "Accessible mode is on.")
    try terminal.wait(for: ": ")
    terminal.type("?")
    try terminal.wait(for: ": ")
    terminal.type("Latex")
    try terminal.wait(for: ": ")
    terminal.press(.controlC)
    let outcome = try terminal.finish()
    #expect(outcome.code == 130, "\(outcome)")
    expectHeard(outcome.out.replacing("^C", with: ""), "add allergy")
  }

  @Test func `the words of a new vault can be heard`() throws {
    let desk = try Desk()
    let terminal = try desk.terminal(
      "init", "--name", "Ana Brandt", "--born", "1961-06-14", "--kdf-cost", "14", "--accessible")
    try terminal.wait(for: "Number")
    terminal.type("1")
    try terminal.wait(for: "Your words: ")
    try terminal.wait(for: "once")
    terminal.press(.controlC)
    let outcome = try terminal.finish()
    #expect(outcome.code == 130, "\(outcome)")
    expectHeard(outcome.out.replacing("^C", with: ""), "init")
  }

  @Test func `is on by a variable too, and a flag is stronger`() throws {
    let desk = try desk()
    for (environment, isOn) in [
      (["NETVAULT_ACCESSIBLE": "1"], true), (["ACCESSIBLE": "yes"], true),
      (["NETVAULT_ACCESSIBLE": "0", "ACCESSIBLE": "1"], false), (["ACCESSIBLE": "false"], false),
    ] {
      let outcome = try Program.run(
        ["--vault", desk.vault, "--passphrase-file", desk.passphrase, "list"],
        environment: desk.environment.merging(environment) { $1 }, in: desk.folder)
      #expect(outcome.err.contains("Accessible mode is on.") == isOn, "\(environment) \(outcome)")
    }
  }
}

/// Colors and letters, decided for each stream by itself.
@Suite struct `The window` {
  @Test(arguments: [
    ([:], [], true), (["NO_COLOR": "1"], [], false), (["TERM": "dumb"], [], false),
    ([:], ["--no-color"], false), (["NO_COLOR": ""], [], true),
  ])
  func `has colors unless they are turned off`(
    environment: [String: String], flags: [String], hasColor: Bool
  ) throws {
    let desk = try Desk.withVault()
    let added = try desk.netvault("add", "note", "--text", "x", "--no-input")
    #expect(added.exit == .done, "\(added)")
    let terminal = try Terminal(
      ["--vault", desk.vault, "--passphrase-file", desk.passphrase, "list"] + flags,
      environment: desk.environment.merging(environment) { $1 }, in: desk.folder)
    let outcome = try terminal.finish()
    #expect(outcome.out.contains("\u{1B}[1m") == hasColor, "\(outcome)")
    // No other sequence than the three styles: nothing is moved, cleared or renamed.
    let other = outcome.out.replacing(/\u{1B}\[[0-9]*m/, with: "")
    #expect(!other.contains("\u{1B}"), "\(outcome)")
    // Without its colors it says the same.
    let plain = try desk.netvault("list")
    #expect(!plain.out.contains("\u{1B}") && !plain.err.contains("\u{1B}"))
  }

  @Test func `that is not in UTF-8 gets ASCII letters only`() throws {
    let desk = try Desk.withVault()
    let added = try desk.netvault("add", "note", "--text", "Müller – 肺 ≤ 2 µg", "--no-input")
    #expect(added.exit == .done, "\(added)")
    for (locale, shown) in [("C", "Muller - ? <= 2 ug"), ("C.UTF-8", "Müller – 肺 ≤ 2 µg")] {
      let environment = desk.environment.merging(["LANG": locale]) { $1 }
      let words = ["--vault", desk.vault, "--passphrase-file", desk.passphrase, "list", "note"]
      let outcome = try Terminal(words, environment: environment, in: desk.folder).finish()
      #expect(outcome.out.contains(shown), "\(outcome)")
      let file = try Program.run(words, environment: environment, in: desk.folder)
      #expect(file.out.contains("Müller – 肺 ≤ 2 µg"), "\(file)")
    }
  }

  @Test(arguments: [40, 72])
  func `is never too narrow for an answer`(columns: Int) throws {
    let desk = try Desk.withVault()
    let file = try desk.write("hospital.json", Fixture.small)
    let added = try desk.netvault("import", file, "--yes", "--no-input")
    #expect(added.exit == .done, "\(added)")
    for words in [[], ["list"], ["show", "latex"], ["history"], ["search", "latex"], ["version"]] {
      let outcome = try Terminal(
        ["--vault", desk.vault, "--passphrase-file", desk.passphrase, "--no-pager"] + words,
        environment: desk.environment.merging(["COLUMNS": String(columns), "NO_COLOR": "1"]) { $1 },
        in: desk.folder
      ).finish()
      #expect(outcome.exit == .done, "\(outcome)")
      for line in outcome.out.split(separator: "\n") {
        #expect(line.count <= columns, "\(words): \(line)\n\(outcome)")
      }
    }
  }
}
