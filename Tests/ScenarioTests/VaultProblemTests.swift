internal import Foundation
import Testing

/// What happens when the vault cannot be opened: said plainly, and the file stays as it was.
@Suite struct `A vault that does not open` {
  private static let commands: [[String]] = [
    ["list"], ["verify"], ["add", "note", "--text", "x", "--no-input"], ["search", "x"], ["undo"],
  ]

  @Test func `with a wrong passphrase stays closed`() throws {
    let desk = try Desk.withVault()
    let wrong = try desk.write("wrong.txt", "harbor violin october salt mitten replY\n")
    for command in Self.commands {
      let before = try desk.vaultBytes
      let outcome = try desk.alone(
        ["--vault", desk.vault, "--passphrase-file", wrong] + command)
      outcome.expectPlainWords(.wrongPassphrase, saying: "passphrase", "nothing was changed")
      #expect(try desk.vaultBytes == before)
    }
  }

  @Test func `is not there`() throws {
    let desk = try Desk()
    for command in Self.commands {
      let outcome = try desk.netvault(command)
      outcome.expectPlainWords(.noVault, saying: "no vault")
      #expect(!FileManager.default.fileExists(atPath: desk.vault), "nothing may be made")
    }
  }

  @Test(arguments: ["", "PK\u{3}\u{4}a letter", "{\"resourceType\":\"Bundle\"}", "netvaul"])
  func `is not a vault`(text: String) throws {
    let desk = try Desk()
    _ = try desk.write("ana.vault", text)
    for command in Self.commands {
      let before = try desk.vaultBytes
      let outcome = try desk.netvault(command)
      outcome.expectPlainWords(.noVault, saying: "is not a netvault file")
      #expect(try desk.vaultBytes == before)
    }
  }

  @Test func `was made by a newer netvault`() throws {
    let desk = try Desk.withVault()
    try VaultFile.setVersion(2, ofVaultAt: desk.vault, on: desk)
    let before = try desk.vaultBytes
    for command in Self.commands {
      let outcome = try desk.netvault(command)
      outcome.expectPlainWords(.couldNot, saying: "made by", "nothing was changed")
      #expect(try desk.vaultBytes == before)
    }
  }

  @Test func `is in use`() throws {
    let desk = try Desk.withVault()
    let before = try desk.vaultBytes
    let held = unsafe open(desk.vault, O_RDWR | O_CLOEXEC)
    let isHeld = flock(held, LOCK_EX) == 0
    #expect(isHeld)
    let outcome = try desk.netvault("add", "note", "--text", "x", "--no-input")
    outcome.expectPlainWords(.inUse, saying: "another netvault")
    close(held)
    #expect(try desk.vaultBytes == before)
    let added = try desk.netvault("add", "note", "--text", "x", "--no-input")
    #expect(added.exit == .done, "\(added)")
  }

  @Test func `is damaged in the middle`() throws {
    let desk = try Desk.withVault()
    let other = try Desk.withVault()
    for number in 1...40 {
      _ = try desk.netvault("add", "note", "--text", "Note \(number)", "--no-input")
    }
    let whole = try desk.vaultBytes
    // Past the two header copies, in the log: one bit of each of many frames.
    var bytes = whole
    for place in stride(from: 16_384 + 3_000, to: bytes.count - 200, by: 4_500) {
      bytes[place] ^= 1
    }
    try bytes.write(to: URL(filePath: desk.vault))
    let outcome = try desk.withoutChange("verify")
    outcome.expectPlainWords(.damage, saying: "nothing was changed")
    for command in Self.commands {
      let outcome = try desk.netvault(command)
      #expect(outcome.exit == .damage, "\(command)\n\(outcome)")
    }
    #expect(try desk.vaultBytes == bytes, "a damaged vault is left as it is")
    #expect(try other.netvault("verify").exit == .done, "another vault is not touched by it")
  }

  @Test func `is cut short`() throws {
    let desk = try Desk.withVault()
    for number in 1...5 {
      _ = try desk.netvault("add", "note", "--text", "Note \(number)", "--no-input")
    }
    let whole = try desk.vaultBytes
    for length in [whole.count / 2, 20_000, 10_000, 100] {
      try whole.prefix(length).write(to: URL(filePath: desk.vault))
      let outcome = try desk.netvault("list")
      #expect(
        outcome.exit == .damage || outcome.exit == .noVault, "cut to \(length)\n\(outcome)")
      #expect(try desk.vaultBytes.count == length)
    }
    try whole.write(to: URL(filePath: desk.vault))
    #expect(try desk.records("note").count == 5)
  }
}

/// The few bytes of a vault file that a test changes; see Documentation/vault-format.md.
enum VaultFile {
  /// Writes another format version into both header copies, with the checksums to match.
  static func setVersion(_ version: UInt32, ofVaultAt path: String, on desk: Desk) throws {
    var bytes = try Data(contentsOf: URL(filePath: path))
    for start in [0, 8_192] {
      bytes[start + 8] = UInt8(version)
      let body = bytes[start..<(start + 8_192 - 32)]
      let file = try desk.write("header", Data(body))
      let sum = try Program.run(
        "/usr/bin/sha256sum", [file], environment: desk.environment, in: desk.folder
      ).out
      let digits = Array(sum.prefix(64))
      for index in 0..<32 {
        let byte = UInt8(String(digits[(2 * index)...(2 * index + 1)]), radix: 16) ?? 0
        bytes[start + 8_192 - 32 + index] = byte
      }
    }
    try bytes.write(to: URL(filePath: path))
  }
}
