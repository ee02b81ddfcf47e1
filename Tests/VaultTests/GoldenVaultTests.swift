internal import Foundation
internal import Records
internal import Sealing
internal import Testing
internal import Vault

/// A vault that was made when format 1 was young opens for ever.
@Suite struct `The kept vault of format 1` {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "netvault-golden-\(UUID().uuidString)")
  private var copy: String { folder.appending(path: "copy.vault").path }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Runs `body` with a copy in a folder that is gone afterwards.
  private func withCopy(_ body: () throws -> Void) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(atPath: GoldenVault.vault.path, toPath: copy)
    try body()
  }

  private func expectRecords(_ vault: Vault, _ wanted: [Records.Record]) throws {
    let found = try vault.everything().sorted { $0.id.text < $1.id.text }
    #expect(found.map(\.id) == wanted.map(\.id))
    for (found, wanted) in zip(found, wanted) {
      #expect(found.kind == wanted.kind)
      #expect(found.fields == wanted.fields)
      var provenance = wanted.provenance
      provenance.sourceName = provenance.source == nil ? nil : "riverside.json"
      #expect(found.provenance == provenance)
    }
  }

  private func expectContent(_ vault: Vault) throws {
    try expectRecords(vault, GoldenVault.records)
    #expect(try vault.bin().map(\.row.title) == ["This one lies in the bin."])
    let files = try vault.attachments().map(\.sha256)
    #expect(
      Set(files)
        == [FileDigest.hex(of: GoldenVault.scan), FileDigest.hex(of: GoldenVault.letter)])
    #expect(try vault.bytes(of: FileDigest.hex(of: GoldenVault.scan)) == GoldenVault.scan)
    #expect(try vault.titles("cough").count == 1)
    #expect(try vault.verify().isSound)
  }

  @Test func `opens with each of its passphrases and with the recovery secret`() throws {
    try withCopy {
      for words in [
        GoldenVault.passphrase, GoldenVault.caregiver.composed, GoldenVault.caregiver.apart,
      ] {
        let vault = try Vault.open(
          at: copy, passphrase: GoldenVault.secret(words), mode: .read)
        try expectContent(vault)
        try vault.close()
      }
      let file = try SealedFile.open(
        at: copy, recovery: GoldenVault.recoverySecret(), mode: .read)
      let sheet = try RecoveryWords.read(Array(GoldenVault.sheet.utf8).span)
      let isSame = sheet.secret.isSame(as: GoldenVault.recoverySecret())
      #expect(isSame)
      #expect(file.slots.map(\.label) == ["", "Jo\u{e3}o, who helps", "sheet of paper"])
      #expect(file.facts.unfinishedBytes == GoldenVault.unfinished)
      let vault = try Vault.open(file)
      try expectContent(vault)
      try vault.close()
      #expect(
        try Data(contentsOf: GoldenVault.vault) == Data(contentsOf: URL(filePath: copy)))
      #expect(throws: VaultError.file(.wrongPassphrase)) {
        try Vault.open(at: copy, passphrase: GoldenVault.secret("a lost one"), mode: .read)
      }
    }
  }

  @Test func `takes new records, and holds them beside the old ones`() throws {
    try withCopy {
      let vault = try Vault.open(at: copy, passphrase: GoldenVault.secret(GoldenVault.passphrase))
      try expectContent(vault)
      try vault.add(note(100, "written by a later netvault"))
      try vault.apply(
        Change(
          "attach", at: evening,
          files: [IncomingFile(name: "new", mediaType: "text/plain", bytes: [7, 8, 9])]))
      try vault.file?.compact()
      try vault.close()
      let again = try Vault.open(
        at: copy, passphrase: GoldenVault.secret(GoldenVault.passphrase), mode: .read)
      try expectRecords(again, GoldenVault.records + [note(100, "written by a later netvault")])
      #expect(try again.verify().isSound)
      try again.close()
      let read = try run(secret: Array(GoldenVault.passphrase.utf8), kind: "passphrase", copy)
      #expect(read.contains("written by a later netvault"))
      #expect(read.contains("piece: 1\n  attachment | seq | bytes\n  3 | 0 | x'070809'"))
      #expect(read.contains("chunk: 2\n"))
    }
  }

  @Test(arguments: [
    ("passphrase", Array(GoldenVault.passphrase.utf8)),
    ("passphrase", Array(GoldenVault.caregiver.composed.utf8)),
    ("recovery", GoldenVault.recovery), ("words", Array(GoldenVault.sheet.utf8)),
  ])
  func `is read by the independent reader`(kind: String, secret: [UInt8]) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let tables = try run(secret: secret, kind: kind, GoldenVault.vault.path)
    #expect(tables == (try String(contentsOf: GoldenVault.tables, encoding: .utf8)))
  }

  /// What the reader prints. It runs in the Python that `make test` made ready, or the system's.
  private func run(secret: [UInt8], kind: String, _ vault: String) throws -> String {
    let held = folder.appending(path: "secret")
    try Data(secret).write(to: held)
    let own = GoldenVault.reader.deletingLastPathComponent()
      .appending(path: "../../.build/python/bin/python3").standardizedFileURL.path
    let python = FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, GoldenVault.reader.path, vault, kind, held.path]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "make test installs what the reader needs")
    return String(decoding: data, as: UTF8.self)
  }

  /// How the file came to be: NETVAULT_GOLDEN=new.vault makes one more.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["NETVAULT_GOLDEN"] != nil))
  func `is made by the program`() throws {
    try GoldenVault.make(at: try #require(ProcessInfo.processInfo.environment["NETVAULT_GOLDEN"]))
  }
}
