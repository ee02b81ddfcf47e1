internal import Foundation
internal import JSON
import Testing

/// A backup counts only when it was read back, and nothing is ever removed that is not a backup.
@Suite struct `A backup` {
  private func desk() throws -> (desk: Desk, stick: URL) {
    let desk = try Desk.withVault()
    let stick = desk.folder.appending(path: "stick")
    try FileManager.default.createDirectory(at: stick, withIntermediateDirectories: true)
    try note("First", desk)
    return (desk, stick)
  }

  private func note(_ text: String, _ desk: Desk) throws {
    let outcome = try desk.netvault("add", "note", "--text", text, "--no-input")
    #expect(outcome.exit == .done, "\(outcome)")
  }

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `is a vault of its own, dated, for its owner alone`() throws {
    let (desk, stick) = try desk()
    let made = try desk.netvault("backup", stick.path, "--today", "2026-11-21", "--json")
    let json = try made.jsonWhenDone()
    #expect(json["records"]?.int == 2)
    #expect(try names(stick) == ["ana-2026-11-21.vault"])
    let path = stick.appending(path: "ana-2026-11-21.vault").path
    #expect(json["backup"]?.string == path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let list = try desk.alone(
      ["--vault", path, "--passphrase-file", desk.passphrase, "list", "--json"])
    #expect(try list.jsonWhenDone()["records"]?.array?.count == 2)
    let verified = try desk.netvault("verify", path)
    #expect(verified.exit == .done, "\(verified)")
    #expect(!verified.err.contains("copy"), "looking at a backup is no surprise\n\(verified)")
  }

  @Test func `goes to the same place again, and the last ones stay`() throws {
    let (desk, stick) = try desk()
    for file in ["ana-2020-01-01.vault", "ana-notes.vault", "ana-2020-01-02.vault.part"] {
      try Data("not a backup".utf8).write(to: stick.appending(path: file))
    }
    // A vault of somebody else, with a name like ours.
    let other = try Desk.withVault()
    try other.vaultBytes.write(to: stick.appending(path: "ana-2020-01-03.vault"))
    let strangers = try names(stick)

    _ = try desk.netvault("backup", stick.path, "--keep", "3", "--today", "2026-11-01")
    for day in ["2026-11-02", "2026-11-02", "2026-11-03"] {
      let again = try desk.netvault("backup", "--today", day)
      #expect(again.exit == .done, "\(again)")
    }
    #expect(
      Set(try names(stick)).subtracting(strangers) == [
        "ana-2026-11-02.vault", "ana-2026-11-02-2.vault", "ana-2026-11-03.vault",
      ])
    #expect(Set(strangers).isSubset(of: try names(stick)))
    let last = try desk.netvault("backup", "--today", "2026-11-04")
    #expect(last.err.contains("ana-2026-11-02.vault"), "it says what it removed\n\(last)")
  }

  @Test func `is remembered`() throws {
    let (desk, stick) = try desk()
    let never = try desk.netvault()
    #expect(never.out.contains("Never."), "\(never)")
    #expect(never.err.contains("add diagnosis"), "\(never)")
    _ = try desk.netvault("backup", stick.path)
    let standing = try desk.netvault()
    #expect(standing.out.contains(stick.path), "\(standing)")
    #expect(try desk.netvault("--json").json()["backup"]?["folder"]?.string == stick.path)
    // Also when the vault does not open any more.
    var bytes = try desk.vaultBytes
    for place in stride(from: 16_384 + 3_000, to: bytes.count - 200, by: 4_500) {
      bytes[place] ^= 1
    }
    try bytes.write(to: URL(filePath: desk.vault))
    let damaged = try desk.netvault("list")
    #expect(damaged.exit == .damage)
    #expect(damaged.err.contains("Your last backup is from"), "\(damaged)")
  }

  @Test func `needs a place`() throws {
    let (desk, stick) = try desk()
    let unknown = try desk.withoutChange("backup", "--no-input")
    #expect(unknown.exit == .needsAnswer, "\(unknown)")
    try desk.withoutChange("backup", desk.path("nowhere")).expectPlainWords(
      .noRoom, saying: "no folder", "plugged in")
    try desk.withoutChange("backup", desk.passphrase).expectPlainWords(
      .noRoom, saying: "is a file")
    try desk.withoutChange("backup", stick.path, "--keep", "0").expectPlainWords(
      .notUnderstood, saying: "keep")
    let vaults = desk.folder.appending(path: "home/.local/share/netvault")
    try FileManager.default.createDirectory(at: vaults, withIntermediateDirectories: true)
    try desk.withoutChange("backup", vaults.path).expectPlainWords(
      .noRoom, saying: "where the vault itself is kept")
    #expect(try names(stick) == [])
  }

  @Test func `can be tried first`() throws {
    let (desk, stick) = try desk()
    let tried = try desk.withoutChange("backup", stick.path, "--dry-run")
    #expect(tried.exit == .done, "\(tried)")
    #expect(tried.err.contains("This would write"))
    #expect(try names(stick) == [])
  }

  @Test(.enabled(if: Mounts.areAllowed, "this system allows no mounts of one's own"))
  func `is refused where there is no room, before anything is written`() throws {
    let (desk, _) = try desk()
    let outcome = try Mounts.run(
      """
      mount -t tmpfs -o size=32k tmpfs "$1/place" || exit 99
      "$2" --vault "$1/ana.vault" --passphrase-file "$1/passphrase.txt" backup "$1/place"
      code=$?
      [ -z "$(ls -A "$1/place")" ] || exit 98
      exit $code
      """, on: desk)
    outcome.expectPlainWords(.noRoom, saying: "no room", "are needed", "nothing was changed")
    let readOnly = try Mounts.run(
      """
      mount -t tmpfs tmpfs "$1/place" && mount -o remount,ro "$1/place" || exit 99
      "$2" --vault "$1/ana.vault" --passphrase-file "$1/passphrase.txt" backup "$1/place"
      """, on: desk)
    readOnly.expectPlainWords(.noRoom, saying: "cannot write to", "netvault backup ~/backups")
  }

  @Test func `of a damaged vault removes no older one`() throws {
    let (desk, stick) = try desk()
    for number in 0..<30 { try note("Note \(number)", desk) }
    _ = try desk.netvault("backup", stick.path, "--keep", "1", "--today", "2026-11-01")
    let good = try names(stick)
    var bytes = try desk.vaultBytes
    // A page in the middle of the log that is still in use.
    for place in stride(from: 16_384 + 3_000, to: bytes.count / 2, by: 4_132) { bytes[place] ^= 1 }
    try bytes.write(to: URL(filePath: desk.vault))
    let outcome = try desk.netvault("backup", "--today", "2026-11-02")
    #expect(outcome.exit == .damage, "\(outcome)")
    #expect(try names(stick) == good)
  }

  @Test func `that was stopped leaves nothing that looks like one`() throws {
    let (desk, stick) = try desk()
    // What a computer that was turned off in the middle leaves.
    try Data("half".utf8).write(to: stick.appending(path: ".ana-backup.part"))
    _ = try desk.netvault("backup", stick.path, "--today", "2026-11-21")
    #expect(try names(stick) == ["ana-2026-11-21.vault"])
  }

  @Test func `can be looked at and put back`() throws {
    let (desk, stick) = try desk()
    _ = try desk.netvault("backup", stick.path, "--today", "2026-11-21")
    let backup = stick.appending(path: "ana-2026-11-21.vault").path
    let before = try Data(contentsOf: URL(filePath: backup))
    try note("Second", desk)
    try note("Third", desk)
    let newer = try desk.vaultBytes

    let looked = try desk.withoutChange("backup", "open", backup)
    #expect(looked.exit == .done, "\(looked)")
    #expect(looked.out.contains("2 changes more than the backup"), "\(looked)")
    let tried = try desk.withoutChange("backup", "open", backup, "--restore", "--dry-run")
    #expect(tried.exit == .done, "\(tried)")

    let restored = try desk.netvault(
      "backup", "open", backup, "--restore", "--today", "2026-11-22")
    #expect(restored.exit == .done, "\(restored)")
    #expect(try desk.vaultBytes == before)
    #expect(try Data(contentsOf: URL(filePath: backup)) == before)
    let aside = desk.vault + ".before-2026-11-22"
    #expect(try Data(contentsOf: URL(filePath: aside)) == newer)
    // That was the one answer: from here on it is the vault.
    let added = try desk.netvault("add", "note", "--text", "After", "--no-input")
    #expect(added.exit == .done, "\(added)")
    #expect(!added.err.contains("older"), "\(added)")
    #expect(try desk.records("note").count == 2)
  }

  @Test func `asks at a terminal before it is put back`() throws {
    let (desk, stick) = try desk()
    _ = try desk.netvault("backup", stick.path, "--today", "2026-11-21")
    let backup = stick.appending(path: "ana-2026-11-21.vault").path
    try note("Second", desk)
    let newer = try desk.vaultBytes
    for (answer, isPut) in [("", false), ("2", true)] {
      let terminal = try desk.terminal("backup", "open", backup, "--yes")
      try terminal.unlock()
      try terminal.wait(for: "What now?")
      try terminal.wait(for: "Choose [1]")
      terminal.type(answer)
      let outcome = try terminal.finish()
      #expect(outcome.exit == .done, "\(outcome)")
      #expect((try desk.vaultBytes == newer) != isPut)
    }
  }

  @Test func `comes back where there is no vault any more`() throws {
    let (desk, stick) = try desk()
    _ = try desk.netvault("backup", stick.path, "--today", "2026-11-21")
    let backup = stick.appending(path: "ana-2026-11-21.vault").path
    let outcome = try desk.alone(
      ["--passphrase-file", desk.passphrase, "backup", "open", backup, "--restore"])
    #expect(outcome.exit == .done, "\(outcome)")
    let home = desk.folder.appending(path: "home/.local/share/netvault/ana.vault")
    #expect(FileManager.default.fileExists(atPath: home.path), "\(outcome)")
  }

  @Test func `of another vault, a damaged one, or the vault itself is not put in place`() throws {
    let (desk, stick) = try desk()
    let other = try Desk.withVault()
    _ = try other.netvault("backup", stick.path, "--today", "2026-11-21")
    let backup = stick.appending(path: "ana-2026-11-21.vault").path
    try desk.withoutChange("backup", "open", backup, "--restore").expectPlainWords(
      .couldNot, saying: "another vault")
    try desk.withoutChange("backup", "open", desk.vault).expectPlainWords(
      .couldNot, saying: "the vault itself")
    _ = try desk.netvault("backup", stick.path, "--today", "2026-11-20")
    let own = stick.appending(path: "ana-2026-11-20.vault")
    var bytes = try Data(contentsOf: own)
    bytes[16_384 + 9_000] ^= 1
    try bytes.write(to: own)
    let damaged = try desk.withoutChange("backup", "open", own.path, "--restore")
    #expect(damaged.exit == .damage, "\(damaged)")
  }

  @Test func `is no older copy when it is only looked at`() throws {
    let (desk, stick) = try desk()
    _ = try desk.netvault("backup", stick.path, "--today", "2026-11-21")
    let backup = stick.appending(path: "ana-2026-11-21.vault").path
    try note("Second", desk)
    for words in [["backup", "open", backup], ["verify", backup]] {
      let outcome = try desk.netvault(words)
      #expect(outcome.exit == .done, "\(outcome)")
      #expect(!outcome.err.contains("older copy"), "\(outcome)")
    }
    let list = try desk.netvault("list")
    #expect(!list.err.contains("older copy"), "\(list)")
    // Opened as if it were the vault, it is named.
    let named = try desk.alone(
      ["--vault", backup, "--passphrase-file", desk.passphrase, "list"])
    #expect(named.err.contains("older copy"), "\(named)")
  }
}
