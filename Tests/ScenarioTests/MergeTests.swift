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
}
