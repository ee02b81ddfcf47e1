internal import Foundation
internal import JSON
import Testing

/// Kept, missed, cancelled, and booked again.
@Suite struct `A visit that is over` {
  private static let today = ["--today", "2026-11-27"]

  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      [
        "--what", "oncology", "--who", "Dr. Lee", "--date", "2026-11-26T10:30", "--place",
        "City Clinic", "--status", "planned", "--questions", "Is it calm?",
      ],
      ["--what", "dentist", "--date", "2026-12-15", "--status", "planned"],
    ] {
      let added = try desk.netvault(
        ["add", "visit"] + words + ["--no-input", "--today", "2026-11-21"])
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  private func visits(_ desk: Desk, _ what: String) throws -> [JSONValue] {
    try desk.records("visit").filter { $0["fields"]?["what"]?.string == what }
  }

  @Test func `is named where nobody wrote it up`() throws {
    let desk = try desk()
    for words in [[], ["visit"]] {
      let shown = try desk.netvault(words + Self.today)
      #expect(
        shown.out.contains("oncology, Dr. Lee, 26 November 2026, 10:30"), "\(words) \(shown)")
    }
    #expect(try desk.netvault(["visit"] + Self.today).told.contains("visit kept"))
    let json = try desk.netvault(["visit", "--json"] + Self.today).jsonWhenDone()
    #expect(json["toConfirm"]?.array?.count == 1)
    #expect(try !desk.netvault("visit", "--today", "2026-11-26").out.contains("kept?"))
  }

  @Test func `was kept`() throws {
    let desk = try desk()
    let kept = try desk.netvault(["visit", "kept"] + Self.today)
    #expect(kept.exit == .done, "\(kept)")
    #expect(kept.told.contains("Next: netvault"), "\(kept)")
    #expect(try visits(desk, "oncology").first?["fields"]?["status"]?.string == "kept")
    let shown = try desk.netvault(["visit"] + Self.today)
    #expect(!shown.out.contains("Were these visits kept?"), "\(shown)")
  }

  @Test func `was missed, and is booked again in one change`() throws {
    let desk = try desk()
    let dry = try desk.withoutChange(
      "visit", "missed", "--again", "2026-12-03", "--dry-run", "--today", "2026-11-27")
    #expect(dry.exit == .done, "\(dry)")
    let missed = try desk.netvault(["visit", "missed", "--again", "2026-12-03"] + Self.today)
    #expect(missed.exit == .done, "\(missed)")
    #expect(missed.told.contains("Planned now: oncology, Dr. Lee, 3 December 2026"), "\(missed)")
    let both = try visits(desk, "oncology")
    let old = both.first { $0["fields"]?["status"]?.string == "missed" }
    let new = both.first { $0["fields"]?["status"]?.string == "planned" }
    #expect(new?["fields"]?["place"]?.string == "City Clinic")
    #expect(new?["fields"]?["questions"] != nil)
    #expect(old?["fields"]?["rebooked"] != nil)
    _ = try desk.netvault("undo")
    #expect(try visits(desk, "oncology").count == 1)
    let later = try desk.netvault(["visit", "missed"] + Self.today)
    #expect(later.told.contains("visit missed --again DATE"), "\(later)")
  }

  @Test func `was called off before its day`() throws {
    let desk = try desk()
    let off = try desk.netvault(
      ["visit", "cancelled", "dentist", "--again", "2027-01-12"] + Self.today)
    #expect(off.exit == .done, "\(off)")
    #expect(try visits(desk, "dentist").count == 2)
    #expect(try desk.netvault(["--json"] + Self.today).jsonWhenDone()["visits"]?["count"]?.int == 1)
  }

  @Test func `is booked again at a terminal`() throws {
    let desk = try desk()
    let terminal = try desk.terminal("visit", "missed", "--today", "2026-11-27")
    try terminal.unlock()
    try terminal.wait(for: "Book it again? [yes]")
    terminal.type("")
    try terminal.wait(for: "When?")
    terminal.type("20 november 2026")
    try terminal.wait(for: "still to come")
    terminal.type("3 december 2026 10:30")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("oncology, Dr. Lee, 3 December 2026, 10:30"), "\(outcome)")
  }

  @Test func `is not noted as what cannot be`() throws {
    let desk = try desk()
    for (words, exit, saying) in [
      (["kept", "dentist"], 18, "still to come"), (["missed", "dentist"], 18, "still to come"),
      (["missed", "oncology", "--again", "2026-11-01"], 18, "has to be still to come"),
      (["missed", "oncology", "--again", "2026-12-03", "--not-again"], 64, "Only one of these"),
      (["kept", "wombat"], 16, "wombat"), (["cancelled"], 18, "VISIT"),
    ] as [([String], Int32, String)] {
      let before = try desk.vaultBytes
      let outcome = try desk.netvault(["visit"] + words + ["--no-input"] + Self.today)
      #expect(outcome.code == exit, "\(words) \(outcome)")
      #expect(outcome.told.contains(saying), "\(words) \(outcome)")
      #expect(try desk.vaultBytes == before, "\(words)")
    }
    #expect(try Desk.withVault().withoutChange("visit", "kept").exit == .notFound)
  }

  @Test(arguments: ["Book it again? [yes]", "When?"])
  func `is noted as missed also where the new day is not known yet`(question: String) throws {
    let desk = try desk()
    let terminal = try desk.terminal("visit", "missed", "--today", "2026-11-27")
    try terminal.unlock()
    try terminal.wait(for: "Book it again? [yes]")
    if question == "When?" {
      terminal.type("")
      try terminal.wait(for: question)
    }
    terminal.press(.controlC)
    let outcome = try terminal.finish()
    #expect(outcome.exit == .stopped, "\(outcome)")
    #expect(outcome.out.contains("The 1 answer before it is saved."), "\(outcome)")
    let visits = try visits(desk, "oncology")
    #expect(visits.compactMap { $0["fields"]?["status"]?.string } == ["missed"])
    let later = try desk.netvault(
      ["visit", "missed", "oncology", "--again", "2026-12-03"] + Self.today)
    #expect(later.exit == .done, "\(later)")
    #expect(try self.visits(desk, "oncology").count == 2)
  }
}
