import Console
import Testing

@Suite struct `An exit code` {
  @Test func `never changes its number`() {
    let numbers = Exit.allCases.map { "\($0.name) \($0.code)" }
    #expect(
      numbers == [
        "done 0", "failed 1", "declined 2", "no-vault 10", "vault-in-use 11",
        "wrong-passphrase 12", "damaged 13", "cannot-write 14", "cannot-read 15",
        "nothing-found 16", "parts-skipped 17", "needs-answer 18", "usage 64", "stopped 130",
      ])
  }

  @Test func `has a meaning for the help`() {
    #expect(Exit.damaged.meaning == "damage found")
    #expect(Set(Exit.allCases.map(\.meaning)).count == Exit.allCases.count)
  }
}
