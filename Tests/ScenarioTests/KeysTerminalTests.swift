internal import Foundation
import Testing

/// Making and using keys at a terminal.
@Suite struct `A person with keys at a terminal` {
  /// What stands on the screen after a sign, to the end of the line.
  private func line(after sign: String, on terminal: Terminal) throws -> String {
    let rest = try #require(terminal.screen.range(of: sign, options: .backwards))
    return terminal.screen[rest.upperBound...].prefix { $0 != "\n" }
      .trimmingCharacters(in: .whitespaces)
  }

  /// Goes through the making of a sheet, from its words to the file.
  private func takeSheet(_ terminal: Terminal, file: String = "y") throws -> [String] {
    try terminal.wait(for: "These are your recovery words")
    try terminal.wait(for: "Type line 1")
    let lines = try (1...4).map { try line(after: "Line \($0):", on: terminal) }
    try terminal.typeHidden("harbour is not right")
    try terminal.wait(for: "is not on the list")
    for (number, line) in lines.enumerated() {
      try terminal.wait(for: "Type line \(number + 1)")
      try terminal.typeHidden(line.uppercased())
    }
    try terminal.wait(for: "They all match.")
    try terminal.wait(for: "Write the sheet to a file")
    terminal.type(file)
    return lines
  }

  private func opens(_ desk: Desk, with passphrase: String) throws -> Bool {
    let file = try desk.write("try.txt", passphrase + "\n")
    return try desk.alone(
      ["--vault", desk.vault, "--passphrase-file", file, "key", "list", "--no-input"]
    ).exit == .done
  }

  @Test func `is given six words and a sheet with a new vault`() throws {
    let desk = try Desk()
    _ = try desk.write("netvault-recovery-sheet.html", "an older sheet")
    let terminal = try desk.terminal(
      "init", "--name", "Ana Brandt", "--born", "1961-06-14", "--kdf-cost", "14")
    try terminal.wait(for: "Make six words for me")
    try terminal.wait(for: "Choose [1]")
    terminal.type("")
    try terminal.wait(for: "Your words:")
    try terminal.wait(for: "hands know them")
    let words = try line(after: "Your words:", on: terminal)
    #expect(words.split(separator: " ").count == 6)
    try terminal.typeHidden("not these words")
    try terminal.wait(for: "The two are not the same.")
    try terminal.wait(for: "hands know them")
    try terminal.typeHidden(words)
    try terminal.wait(for: "That matches.")
    try terminal.wait(for: "Make a recovery sheet now?")
    terminal.type("")
    let lines = try takeSheet(terminal)
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("Saved netvault-recovery-sheet-2.html"), "\(outcome)")
    #expect(outcome.out.contains("Your vault is ready"), "\(outcome)")
    #expect(terminal.echoes)
    #expect(try desk.read("netvault-recovery-sheet.html") == "an older sheet")
    let page = try desk.read("netvault-recovery-sheet-2.html")
    for line in lines { #expect(page.contains("<td>\(line)</td>")) }
    #expect(try opens(desk, with: words))
  }

