internal import Foundation
internal import JSON
import Testing

/// A vault that stays open for a while, in the kernel's key ring.
@Suite struct `An unlocked vault` {
  /// False where these tests run in a container whose kernel keeps no keys.
  static let hasKeyRing: Bool = {
    guard let desk = try? Desk(), (try? desk.makeVault())?.exit == .done else { return false }
    let outcome = try? desk.netvault("unlock", "--for", "1s")
    return outcome?.exit == .done
  }()

  /// Asks for a list without any passphrase.
  private func list(_ desk: Desk) throws -> Outcome {
    try desk.alone(["--vault", desk.vault, "list", "--no-input"])
  }

  @Test(.enabled(if: hasKeyRing, "this kernel keeps no keys for us"))
  func `opens without a passphrase, in every terminal, until it is locked`() throws {
    let desk = try Desk.withVault()
    #expect(try list(desk).exit == .needsAnswer)
    let unlocked = try desk.netvault("unlock", "--json")
    #expect(try unlocked.jsonWhenDone()["seconds"]?.numberText == "900")
    #expect(try list(desk).exit == .done)
    let added = try desk.alone(
      ["--vault", desk.vault, "add", "note", "--text", "x", "--no-input"])
    #expect(added.exit == .done, "\(added)")
    let terminal = try desk.terminal("list")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(!outcome.out.contains("assphrase"), "\(outcome)")
    let locked = try desk.alone(["--vault", desk.vault, "lock", "--json"])
    #expect(try locked.jsonWhenDone()["locked"]?.numberText == "1")
    #expect(try list(desk).exit == .needsAnswer)
    let again = try desk.alone(["--vault", desk.vault, "lock"])
    #expect(again.exit == .done)
    #expect(again.err.contains("Nothing was unlocked."))
  }

  @Test(.enabled(if: hasKeyRing, "this kernel keeps no keys for us"))
  func `is told by doctor, with what a guess costs`() throws {
    let desk = try Desk.withVault()
    let locked = try desk.alone(["--vault", desk.vault, "doctor"])
    #expect(locked.out.contains("The vault is locked."), "\(locked)")
    #expect(locked.out.contains(/about [0-9]+\.[0-9] seconds,\s+16\s+MiB/), "\(locked)")
    #expect(try desk.netvault("unlock").exit == .done)
    defer { _ = try? desk.alone(["--vault", desk.vault, "lock"]) }
    let unlocked = try desk.alone(["--vault", desk.vault, "doctor"])
    #expect(unlocked.out.contains("The vault is unlocked now"), "\(unlocked)")
    #expect(unlocked.out.contains("netvault lock"), "\(unlocked)")
  }

  @Test(.enabled(if: hasKeyRing, "this kernel keeps no keys for us"))
  func `locks itself when the time is over`() throws {
    let desk = try Desk.withVault()
    let unlocked = try desk.netvault("unlock", "--for", "1s")
    #expect(unlocked.exit == .done, "\(unlocked)")
    #expect(unlocked.err.contains("open for 1 second"), "\(unlocked)")
    #expect(unlocked.err.contains("any program that runs as you could read its key"))
    while try list(desk).exit == .done { usleep(100_000) }
    #expect(try list(desk).exit == .needsAnswer)
  }

  @Test(.enabled(if: hasKeyRing, "this kernel keeps no keys for us"))
  func `still asks for the passphrase before a key is changed`() throws {
    let desk = try Desk.withVault()
    #expect(try desk.netvault("unlock", "--for", "5 minutes").exit == .done)
    defer { _ = try? desk.alone(["--vault", desk.vault, "lock"]) }
    let new = try desk.write("new.txt", "another set of plain words\n")
    let before = try desk.vaultBytes
    for command in [
      ["passphrase", "--new-passphrase-file", new], ["key", "rotate"],
      ["key", "add", "--new-passphrase-file", new], ["key", "remove", "1"],
      ["key", "sheet", "-o", "sheet.html"], ["unlock"],
    ] {
      let outcome = try desk.alone(["--vault", desk.vault, "--no-input"] + command)
      outcome.expectPlainWords(.needsAnswer, saying: "passphrase")
    }
    #expect(try desk.vaultBytes == before)
  }

  @Test(.enabled(if: hasKeyRing, "this kernel keeps no keys for us"))
  func `is locked by a rotation, also one that was made elsewhere`() throws {
    let desk = try Desk.withVault()
    let new = try desk.write("new.txt", "another set of plain words\n")
    let rotate = ["key", "rotate", "--new-passphrase-file", new, "--kdf-cost", "14"]
    #expect(try desk.netvault("unlock").exit == .done)
    // Elsewhere: as if this computer did not know.
    let elsewhere = try NoKeyRing.run(
      ["--vault", desk.vault, "--passphrase-file", desk.passphrase] + rotate, on: desk)
    #expect(elsewhere.exit == .done, "\(elsewhere)")
    #expect(try list(desk).exit == .needsAnswer, "the key fits no more")
    let locked = try desk.alone(["--vault", desk.vault, "lock", "--json"])
    #expect(try locked.jsonWhenDone()["locked"]?.numberText == "0", "and is gone")
    _ = try desk.write("passphrase.txt", "another set of plain words\n")
    #expect(try desk.netvault("unlock").exit == .done)
    #expect(try desk.netvault(rotate).exit == .done)
    #expect(try list(desk).exit == .needsAnswer)
  }

  @Test(arguments: ["15", "13h", "0m", "never", "-5m", "1.5h"])
  func `stays open only for a time that means something`(length: String) throws {
    let desk = try Desk.withVault()
    let outcome = try desk.withoutChange("unlock", "--for=\(length)")
    outcome.expectPlainWords(.notUnderstood, saying: "12 hours", "--for 15m")
    #expect(try list(desk).exit == .needsAnswer)
  }

  @Test(arguments: [EPERM, EACCES, ENOSYS])
  func `is not to be had where the kernel refuses`(number: Int32) throws {
    let desk = try Desk.withVault()
    let flags = ["--vault", desk.vault, "--passphrase-file", desk.passphrase]
    let refused = try NoKeyRing.run(flags + ["unlock"], errno: number, on: desk)
    refused.expectPlainWords(.couldNot, saying: "kernel refuses", "as well locked as before")
    let locked = try NoKeyRing.run(flags + ["lock"], errno: number, on: desk)
    #expect(locked.exit == .done, "\(locked)")
    let list = try NoKeyRing.run(flags + ["list"], errno: number, on: desk)
    #expect(list.exit == .done, "\(list)")
    #expect(!list.err.contains("kernel"), "nobody was asked for anything")
  }

  @Test func `is asked for each time where the kernel refuses, and says why once`() throws {
    let desk = try Desk.withVault()
    for time in 1...2 {
      let terminal = try NoKeyRing.terminal(["--vault", desk.vault, "list"], on: desk)
      try terminal.unlock()
      let outcome = try terminal.finish()
      #expect(outcome.exit == .done, "\(outcome)")
      #expect(outcome.out.contains("its kernel refuses the key ring") == (time == 1), "\(outcome)")
    }
  }
}
