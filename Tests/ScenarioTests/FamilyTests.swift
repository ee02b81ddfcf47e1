internal import Foundation
internal import JSON
import Testing

/// Several vaults on one computer, and several people who type into one.
@Suite struct `A family` {
  private func make(_ name: String, of person: String, on desk: Desk) throws {
    let made = try desk.alone([
      "--vault", name, "--passphrase-file", desk.passphrase, "init", "--name", person, "--born",
      "1961-06-14", "--no-input", "--kdf-cost", "14",
    ])
    #expect(made.exit == .done, "\(made)")
  }

  private func run(_ desk: Desk, _ words: String...) throws -> Outcome {
    try desk.alone(["--passphrase-file", desk.passphrase] + words)
  }

  @Test func `finds each vault by its name, and says which is meant`() throws {
    let desk = try Desk()
    #expect(try run(desk, "vaults").exit == .noVault)
    try make("ana", of: "Ana Brandt", on: desk)
    let one = try run(desk, "vaults", "--json").jsonWhenDone()
    #expect(one["vaults"]?.array?.first?["isDefault"]?.bool == true)
    try make("dad", of: "Karl Brandt", on: desk)

    let several = try run(desk, "list")
    #expect(several.exit == .needsAnswer, "\(several)")
    #expect(several.err.contains("ana, dad"), "\(several)")
    #expect(try run(desk, "--vault", "dad").out.hasPrefix("Karl Brandt, "))

    #expect(try run(desk, "config", "vault", "dad").exit == .done)
    #expect(try run(desk).out.hasPrefix("Karl Brandt, "))
    #expect(try run(desk, "--vault", "ana").out.hasPrefix("Ana Brandt, "))
    let all = try run(desk, "vaults")
    #expect(all.exit == .done)
    #expect(all.err.contains("None named means: dad"), "\(all)")
    #expect(all.out.contains("~/.local/share/netvault/"), "\(all)")
    #expect(!all.out.contains("Brandt"), "a name came out of a locked vault\n\(all)")
    let json = try run(desk, "vaults", "--json").jsonWhenDone()["vaults"]?.array ?? []
    #expect(json.map { $0["isDefault"]?.bool } == [false, true])
    #expect(json.allSatisfy { $0["opened"]?.int != nil && $0["changed"]?.int != nil })
  }

  @Test func `shows what next in the vault that was named`() throws {
    let desk = try Desk()
    try make("ana", of: "Ana Brandt", on: desk)
    try make("dad", of: "Karl Brandt", on: desk)
    #expect(try run(desk, "--vault", "dad").err.contains("Next: netvault --vault dad add"))
  }

  @Test func `keeps who entered what, and remembers it on this computer`() throws {
    let desk = try Desk.withVault()
    let first = try desk.netvault(
      "add", "note", "--text", "one", "--as", "Jonas, caregiver", "--no-input")
    #expect(first.exit == .done, "\(first)")
    #expect(first.err.contains("by Jonas, caregiver from now on"), "\(first)")
    let second = try desk.netvault("add", "note", "--text", "two", "--no-input")
    #expect(!second.err.contains("from now on"), "\(second)")
    let once = try desk.netvault("add", "note", "--text", "three", "--as", "Kim", "--no-input")
    #expect(!once.err.contains("from now on"), "\(once)")
    #expect(try desk.netvault("add", "note", "--text", "four", "--no-input").exit == .done)
    let who = Dictionary(
      uniqueKeysWithValues: try desk.records("note").compactMap { note in
        (note["fields"]?["text"]?.string).map { ($0, note["source"]?.string) }
      })
    #expect(
      who == [
        "one": "Jonas, caregiver", "two": "Jonas, caregiver", "three": "Kim",
        "four": "Jonas, caregiver",
      ])
    let shown = try desk.netvault("show", "three")
    #expect(shown.out.contains("by Kim"), "\(shown)")
    let history = try desk.netvault("history")
    #expect(history.out.contains("Jonas, caregiver"), "\(history)")
    // The settings file speaks for all vaults, and above what was said once.
    #expect(try desk.alone(["config", "as", "Ana"]).exit == .done)
    #expect(try desk.netvault("add", "note", "--text", "five", "--no-input").exit == .done)
    #expect(try desk.netvault("show", "five").out.contains("by Ana"))
  }

  @Test func `of one person with one vault is never asked who is typing`() throws {
    let desk = try Desk.withVault()
    let terminal = try desk.terminal(
      "add", "note", "--text", "one", "--date", "2026-11-20", "--yes")
    try terminal.unlock()
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(!outcome.out.contains("Who is typing"), "\(outcome)")
  }

  @Test func `is asked once who is typing where a vault has two passphrases`() throws {
    let desk = try Desk.withVault()
    let second = try desk.write("second.txt", "another six words to type here\n")
    let key = try desk.netvault(
      "key", "add", "--label", "caregiver", "--new-passphrase-file", second, "--no-input")
    #expect(key.exit == .done, "\(key)")
    for (number, isFirst) in [(1, true), (2, false)] {
      let added = try desk.netvault("add", "note", "--text", "note number \(number)", "--no-input")
      #expect(added.exit == .done)
      let edit = try desk.terminal("edit", "number \(number)", "--topic", "x")
      try edit.unlock()
      if isFirst {
        try edit.wait(for: "Who is typing on this computer?")
        try edit.wait(for: "somebody else")
        edit.type("2")
        try edit.wait(for: "Your name:")
        edit.type("Jonas")
      }
      let outcome = try edit.finish()
      #expect(outcome.exit == .done, "\(outcome)")
      #expect(outcome.out.contains("Who is typing") == isFirst, "\(outcome)")
      #expect(try desk.netvault("show", "number \(number)").out.contains("by Jonas"))
    }
  }

  @Test func `names a second vault when it is made`() throws {
    let desk = try Desk()
    try make("ana", of: "Ana Brandt", on: desk)
    let terminal = try Terminal(
      [
        "--passphrase-file", desk.passphrase, "init", "--name", "Karl Brandt", "--kdf-cost", "14",
        "--born", "1958-03-27", "--no-recovery-sheet",
      ],
      environment: desk.environment, in: desk.folder)
    try terminal.wait(for: "there is already: ana.")
    try terminal.wait(for: "such as dad)")
    terminal.type("my dad")
    try terminal.wait(for: "has more than letters")
    terminal.type("ana")
    try terminal.wait(for: "is the name of another vault here.")
    terminal.type("dad")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(try run(desk, "--vault", "dad").out.hasPrefix("Karl Brandt, "))
  }
}
