internal import Foundation
internal import JSON
import Testing

/// A place for one test: a folder with a home of its own, a passphrase and a vault. Nothing of
/// the computer's owner is read or touched, and it is gone when the test ends.
final class Desk {
  static let words = "harbor violin october salt mitten reply"

  let folder: URL
  let vault: String
  let passphrase: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "nv-\(UUID().uuidString.prefix(8).lowercased())")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "home"), withIntermediateDirectories: true)
    vault = folder.appending(path: "ana.vault").path
    passphrase = folder.appending(path: "passphrase.txt").path
    try Data("\(Self.words)\n".utf8).write(to: URL(filePath: passphrase))
  }

  /// A desk with a new vault on it.
  static func withVault(sourceLocation: SourceLocation = #_sourceLocation) throws -> Desk {
    let desk = try Desk()
    let made = try desk.makeVault()
    #expect(made.exit == .done, "\(made)", sourceLocation: sourceLocation)
    return desk
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Nothing from the outside but the way to the system's programs.
  var environment: [String: String] {
    [
      "HOME": folder.appending(path: "home").path, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
      "LANG": "C.UTF-8", "TERM": "xterm", "TZ": "UTC", "COLUMNS": "100",
    ]
  }

  /// Makes the vault, with the cheapest key derivation that the file format allows.
  func makeVault() throws -> Outcome {
    try netvault(
      "init", "--name", "Ana Brandt", "--born", "1961-06-14", "--no-input", "--kdf-cost", "14")
  }

  /// Runs `netvault --vault FILE --passphrase-file P words…`.
  func netvault(_ words: String..., stdin: String = "") throws -> Outcome {
    try netvault(words, stdin: stdin)
  }

  func netvault(_ words: [String], stdin: String = "") throws -> Outcome {
    try alone(["--vault", vault, "--passphrase-file", passphrase] + words, stdin: stdin)
  }

  /// Runs `netvault words…` and nothing before the words.
  func alone(_ words: [String], stdin: String = "") throws -> Outcome {
    try Program.run(words, stdin: stdin, environment: environment, in: folder)
  }

  /// Runs `netvault --vault FILE words…` at a terminal.
  func terminal(_ words: String...) throws -> Terminal {
    try Terminal(["--vault", vault] + words, environment: environment, in: folder)
  }

  /// Writes a file and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  func write(_ name: String, _ bytes: Data) throws -> String {
    let file = folder.appending(path: name)
    try bytes.write(to: file)
    return file.path
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  var vaultBytes: Data {
    get throws { try Data(contentsOf: URL(filePath: vault)) }
  }

  /// Every record of the vault, as `list --json` gives it.
  func records(
    _ kind: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [JSONValue] {
    let outcome = try netvault(["list"] + (kind.map { [$0] } ?? []) + ["--json"])
    let json = try outcome.jsonWhenDone(sourceLocation: sourceLocation)
    #expect(json["format"]?.string == "netvault/1", sourceLocation: sourceLocation)
    return try #require(json["records"]?.array, sourceLocation: sourceLocation)
  }

  /// Runs the words and checks that not one byte of the vault is different afterwards.
  func withoutChange(
    _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    let before = try vaultBytes
    let outcome = try netvault(words)
    let after = try vaultBytes
    #expect(
      after == before, "the vault file changed\n\(outcome)", sourceLocation: sourceLocation)
    return outcome
  }
}
