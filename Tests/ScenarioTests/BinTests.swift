internal import JSON
import Testing

/// Removed records stay in the bin until a person empties it, which takes the vault's name.
@Suite struct `The bin` {
  @Test func `is shown, and emptied only under the vault's name`() throws {
    let desk = try Desk.withVault()
    let empty = try desk.netvault("bin")
    #expect(empty.exit == .notFound, "\(empty)")
    _ = try desk.netvault("add", "note", "--text", "Zebra", "--no-input")
    _ = try desk.netvault("remove", "zebra", "--no-input")
    let bin = try desk.withoutChange("bin")
    #expect(bin.exit == .done && bin.out.contains("Zebra"), "\(bin)")
    #expect(try desk.netvault("bin", "--json").json()["records"]?.array?.count == 1)

    let asked = try desk.withoutChange("bin", "empty", "--no-input", "--yes")
    #expect(asked.exit == .needsAnswer, "\(asked)")
    let other = try desk.withoutChange("bin", "empty", "--confirm", "karl")
    #expect(other.exit == .answeredNo, "\(other)")
    let tried = try desk.withoutChange("bin", "empty", "--dry-run")
    #expect(tried.exit == .done, "\(tried)")
    let emptied = try desk.netvault("bin", "empty", "--confirm", "ana", "--json")
    #expect(try emptied.jsonWhenDone()["deleted"]?.int == 1)
    #expect(try desk.netvault("bin").exit == .notFound)
    #expect(try desk.netvault("verify").exit == .done)
  }
}
