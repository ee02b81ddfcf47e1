internal import Foundation
internal import JSON
import Testing

/// Injections, infusions and cycles that were given.
@Suite struct `A dose that was given` {
  private static let today = ["--today", "2026-11-21"]

  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      [
        "--name", "lanreotide", "--type", "somatostatin-analog", "--status", "current", "--dose",
        "120 mg every 28 days", "--start", "2025-01-14", "--last-given", "2026-10-13",
      ],
      [
        "--name", "PRRT", "--type", "radionuclide", "--status", "current", "--every",
        "about 8 weeks apart", "--cycles-planned", "4", "--cycles-given", "2", "--last-given",
        "2026-09-28", "--next-dose", "2026-11-20",
      ],
    ] {
      let added = try desk.netvault(["add", "treatment"] + words + ["--no-input"] + Self.today)
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  private func fields(_ desk: Desk, _ kind: String, _ title: String) throws -> JSONValue? {
    try desk.records(kind).first { $0["title"]?.string == title }?["fields"]
  }

  @Test func `is written down with its place, and the next one is counted`() throws {
    let desk = try desk()
    let dry = try desk.withoutChange("schedule", "given", "lanreotide", "--dry-run")
    #expect(dry.told.contains("Nothing was changed"), "\(dry)")
    let given = try desk.netvault(
      [
        "schedule", "given", "lanreotide", "--on", "2026-11-10", "--where",
        "City Clinic, left side",
      ]
        + Self.today)
    #expect(given.exit == .done, "\(given)")
    #expect(given.told.contains("The next one: 8 December 2026, 28 days after 10 November 2026"))
    let procedure = try fields(desk, "procedure", "lanreotide")
    #expect(procedure?["date"]?.string == "2026-11-10")
    #expect(procedure?["place"]?.string == "City Clinic, left side")
    #expect(procedure?["treatment"] != nil)
    let treatment = try fields(desk, "treatment", "lanreotide")
    #expect(treatment?["lastGiven"]?.string == "2026-11-10")
    #expect(treatment?["givenWhere"]?.string == "City Clinic, left side")
    let twice = try desk.withoutChange("schedule", "given", "lanreotide", "--on", "2026-11-10")
    twice.expectPlainWords(.answeredNo, saying: "written down already")
    // One change: taken back as one.
    _ = try desk.netvault("undo")
    #expect(try fields(desk, "procedure", "lanreotide") == nil)
    #expect(try fields(desk, "treatment", "lanreotide")?["lastGiven"]?.string == "2026-10-13")
  }

  @Test func `counts the cycles, up to the last`() throws {
    let desk = try desk()
    let shown = try desk.netvault(["schedule"] + Self.today)
    #expect(shown.out.contains("PRRT: 20 November 2026, LATE by 1 day"), "\(shown)")
    #expect(shown.out.contains("the day that was booked; 2 of 4 cycles given"), "\(shown)")
    let third = try desk.netvault(["schedule", "given", "PRRT"] + Self.today)
    #expect(
      third.told.contains("about 16 January 2027, 56 days after 21 November 2026"), "\(third)")
    #expect(third.told.contains("3 of 4 cycles given"), "\(third)")
    let fourth = try desk.netvault(
      "schedule", "given", "PRRT", "--on", "2027-01-16", "--today", "2027-01-16")
    #expect(fourth.told.contains("the last one that was planned"), "\(fourth)")
    #expect(try fields(desk, "treatment", "PRRT")?["cyclesGiven"]?.string == "4")
    #expect(try !desk.netvault("schedule", "--today", "2027-01-16").out.contains("PRRT"))
  }

  @Test func `before the last one does not put the last one back`() throws {
    let desk = try desk()
    let old = try desk.netvault(
      ["schedule", "given", "lanreotide", "--on", "2026-09-15", "--where", "Northgate"]
        + Self.today)
    #expect(old.exit == .done, "\(old)")
    let treatment = try fields(desk, "treatment", "lanreotide")
    #expect(treatment?["lastGiven"]?.string == "2026-10-13")
    #expect(treatment?["givenWhere"] == nil)
  }

  @Test func `says when the next one is booked`() throws {
    let desk = try desk()
    let given = try desk.netvault(
      ["schedule", "given", "lanreotide", "--next", "2026-12-22"] + Self.today)
    #expect(given.told.contains("The next one: 22 December 2026, the day that was booked"))
  }

  @Test func `is refused where it cannot be`() throws {
    let desk = try desk()
    for (words, exit, saying) in [
      (["lanreotide", "--on", "2099-01-01"], 18, "must be today or in the past"),
      (["lanreotide", "--on", "2024-01-01"], 18, "before this treatment began"),
      (["lanreotide", "--next", "2026-11-01"], 18, "still to come"),
      (["wombat"], 16, "wombat"), ([], 18, "WHAT"),
    ] as [([String], Int32, String)] {
      let before = try desk.vaultBytes
      let outcome = try desk.netvault(
        ["schedule", "given"] + words + ["--no-input"] + Self.today)
      #expect(outcome.code == exit, "\(words) \(outcome)")
      #expect(outcome.told.contains(saying), "\(words) \(outcome)")
      #expect(try desk.vaultBytes == before, "\(words)")
    }
  }

  @Test func `is chosen at a terminal`() throws {
    let desk = try desk()
    let terminal = try desk.terminal("schedule", "given", "--today", "2026-11-21")
    try terminal.unlock()
    try terminal.wait(for: "Which one was given?")
    terminal.type("1")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("lanreotide, given on 21 November 2026"), "\(outcome)")
  }
}