  @Test func `may choose words of their own, and hears when they are weak`() throws {
    let desk = try Desk()
    let terminal = try desk.terminal(
      "init", "--name", "Ana Brandt", "--born", "1961-06-14",
      "--kdf-cost", "14")
    try terminal.wait(for: "Choose [1]")
    terminal.type("2")
    try terminal.wait(for: "Choose a passphrase")
    try terminal.typeHidden("anabrandt61")
    try terminal.wait(for: "A name in it is easy to guess")
    try terminal.wait(for: "all the same? [yes]")
    terminal.type("n")
    try terminal.wait(for: "Choose a passphrase")
    try terminal.typeHidden("password1")
    try terminal.wait(for: "Many people use this one")
    try terminal.wait(for: "all the same? [yes]")
    terminal.type("")
    try terminal.wait(for: "once more")
    try terminal.typeHidden("password1")
    try terminal.wait(for: "Make a recovery sheet now?")
    terminal.type("n")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("netvault key sheet"), "\(outcome)")
    #expect(!outcome.out.contains("password1") && !outcome.out.contains("anabrandt61"))
    #expect(try opens(desk, with: "password1"))
  }

  @Test func `has a vault even when stopped at the sheet`() throws {
    let desk = try Desk()
    let terminal = try desk.terminal(
      "--passphrase-file", desk.passphrase, "init", "--name", "Ana Brandt", "--born",
      "1961-06-14", "--kdf-cost", "14")
    try terminal.wait(for: "Make a recovery sheet now?")
    terminal.type("y")
    try terminal.wait(for: "Type line 1")
    try terminal.waitUntil("what is typed shows") { !terminal.echoes }
    terminal.press(.controlC)
    let outcome = try terminal.finish()
    #expect(outcome.exit == .stopped, "\(outcome)")
    #expect(outcome.out.contains("What was finished before stays saved"), "\(outcome)")
    #expect(terminal.echoes)
    #expect(try opens(desk, with: Desk.words))
  }

  @Test func `finds back in with the sheet`() throws {
    let desk = try Desk.withVault()
    #expect(try desk.netvault("key", "sheet", "-o", "sheet.html").exit == .done)
    let lines = try desk.read("sheet.html").matches(of: /<td>([a-z ]+)<\/td>/)
      .map { String($0.output.1) }
    let terminal = try desk.terminal("recover", "--kdf-cost", "14")
    try terminal.wait(for: "Line 1 of the sheet")
    try terminal.typeHidden(lines[1])
    try terminal.wait(for: "Line 1 does not match the sheet.")
    for (number, line) in lines.enumerated() {
      try terminal.wait(for: "Line \(number + 1) of the sheet")
      try terminal.typeHidden(line)
    }
    try terminal.wait(for: "The vault of Ana Brandt is open.")
    try terminal.wait(for: "Choose [1]")
    terminal.type("2")
    for question in ["Choose a passphrase", "once more"] {
      try terminal.wait(for: question)
      try terminal.typeHidden("quiet lake behind the birches")
    }
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    for line in lines { #expect(!outcome.out.contains(line), "what is typed never shows") }
    #expect(try opens(desk, with: "quiet lake behind the birches"))
    #expect(try !opens(desk, with: Desk.words))
  }

  @Test func `is told of the sheet after three wrong tries`() throws {
    let desk = try Desk.withVault()
    #expect(try desk.netvault("key", "sheet", "-o", "sheet.html").exit == .done)
    let terminal = try desk.terminal("list")
    for left in ["2 tries left", "1 try left", "If you have the recovery sheet:"] {
      try terminal.wait(for: "assphrase")
      try terminal.typeHidden("not the words")
      try terminal.wait(for: left)
    }
    #expect(try terminal.finish().exit == .wrongPassphrase)
  }

  @Test func `says whether an old sheet stays, and whether a key goes`() throws {
    let desk = try Desk.withVault()
    #expect(try desk.netvault("key", "sheet", "-o", "sheet.html").exit == .done)
    let terminal = try desk.terminal("--passphrase-file", desk.passphrase, "key", "sheet")
    try terminal.wait(for: "There is a recovery sheet already")
    try terminal.wait(for: "Choose [1]")
    terminal.type("2")
    _ = try takeSheet(terminal, file: "n")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("Tear them up"), "\(outcome)")
    let before = try desk.vaultBytes
    let removing = try desk.terminal("--passphrase-file", desk.passphrase, "key", "remove", "3")
    try removing.wait(for: "Remove the recovery sheet")
    removing.type("")
    #expect(try removing.finish().exit == .answeredNo)
    #expect(try desk.vaultBytes == before)
    let rotating = try desk.terminal("--passphrase-file", desk.passphrase, "key", "rotate")
    try rotating.wait(for: "The recovery sheet does not open it then")
    try rotating.wait(for: "Lock everything anew? [no]")
    rotating.type("n")
    #expect(try rotating.finish().exit == .answeredNo)
    #expect(try desk.vaultBytes == before)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func `sees again what they type after a signal`(signal: Int32) throws {
    let desk = try Desk.withVault()
    let terminal = try desk.terminal("list")
    try terminal.wait(for: "assphrase")
    try terminal.waitUntil("what is typed shows") { !terminal.echoes }
    terminal.send(signal: signal)
    let outcome = try terminal.finish()
    #expect(outcome.code == 128 + signal, "\(outcome)")
    #expect(terminal.echoes)
  }

  @Test func `may pause with Ctrl-Z, and goes on where they were`() throws {
    let desk = try Desk.withVault()
    let terminal = try desk.terminal("list")
    try terminal.wait(for: "assphrase")
    try terminal.waitUntil("what is typed shows") { !terminal.echoes }
    terminal.press(.controlZ)
    try terminal.waitUntil("it goes on") { terminal.isStopped }
    #expect(terminal.echoes, "the shell shows what is typed")
    terminal.send(signal: SIGCONT)
    try terminal.typeHidden(Desk.words)
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(!outcome.out.contains(Desk.words))
    #expect(terminal.echoes)
  }
}
