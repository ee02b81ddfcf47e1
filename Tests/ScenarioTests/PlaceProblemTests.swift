internal import Foundation
import Testing

/// What happens when there is no room, or when a place cannot be written to.
///
/// Each runs in mounts of its own, so that it works for an administrator too and leaves nothing
/// behind. Where the system allows no such mounts, the tests say so and are skipped.
@Suite(.enabled(if: Mounts.areAllowed, "this system allows no mounts of one's own"))
struct `A place that cannot be written to` {
  @Test func `because it is full stops an import, and the vault stays as it was`() throws {
    let desk = try Desk.withVault()
    let resources = (0..<3_000).map { Fixture.allergy(id: "a\($0)", to: "Substance \($0)") }
    let file = try desk.write("big.json", Fixture.bundle([Fixture.patient()] + resources))
    let size = try desk.vaultBytes.count / 1024 + 64
    let outcome = try Mounts.run(
      """
      mount -t tmpfs -o size=\(size)k tmpfs "$1/place" && cp "$1/ana.vault" "$1/place/" || exit 99
      "$2" --vault "$1/place/ana.vault" --passphrase-file "$1/passphrase.txt" \
        import "\(file)" --yes --no-input -q
      code=$?
      cmp "$1/ana.vault" "$1/place/ana.vault" || exit 98
      "$2" --vault "$1/place/ana.vault" --passphrase-file "$1/passphrase.txt" verify -q || exit 97
      exit $code
      """, on: desk)
    outcome.expectPlainWords(.noRoom, saying: "room", "nothing was changed")
  }

  @Test func `because it is full makes no vault`() throws {
    let desk = try Desk()
    let outcome = try Mounts.run(
      """
      mount -t tmpfs -o size=8k tmpfs "$1/place" || exit 99
      "$2" --vault "$1/place/new.vault" --passphrase-file "$1/passphrase.txt" \
        init --name Ana --born 1961-06-14 --no-input --kdf-cost 14
      code=$?
      [ -z "$(ls -A "$1/place")" ] || exit 98
      exit $code
      """, on: desk)
    outcome.expectPlainWords(.noRoom, saying: "room")
  }

  @Test func `because it is full gets no half of a summary`() throws {
    let desk = try Desk.withVault()
    let outcome = try Mounts.run(
      """
      mount -t tmpfs -o size=4k tmpfs "$1/place" || exit 99
      "$2" --vault "$1/ana.vault" --passphrase-file "$1/passphrase.txt" \
        export --for "Dr. Lee" --format html -o "$1/place/summary.html" --yes -q
      code=$?
      [ -z "$(ls -A "$1/place")" ] || exit 98
      exit $code
      """, on: desk)
    outcome.expectPlainWords(.noRoom, saying: "room")
  }

  @Test func `because it is read-only`() throws {
    let desk = try Desk.withVault()
    for command in [
      #"--vault "$1/place/new.vault" init --name Ana --born 1961-06-14 --kdf-cost 14"#,
      #"--vault "$1/place/ana.vault" add note --text Hello"#,
      #"--vault "$1/ana.vault" export --for Lee --format text -o "$1/place/summary.txt" -q"#,
    ] {
      let outcome = try Mounts.run(
        """
        mount -t tmpfs tmpfs "$1/place" && cp "$1/ana.vault" "$1/place/" || exit 99
        mount -o remount,ro "$1/place" || exit 99
        "$2" --passphrase-file "$1/passphrase.txt" \(command) --no-input
        """, on: desk)
      outcome.expectPlainWords(.noRoom, saying: "cannot write to")
    }
  }

  @Test func `because it is read-only can still be read`() throws {
    let desk = try Desk.withVault()
    let outcome = try Mounts.run(
      """
      mount -t tmpfs tmpfs "$1/place" && cp "$1/ana.vault" "$1/place/" || exit 99
      mount -o remount,ro "$1/place" || exit 99
      "$2" --vault "$1/place/ana.vault" --passphrase-file "$1/passphrase.txt" list
      """, on: desk)
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("Ana Brandt"), "\(outcome)")
  }
}

/// Mounts that only one process and its children see.
enum Mounts {
  private static let flags =
    getuid() == 0 ? ["--mount"] : ["--user", "--map-root-user", "--mount"]

  static let areAllowed: Bool = {
    let tried = try? Program.run(
      "/usr/bin/unshare",
      flags + ["sh", "-c", "mount -t tmpfs -o size=4k tmpfs /mnt"],
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"],
      in: FileManager.default.temporaryDirectory)
    let allowed = tried?.exit == .done
    if !allowed { print("SKIPPED: no mounts of one's own here, so no test of a full disk") }
    return allowed
  }()

  /// Runs a shell script. `$1` is the desk's folder, with an empty folder `place` in it; `$2` is
  /// the program. Its exit code is the script's.
  static func run(_ script: String, on desk: Desk) throws -> Outcome {
    try FileManager.default.createDirectory(
      at: desk.folder.appending(path: "place"), withIntermediateDirectories: true)
    return try Program.run(
      "/usr/bin/unshare",
      flags + ["sh", "-c", script, "sh", desk.folder.path, Program.path],
      environment: desk.environment, in: desk.folder)
  }
}
