internal import Records
internal import Testing
internal import Vault

@Suite struct `What a log could see` {
  @Test func `has no value from a record in it`() throws {
    let vault = try newVault()
    let secret = "carcinoid"
    let change = Change(
      "import", at: noon,
      steps: [.add(record(2, .note, ["text": .text(secret)], source: sha(5)))],
      sources: [Source(sha256: sha(5), name: secret, kind: "FHIR", size: 1, readAt: noon)],
      files: [IncomingFile(name: secret, mediaType: "text/plain", bytes: [1])])
    try vault.apply(change)
    try vault.addGiven(Given(at: noon, recipient: secret, format: "pdf", parts: [], note: secret))
    let seen: [Any] = [
      change, try vault.list(), try vault.search(secret), try vault.history(),
      try vault.changes(), try vault.sources(), try vault.given(), try vault.attachments(),
      try vault.knownForMatching(), try vault.everything(),
      try vault.suggestions(for: "carcinoit"),
    ]
    var text = "\(seen) \(String(reflecting: seen)) "
    dump(seen, to: &text)
    try vault.apply(Change("remove", at: noon, steps: [.remove(id(2))]))
    text += "\(try vault.bin())"
    dump(try vault.bin(), to: &text)
    #expect(!text.contains(secret))
    #expect(text.contains("a value of type ListRow"))
  }
}
