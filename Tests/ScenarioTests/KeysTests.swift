internal import Foundation
internal import JSON
import Testing

/// Passphrases, recovery sheets and everything else that opens a vault.
@Suite struct `The keys of a vault` {
  private func opens(_ desk: Desk, with passphrase: String, vault: String? = nil) throws -> Bool {
    let file = try desk.write("try.txt", passphrase + "\n")
    let outcome = try desk.alone(
      ["--vault", vault ?? desk.vault, "--passphrase-file", file, "key", "list", "--no-input"])
    #expect([.done, .wrongPassphrase].contains(outcome.exit), "\(outcome)")
    return outcome.exit == .done
  }

  /// The four lines of a sheet that was written.
  private func lines(_ desk: Desk, _ name: String = "sheet.html") throws -> [String] {
    try desk.read(name).matches(of: /<td>([a-z ]+)<\/td>/).map { String($0.output.1) }
  }

  private func ways(_ desk: Desk) throws -> [JSONValue] {
    let outcome = try desk.netvault("key", "list", "--json")
    return try #require(try outcome.jsonWhenDone()["ways"]?.array)
  }

  private func newPassphrase(_ desk: Desk, _ words: String = "another set of plain words") throws
    -> [String]
  {
    ["--new-passphrase-file", try desk.write("new.txt", words + "\n"), "--kdf-cost", "14"]
  }

