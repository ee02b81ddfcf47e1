internal import Testing
internal import Vault

@Suite struct `What was given` {
  @Test func `is listed newest first, and undo leaves it alone`() throws {
    let vault = try newVault()
    let paper = Given(at: noon, recipient: "Dr. Roth", format: "paper", parts: [])
    let page = Given(
      at: evening, recipient: "Dr. Lee", format: "pdf", parts: ["alerts", "results"],
      sha256: sha(3), note: "by e-mail")
    try vault.add(note(2, "x"))
    try vault.addGiven(paper)
    try vault.addGiven(page)
    try vault.undo(at: evening)
    let given = try vault.given()
    #expect(given.map(\.recipient) == ["Dr. Lee", "Dr. Roth"])
    #expect(given.first?.parts == ["alerts", "results"])
    #expect(given.first?.sha256 == sha(3))
    #expect(given.first?.note == "by e-mail")
    try vault.removeGiven(try #require(given.first?.number))
    #expect(try vault.given().map(\.format) == ["paper"])
  }
}
