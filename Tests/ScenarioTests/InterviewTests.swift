internal import Foundation
internal import JSON
import Testing

/// What a person meets at a terminal.
@Suite struct `A person at a terminal` {
  @Test func `makes a vault by answering questions`() throws {
    let desk = try Desk()
    let terminal = try desk.terminal("init", "--kdf-cost", "14")
    try terminal.wait(for: "Whose records")
    terminal.type("Ana Brandt")
    try terminal.wait(for: "Date of birth?")
    terminal.type("14 6 1961")
    try terminal.wait(for: "14 June 1961")
    terminal.type("")
    try terminal.wait(for: "Choose [1]")
    terminal.type("2")
    for question in ["Choose a passphrase", "once more"] {
      try terminal.wait(for: question)
      try waitUntilHidden(terminal)
      terminal.type(Desk.words)
    }
    try terminal.wait(for: "Make a recovery sheet now?")
    terminal.type("n")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("Your vault is ready"), "\(outcome)")
    #expect(!outcome.out.contains(Desk.words), "a passphrase never shows")
    #expect(try desk.records("person").first?["title"]?.string?.contains("Ana Brandt") == true)
  }

  @Test func `has three tries at the passphrase`() throws {
    let desk = try Desk.withVault()
    let before = try desk.vaultBytes
    let terminal = try desk.terminal("add", "note", "--text", "x")
    for left in ["2 tries left", "1 try left"] {
      try terminal.wait(for: "assphrase")
      try waitUntilHidden(terminal)
      terminal.type("not the words")
      try terminal.wait(for: left)
    }
    try waitUntilHidden(terminal)
    terminal.type("again not the words")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .wrongPassphrase, "\(outcome)")
    #expect(outcome.out.contains("Nothing was changed"), "\(outcome)")
    #expect(!outcome.out.contains("not the words"), "a passphrase never shows")
    #expect(terminal.echoes)
    #expect(try desk.vaultBytes == before)
  }

  @Test func `is let in at the second try`() throws {
    let desk = try Desk.withVault()
    let terminal = try desk.terminal("list")
    try terminal.wait(for: "assphrase")
    try waitUntilHidden(terminal)
    terminal.type("not the words")
    try terminal.wait(for: "2 tries left")
    try waitUntilHidden(terminal)
    terminal.type(Desk.words)
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("Ana Brandt"), "\(outcome)")
  }

  @Test func `may stop at the passphrase, and the keyboard is as before`() throws {
    let desk = try Desk.withVault()
    let before = try desk.vaultBytes
    let terminal = try desk.terminal("list")
    try terminal.wait(for: "assphrase")
    try waitUntilHidden(terminal)
    terminal.press(.controlC)
    let outcome = try terminal.finish()
    #expect(outcome.exit == .stopped, "\(outcome)")
    #expect(terminal.echoes, "what is typed shows again")
    #expect(try desk.vaultBytes == before)
  }

  @Test func `may stop before the first answer, and nothing is saved`() throws {
    let desk = try Desk.withVault()
    let before = try desk.vaultBytes
    let terminal = try desk.terminal("--passphrase-file", desk.passphrase, "add", "allergy")
    try terminal.wait(for: "Allergic to what?")
    terminal.press(.controlC)
    let outcome = try terminal.finish()
    #expect(outcome.exit == .stopped, "\(outcome)")
    #expect(outcome.out.contains("Stopped.\nNothing was saved."), "\(outcome)")
    #expect(terminal.echoes)
    #expect(try desk.vaultBytes == before)
  }

  @Test func `adds a record by answering questions`() throws {
    let desk = try Desk.withVault()
    let terminal = try desk.terminal(
      "--passphrase-file", desk.passphrase, "add", "allergy")
    try terminal.wait(for: "Allergic to what?")
    terminal.type("Latex")
    try terminal.wait(for: "What happened?")
    terminal.type("<")
    try terminal.wait(for: "Latex")
    terminal.type("Latex gloves")
    try terminal.wait(for: "What happened?")
    terminal.type("hives")
    try terminal.wait(for: "How bad")
    terminal.type("?")
    try terminal.wait(for: "moderate")
    terminal.type("mild")
    try terminal.wait(for: "Since when?")
    terminal.type("-")
    try terminal.wait(for: "More questions?")
    terminal.type("")
    try terminal.wait(for: "Save?")
    terminal.type("")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    let allergy = try #require(try desk.records("allergy").first)
    #expect(allergy["title"]?.string == "Latex gloves")
    #expect(allergy["fields"]?["severity"]?.string == "mild")
  }

  @Test func `without a terminal is never asked`() throws {
    let desk = try Desk.withVault()
    let outcome = try desk.alone(["--vault", desk.vault, "list"], stdin: "\(Desk.words)\n")
    outcome.expectPlainWords(.needsAnswer, saying: "--passphrase-file")
  }

  @Test(
    arguments: [
      ["--passphrase-fd", "0"], ["--passphrase-file", "/dev/stdin"],
      ["--passphrase-file", "/dev/fd/0"],
    ])
  func `may give the passphrase through an open file`(way: [String]) throws {
    let desk = try Desk.withVault()
    for end in ["", "\n", "\r\n", "\nanother line\n"] {
      let outcome = try desk.alone(
        ["--vault", desk.vault] + way + ["list"], stdin: "\(Desk.words)\(end)")
      #expect(outcome.exit == .done, "\(outcome)")
    }
  }

  /// Waits until typing no longer shows: only then does the program read a passphrase.
  private func waitUntilHidden(_ terminal: Terminal) throws {
    let deadline = Date(timeIntervalSinceNow: 10)
    while terminal.echoes {
      guard Date() < deadline else {
        throw HarnessError(description: "typing still shows; on the screen:\n\(terminal.screen)")
      }
      usleep(5_000)
    }
  }
}
