import COpenSSL
internal import Sealing
import Testing

/// Puts the right SHA-256 under a header copy that a test changed.
enum Checksum {
  static func fix(_ bytes: inout [UInt8], copy: Int) {
    let start = copy * 8192
    let body = Array(bytes[start..<start + 8160])
    var digest = [UInt8](repeating: 0, count: 32)
    _ = unsafe SHA256(body, body.count, &digest)
    bytes.replaceSubrange(start + 8160..<start + 8192, with: digest)
  }
}

@Suite struct `A header copy` {
  private let recovery = "a recovery secret of many bytes"

  /// A vault that opens at once, without scrypt.
  private func quick(_ workshop: Workshop) throws {
    try filled(workshop)
    let file = try workshop.open()
    try file.addRecovery(secret(recovery))
    try file.close()
  }

  private func open(_ workshop: Workshop) throws -> UInt64 {
    let file = try SealedFile.open(
      at: workshop.path(), recovery: secret(recovery), mode: .read, lockTimeout: .zero)
    return file.facts.sequence
  }

  @Test func `with any byte changed leaves the other one to open with`() throws {
    let workshop = try Workshop()
    try quick(workshop)
    let sequence = try open(workshop)
    let bytes = try workshop.bytes()
    for offset in 0..<8192 {
      for copy in 0..<2 {
        let place = copy * 8192 + offset
        workshop.patch(bytes[place] ^ 0x41, at: place)
        guard try open(workshop) == sequence else {
          Issue.record("byte \(offset) of copy \(copy)")
          return
        }
        workshop.patch(bytes[place], at: place)
      }
    }
  }

  @Test func `with a sequence that no vault can reach is not whole`() throws {
    let workshop = try Workshop()
    try quick(workshop)
    let bytes = try workshop.bytes()
    for (high, isWhole) in [(UInt8(0x7f), true), (0x80, false), (0xff, false)] {
      var changed = bytes
      for copy in 0..<2 {
        changed.replaceSubrange(
          copy * 8192 + 16..<copy * 8192 + 24, with: [UInt8](repeating: 0xff, count: 7) + [high])
        Checksum.fix(&changed, copy: copy)
      }
      try workshop.write(changed)
      let glance = try? SealedFile.looksLikeVault(at: workshop.path())
      #expect((glance != nil) == isWhole)
      #expect(throws: SealError.damaged(.header)) { try open(workshop) }
    }
  }

  @Test func `that was changed with its checksum is not believed`() throws {
    let workshop = try Workshop()
    try quick(workshop)
    let bytes = try workshop.bytes()
    for offset in [12, 16, 24, 40 + 128 * 7, 1064, 1076, 2000, 8143, 8144, 8159] {
      var changed = bytes
      for copy in 0..<2 {
        changed[copy * 8192 + offset] ^= 1
        Checksum.fix(&changed, copy: copy)
      }
      try workshop.write(changed)
      #expect(throws: SealError.self, "byte \(offset)") { _ = try open(workshop) }
    }
  }

  @Test func `of another vault does not open this one`() throws {
    let workshop = try Workshop()
    try filled(workshop)
    try filled(workshop, "other.vault")
    let other = try workshop.bytes("other.vault")
    let bytes = try workshop.bytes()
    try workshop.write(Array(other[..<16384]) + Array(bytes[16384...]))
    #expect(throws: SealError.self) { _ = try workshop.open() }
  }
}
