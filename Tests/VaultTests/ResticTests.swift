internal import Foundation
internal import Records
internal import Sealing
internal import TestSupport
internal import Testing

@testable internal import Vault

/// The log never rewrites old bytes, so a program that backs up by pieces sends what is new.
@Suite(.enabled(if: Restic.isThere, "there is no restic here"))
struct `A vault that restic backs up` {
  @Test func `is sent once, and then only what changed`() throws {
    let folder = Folder()
    let repository = folder.path + "/repository"
    defer { try? FileManager.default.removeItem(atPath: repository) }
    let megabytes = isThorough ? 100 : 12
    let vault = try Vault.create(
      at: folder.vault, passphrase: passphrase(), person: person, cost: .least, at: morning)
    for number in 0..<megabytes {
      // The vault seals it: what is the same here is not the same there.
      let bytes = [UInt8](repeating: UInt8(number), count: 1_000_000)
      try vault.apply(
        Change(
          "attach", at: noon, steps: [.add(note(number + 2, "Scan \(number)"))],
          files: [IncomingFile(name: "scan", mediaType: "image/png", bytes: bytes)]))
    }
    try vault.close()
    let key = try SealedFile.open(at: folder.vault, passphrase: passphrase(), mode: .read)
    try key.close()
    try Restic.run(["init"], repository)
    try Restic.run(["backup", folder.vault], repository)
    let size = try bytes(of: folder.vault)
    let sent = bytes(in: repository)

    for number in 0..<100 {
      // Each edit as a person makes it: open, change, close.
      let vault = try Vault.open(try key.openSibling(at: folder.vault, mode: .write))
      let changed = note(number % megabytes + 2, "Scan \(number), looked at again")
      try vault.apply(Change("edit", at: evening, steps: [.update(changed)]))
      try vault.close()
    }
    try Restic.run(["backup", folder.vault], repository)
    let growth = try bytes(of: folder.vault) - size
    let added = bytes(in: repository) - sent
    print(
      "check: restic: a vault of \(size / 1_000_000) MB grew by \(growth / 1000) KB in 100 edits, "
        + "and restic sent \(added / 1000) KB")
    // restic cuts files into pieces of 0.5 to 8 MiB. The first piece has the header in it and the
    // last one the end of the log: these two are sent whole.
    #expect(growth > 0)
    #expect(added < growth * 11 / 10 + 2 * 8 << 20)
    if isThorough { #expect(added <= growth + size / 10) }
    try Restic.run(["check", "--read-data"], repository)
  }

  private func bytes(of path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }

  private func bytes(in folder: String) -> Int {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.reduce(0) { $0 + ((try? bytes(of: "\(folder)/\($1)")) ?? 0) }
  }
}

enum Restic {
  static let isThere: Bool = {
    let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/restic")
    if !isThere { print("SKIPPED: there is no restic here; make check-deps installs it") }
    return isThere
  }()

  static func run(_ words: [String], _ repository: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/restic")
    process.arguments = ["--no-cache", "--quiet", "-r", repository] + words
    process.environment = [
      "RESTIC_PASSWORD": "made up", "HOME": repository, "PATH": "/usr/bin:/bin",
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "restic \(words[0])")
  }
}
