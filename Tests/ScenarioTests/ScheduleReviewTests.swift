internal import Foundation
internal import JSON
import Testing

/// A treatment began, or the tumor came back: checks without steps are asked about too, and an answer
/// that cannot be is asked for again.
@Suite struct `Checks after a treatment or a return` {
  private static let today = ["--today", "2026-11-21"]

  /// Of these, the ultrasound and the CT were done before November; the blood test was done in it.
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      ["--what", "ultrasound", "--every", "every 12 months", "--last", "2026-02-10"],
      ["--what", "blood test", "--every", "every 3 months", "--last", "2026-11-10"],
      [
        "--what", "CT", "--phases", "every 3 months for 2 years; then every 12 months",
        "--counted-from", "2024-05-11", "--last", "2026-08-14",
      ],
      ["--what", "eye check", "--due", "2027-01-10", "--every", "every 2 years"],
    ] {
      let added = try desk.netvault(["add", "follow-up"] + words + ["--no-input"] + Self.today)
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  private func begin(_ desk: Desk) throws {
    let added = try desk.netvault(
      [
        "add", "treatment", "--name", "everolimus", "--type", "targeted", "--status", "current",
        "--start", "2026-11-03", "--no-input",
      ] + Self.today)
    #expect(added.exit == .done, "\(added)")
  }

  private func countedFrom(_ desk: Desk) throws -> [String: String] {
    let checks = try desk.records("follow-up")
    return Dictionary(
      checks.compactMap { check in
        check["fields"]?["countedFrom"]?.string.map { (check["title"]?.string ?? "", $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func `are asked about where they are counted from before it`() throws {
    let desk = try desk()
    #expect(!(try desk.netvault(["schedule"] + Self.today).out.contains("still hold")))
    try begin(desk)
    let shown = try desk.netvault(["schedule"] + Self.today)
    #expect(
      shown.out.contains(
        "everolimus began on 3 November 2026. 2 checks are counted from before that. "
          + "Do they still hold?"), "\(shown)")
    let held = try desk.netvault(["schedule", "review", "--as-before"] + Self.today)
    #expect(held.told.contains("They hold as they are: 2 checks."), "\(held)")
    #expect(!(try desk.netvault(["schedule"] + Self.today).out.contains("still hold")))
  }

  @Test func `are counted anew from a day that can be, asked until it is one`() throws {
    let desk = try desk()
    try begin(desk)
    let terminal = try desk.terminal("schedule", "review", "--today", "2026-11-21")
    try terminal.unlock()
    for (question, answer) in [
      ("What becomes of these checks?", "2"), ("From which day?", "soon"),
      ("is not a date", "1950"), ("before the date of birth", "2026"),
      ("year alone is not enough", "3 november 2026"),
    ] {
      try terminal.wait(for: question)
      terminal.type(answer)
    }
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    // 12 months, and 3 months, after 3 November 2026.
    #expect(outcome.out.contains("ultrasound. It is due next: 3 November 2027"), "\(outcome)")
    #expect(outcome.out.contains("CT. It is due next: 3 February 2027"), "\(outcome)")
    #expect(
      try countedFrom(desk) == ["ultrasound": "2026-11-03", "CT": "2026-11-03"])
  }

  @Test func `go on after a pause from a day that can be`() throws {
    let desk = try desk()
    let paused = try desk.netvault(
      ["schedule", "pause", "CT", "--reason", "in hospital", "--on", "2026-11-01"] + Self.today)
    #expect(paused.exit == .done, "\(paused)")
    let terminal = try desk.terminal("schedule", "resume", "--today", "2026-11-21")
    try terminal.unlock()
    for (question, answer) in [
      ("How does it go on?", "2"), ("From which day?", "1950"),
      ("before the date of birth", "2026-11-20"),
    ] {
      try terminal.wait(for: question)
      terminal.type(answer)
    }
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("20 February 2027"), "\(outcome)")
    #expect(try countedFrom(desk)["CT"] == "2026-11-20")
  }

  @Test func `by a general rule begin on a day that can be`() throws {
    let desk = try Desk.withVault()
    let terminal = try desk.terminal("schedule", "take", "--today", "2026-11-21")
    try terminal.unlock()
    for (question, answer) in [
      ("From which day are the steps counted?", "1950"), ("before the date of birth", "2020"),
      ("year alone is not enough", "11 may 2020"),
    ] {
      try terminal.wait(for: question)
      terminal.type(answer)
    }
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(try countedFrom(desk).values.sorted() == ["2020-05-11"])
  }

  @Test func `move to a day that is not over`() throws {
    let desk = try desk()
    let terminal = try desk.terminal("schedule", "move", "eye check", "--today", "2026-11-21")
    try terminal.unlock()
    for (question, answer) in [
      ("To which day?", "20 november 2026"), ("That day is over.", "3 february 2027"),
    ] {
      try terminal.wait(for: question)
      terminal.type(answer)
    }
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("eye check is moved to 3 February 2027"), "\(outcome)")
  }

  @Test func `are asked about where a hospital's file says that the tumor came back`() throws {
    let desk = try desk()
    let system = "http://terminology.hl7.org/CodeSystem/condition-clinical"
    func tumor(_ status: String) -> String {
      #"""
      {"resourceType":"Condition","id":"t","subject":{"reference":"Patient/ana"},
      "clinicalStatus":{"coding":[{"system":"\#(system)","code":"\#(status)"}]},
      "code":{"text":"Carcinoid tumor of lung"},"onsetDateTime":"2020-05-11"}
      """#
    }
    for (status, isAsked) in [("active", false), ("recurrence", true)] {
      let file = try desk.write(
        "\(status).json", Fixture.bundle([Fixture.patient(), tumor(status)]))
      let read = try desk.netvault("import", file, "--yes", "--no-input")
      #expect(read.exit == .done, "\(read)")
      let shown = try desk.netvault("schedule")
      #expect(
        shown.out.contains("Carcinoid tumor of lung came back, as written down here") == isAsked,
        "\(shown)")
    }
    // All that is counted from a day; what was only asked for stands as it was asked for.
    let held = try desk.netvault("schedule", "review", "--as-before")
    #expect(held.told.contains("They hold as they are: 3 checks."), "\(held)")
    #expect(try desk.netvault("schedule", "--json").jsonWhenDone()["toReview"]?.array == [])
  }
}
