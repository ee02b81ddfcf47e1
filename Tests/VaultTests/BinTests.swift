internal import Records
internal import Testing

@testable internal import Vault

@Suite struct `The bin` {
  @Test func `keeps what was removed, last removed first`() throws {
    let vault = try newVault()
    try vault.add(note(2, "one"), note(3, "two"))
    try vault.apply(Change("remove", at: noon, steps: [.remove(id(3))]))
    try vault.apply(Change("remove", at: evening, steps: [.remove(id(2))]))
    let bin = try vault.bin()
    #expect(bin.map(\.row.title) == ["one", "two"])
    #expect(bin.map(\.removedAt) == [evening, noon])
    #expect(bin.map(\.command) == ["remove", "remove"])
  }

  @Test func `gives back a record, or an older version of one`() throws {
    let vault = try newVault()
    try vault.add(note(2, "one"))
    try vault.apply(Change("edit", at: noon, steps: [.update(note(2, "two"))]))
    try vault.apply(Change("remove", at: noon, steps: [.remove(id(2))]))
    let receipt = try vault.apply(
      Change("restore", at: noon, steps: [.restore(id(2), version: 1)]))
    #expect(receipt.restored == 1)
    #expect(try vault.record(id(2)) == note(2, "one"))
    #expect(try vault.bin().isEmpty)
  }

  @Test func `once emptied holds nothing, nor does the vault`() throws {
    let vault = try newVault()
    let bytes = Array("scan".utf8)
    let sha256 = FileDigest.hex(of: bytes)
    var scan = record(3, .document, ["title": .text("secretscan")])
    scan.attachments = [sha256]
    try vault.apply(
      Change(
        "attach", at: noon, steps: [.add(note(2, "kept")), .add(scan)],
        files: [IncomingFile(name: "scan.png", mediaType: "image/png", bytes: bytes)]))
    try vault.apply(Change("remove", at: noon, steps: [.remove(id(3))]))
    let receipt = try vault.emptyBin(at: evening)
    #expect(receipt.removed == 1)
    #expect(receipt.files == 1)
    #expect(try vault.record(id(3)) == nil)
    #expect(try vault.attachments().isEmpty)
    #expect(try vault.history().map(\.record.id) == [id(2), id(1)])
    #expect(try vault.emptyBin(at: evening).change == nil)
    #expect(try vault.verify().isSound)
    let pages = try vault.pages()
    #expect(!contains(pages, "secretscan"))
    #expect(contains(pages, "kept"))
  }

  @Test func `once emptied holds no file that was taken away`() throws {
    let vault = try newVault()
    let bytes = Array("secretscan".utf8)
    let sha256 = FileDigest.hex(of: bytes)
    var with = note(2, "kept")
    with.attachments = [sha256]
    try vault.apply(
      Change(
        "attach", at: noon, steps: [.add(with)],
        files: [IncomingFile(name: "scan.png", mediaType: "image/png", bytes: bytes)]))
    #expect(try vault.detachedFiles() == 0)
    try vault.apply(Change("detach", at: noon, steps: [.update(note(2, "kept"))]))
    #expect(try vault.detachedFiles() == 1)
    try vault.undo(at: noon)
    #expect(try vault.record(id(2)) == with)
    #expect(try vault.detachedFiles() == 0)
    try vault.undo(at: noon)
    #expect(try vault.detachedFiles() == 1)
    #expect(try vault.emptyBin(at: evening).files == 1)
    #expect(try vault.attachments().isEmpty)
    #expect(try vault.record(id(2)) == note(2, "kept"))
    #expect(try vault.verify().isSound)
    #expect(!contains(try vault.pages(), "secretscan"))
  }

  private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    !bytes.ranges(of: Array(text.utf8)).isEmpty
  }

  @Test func `keeps a file that an older version of a record still has`() throws {
    let vault = try newVault()
    let bytes = Array("scan".utf8)
    let sha256 = FileDigest.hex(of: bytes)
    var with = note(2, "with")
    with.attachments = [sha256]
    try vault.apply(
      Change(
        "attach", at: noon, steps: [.add(with), .add(note(3, "gone"))],
        files: [IncomingFile(name: "scan.png", mediaType: "image/png", bytes: bytes)]))
    try vault.apply(
      Change("edit", at: noon, steps: [.update(note(2, "without")), .remove(id(3))]))
    try vault.emptyBin(at: evening)
    #expect(try vault.bytes(of: sha256) == bytes)
    try vault.apply(Change("restore", at: noon, steps: [.restore(id(2), version: 1)]))
    #expect(try vault.record(id(2)) == with)
  }
}
