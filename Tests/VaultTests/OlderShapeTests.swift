internal import Foundation
internal import GRDB
internal import Records
internal import Sealing
internal import Testing

@testable internal import Vault

/// A vault that an older netvault made is read as it is, and brought up to date when it is written.
@Suite struct `A vault of version 1` {
  private let folder = Folder()
  private let other = Folder()

  /// Files of one chunk, of many, and of a small one. Their SHA-256.
  private func made(at path: String? = nil) throws -> [String] {
    let vault = try FirstShape.make(at: path ?? folder.vault)
    let files = try [300_000, 6_000_000, 40].enumerated().map { place, count in
      try FirstShape.keep(
        FirstShape.bytes(count, 31 + 2 * place), in: vault, with: note(2 + place, "Note \(place)"))
    }
    try vault.close()
    return files
  }

  private func content() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: folder.vault)) }

  private func opened(_ mode: SealedFile.Mode = .write, _ path: String? = nil) throws -> Vault {
    try Vault.open(at: path ?? folder.vault, passphrase: passphrase(), mode: mode)
  }

  private func steps(_ vault: Vault) throws -> [String] {
    try vault.read { try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations") }
  }

  private func expect(_ files: [String], in vault: Vault) throws {
    #expect(try vault.attachments().map(\.sha256) == files)
    for file in files { #expect(FileDigest.hex(of: try vault.bytes(of: file)) == file) }
    #expect(try vault.verify().isSound)
    #expect(try vault.everything().suffix(files.count).map(\.attachments) == files.map { [$0] })
  }

  private func incoming(_ bytes: [UInt8]) -> IncomingFile {
    IncomingFile(name: "new", mediaType: "image/png", bytes: bytes)
  }

  @Test func `is read as it is, to the byte`() throws {
    let files = try made()
    let before = try content()
    for mode in [SealedFile.Mode.read, .salvage] {
      let vault = try opened(mode)
      try expect(files, in: vault)
      #expect(try steps(vault) == ["v1"])
      try vault.close()
    }
    #expect(try content() == before)
  }

  @Test func `gets the new tables when it is written, and its files stay where they are`() throws {
    let files = try made()
    let before = try content().count
    let vault = try opened()
    #expect(try steps(vault) == ["v1", "v2"])
    try expect(files, in: vault)
    try vault.close()
    #expect(try content().count < before + (1 << 18), "no file was moved")

    let again = try opened()
    let bytes = FirstShape.bytes(700_000, 77)
    var with = note(9, "With a new one")
    with.attachments = [FileDigest.hex(of: bytes)]
    try again.apply(
      Change(
        "attach", at: evening, steps: [.add(with)],
        files: [incoming(bytes), incoming(FirstShape.bytes(40, 35))]))
    try expect(files + with.attachments, in: again)
    let counts = try again.read { db in
      try ["chunk", "piece"].map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") }
    }
    #expect(counts == [26, 3])
    try again.close()
    let read = try opened(.read)
    try expect(files + with.attachments, in: read)
    try read.close()
  }

  @Test func `is whole after a cut anywhere in its migration`() throws {
    let files = try made()
    let before = try content()
    let vault = try opened()
    let after = try content()
    try vault.close()
    #expect(after.starts(with: before.dropFirst(16_384)) == false)
    var seen: Set<Int> = []
    for length in stride(from: before.count, through: after.count, by: 1_357) + [after.count] {
      try after.prefix(length).write(to: URL(fileURLWithPath: folder.vault))
      for mode in [SealedFile.Mode.read, .write] {
        let cut = try opened(mode)
        #expect(try cut.attachments().map(\.sha256) == files)
        #expect(FileDigest.hex(of: try cut.bytes(of: files[1])) == files[1])
        let count = try steps(cut).count
        if mode == .read { seen.insert(count) } else { #expect(count == 2) }
        try cut.close()
      }
    }
    #expect(seen == [1, 2])
  }

  @Test func `loses what was left behind before it gets the new tables`() throws {
    let files = try made()
    let before = try content()
    let vault = try Vault(
      on: try SealedFile.open(at: folder.vault, passphrase: passphrase()))
    let sequence = try #require(vault.file?.cleanSequence)
    try vault.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try LeftOver.begin(after: sequence, at: evening, in: db)
      try FirstShape.chunks(FirstShape.bytes(900_000), of: 4, db)
    }
    let killed = try content()
    try vault.close()
    for isCopy in [false, true] {
      try killed.write(to: URL(fileURLWithPath: folder.vault))
      if isCopy {
        // Closed since by a program that only rewrote the header: it cannot go back any more.
        let file = try SealedFile.open(at: folder.vault, passphrase: passphrase())
        try file.settle()
        try file.close()
      }
      let again = try opened()
      try expect(files, in: again)
      #expect(try again.memoNames().isEmpty)
      #expect(try steps(again) == ["v1", "v2"])
      try again.close()
    }
    #expect(try content().count > before.count)
  }

  @Test(arguments: [true, false]) func `is merged with a newer copy of it`(isOlderHere: Bool) throws
  {
    _ = try made()
    let path = other.vault
    try FileManager.default.copyItem(atPath: folder.vault, toPath: path)
    let newer = try opened(.write, isOlderHere ? path : folder.vault)
    let bytes = FirstShape.bytes(600_000, 91)
    var with = note(20, "In the newer one")
    with.attachments = [FileDigest.hex(of: bytes)]
    try newer.apply(
      Change("attach", at: evening, steps: [.add(with)], files: [incoming(bytes)]))
    try newer.close()
    let older = try Vault(
      on: try SealedFile.open(
        at: isOlderHere ? folder.vault : path, passphrase: passphrase()))
    let old = try FirstShape.keep(
      FirstShape.bytes(800_000, 93), in: older, with: note(21, "In the older one"))
    try older.close()

    let here = try opened()
    let there = try opened(.read, path)
    #expect(try steps(there) == (isOlderHere ? ["v1", "v2"] : ["v1"]))
    let plan = try here.mergePlan(with: there)
    try here.merge(plan, from: there, at: evening) { id(99) }
    #expect(try here.attachments().count == 5)
    for file in with.attachments + [old] {
      #expect(FileDigest.hex(of: try here.bytes(of: file)) == file)
    }
    #expect(try here.verify().isSound)
    try here.close()
    try there.close()
  }

  @Test func `is repaired into one of today`() throws {
    let files = try made()
    let whole = try content()
    // From the list of tables on: the first pages are the roots of the tables.
    for damaged in [0..<1, 0..<12, 30..<34, 0..<0] {
      var bytes = [UInt8](whole)
      for frame in damaged { bytes[16_384 + frame * 4_132 + 2_000] ^= 1 }
      try Data(bytes).write(to: URL(fileURLWithPath: folder.vault))
      let path = folder.path + "/repaired"
      Vault.remove(path)
      let file = try SealedFile.open(at: folder.vault, passphrase: passphrase(), mode: .salvage)
      let report = try Vault.repair(file, at: folder.vault, to: path, at: evening)
      try file.close()
      let vault = try opened(.write, path)
      #expect(report.lostFiles == 0)
      #expect(try vault.attachments().map(\.sha256) == files)
      for file in files { #expect(FileDigest.hex(of: try vault.bytes(of: file)) == file) }
      #expect(try vault.verify().isSound)
      #expect(
        try vault.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM chunk") } == 0,
        "what is written anew is of today's shape")
      try vault.close()
    }
    Vault.remove(folder.path + "/repaired")
  }
}
