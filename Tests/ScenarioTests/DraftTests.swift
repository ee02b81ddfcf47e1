internal import Foundation
internal import JSON
import Testing

/// What was answered and not saved yet: it is never lost.
@Suite struct `A draft` {
  /// Answers two questions of an allergy, and waits at the third.
  private func begin(_ desk: Desk, _ words: String...) throws -> Terminal {
    let terminal = try Terminal(
      ["--vault", desk.vault, "--passphrase-file", desk.passphrase, "add", "allergy"] + words,
      environment: desk.environment, in: desk.folder)
    try terminal.wait(for: "Allergic to what?")
    terminal.type("Latex gloves")
    try terminal.wait(for: "What happened?")
    try terminal.wait(for: "> ")
    terminal.type("hives")
    try terminal.wait(for: "3 of 4")
    return terminal
  }

  private func goOn(_ desk: Desk, choosing choice: String = "1") throws -> Terminal {
    let terminal = try desk.terminal("--passphrase-file", desk.passphrase, "add", "allergy")
    try terminal.wait(for: "2 answers")
    try terminal.wait(for: "Choose [1]")
    terminal.type(choice)
    return terminal
  }

  @Test func `is kept at Ctrl-C, offered the next time, and gone when it is saved`() throws {
    let desk = try Desk.withVault()
    let first = try begin(desk)
    first.press(.controlC)
    let stopped = try first.finish()
    #expect(stopped.exit == .stopped, "\(stopped)")
    #expect(stopped.out.contains("Your answers are kept as a draft."), "\(stopped)")
    #expect(stopped.out.contains("netvault --vault"), "\(stopped)")
    #expect(first.echoes, "what is typed shows again")
    #expect(try desk.records("allergy") == [])

    let second = try goOn(desk)
    try second.wait(for: "3 of 4")
    second.type("<")
    try second.wait(for: "2 of 4  What happened? [hives]")
    second.type(".")
    try second.wait(for: "Save?")
    second.type("")
    #expect(try second.finish().exit == .done)
    let allergy = try #require(try desk.records("allergy").first)
    #expect(allergy["title"]?.string == "Latex gloves")

    let third = try desk.terminal("--passphrase-file", desk.passphrase, "add", "allergy")
    try third.wait(for: "Allergic to what?")
    #expect(!third.screen.contains("begun"))
    third.press(.controlC)
    _ = try third.finish()
    #expect(try desk.netvault("verify").exit == .done)
  }

  @Test(arguments: [SIGHUP, SIGTERM])
  func `is kept when the terminal is closed`(signal: Int32) throws {
    let desk = try Desk.withVault()
    let first = try begin(desk)
    kill(first.id, signal)
    _ = try first.finish()
    let second = try goOn(desk)
    try second.wait(for: "3 of 4")
    second.press(.controlC)
    _ = try second.finish()
  }

  @Test func `is kept when the program is killed`() throws {
    let desk = try Desk.withVault()
    let first = try begin(desk)
    kill(first.id, SIGKILL)
    _ = try first.finish()
    let second = try goOn(desk)
    try second.wait(for: "3 of 4")
    second.press(.controlD)
    let ended = try second.finish()
    #expect(ended.exit == .needsAnswer, "\(ended)")
    #expect(ended.out.contains("Your answers are kept as a draft."), "\(ended)")
  }

  @Test func `can be thrown away, or kept beside a new one`() throws {
    let desk = try Desk.withVault()
    let first = try begin(desk)
    first.press(.controlC)
    _ = try first.finish()
    let second = try goOn(desk, choosing: "2")
    try second.wait(for: "1 of 4")
    second.press(.controlC)
    _ = try second.finish()
    let third = try goOn(desk, choosing: "3")
    try third.wait(for: "1 of 4")
    third.press(.controlC)
    _ = try third.finish()
    let fourth = try desk.terminal("--passphrase-file", desk.passphrase, "add", "allergy")
    try fourth.wait(for: "1 of 4")
    fourth.press(.controlC)
    _ = try fourth.finish()
    #expect(!fourth.screen.contains("begun"))
  }

