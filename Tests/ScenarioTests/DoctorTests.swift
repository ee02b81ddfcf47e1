internal import Foundation
internal import JSON
import Testing

/// What `doctor` says of this computer and this vault.
@Suite struct `The doctor` {
  private func states(_ outcome: Outcome) throws -> [String: String] {
    var states: [String: String] = [:]
    for finding in try outcome.json()["findings"]?.array ?? [] {
      states[finding["name"]?.string ?? ""] = finding["state"]?.string
      if finding["state"]?.string != "good" {
        #expect(finding["next"]?.string?.isEmpty == false, "one thing to do\n\(outcome)")
      }
    }
    return states
  }

  @Test func `says what is good and what there is to do`() throws {
    let desk = try Desk.withVault()
    let outcome = try desk.withoutChange("doctor", "--json")
    #expect(outcome.exit == .done, "\(outcome)")
    let states = try states(outcome)
    #expect(states["file-mode"] == "good")
    #expect(states["state"] == "good")
    #expect(states["seen"] == "good")
    #expect(states["core"] == "good")
    #expect(states["seals"] == "good")
    // The vaults of these tests are made with the least cost, and were never backed up.
    #expect(states["cost"] == "to-do")
    #expect(states["backup"] == "to-do")
    #expect(try outcome.json()["opened"]?.bool == true)
    let words = try desk.netvault("doctor")
    #expect(words.exit == .done, "\(words)")
    #expect(words.out.contains("netvault backup"), "\(words)")
  }

  @Test func `works without the passphrase`() throws {
    let desk = try Desk.withVault()
    let outcome = try desk.alone(["--vault", desk.vault, "doctor", "--no-input", "--json"])
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(try outcome.json()["opened"]?.bool == false)
    #expect(try states(outcome)["file-mode"] == "good")
    let terminal = try desk.terminal("doctor")
    try terminal.wait(for: "from inside too?")
    terminal.type("no")
    let said = try terminal.finish()
    #expect(said.exit == .done, "\(said)")
    #expect(said.out.contains("was not opened"), "\(said)")
  }

  @Test func `sees what others may do, and what was left behind`() throws {
    let desk = try Desk.withVault()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: desk.vault)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o777], ofItemAtPath: desk.folder.path)
    _ = try desk.write("ana.vault.compacting", "half")
    _ = try desk.write("ana.sync-conflict-20261121.vault", try desk.vaultBytes)
    let outcome = try desk.withoutChange("doctor", "--json")
    let states = try states(outcome)
    #expect(states["file-mode"] == "to-do")
    #expect(states["folder-mode"] == "to-do")
    #expect(states["left-over"] == "to-do")
    #expect(states["copy"] == "to-do")
  }

  @Test func `knows how old the last backup is`() throws {
    let desk = try Desk.withVault()
    try FileManager.default.createDirectory(
      at: desk.folder.appending(path: "stick"), withIntermediateDirectories: true)
    _ = try desk.netvault("backup", desk.path("stick"))
    let later = try desk.netvault("doctor", "--today", "2099-01-01")
    #expect(later.out.contains("days ago"), "\(later)")
  }

  @Test func `finds damage`() throws {
    let desk = try Desk.withVault()
    var bytes = try desk.vaultBytes
    for place in stride(from: 16_384 + 3_000, to: bytes.count - 200, by: 4_132) {
      bytes[place] ^= 1
    }
    try bytes.write(to: URL(filePath: desk.vault))
    let outcome = try desk.withoutChange("doctor", "--json")
    #expect(outcome.exit == .damage, "\(outcome)")
    #expect(try states(outcome)["damage"] == "damage")
    for place in [100, 8_300] { bytes[place] ^= 1 }
    try bytes.write(to: URL(filePath: desk.vault))
    let start = try desk.withoutChange("doctor", "--json")
    #expect(start.exit == .damage, "\(start)")
    #expect(try states(start)["start"] == "damage")
  }
}
