internal import Glibc
internal import Records
internal import Testing
internal import Vault

@Suite struct `A kept file` {
  private func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
  }

  @Test(arguments: [0, 1, 262_143, 262_144, 262_145, 5_000_000])
  func `comes back byte for byte`(count: Int) throws {
    let vault = try newVault()
    let bytes = bytes(count)
    let sha256 = FileDigest.hex(of: bytes)
    try vault.apply(
      Change(
        "attach", at: noon,
        files: [IncomingFile(name: "scan.pdf", mediaType: "application/pdf", bytes: bytes)]))
    let file = try #require(try vault.attachment(sha256))
    #expect(file.length == count)
    #expect(file.name == "scan.pdf")
    #expect(file.mediaType == "application/pdf")
    #expect(try vault.bytes(of: sha256) == bytes)
  }

  @Test func `is kept once`() throws {
    let vault = try newVault()
    let file = IncomingFile(name: "a", mediaType: "text/plain", bytes: [1, 2, 3])
    let again = IncomingFile(name: "b", mediaType: "text/plain", bytes: [1, 2, 3])
    #expect(try vault.apply(Change("attach", at: noon, files: [file])).files == 1)
    #expect(try vault.apply(Change("attach", at: noon, files: [again])).files == 0)
    #expect(try vault.attachments().map(\.name) == ["a"])
  }

  @Test func `is read from an open file piece by piece`() throws {
    let vault = try newVault()
    let bytes = bytes(700_000)
    let path = "/tmp/netvault-attachment-\(getpid())"
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL, 0o600)
    defer {
      close(descriptor)
      unsafe unlink(path)
    }
    let written = unsafe bytes.withUnsafeBytes {
      unsafe write(descriptor, $0.baseAddress, $0.count)
    }
    try #require(written == bytes.count)
    lseek(descriptor, 0, SEEK_SET)
    try vault.apply(
      Change(
        "attach", at: noon,
        files: [IncomingFile(name: "a", mediaType: "text/plain", descriptor: descriptor)]))
    var pieces = 0
    var length = 0
    try vault.readAttachment(FileDigest.hex(of: bytes)) {
      pieces += 1
      length += $0.count
    }
    #expect(pieces == 3)
    #expect(length == bytes.count)
  }

  @Test func `that cannot be read, or is another, is refused`() throws {
    let vault = try newVault()
    let unreadable = IncomingFile(name: "a", mediaType: "text/plain", descriptor: -1)
    #expect(throws: VaultError.cannotRead(errno: EBADF)) {
      try vault.apply(Change("attach", at: noon, files: [unreadable]))
    }
    let other = IncomingFile(name: "a", mediaType: "text/plain", sha256: sha(4), bytes: [1])
    #expect(throws: VaultError.otherBytes(sha(4))) {
      try vault.apply(Change("attach", at: noon, files: [other]))
    }
    #expect(throws: VaultError.unknownFile(sha(4))) { try vault.bytes(of: sha(4)) }
    #expect(try vault.attachments().isEmpty)
  }

  @Test func `hands over what its reader throws`() throws {
    let vault = try newVault()
    let file = IncomingFile(name: "a", mediaType: "text/plain", bytes: [1])
    try vault.apply(Change("attach", at: noon, files: [file]))
    struct Full: Error {}
    #expect(throws: Full.self) {
      try vault.readAttachment(FileDigest.hex(of: [1])) { _ in throw Full() }
    }
  }

  @Test func `stays with its record through every version`() throws {
    let vault = try newVault()
    let files = [UInt8(1), 2].map { [$0] }
    var with = note(2, "with")
    with.attachments = files.map { FileDigest.hex(of: $0) }
    try vault.apply(
      Change(
        "attach", at: noon, steps: [.add(with)],
        files: files.map { IncomingFile(name: "a", mediaType: "text/plain", bytes: $0) }))
    #expect(try vault.record(id(2)) == with)
    var turned = with
    turned.attachments.reverse()
    try vault.apply(Change("edit", at: noon, steps: [.update(turned)]))
    #expect(try vault.everything().last == turned)
    try vault.undo(at: evening)
    #expect(try vault.everything().last == with)
  }
}
