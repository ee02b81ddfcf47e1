internal import Foundation
internal import JSON
import Testing

/// What a person meets at the questions: what the vault knows, numbers, dates, long notes, a window
/// that changes, and the own editor.
@Suite struct `A person who answers questions` {
  private func add(_ desk: Desk, _ kind: String, _ words: String...) throws -> Terminal {
    try Terminal(
      ["--vault", desk.vault, "--passphrase-file", desk.passphrase, "add", kind] + words,
      environment: desk.environment, in: desk.folder)
  }

  private func save(_ terminal: Terminal) throws {
    terminal.type(".")
    try terminal.wait(for: "Save?")
    terminal.type("")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
  }

  @Test func `is offered the names, the unit and the range that the vault knows`() throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault(
      "add", "result", "--name", "Chromogranin A", "--value", "88 ng/mL", "--range",
      "below 100 ng/mL", "--laboratory", "Riverside lab", "--date", "2025-05-12", "--no-input")
    let terminal = try add(desk, "result")
    try terminal.wait(for: "  1  Chromogranin A\n")
    try terminal.wait(for: "> ")
    terminal.type("1")
    try terminal.wait(for: "What is the value")
    terminal.type("118")
    try terminal.wait(for: "118 ng/mL, the unit of last time. Right? [yes]")
    terminal.type("")
    try terminal.wait(for: "  1  below 100 ng/mL\n")
    try terminal.wait(for: "> ")
    terminal.type("1")
    try save(terminal)
    let results = try desk.records("result")
    #expect(results.count == 2)
    let new = try #require(results.first { $0["fields"]?["date"] == nil })
    #expect(new["fields"]?["value"]?["unit"]?.string == "ng/mL")
    #expect(new["fields"]?["range"]?["text"]?.string == "below 100 ng/mL")
  }

  @Test func `is asked once which number is the day, and never again`() throws {
    let desk = try Desk.withVault()
    let first = try add(desk, "vaccine", "--name", "flu")
    try first.wait(for: "> ")
    first.type("3/4/2021")
    try first.wait(for: "Type 1 or 2:")
    first.type("1")
    try first.wait(for: "Read all dates in figures with the day first? [yes]")
    first.type("")
    try save(first)
    let settings = desk.folder.appending(path: "home/.config/netvault/config")
    #expect(try String(contentsOf: settings, encoding: .utf8).contains("dates = day-first"))
    let second = try add(desk, "vaccine", "--name", "measles")
    try second.wait(for: "> ")
    second.type("5/6/2020")
    try second.wait(for: "5 June 2020")
    second.type("")
    try save(second)
    // A flag is read in the same way.
    let flag = try desk.netvault(
      "add", "vaccine", "--name", "hepatitis B", "--date", "7/8/2019", "--no-input")
    #expect(flag.exit == .done, "\(flag)")
    let dates = try desk.records("vaccine").compactMap { $0["fields"]?["date"]?.string }
    #expect(Set(dates) == ["2021-04-03", "2020-06-05", "2019-08-07"])
  }

  @Test func `is told of numbers and dates that cannot be`() throws {
    let desk = try Desk.withVault()
    let before = try desk.vaultBytes
    let cases: [([String], String)] = [
      (["result", "--name", "x", "--value", "1,5"], "can be read in more than one way"),
      (["symptom", "--what", "x", "--bother", "12"], "is not on the scale"),
      (["vaccine", "--name", "x", "--date", "1950"], "before the date of birth"),
      (["vaccine", "--name", "x", "--date", "2031"], "must be today or in the past"),
      (["treatment", "--name", "lobectomy", "--start", "2031"], "must be today or in the past"),
      (["medicine", "--name", "x", "--start", "2021", "--stop", "2020"], "is before"),
    ]
    for (words, said) in cases {
      let outcome = try desk.netvault(["add"] + words + ["--no-input"])
      outcome.expectPlainWords(.needsAnswer, saying: said)
    }
    #expect(try desk.vaultBytes == before)
  }

  @Test func `may say an age in a flag`() throws {
    let desk = try Desk.withVault()
    let outcome = try desk.netvault(
      "add", "vaccine", "--name", "x", "--date", "when I was 58", "--no-input")
    outcome.expectPlainWords(.needsAnswer, saying: "between June 2019 and June 2020")
  }

  @Test func `can paste a note of ten thousand words, and none is lost`() throws {
    let desk = try Desk.withVault()
    let words = (1...10_000).map { "word\($0)" }
    let terminal = try add(desk, "note")
    try terminal.wait(for: "What do you want to write down?")
    // As a terminal hands over what is pasted, with a form feed, an escape sequence and line ends.
    let text =
      words[..<5_000].joined(separator: " ") + "\r" + words[5_000...].joined(separator: " ")
    terminal.paste("\u{1B}[200~\(text)\u{0C}\u{1B}]0;title\u{7}\u{1B}[2J\u{1B}[201~")
    terminal.type("")
    try terminal.wait(for: "What is it about?", seconds: 60)
    try save(terminal)
    #expect(terminal.screen.contains("(10000 words)") || terminal.screen.contains("(10001 words)"))
    #expect(!terminal.screen.contains("\u{1B}[2J") && !terminal.screen.contains("\u{1B}]0"))
    let note = try #require(try desk.records("note").first?["fields"]?["text"]?.string)
    #expect(
      note.split(whereSeparator: \.isWhitespace).prefix(9_999)
        == words.prefix(9_999)[...].map { Substring($0) }[...])
    #expect(note.split(separator: "\n").count == 2)
    #expect(!note.contains("\u{1B}") && !note.contains("\u{0C}"))
  }

  @Test func `can type a line that is longer than the kernel's own`() throws {
    let desk = try Desk.withVault()
    let terminal = try add(desk, "note")
    try terminal.wait(for: "What do you want to write down?")
    let line = String(repeating: "0123456789", count: 900)
    terminal.paste(line)
    terminal.type("")
    try terminal.wait(for: "What is it about?", seconds: 60)
    try save(terminal)
    #expect(try desk.records("note").first?["fields"]?["text"]?.string == line)
  }

  @Test func `keeps emoji, other directions and combining letters in names`() throws {
    let desk = try Desk.withVault()
    let name = "Dr. مريم שרה e\u{301}Å 日本 👩‍⚕️"
    let terminal = try add(desk, "team-member")
    try terminal.wait(for: "Who?")
    terminal.type(name + "x\u{7F}")
    try terminal.wait(for: "What do they do?")
    try save(terminal)
    let kept = try #require(try desk.records("team-member").first?["fields"]?["name"]?.string)
    #expect(Array(kept.unicodeScalars) == Array(name.unicodeScalars))
  }

  @Test func `sees lines that fit when the window is made narrow`() throws {
    let desk = try Desk.withVault()
    var environment = desk.environment
    environment["COLUMNS"] = nil
    let terminal = try Terminal(
      ["--vault", desk.vault, "--passphrase-file", desk.passphrase, "add", "diagnosis"],
      environment: environment, in: desk.folder)
    try terminal.wait(for: "1 of ")
    try terminal.wait(for: "> ")
    terminal.resize(columns: 40)
    terminal.type("typical carcinoid")
    try terminal.wait(for: "2 of ")
    try terminal.wait(for: "> ")
    terminal.type("?")
    try terminal.wait(for: "> ")
    let help = terminal.screen.split(separator: "?\n").last ?? ""
    for line in help.split(separator: "\n") { #expect(line.count <= 40, "\(line)") }
    terminal.press(.controlC)
    _ = try terminal.finish()
  }

  @Test func `points to another record by its number, or by words`() throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault("add", "allergy", "--substance", "Latex", "--no-input")
    let terminal = try add(desk, "note", "--text", "Ask about gloves")
    try terminal.wait(for: "> ")
    terminal.type(".")
    try terminal.wait(for: "Save?")
    terminal.type("about which record")
    try terminal.wait(for: "none of these")
    try terminal.wait(for: "> ")
    terminal.type("latex")
    try terminal.wait(for: "Latex (allergy, date not known). Right? [yes]")
    terminal.type("")
    try terminal.wait(for: "Save?")
    terminal.type("")
    #expect(try terminal.finish().exit == .done)
    let allergy = try #require(try desk.records("allergy").first?["id"]?.string)
    let note = try #require(try desk.records("note").first)
    #expect(note["fields"]?["about"]?["record"]?.string == allergy)
  }

  // MARK: the own editor

  /// An editor that is one shell script.
  private func editor(_ desk: Desk, _ script: String) throws -> [String: String] {
    let path = try desk.write("editor.sh", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return desk.environment.merging(["EDITOR": path]) { $1 }
  }

  private func form(_ desk: Desk, _ script: String, _ words: String...) throws -> Terminal {
    try Terminal(
      ["--vault", desk.vault, "--passphrase-file", desk.passphrase, "add", "allergy"] + words,
      environment: try editor(desk, script), in: desk.folder)
  }

  @Test func `can fill in a form instead, which is nowhere on the disk`() throws {
    let desk = try Desk.withVault()
    let terminal = try form(
      desk,
      """
      case "$1" in /dev/shm/*) ;; *) exit 9;; esac
      sed -i 's/^Substance:.*/Substance: Latex/' "$1"
      """, "--editor")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(try desk.records("allergy").first?["title"]?.string == "Latex")
  }

  @Test func `finds a form again that could not be read, or whose editor broke off`() throws {
    let desk = try Desk.withVault()
    let first = try form(
      desk, "sed -i 's/^Substance:.*/Substance: Latex/; s/^Since:.*/Since: Martch/' \"$1\"",
      "--editor")
    try first.wait(for: "Open the form again?")
    first.type("no")
    let left = try first.finish()
    #expect(left.out.contains("Its text is kept as a draft."), "\(left)")
    let second = try form(desk, "sed -i 's/Martch/March 2020/' \"$1\"; kill -SEGV $$")
    try second.wait(for: "(a form)")
    second.type("1")
    try second.wait(for: "What you saved in it is still here.")
    second.press(.controlC)
    let broken = try second.finish()
    #expect(broken.out.contains("Its text is kept as a draft."), "\(broken)")
    let third = try form(desk, "grep -q 'Since: March 2020' \"$1\"")
    try third.wait(for: "(a form)")
    third.type("1")
    let outcome = try third.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    let allergy = try #require(try desk.records("allergy").first)
    #expect(allergy["fields"]?["since"]?.string == "2020-03")
  }

  @Test func `loses no form to a vault that is in use`() throws {
    let desk = try Desk.withVault()
    let terminal = try form(
      desk,
      """
      sed -i 's/^Substance:.*/Substance: Latex/' "$1"
      touch "$HOME/open"; while [ ! -e "$HOME/go" ]; do sleep 0.02; done
      """, "--editor")
    let home = desk.folder.appending(path: "home")
    let deadline = Date(timeIntervalSinceNow: 60)
    while !FileManager.default.fileExists(atPath: home.appending(path: "open").path),
      Date() < deadline
    { usleep(5_000) }
    let lock = unsafe open(desk.vault, O_RDONLY | O_CLOEXEC)
    #expect(flock(lock, LOCK_EX) == 0)
    try Data().write(to: home.appending(path: "go"))
    try terminal.wait(for: "Try to save again? [yes]", seconds: 60)
    flock(lock, LOCK_UN)
    close(lock)
    terminal.type("")
    #expect(try terminal.finish().exit == .done)
    #expect(try desk.records("allergy").count == 1)
  }
}
