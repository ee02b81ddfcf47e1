internal import Foundation
internal import JSON
import Testing

/// Two copies of one vault that both went on are one again.
@Suite struct `Joining two copies` {
  /// A desk with a vault and a copy of it: both have a medicine and a note.
  private func twoCopies() throws -> (desk: Desk, copy: String) {
    let desk = try Desk.withVault()
    for words in [
      ["add", "medicine", "--name", "Omeprazole", "--dose", "20 mg", "--no-input"],
      ["add", "note", "--text", "Common", "--no-input"],
    ] {
      let added = try desk.netvault(words)
      #expect(added.exit == .done, "\(added)")
    }
    let copy = desk.path("usb.vault")
    try FileManager.default.copyItem(atPath: desk.vault, toPath: copy)
    return (desk, copy)
  }

  private func inCopy(_ desk: Desk, _ words: String...) throws {
    let outcome = try desk.alone(
      words + ["--vault", desk.path("usb.vault"), "--passphrase-file", desk.passphrase]
        + ["--no-input", "--accept-older"])
    #expect(outcome.exit == .done, "\(outcome)")
  }

  private func add(_ text: String, to desk: Desk) throws {
    _ = try desk.netvault("add", "note", "--text", text, "--no-input", "--accept-older")
  }

  private func setDoses(_ desk: Desk, here: String, there: String) throws {
    let edited = try desk.netvault("edit", "omeprazole", "--dose", here, "--no-input")
    #expect(edited.exit == .done, "\(edited)")
    try inCopy(desk, "edit", "omeprazole", "--dose", there)
  }

  private func notes(_ desk: Desk) throws -> Set<String> {
    Set(try desk.records("note").compactMap { $0["fields"]?["text"]?.string })
  }

  private func doses(_ desk: Desk) throws -> [String] {
    try desk.records("medicine").compactMap { $0["fields"]?["dose"]?.string }.sorted()
  }

  @Test func `brings what is new, changes nothing a second time, and is undone in one step`() throws
  {
    let (desk, copy) = try twoCopies()
    try add("Here", to: desk)
    try inCopy(desk, "add", "note", "--text", "There")
    try inCopy(desk, "remove", "common")
    let copyBytes = try Data(contentsOf: URL(filePath: copy))
    let before = try desk.records()

    let tried = try desk.withoutChange("merge", copy, "--dry-run", "--accept-older")
    #expect(tried.exit == .done, "\(tried)")
    #expect(tried.err.contains("1 new"), "\(tried)")

    let joined = try desk.netvault("merge", copy, "--yes", "--no-input")
    #expect(joined.exit == .done, "\(joined)")
    #expect(joined.err.contains("netvault undo"), "\(joined)")
    let now = try notes(desk)
    #expect(now == ["Here", "There"])
    #expect(try Data(contentsOf: URL(filePath: copy)) == copyBytes, "the other copy changed")

    let again = try desk.withoutChange("merge", copy, "--yes", "--no-input", "--json")
    #expect(try again.jsonWhenDone()["change"] == .null)

    let undone = try desk.netvault("undo")
    #expect(undone.exit == .done, "\(undone)")
    #expect(try desk.records() == before)
    #expect(try desk.netvault("undo").exit == .done)
    #expect(try notes(desk) == ["Here", "There"])
    let verified = try desk.netvault("verify")
    #expect(verified.exit == .done, "\(verified)")
    let history = try desk.netvault("history")
    #expect(history.out.contains("merge"), "\(history)")
  }

  @Test(arguments: ["--mine", "--theirs", "--both"])
  func `answers for all with a flag`(flag: String) throws {
    let (desk, copy) = try twoCopies()
    try setDoses(desk, here: "40 mg", there: "10 mg")
    let unanswered = try desk.withoutChange(
      "merge", copy, "--yes", "--no-input", "--accept-older")
    unanswered.expectPlainWords(
      .needsAnswer, saying: "--mine", "--theirs", "--both", "nothing was changed")
    let tried = try desk.withoutChange("merge", copy, flag, "--dry-run", "--json", "--accept-older")
    let differs = try tried.jsonWhenDone()["differs"]?.array
    #expect(differs?.count == 1)
    #expect(differs?[0]["before"]?["fields"]?["dose"]?.string == "20 mg")

    let joined = try desk.netvault("merge", copy, flag, "--yes", "--no-input", "--accept-older")
    #expect(joined.exit == .done, "\(joined)")
    let expected =
      ["--mine": ["40 mg"], "--theirs": ["10 mg"], "--both": ["10 mg", "40 mg"]][flag] ?? []
    #expect(try doses(desk) == expected)
    let history = try desk.netvault("history", "omeprazole", "--json")
    if flag != "--both" {
      let versions = try history.jsonWhenDone()["versions"]?.array ?? []
      let known = Set(versions.compactMap { $0["fields"]?["dose"]?.string })
      #expect(known == ["20 mg", "40 mg", "10 mg"])
    } else {
      #expect(try desk.records("medicine").allSatisfy { $0["origin"]?.string == "disputed" })
    }
    let again = try desk.withoutChange("merge", copy, "--yes", "--no-input")
    #expect(again.exit == .done, "\(again)")
  }

