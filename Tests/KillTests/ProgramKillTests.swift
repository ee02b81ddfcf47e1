internal import Foundation
internal import KillStory
internal import Records
internal import Sealing
internal import TestSupport
internal import Testing
internal import Vault

/// The real program, killed in the middle of what it does for people.
@Suite struct `The program that is killed` {
  private static let perFile = 40

  private struct Place {
    let folder: URL
    var vault: String { folder.appending(path: "ana.vault").path }
    var environment: [String] { ["HOME=\(folder.path)", "PATH=/usr/bin:/bin", "LANG=C.UTF-8"] }

    init() throws {
      folder = memory.appending(path: "netvault-killed-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data((Content.passphrase + "\n").utf8).write(to: folder.appending(path: "words"))
    }

    func netvault(_ words: String...) throws -> Victim {
      let options = ["--vault", vault, "--passphrase-file", folder.appending(path: "words").path]
      return try Victim("netvault", options + words, environment: environment)
    }

    /// A hospital's file with results that no other file has.
    func file(_ number: Int) throws -> String {
      let entries = (0..<`The program that is killed`.perFile).map { one in
        #"{"resource":{"resourceType":"Observation","id":"o\#(number)-\#(one)","status":"final","#
          + #""code":{"text":"Test \#(number)-\#(one)"},"effectiveDateTime":"2025-05-12","#
          + #""valueQuantity":{"value":\#(one).5,"unit":"ng/mL"}}}"#
      }
      let text = #"{"resourceType":"Bundle","type":"collection","entry":[\#n"#
      let path = folder.appending(path: "file-\(number).json")
      try Data((text + entries.joined(separator: ",\n") + "]}").utf8).write(to: path)
      return path.path
    }

    /// How many results there are, after everything was verified.
    func results(in other: String? = nil) throws -> Int {
      let vault = try Vault.open(
        at: other ?? vault, passphrase: Content.secret(Content.passphrase), mode: .read)
      defer { try? vault.close() }
      #expect(try vault.verify().isSound)
      return try vault.counts()[.result] ?? 0
    }
  }

  @Test func `keeps a whole import or nothing of it`() throws {
    let place = try Place()
    defer { try? FileManager.default.removeItem(at: place.folder) }
    let made = try place.netvault("init", "--name", "Ana Brandt", "--no-input", "--kdf-cost", "14")
    #expect(made.finish().code == 0)
    let begin = ContinuousClock.now
    let first = try place.netvault("import", try place.file(0), "--yes", "--no-input").finish()
    #expect(first.code == 0)
    let typical = (ContinuousClock.now - begin) / .microseconds(1)

    let rounds = isThorough ? 300 : 12
    var (random, there, whole, said) = (SplitMix(seed: 7), Self.perFile, 0, 0)
    for round in 1...rounds {
      let victim = try place.netvault("import", try place.file(round), "--yes", "--no-input")
      usleep(UInt32(Double.random(in: 0..<typical * 1.2, using: &random)))
      let (lines, _) = victim.kill()
      let found = try place.results()
      #expect(found == there || found == there + Self.perFile, "a part of an import")
      if lines.contains(where: { $0.hasPrefix("Added") }) {
        said += 1
        #expect(found == there + Self.perFile, "an import that was said to be done is not there")
      }
      if found > there { whole += 1 }
      there = found
      let names = try FileManager.default.contentsOfDirectory(atPath: place.folder.path)
      #expect(!names.contains { $0.hasPrefix("ana.vault.") }, "something is left over")
    }
    // The same file once more, to the end.
    #expect(
      try place.netvault("import", try place.file(rounds + 1), "--yes", "--no-input").finish().code
        == 0)
    #expect(try place.results() == there + Self.perFile)
    print(
      "check: kill -9 of the program: \(rounds) imports were killed; \(said) had been said to"
        + " be done and were there, \(whole - said) more were there as a whole,"
        + " \(rounds - whole) not at all")
  }

  @Test func `leaves no half backup under the name of a backup`() throws {
    let place = try Place()
    defer { try? FileManager.default.removeItem(at: place.folder) }
    let stick = place.folder.appending(path: "stick")
    try FileManager.default.createDirectory(at: stick, withIntermediateDirectories: true)
    let made = try place.netvault("init", "--name", "Ana Brandt", "--no-input", "--kdf-cost", "14")
    #expect(made.finish().code == 0)
    #expect(
      try place.netvault("import", try place.file(0), "--yes", "--no-input").finish().code == 0)
    let begin = ContinuousClock.now
    #expect(try place.netvault("backup", stick.path, "--no-input").finish().code == 0)
    let typical = (ContinuousClock.now - begin) / .microseconds(1)

    let rounds = isThorough ? 200 : 8
    var random = SplitMix(seed: 11)
    var (backups, leftOver) = (0, 0)
    for _ in 0..<rounds {
      let victim = try place.netvault("backup", stick.path, "--no-input")
      usleep(UInt32(Double.random(in: 0..<typical * 1.1, using: &random)))
      _ = victim.kill()
      for name in try FileManager.default.contentsOfDirectory(atPath: stick.path) {
        guard name.hasSuffix(".vault") else {
          leftOver += 1
          continue
        }
        backups += 1
        #expect(try place.results(in: stick.appending(path: name).path) == Self.perFile)
      }
    }
    #expect(try place.results() == Self.perFile)
    let last = try place.netvault("backup", stick.path, "--no-input").finish()
    #expect(last.code == 0, "\(last.lines)")
    let names = try FileManager.default.contentsOfDirectory(atPath: stick.path)
    #expect(names.allSatisfy { $0.hasSuffix(".vault") }, "left over: \(names)")
    print(
      "check: kill -9 of the program: \(rounds) backups were killed; \(backups) looks at backups,"
        + " each whole; \(leftOver) left-over files, cleaned by the next")
  }
}
