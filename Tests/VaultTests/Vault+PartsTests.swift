internal import Foundation
internal import GRDB
internal import Records
internal import Sealing
internal import Testing

@testable internal import Vault

/// A file that takes several commits is kept as a whole or leaves no trace, wherever it stops.
@Suite struct `A large file` {
  private let folder = Folder()
  /// More than one part, a quarter of a megabyte each.
  private static let pieces = 300

  private func bytes(_ piece: Int) -> [UInt8] {
    (0..<(256 << 10)).map { UInt8(truncatingIfNeeded: ($0 &* 7) ^ ($0 >> 8) &+ piece) }
  }

  private func incoming(until last: Int, then end: @escaping () throws(VaultError) -> Void)
    -> IncomingFile
  {
    var piece = 0
    let one = bytes(0)
    return IncomingFile(
      name: "disc.iso", mediaType: "application/octet-stream", length: Self.pieces << 18
    ) { () throws(VaultError) in
      if piece == last {
        try end()
        return []
      }
      piece += 1
      return [UInt8(truncatingIfNeeded: piece)] + one.dropFirst()
    }
  }

  private func made() throws -> Data {
    let vault = try Vault.create(
      at: folder.vault, passphrase: passphrase(), person: person, cost: .least, at: morning)
    try vault.apply(Change("add", at: noon, steps: [.add(note(2, "With a disc"))]))
    try vault.close()
    return try content()
  }

  private func content() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: folder.vault)) }

  private func opened(_ mode: SealedFile.Mode = .write) throws -> Vault {
    try Vault.open(at: folder.vault, passphrase: passphrase(), mode: mode)
  }

  private func attach(_ file: IncomingFile, to vault: Vault) throws {
    try vault.applyInParts(Change("attach", at: evening, files: [file])) { digests in
      var with = note(2, "With a disc")
      with.attachments = digests
      return [.update(with)]
    }
  }

  @Test func `comes back as it was, and is undone`() throws {
    _ = try made()
    let vault = try opened()
    try attach(incoming(until: Self.pieces) {}, to: vault)
    let sha256 = try #require(try vault.record(id(2))?.attachments.first)
    var length = 0
    try vault.readAttachment(sha256) { length += $0.count }
    #expect(length == Self.pieces << 18)
    #expect(try vault.verify().isSound)
    #expect(try vault.memoNames().isEmpty)
    try vault.undo(at: evening)
    #expect(try vault.record(id(2))?.attachments == [])
    try vault.close()
    let again = try opened(.read)
    #expect(try again.keptFiles().map(\.file.length) == [length])
    try again.close()
  }

  @Test func `that cannot be read to its end leaves the vault as it was`() throws {
    let before = try made()
    let vault = try opened()
    #expect(throws: VaultError.cannotRead(errno: EIO)) {
      try attach(
        incoming(until: 280) { () throws(VaultError) in throw .cannotRead(errno: EIO) }, to: vault)
    }
    try? vault.close()
    #expect(try content() == before)
    let again = try opened()
    #expect(try again.attachments().isEmpty)
    #expect(try again.verify().isSound)
    try again.close()
  }

  @Test func `that a kill stopped is cut off by the next one that writes`() throws {
    let before = try made()
    let copy = folder.path + "/killed.vault"
    let vault = try opened()
    #expect(throws: VaultError.cannotRead(errno: EIO)) {
      try attach(
        incoming(until: 280) { () throws(VaultError) in
          // The file as a kill would leave it here.
          try? FileManager.default.copyItem(atPath: folder.vault, toPath: copy)
          throw .cannotRead(errno: EIO)
        }, to: vault)
    }
    try? vault.close()
    try FileManager.default.removeItem(atPath: folder.vault)
    try FileManager.default.moveItem(atPath: copy, toPath: folder.vault)
    #expect(try content().count > before.count + (60 << 20))
    let reading = try opened(.read)
    #expect(try reading.attachments().isEmpty)
    #expect(try reading.everything().count == 2)
    #expect(try reading.verify().isSound)
    #expect(reading.file?.isUnfinished == true, "nobody notes this state")
    try reading.close()
    let writing = try opened()
    #expect(try writing.verify().isSound)
    #expect(try writing.memoNames().isEmpty)
    try writing.apply(Change("add", at: evening, steps: [.add(note(3, "after"))]))
    try writing.close()
    #expect(try content().count < before.count + (1 << 20))
    let again = try opened(.read)
    #expect(try again.everything().count == 3)
    #expect(try again.verify().isSound)
    try again.close()
  }
}