  @Test func `asks about each field at a terminal, and both can be kept`() throws {
    let (desk, copy) = try twoCopies()
    try setDoses(desk, here: "40 mg", there: "10 mg")
    let terminal = try desk.terminal("merge", copy)
    try terminal.unlock()
    try terminal.wait(for: "1 differs")
    try terminal.wait(for: "Join them?")
    terminal.type("yes")
    try terminal.wait(for: "Medicine, Omeprazole (1 of 1)")
    try terminal.wait(for: "here: 40 mg")
    try terminal.wait(for: "in the other copy: 10 mg")
    try terminal.wait(for: "before: 20 mg")
    try terminal.wait(for: "Which one is right?")
    terminal.type("?")
    try terminal.wait(for: "stays in the history")
    terminal.type("3")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(try doses(desk) == ["10 mg", "40 mg"])
  }

  @Test func `asks what to do with a record that is in one of the bins`() throws {
    let (desk, copy) = try twoCopies()
    let removed = try desk.netvault("remove", "omeprazole", "--no-input")
    #expect(removed.exit == .done, "\(removed)")
    try inCopy(desk, "edit", "omeprazole", "--dose", "10 mg")
    let terminal = try desk.terminal("merge", copy, "--yes")
    try terminal.unlock()
    try terminal.wait(for: "It is in the bin here")
    try terminal.wait(for: "10 mg")
    try terminal.wait(for: "Keep it, or put it in the bin?")
    terminal.type("1")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(try doses(desk) == ["10 mg"])
  }

  @Test func `stopped in the middle of the questions changes nothing`() throws {
    let (desk, copy) = try twoCopies()
    try setDoses(desk, here: "40 mg", there: "10 mg")
    let before = try desk.vaultBytes
    let terminal = try desk.terminal("merge", copy, "--yes")
    try terminal.unlock()
    try terminal.wait(for: "Which one is right?")
    terminal.press(.controlC)
    let outcome = try terminal.finish()
    #expect(outcome.exit == .stopped, "\(outcome)")
    #expect(try desk.vaultBytes == before)
  }

  @Test func `declined changes nothing`() throws {
    let (desk, copy) = try twoCopies()
    try inCopy(desk, "add", "note", "--text", "There")
    let before = try desk.vaultBytes
    let terminal = try desk.terminal("merge", copy)
    try terminal.unlock()
    try terminal.wait(for: "Join them?")
    terminal.type("no")
    #expect(try terminal.finish().exit == .answeredNo)
    #expect(try desk.vaultBytes == before)
  }

  @Test func `answers a fork, and nothing is said of it afterwards`() throws {
    let (desk, copy) = try twoCopies()
    try add("Here", to: desk)
    try inCopy(desk, "add", "note", "--text", "There")
    // This computer knows the copy on the stick as the last one.
    let stopped = try desk.netvault("add", "note", "--text", "More", "--no-input")
    #expect(stopped.exit == .needsAnswer, "\(stopped)")
    #expect(stopped.err.contains("netvault merge"), "\(stopped)")
    let joined = try desk.netvault("merge", copy, "--yes", "--no-input")
    #expect(joined.exit == .done, "\(joined)")
    let more = try desk.netvault("add", "note", "--text", "More", "--no-input")
    #expect(more.exit == .done, "\(more)")
    #expect(!more.err.contains("different ways"), "\(more)")
    #expect(try notes(desk) == ["Common", "Here", "There", "More"])
  }

  @Test func `knows a hospital's file that both have read`() throws {
    let (desk, copy) = try twoCopies()
    let file = try desk.write("hospital.json", Fixture.small)
    _ = try desk.netvault("import", file, "--yes", "--json").jsonWhenDone()
    try inCopy(desk, "import", file, "--yes")
    let before = try desk.records()
    let joined = try desk.netvault(
      "merge", copy, "--yes", "--no-input", "--json", "--accept-older")
    let json = try joined.jsonWhenDone()
    #expect(json["new"]?.int == 0)
    #expect(json["differs"]?.array?.isEmpty == true)
    #expect(try desk.records() == before)
  }
}

/// What cannot be joined is said plainly, and changes neither file.
@Suite struct `A copy that cannot be joined` {
  private func expectRefused(
    _ desk: Desk, _ path: String, _ exit: Exit, saying words: String, _ more: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try desk.vaultBytes
    let other = try? Data(contentsOf: URL(filePath: path))
    let outcome = try desk.netvault(["merge", path, "--yes", "--no-input", "--mine"] + more)
    outcome.expectPlainWords(exit, saying: words, sourceLocation: sourceLocation)
    #expect(try desk.vaultBytes == before, sourceLocation: sourceLocation)
    let after = try? Data(contentsOf: URL(filePath: path))
    #expect(after == other, sourceLocation: sourceLocation)
  }

