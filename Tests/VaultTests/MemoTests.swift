internal import JSON
internal import Testing
internal import Vault

@Suite struct `A memo` {
  @Test func `is remembered, replaced and forgotten`() throws {
    let vault = try newVault()
    #expect(try vault.memo("backup") == nil)
    try vault.setMemo("backup", to: .string("first"), at: noon)
    try vault.setMemo("backup", to: .object(["place": .string("usb")]), at: evening)
    try vault.setMemo("backups", to: .null, at: evening)
    let memo = try #require(try vault.memo("backup"))
    #expect(memo.value["place"]?.string == "usb")
    #expect(memo.at == evening)
    #expect(try vault.memoNames(startingWith: "back") == ["backup", "backups"])
    try vault.setMemo("backup", to: nil, at: evening)
    #expect(try vault.memoNames() == ["backups"])
    #expect(try vault.changes().count == 1)
  }
}
