internal import Records
internal import Testing

@testable internal import Vault

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
    let other = try vault.copied()
    for (copy, text) in [(vault, secret), (other, secret + secret)] {
      let edited = record(2, .note, ["text": .text(text), "topic": .text(text)], source: sha(5))
      try copy.apply(Change("edit", at: noon, who: secret, steps: [.update(edited)]))
    }
    let plan = try vault.mergePlan(with: other)
    #expect(plan.disputes.count == 1)
    let seen: [Any] = [
      plan, plan.disputes, plan.merges, change, try vault.list(), try vault.search(secret),
      try vault.history(),
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