  @Test func `because it is not there, or no vault`() throws {
    let desk = try Desk.withVault()
    try expectRefused(desk, desk.path("usb.vault"), .notSupported, saying: "there is no file")
    let text = try desk.write("letter.txt", "Dear Ana")
    try expectRefused(desk, text, .notSupported, saying: "is not a netvault file")
    let hospital = try desk.write("hospital.json", Fixture.small)
    try expectRefused(desk, hospital, .notSupported, saying: "netvault import")
  }

  @Test func `because a bare word is neither a file here nor a vault`() throws {
    let desk = try Desk.withVault()
    _ = try desk.write("letter", "Dear Ana")
    try expectRefused(desk, "letter", .notSupported, saying: "letter is not a netvault file")
    try expectRefused(desk, "nothing", .notSupported, saying: "no vault of that name")
    try FileManager.default.copyItem(atPath: desk.vault, toPath: desk.path("stick"))
    let joined = try desk.netvault("merge", "stick", "--yes", "--no-input")
    #expect(joined.exit == .done, "a file that is there comes first: \(joined)")
  }

  @Test func `because it is another vault, or this one`() throws {
    let (desk, other) = (try Desk.withVault(), try Desk.withVault())
    try expectRefused(desk, other.vault, .couldNot, saying: "is another vault")
    try expectRefused(desk, desk.vault, .answeredNo, saying: "is this vault itself")
    let link = desk.path("same.vault")
    try FileManager.default.linkItem(atPath: desk.vault, toPath: link)
    try expectRefused(desk, link, .answeredNo, saying: "is this vault itself")
  }

  @Test func `because it is damaged`() throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault("add", "note", "--text", "Common", "--no-input")
    var bytes = try desk.vaultBytes
    let cut = try desk.write("cut.vault", bytes.prefix(bytes.count - 5000))
    try expectRefused(desk, cut, .damage, saying: "cannot be read whole")
    for place in stride(from: 16_500, to: bytes.count, by: 4096) { bytes[place] ^= 1 }
    let spoilt = try desk.write("spoilt.vault", bytes)
    try expectRefused(desk, spoilt, .damage, saying: "netvault verify")
  }

  @Test func `because somebody uses it`() throws {
    let desk = try Desk.withVault()
    let copy = desk.path("usb.vault")
    try FileManager.default.copyItem(atPath: desk.vault, toPath: copy)
    let held = unsafe open(copy, O_RDWR | O_CLOEXEC)
    let isHeld = flock(held, LOCK_EX) == 0
    #expect(isHeld)
    try expectRefused(desk, copy, .inUse, saying: "using the other copy")
    close(held)
  }

  @Test func `because it has another key, until its passphrase is given`() throws {
    let desk = try Desk.withVault()
    let copy = desk.path("usb.vault")
    try FileManager.default.copyItem(atPath: desk.vault, toPath: copy)
    let new = try desk.write("new.txt", "only these words from now\n")
    let rotated = try desk.netvault(
      "key", "rotate", "--new-passphrase-file", new, "--kdf-cost", "14", "--no-input")
    #expect(rotated.exit == .done, "\(rotated)")
    let own = ["--vault", desk.vault, "--passphrase-file", new]
    let added = try desk.alone(
      ["add", "note", "--text", "Here", "--no-input", "--accept-older"] + own)
    #expect(added.exit == .done, "\(added)")
    let merge = ["merge", copy, "--yes", "--no-input"] + own
    let before = try desk.vaultBytes
    try desk.alone(merge).expectPlainWords(
      .wrongPassphrase, saying: "does not open the other copy", "--other-passphrase-file")
    #expect(try desk.vaultBytes == before)
    let joined = try desk.alone(merge + ["--other-passphrase-file", desk.passphrase])
    #expect(joined.exit == .done, "\(joined)")

    let terminal = try desk.terminal("merge", copy, "--yes", "--passphrase-file", new)
    try terminal.wait(for: "The other copy has another key")
    try terminal.unlock()
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
  }

  @Test func `but a passphrase that was changed since is no hindrance`() throws {
    let desk = try Desk.withVault()
    let copy = desk.path("usb.vault")
    try FileManager.default.copyItem(atPath: desk.vault, toPath: copy)
    let new = try desk.write("new.txt", "only these words from now\n")
    let changed = try desk.netvault(
      "passphrase", "--new-passphrase-file", new, "--kdf-cost", "14", "--no-input")
    #expect(changed.exit == .done, "\(changed)")
    let joined = try desk.alone([
      "merge", copy, "--yes", "--no-input", "--vault", desk.vault, "--passphrase-file", new,
    ])
    #expect(joined.exit == .done, "\(joined)")
  }
}