  @Test func `is not made by a dry run`() throws {
    let desk = try Desk.withVault()
    let before = try desk.vaultBytes
    let terminal = try begin(desk, "--dry-run")
    terminal.press(.controlC)
    #expect(try terminal.finish().exit == .stopped)
    #expect(try desk.vaultBytes == before)
  }

  @Test func `is offered for 30 days`() throws {
    let desk = try Desk.withVault()
    let first = try begin(desk)
    first.press(.controlC)
    _ = try first.finish()
    let clock = try #require(try desk.netvault("--json").json()["today"]?.string)
    let now = try #require(ISO8601DateFormatter().date(from: "\(clock)T12:00:00Z"))
    for (days, isOffered) in [(30, true), (31, false)] {
      let day = ISO8601DateFormatter().string(from: now + Double(days) * 86_400).prefix(10)
      let later = try desk.terminal(
        "--passphrase-file", desk.passphrase, "--today", String(day), "add", "allergy")
      try later.wait(for: isOffered ? "begun on" : "1 of 4")
      later.press(.controlC)
      _ = try later.finish()
    }
  }

  @Test func `waits while another window uses the vault, and so does the saving`() throws {
    let desk = try Desk.withVault()
    let terminal = try desk.terminal("--passphrase-file", desk.passphrase, "add", "allergy")
    try terminal.wait(for: "Allergic to what?")
    let lock = unsafe open(desk.vault, O_RDONLY | O_CLOEXEC)
    #expect(flock(lock, LOCK_EX) == 0)
    terminal.type("Latex gloves")
    try terminal.wait(for: "What happened?")
    terminal.type(".")
    try terminal.wait(for: "Save?")
    terminal.type("")
    try terminal.wait(for: "Your answers are still here.")
    try terminal.wait(for: "Try to save again? [yes]")
    flock(lock, LOCK_UN)
    close(lock)
    terminal.type("")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(try desk.records("allergy").first?["title"]?.string == "Latex gloves")
  }

  @Test func `leaves the vault free while a person thinks`() throws {
    let desk = try Desk.withVault()
    let terminal = try begin(desk)
    #expect(try desk.netvault("add", "note", "--text", "meanwhile", "--no-input").exit == .done)
    terminal.type(".")
    try terminal.wait(for: "Save?")
    terminal.type("")
    #expect(try terminal.finish().exit == .done)
    #expect(try desk.records("note").count == 1)
    #expect(try desk.records("allergy").count == 1)
  }

  @Test func `of a change goes on with the record, and keeps what others changed meanwhile`() throws
  {
    let desk = try Desk.withVault()
    _ = try desk.netvault("add", "allergy", "--substance", "Latex", "--no-input")
    let first = try desk.terminal("--passphrase-file", desk.passphrase, "edit", "Latex")
    try first.wait(for: "Allergic to what? [Latex]")
    first.type("Latex gloves")
    try first.wait(for: "What happened?")
    first.press(.controlC)
    let stopped = try first.finish()
    #expect(stopped.out.contains(" edit\n"), "\(stopped)")
    #expect(try desk.netvault("edit", "Latex", "--severity", "mild").exit == .done)
    let second = try desk.terminal("--passphrase-file", desk.passphrase, "edit")
    try second.wait(for: "a change of an allergy")
    second.type("")
    try second.wait(for: "2 of ")
    second.type(".")
    try second.wait(for: "Save?")
    second.type("")
    #expect(try second.finish().exit == .done)
    let allergy = try #require(try desk.records("allergy").first)
    #expect(allergy["fields"]?["substance"]?["text"]?.string == "Latex gloves")
    #expect(allergy["fields"]?["severity"]?.string == "mild")
  }
}