  @Test func `change, and the old passphrase opens nothing`() throws {
    let desk = try Desk.withVault()
    let outcome = try desk.netvault(["passphrase"] + newPassphrase(desk))
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.err.contains("Copies and backups from before still open with the old one"))
    #expect(try !opens(desk, with: Desk.words))
    #expect(try opens(desk, with: "another set of plain words"))
  }

  @Test func `change where several open the vault: the one that was typed`() throws {
    let desk = try Desk.withVault()
    let hers = try desk.write("hers.txt", "her own five plain words\n")
    let added = try desk.netvault(
      "key", "add", "--label", "caregiver", "--new-passphrase-file", hers, "--kdf-cost", "14")
    #expect(added.exit == .done, "\(added)")
    let changed = try desk.alone(
      ["--vault", desk.vault, "--passphrase-file", hers, "passphrase"] + newPassphrase(desk))
    #expect(changed.exit == .done, "\(changed)")
    #expect(try opens(desk, with: Desk.words))
    #expect(try !opens(desk, with: "her own five plain words"))
    #expect(try opens(desk, with: "another set of plain words"))
    #expect(try ways(desk).map { $0["label"]?.string } == ["", "caregiver"])
  }

  @Test func `are listed, added and removed`() throws {
    let desk = try Desk.withVault()
    let new = try newPassphrase(desk)
    for label in ["caregiver", "caregiver"] {
      let added = try desk.netvault(["key", "add", "--label", label] + new)
      #expect(added.exit == .done, "\(added)")
    }
    let list = try desk.netvault("key")
    #expect(list.out.contains("passphrase \"caregiver\""), "\(list)")
    #expect(list.err.contains("There is no recovery sheet"), "\(list)")
    try desk.withoutChange("key", "remove", "caregiver")
      .expectPlainWords(.needsAnswer, saying: "More than one", "nothing was changed")
    try desk.withoutChange("key", "remove", "7")
      .expectPlainWords(.notFound, saying: "no way to open the vault")
    try desk.withoutChange("key", "remove", "9223372036854775808")
      .expectPlainWords(.notFound, saying: "no way to open the vault")
    for which in ["3", "caregiver"] {
      let removed = try desk.netvault("key", "remove", which)
      #expect(removed.exit == .done, "\(removed)")
      #expect(removed.err.contains("netvault key rotate"), "\(removed)")
    }
    #expect(try !opens(desk, with: "another set of plain words"))
    try desk.withoutChange("key", "remove", "1")
      .expectPlainWords(.couldNot, saying: "only passphrase", "nothing was changed")
  }

  @Test func `are eight at most`() throws {
    let desk = try Desk.withVault()
    let new = try newPassphrase(desk)
    for _ in 2...8 {
      let added = try desk.netvault(["key", "add"] + new)
      #expect(added.exit == .done, "\(added)")
    }
    try desk.withoutChange("key", "add", "--new-passphrase-file", new[1])
      .expectPlainWords(.couldNot, saying: "eight ways", "nothing was changed")
    try desk.withoutChange("key", "sheet", "--output", "sheet.html")
      .expectPlainWords(.couldNot, saying: "eight ways", "nothing was changed")
    #expect(!FileManager.default.fileExists(atPath: desk.path("sheet.html")))
    // Changing one needs no room.
    let changed = try desk.netvault(["passphrase"] + newPassphrase(desk, "the eight of them"))
    #expect(changed.exit == .done, "\(changed)")
    #expect(try opens(desk, with: "the eight of them"))
  }

  @Test func `are kept on a sheet that opens the vault`() throws {
    let desk = try Desk.withVault()
    let made = try desk.netvault("key", "sheet", "--output", "sheet.html")
    #expect(made.exit == .done, "\(made)")
    let mode = try FileManager.default.attributesOfItem(atPath: desk.path("sheet.html"))
    #expect(mode[.posixPermissions] as? Int == 0o600)
    let page = try desk.read("sheet.html")
    #expect(page.contains("Ana Brandt"))
    #expect(page.contains("netvault recover"))
    #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("src="))
    let lines = try lines(desk)
    #expect(lines.count == 4)
    for line in lines {
      #expect(!made.out.contains(line) && !made.err.contains(line), "words go to the sheet alone")
    }
    let words = try desk.write("words.txt", lines.joined(separator: "\n"))
    let recovered = try desk.alone(
      ["--vault", desk.vault, "recover", "--words-file", words, "--no-input"]
        + newPassphrase(desk))
    #expect(recovered.exit == .done, "\(recovered)")
    #expect(try opens(desk, with: "another set of plain words"))
    #expect(try !opens(desk, with: Desk.words), "the lost one opens nothing any more")
  }

  @Test func `stay as they are when there is a file of that name`() throws {
    let desk = try Desk.withVault()
    let there = try desk.write("sheet.html", "my letter")
    try desk.withoutChange("key", "sheet", "-o", there)
      .expectPlainWords(.answeredNo, saying: "already there", "not touched")
    #expect(try desk.read("sheet.html") == "my letter")
    try desk.withoutChange("key", "sheet", "-o", "no/such/folder.html")
      .expectPlainWords(.noRoom, saying: "cannot write")
    #expect(try ways(desk).count == 1)
    try desk.withoutChange("key", "sheet")
      .expectPlainWords(.needsAnswer, saying: "--output")
  }

  @Test func `stay on an older sheet until it is replaced`() throws {
    let desk = try Desk.withVault()
    for name in ["a.html", "b.html"] {
      #expect(try desk.netvault("key", "sheet", "-o", name).exit == .done)
    }
    #expect(try ways(desk).count == 3)
    let new = try desk.netvault("key", "sheet", "-o", "c.html", "--replace-old")
    #expect(new.exit == .done, "\(new)")
    #expect(new.err.contains("Tear them up"))
    #expect(try ways(desk).count == 2)
    for (name, exit) in [
      ("a.html", Exit.wrongPassphrase), ("b.html", .wrongPassphrase),
      ("c.html", .done),
    ] {
      let words = try desk.write("w.txt", lines(desk, name).joined(separator: "\n"))
      let outcome = try desk.alone(
        ["--vault", desk.vault, "recover", "--words-file", words, "--no-input", "--dry-run"])
      #expect(outcome.exit == exit, "\(outcome)")
    }
  }

  @Test func `are asked for in vain without a sheet`() throws {
    let desk = try Desk.withVault()
    let words = try desk.write("w.txt", "harbor")
    try desk.withoutChange("recover", "--words-file", words)
      .expectPlainWords(.couldNot, saying: "no recovery sheet", "nothing was changed")
    #expect(try desk.netvault("key", "sheet", "-o", "sheet.html").exit == .done)
    try desk.withoutChange("recover", "--words-file", words, "--dry-run")
      .expectPlainWords(.needsAnswer, saying: "1 word", "four lines")
    try desk.withoutChange("recover")
      .expectPlainWords(.needsAnswer, saying: "--words-file")
    var lines = try lines(desk)
    lines[2] = "harbour" + lines[2].drop { $0 != " " }
    let wrong = try desk.write("w.txt", lines.joined(separator: "\n"))
    try desk.withoutChange("recover", "--words-file", wrong)
      .expectPlainWords(.needsAnswer, saying: "Word 9, 'harbour', is not on the list", "harbor")
    lines = try self.lines(desk)
    lines.swapAt(1, 2)
    let swapped = try desk.write("w.txt", lines.joined(separator: "\n"))
    try desk.withoutChange("recover", "--words-file", swapped)
      .expectPlainWords(.needsAnswer, saying: "Line 2 does not match")
    // A wrong passphrase says that there is the sheet.
    let typed = try desk.write("wrong.txt", "no\n")
    try desk.alone(["--vault", desk.vault, "--passphrase-file", typed, "list"])
      .expectPlainWords(.wrongPassphrase, saying: "netvault recover")
  }

  @Test func `are all new after a rotation, and older copies open with the old ones`() throws {
    let desk = try Desk.withVault()
    let new = try newPassphrase(desk)
    #expect(try desk.netvault(["key", "add", "--label", "caregiver"] + new).exit == .done)
    #expect(try desk.netvault("key", "sheet", "-o", "sheet.html").exit == .done)
    #expect(try desk.netvault("add", "note", "--text", "before", "--no-input").exit == .done)
    let copy = try desk.write("copy.vault", desk.vaultBytes)
    let rotated = try desk.netvault(
      ["key", "rotate"] + newPassphrase(desk, "only these words from now"))
    #expect(rotated.exit == .done, "\(rotated)")
    for words in [
      "only way to really take a passphrase back", "\"caregiver\" does not open it",
      "recovery sheet does not open it", "still open with the old passphrases",
    ] {
      #expect(rotated.err.replacing("\n", with: " ").contains(words), "\(rotated)")
    }
    #expect(try opens(desk, with: "only these words from now"))
    for old in [Desk.words, "another set of plain words"] {
      #expect(try !opens(desk, with: old))
      #expect(try opens(desk, with: old, vault: copy))
    }
    _ = try desk.write("passphrase.txt", "only these words from now\n")
    #expect(try ways(desk).count == 1)
    #expect(try desk.records("note").count == 1)
    #expect(try desk.netvault("verify").exit == .done)
  }

  @Test func `do not change with --dry-run`() throws {
    let desk = try Desk.withVault()
    let new = try newPassphrase(desk)
    #expect(try desk.netvault(["key", "add"] + new).exit == .done)
    let before = try desk.vaultBytes
    for command in [
      ["passphrase"], ["key", "add"], ["key", "remove", "2"], ["key", "rotate"],
      ["key", "sheet", "-o", "sheet.html"], ["unlock"], ["lock"],
    ] {
      let outcome = try desk.netvault(command + ["--dry-run"])
      #expect(outcome.exit == .done, "\(outcome)")
      #expect(outcome.err.contains("Nothing was changed."), "\(command)\n\(outcome)")
      #expect(try desk.vaultBytes == before, "\(command)")
    }
    #expect(!FileManager.default.fileExists(atPath: desk.path("sheet.html")))
  }

  @Test func `are never taken from the command line or the environment`() throws {
    let desk = try Desk.withVault()
    for words in [
      ["passphrase", "hunter2"], ["--passphrase", Desk.words, "list"],
      ["list", "--passphrase=\(Desk.words)"], ["key", "add", "hunter2"], ["unlock", "hunter2"],
    ] {
      let outcome = try desk.alone(["--vault", desk.vault] + words)
      outcome.expectPlainWords(.notUnderstood, saying: "command line", "ignored")
      #expect(!outcome.err.contains("hunter2") && !outcome.err.contains(Desk.words))
    }
    var environment = desk.environment
    environment["NETVAULT_PASSPHRASE"] = Desk.words
    let outcome = try Program.run(
      ["--vault", desk.vault, "list"], environment: environment, in: desk.folder)
    #expect(outcome.exit == .needsAnswer, "\(outcome)")
  }

  @Test func `may come from a program, without a shell`() throws {
    let desk = try Desk.withVault()
    func list(_ command: String) throws -> Outcome {
      try desk.alone(["--vault", desk.vault, "--passphrase-command", command, "list"])
    }
    #expect(try list("cat '\(desk.passphrase)'").exit == .done)
    #expect(try list("echo '\(Desk.words)'").exit == .done)
    #expect(try list("echo \(Desk.words)").exit == .done)
    try list("cat /no/such/file; cat \(desk.passphrase)")
      .expectPlainWords(.notSupported, saying: "\"cat\"", "the number 1", "nothing was changed")
    try list("false").expectPlainWords(.notSupported, saying: "the number 1")
    try list("true").expectPlainWords(.notSupported, saying: "wrote nothing")
    try list("no-such-program x").expectPlainWords(.notSupported, saying: "no program of that")
    try list("cat 'open quote").expectPlainWords(.notUnderstood, saying: "passphrase-command")
    try list("echo wrong").expectPlainWords(.wrongPassphrase, saying: "nothing was changed")
  }

  @Test func `come with a new vault on a sheet, when a script asks for one`() throws {
    let desk = try Desk()
    let there = try desk.write("there.html", "my letter")
    let refused = try desk.netvault(
      "init", "--name", "Ana Brandt", "--no-input", "--kdf-cost", "14", "--recovery-sheet", there)
    refused.expectPlainWords(.answeredNo, saying: "already there")
    #expect(!FileManager.default.fileExists(atPath: desk.vault))
    let made = try desk.netvault(
      "init", "--name", "Ana Brandt", "--no-input", "--kdf-cost", "14", "--recovery-sheet",
      "sheet.html")
    #expect(made.exit == .done, "\(made)")
    #expect(try lines(desk).count == 4)
    #expect(try ways(desk).map { $0["kind"]?.string } == ["passphrase", "recovery-sheet"])
  }

  @Test func `cost about half a second to guess, measured here`() throws {
    let desk = try Desk()
    let made = try desk.netvault("init", "--name", "Ana Brandt", "--no-input")
    #expect(made.exit == .done, "\(made)")
    let cost = try #require(try ways(desk).first?["logN"]?.numberText)
    #expect((16...20).contains(Int(cost) ?? 0))
  }
}
