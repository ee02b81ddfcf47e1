internal import Foundation
internal import JSON
import Testing

/// A file that was put back to an earlier state is named as such before anything is written.
@Suite struct `A copy of a vault` {
  /// A desk whose vault has one note more than the file that is put in its place.
  private func desk(notes: Int) throws -> (desk: Desk, older: Data, newer: Data) {
    let desk = try Desk.withVault()
    try add("First", desk)
    let older = try desk.vaultBytes
    for number in 0..<notes { try add("Note \(number)", desk) }
    let newer = try desk.vaultBytes
    try older.write(to: URL(filePath: desk.vault))
    return (desk, older, newer)
  }

  private func add(_ text: String, _ desk: Desk) throws {
    let outcome = try desk.netvault("add", "note", "--text", text, "--no-input")
    #expect(outcome.exit == .done, "\(outcome)")
  }

  @Test func `that is older is shown with a word about it, and not written`() throws {
    let (desk, older, newer) = try desk(notes: 3)
    let list = try desk.withoutChange("list", "--quiet")
    #expect(list.exit == .done, "\(list)")
    #expect(list.err.contains("This is an older copy of the vault. The last 3 saves are missing"))
    #expect(list.out.contains("First"))
    let json = try desk.withoutChange("list", "--json")
    #expect(try JSONValue.parse(json.err)["notice"]?.string == "vault-older")

    for words in [["add", "note", "--text", "x"], ["undo"], ["remove", "First"]] {
      let stopped = try desk.netvault(words + ["--no-input", "--yes"])
      stopped.expectPlainWords(.needsAnswer, saying: "older copy", "nothing was changed")
      #expect(stopped.err.contains("--accept-older"), "\(stopped)")
      #expect(try desk.vaultBytes == older)
    }
    try newer.write(to: URL(filePath: desk.vault))
    let found = try desk.netvault("list")
    #expect(!found.err.contains("older copy"), "\(found)")
  }

  @Test func `that is older is accepted once`() throws {
    let (desk, _, newer) = try desk(notes: 2)
    let added = try desk.netvault(
      "add", "note", "--text", "Second", "--no-input", "--accept-older")
    #expect(added.exit == .done, "\(added)")
    try add("Third", desk)
    #expect(try desk.records("note").count == 3)
    // From here on it is the other copy that went its own way.
    try newer.write(to: URL(filePath: desk.vault))
    let list = try desk.netvault("list")
    #expect(list.err.contains("went different ways"), "\(list)")
    let stopped = try desk.netvault("add", "note", "--text", "x", "--no-input", "--yes")
    #expect(stopped.exit == .needsAnswer, "\(stopped)")
    #expect(stopped.err.contains("netvault merge"), "\(stopped)")
    #expect(try desk.vaultBytes == newer)
  }

  @Test func `that is older is a question at a terminal`() throws {
    let (desk, older, _) = try desk(notes: 1)
    for (answer, isKept) in [("", true), ("1", true), ("2", false)] {
      let terminal = try desk.terminal("add", "note", "--text", "Second", "--yes")
      try terminal.unlock()
      try terminal.wait(for: "The last save is missing in it")
      try terminal.wait(for: "Go on with this copy")
      try terminal.wait(for: "Choose [1]")
      terminal.type(answer)
      let outcome = try terminal.finish()
      #expect(outcome.exit == (isKept ? .answeredNo : .done), "\(outcome)")
      #expect((try desk.vaultBytes == older) == isKept)
    }
  }

  @Test func `is not missed where nothing can be noted`() throws {
    let desk = try Desk.withVault()
    let state = desk.folder.appending(path: "home/.local")
    try? FileManager.default.removeItem(at: state)
    try Data().write(to: state)
    try add("First", desk)
    let older = try desk.vaultBytes
    try add("Second", desk)
    try older.write(to: URL(filePath: desk.vault))
    try add("Third", desk)
    #expect(try desk.records("note").count == 2)
  }

  @Test func `from another computer that only goes on is no surprise`() throws {
    let desk = try Desk.withVault()
    let other = try Desk()
    try add("First", desk)
    try desk.vaultBytes.write(to: URL(filePath: other.vault))
    for number in 0..<3 { try add("Note \(number)", other) }
    try other.vaultBytes.write(to: URL(filePath: desk.vault))
    let list = try desk.netvault("list")
    #expect(list.exit == .done, "\(list)")
    #expect(!list.err.contains("copy"), "\(list)")
    try add("Last", desk)
    #expect(try desk.records("note").count == 5)
  }
}
