internal import JSON
import Testing

/// Nothing is lost: every change can be taken back, and so can the taking back.
@Suite struct `Every change` {
  @Test func `can be undone, and the undo undone`() throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault("add", "note", "--text", "First", "--no-input")
    let before = try desk.records("note")
    _ = try desk.netvault("add", "note", "--text", "Second", "--no-input")
    let after = try desk.records("note")
    #expect(after.count == before.count + 1)

    let undone = try desk.netvault("undo", "--yes", "--no-input")
    #expect(undone.exit == .done, "\(undone)")
    #expect(try desk.records("note") == before)

    let redone = try desk.netvault("undo", "--yes", "--no-input")
    #expect(redone.exit == .done, "\(redone)")
    #expect(try desk.records("note") == after)
  }

  @Test func `of a whole import is one step`() throws {
    let desk = try Desk.withVault()
    let before = try desk.records()
    let file = try desk.write("hospital.json", Fixture.small)
    _ = try desk.netvault("import", file, "--yes", "--json").jsonWhenDone()
    let undone = try desk.netvault("undo", "--yes", "--no-input")
    #expect(undone.exit == .done, "\(undone)")
    #expect(try desk.records() == before)
    let again = try desk.netvault("import", file, "--yes", "--json").jsonWhenDone()
    #expect(again["added"]?.int == 4)
  }

  @Test func `of a field keeps what was there before`() throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault(
      "add", "medicine", "--name", "Omeprazole", "--dose", "20 mg", "--no-input")
    let id = try #require(try desk.records("medicine").first?["id"]?.string)
    let edited = try desk.netvault("edit", id, "--dose", "40 mg", "--no-input")
    #expect(edited.exit == .done, "\(edited)")
    #expect(try desk.records("medicine").first?["fields"]?["dose"]?.string == "40 mg")
    #expect(
      try desk.records("medicine").first?["fields"]?["name"]?["text"]?.string == "Omeprazole")

    let history = try desk.netvault("history", id)
    #expect(history.exit == .done, "\(history)")

    _ = try desk.netvault("undo", "--yes", "--no-input")
    #expect(try desk.records("medicine").first?["fields"]?["dose"]?.string == "20 mg")
  }

  @Test func `can be tried first`() throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault("add", "note", "--text", "Kept", "--no-input")
    let id = try #require(try desk.records("note").first?["id"]?.string)
    for words in [
      ["add", "note", "--text", "Only tried"], ["edit", id, "--text", "Other words"],
      ["remove", id], ["undo"],
    ] {
      let before = try desk.vaultBytes
      let outcome = try desk.netvault(words + ["--dry-run", "--no-input"])
      #expect(outcome.exit == .done, "\(words)\n\(outcome)")
      #expect(try desk.vaultBytes == before, "\(words)")
    }
  }

  @Test func `of a removed record can be looked for by a word`() throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault("add", "allergy", "--substance", "Latex gloves", "--no-input")
    let found = try desk.netvault("search", "latex")
    #expect(found.exit == .done, "\(found)")
    #expect(found.out.contains("Latex gloves"), "\(found)")
    let removed = try desk.netvault("remove", "latex", "--yes", "--no-input")
    #expect(removed.exit == .done, "\(removed)")
    #expect(try desk.netvault("search", "latex").exit == .notFound)
  }
}
