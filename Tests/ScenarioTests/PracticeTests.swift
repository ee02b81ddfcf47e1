internal import Foundation
internal import JSON
internal import Records
import Testing

/// Trying things on the made-up patient, beside vaults of one's own or without any.
@Suite struct `Practice` {
  private func practice(_ desk: Desk, _ words: String...) throws -> Outcome {
    try desk.alone(["--vault", "practice", "--today", "2026-11-21"] + words)
  }

  private func made(on desk: Desk) throws -> Outcome {
    let made = try desk.alone(["practice", "--today", "2026-11-21"])
    #expect(made.exit == .done, "\(made)")
    return made
  }

  private func records(_ desk: Desk) throws -> [JSONValue] {
    let json = try practice(desk, "list", "--json").jsonWhenDone()
    return try #require(json["records"]?.array)
  }

  @Test func `opens without a passphrase, rich in every kind`() throws {
    let desk = try Desk()
    let made = try made(on: desk)
    for words in ["made up", "netvault --vault practice", "reset", "remove"] {
      #expect(made.err.contains(words), "\(made)")
    }
    let kinds = Set(try records(desk).compactMap { $0["kind"]?.string })
    #expect(kinds == Set(Kind.allCases.map(\.rawValue)))
    let standing = try practice(desk)
    #expect(standing.exit == .done, "\(standing)")
    #expect(standing.out.contains("made-up"))
    #expect(try practice(desk, "verify").exit == .done)
  }

  @Test func `is never taken for a vault of one's own`() throws {
    let desk = try Desk()
    _ = try made(on: desk)
    let standing = try desk.alone([])
    #expect(standing.exit == .noVault, "\(standing)")
    #expect(try desk.alone(["list"]).exit == .noVault)

    let own = try desk.alone([
      "--passphrase-file", desk.passphrase, "init", "--name", "Ana Brandt", "--born",
      "1961-06-14", "--no-input", "--kdf-cost", "14",
    ])
    #expect(own.exit == .done, "\(own)")
    let hers = try desk.alone(["--passphrase-file", desk.passphrase])
    #expect(hers.exit == .done, "\(hers)")
    #expect(hers.out.contains("Ana Brandt"))
    let named = try desk.alone(["--vault", "practice", "init", "--name", "B", "--no-input"])
    #expect(named.exit == .answeredNo, "\(named)")
    #expect(named.err.contains("made-up patient"))
  }

  @Test func `can be tried in, and starts over`() throws {
    let desk = try Desk()
    _ = try made(on: desk)
    let before = try records(desk)
    let added = try practice(desk, "add", "note", "--text", "Only a try", "--no-input")
    #expect(added.exit == .done, "\(added)")
    #expect(try records(desk).count == before.count + 1)

    let asks = try desk.alone(["practice", "reset", "--no-input"])
    #expect(asks.exit == .needsAnswer, "\(asks)")
    #expect(try records(desk).count == before.count + 1)
    let dry = try desk.alone(["practice", "reset", "--dry-run"])
    #expect(dry.exit == .done, "\(dry)")
    #expect(try records(desk).count == before.count + 1)
    let reset = try desk.alone(["practice", "reset", "--yes", "--today", "2026-11-21"])
    #expect(reset.exit == .done, "\(reset)")
    #expect(try records(desk).map { $0["id"] } == before.map { $0["id"] })
  }

  @Test func `takes its last change back, and nothing else`() throws {
    let desk = try Desk()
    _ = try made(on: desk)
    let count = try records(desk).count
    #expect(try practice(desk, "undo").exit == .done)
    #expect((count - 5..<count).contains(try records(desk).count))
    #expect(try practice(desk, "undo").exit == .done)
    #expect(try records(desk).count == count)
  }

  @Test func `moves on with the days, until something is tried in it`() throws {
    let desk = try Desk()
    _ = try made(on: desk)
    let later = try desk.alone(["practice", "--today", "2027-05-05", "--json"])
    #expect(try later.jsonWhenDone()["made"]?.bool == true)
    let again = try desk.alone(["practice", "--today", "2027-05-05", "--json"])
    #expect(try again.jsonWhenDone()["made"]?.bool == false)
    let added = try desk.alone([
      "--vault", "practice", "add", "note", "--text", "Only a try", "--no-input",
    ])
    #expect(added.exit == .done, "\(added)")
    let kept = try desk.alone(["practice", "--today", "2028-05-05"])
    #expect(kept.exit == .done, "\(kept)")
    #expect(kept.err.contains("5 May 2027"), "\(kept)")
    #expect(try records(desk).contains { $0["title"]?.string == "Only a try" })
  }

  @Test func `goes away without a trace, and says when there is none`() throws {
    let desk = try Desk()
    _ = try made(on: desk)
    let removed = try desk.alone(["practice", "remove"])
    #expect(removed.exit == .done, "\(removed)")
    #expect(try practice(desk, "list").exit == .noVault)
    let folder = desk.path("home/.local/share/netvault")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    let again = try desk.alone(["practice", "remove"])
    #expect(again.exit == .noVault, "\(again)")
  }

  @Test func `asks once another passphrase was chosen in it`() throws {
    let desk = try Desk()
    _ = try made(on: desk)
    let known = try desk.write("known.txt", "practice\n")
    let changed = try desk.alone([
      "--vault", "practice", "--passphrase-file", known, "passphrase", "--new-passphrase-file",
      desk.passphrase, "--no-input", "--yes",
    ])
    #expect(changed.exit == .done, "\(changed)")
    #expect(try practice(desk, "list").exit == .needsAnswer)
    #expect(try practice(desk, "--passphrase-file", desk.passphrase, "list").exit == .done)
    #expect(try desk.alone(["practice", "reset", "--yes"]).exit == .done)
    #expect(try practice(desk, "list").exit == .done)
  }
}
