internal import Foundation
internal import JSON
import Testing

/// `doctor --repair` through the program, as a person would use it.
@Suite struct `A damaged vault` {
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for number in 1...12 {
      let outcome = try desk.netvault(
        "add", "note", "--text", "Note \(number) \(String(repeating: "word ", count: 200))",
        "--no-input")
      #expect(outcome.exit == .done, "\(outcome)")
    }
    return desk
  }

  /// Damages the newest frame of some pages, by their place in the log.
  private func damage(_ desk: Desk, _ places: [Int]) throws -> Data {
    var bytes = try desk.vaultBytes
    for place in places { bytes[place] ^= 1 }
    try bytes.write(to: URL(filePath: desk.vault))
    return bytes
  }

  @Test func `is saved into a new file, and put in place`() throws {
    let desk = try desk()
    let size = try desk.vaultBytes.count
    let bytes = try damage(desk, Array(stride(from: size - 3_000, to: size * 3 / 4, by: -9_000)))
    let repaired = try desk.withoutChange("doctor", "--repair", "--json")
    #expect(repaired.exit == .done || repaired.exit == .someSkipped, "\(repaired)")
    let json = try repaired.json()
    let target = try #require(json["saved"]?.string)
    #expect(target == desk.vault + ".repaired")
    let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect((json["records"]?.int ?? 0) > 1, "\(repaired)")
    let verified = try desk.netvault("verify", target)
    #expect(verified.exit == .done, "\(verified)")

    let placed = try desk.netvault(
      "backup", "open", target, "--restore", "--today", "2026-11-22")
    #expect(placed.exit == .done, "\(placed)")
    #expect(
      try Data(contentsOf: URL(filePath: desk.vault + ".before-2026-11-22")) == bytes,
      "the damaged one is kept")
    let added = try desk.netvault("add", "note", "--text", "After", "--no-input")
    #expect(added.exit == .done, "\(added)")
    #expect(!added.err.contains("copy"), "\(added)")
    #expect(try desk.records().count == (json["records"]?.int ?? 0) + 1)
  }

  @Test func `with bytes changed all over saves every record whose own pages are whole`() throws {
    let desk = try desk()
    // What was written first is SQLite's list of tables, which is in the log only once.
    for start in [23_000, 60_000, 63_000] {
      let whole = try desk.vaultBytes
      _ = try damage(desk, Array(stride(from: start, to: whole.count, by: 23_000)))
      let repaired = try desk.withoutChange("doctor", "--repair", "--json")
      let json = try repaired.json()
      let lost = json["lost"]?.array?.count ?? 0
      #expect((json["records"]?.int ?? 0) + lost == 13, "\(repaired)")
      #expect((json["records"]?.int ?? 0) >= 8, "\(repaired)")
      let verified = try desk.netvault("verify", try #require(json["saved"]?.string))
      #expect(verified.exit == .done, "\(verified)")
      try whole.write(to: URL(filePath: desk.vault))
    }
    // Several of which nothing is known are counted together.
    _ = try damage(
      desk, Array(stride(from: 16_384 + 2_000, to: try desk.vaultBytes.count, by: 3_900)))
    let spoilt = try desk.netvault("doctor", "--repair")
    #expect(!spoilt.err.contains("1 record, 1 record"), "\(spoilt)")
  }

  @Test func `that was cut short is saved up to its last save`() throws {
    let desk = try desk()
    let whole = try desk.vaultBytes
    try whole.prefix(whole.count * 2 / 3).write(to: URL(filePath: desk.vault))
    let list = try desk.withoutChange("list")
    list.expectPlainWords(.damage, saying: "cut short", "nothing was changed")
    #expect(list.err.contains("netvault doctor --repair"), "\(list)")
    let repaired = try desk.withoutChange("doctor", "--repair")
    #expect(repaired.exit == .someSkipped, "\(repaired)")
    #expect(repaired.err.contains("The file is cut off"), "\(repaired)")
    #expect(!repaired.err.contains("Nothing is lost"), "\(repaired)")
    let saved = try desk.alone(
      ["--vault", desk.vault + ".repaired", "--passphrase-file", desk.passphrase, "list"])
    #expect(saved.exit == .done, "\(saved)")
    #expect(saved.out.contains("Note 1 "), "\(saved)")
    #expect(!saved.out.contains("Note 12 "), "\(saved)")
  }

  @Test func `that is none is not repaired, and a file that is there is kept`() throws {
    let desk = try desk()
    let sound = try desk.withoutChange("doctor", "--repair")
    #expect(sound.exit == .answeredNo, "\(sound)")
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
    #expect(!names.contains("ana.vault.repaired"))
    let size = try desk.vaultBytes.count
    // In the last page that was written: behind it are only the marks of the last save.
    _ = try damage(desk, [size - 6_000])
    let there = try desk.write("there.txt", "kept")
    let refused = try desk.withoutChange("doctor", "--repair", "-o", there)
    #expect(refused.exit == .answeredNo, "\(refused)")
    #expect(try desk.read("there.txt") == "kept")
    let tried = try desk.withoutChange("doctor", "--repair", "--dry-run")
    #expect(tried.exit == .done, "\(tried)")
    for _ in 0..<2 {
      let repaired = try desk.withoutChange("doctor", "--repair")
      #expect(repaired.exit == .done || repaired.exit == .someSkipped, "\(repaired)")
    }
    let after = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
    #expect(after.contains("ana.vault.repaired-2"), "the first one is kept")
  }
}
