internal import Foundation
internal import JSON
import Testing

/// `netvault schedule`: what is due, how each day came about, and what becomes of it.
@Suite struct `The schedule` {
  private static let today = ["--today", "2026-11-21"]

  static func add(_ desk: Desk, _ words: String...) throws {
    let added = try desk.netvault(["add"] + words + ["--no-input"] + today)
    #expect(added.exit == .done, "\(added)")
  }

  /// A CT in steps, a blood test with a window, and an injection every 28 days.
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    try Self.add(
      desk, "follow-up", "--what", "CT of the chest", "--asked-by", "Dr. Okafor", "--phases",
      "every 3 months for 2 years; then every 6 months for 3 years; then every 12 months",
      "--counted-from", "2022-05-11", "--last", "2026-05-14")
    try Self.add(
      desk, "follow-up", "--what", "chromogranin A", "--asked-by", "Dr. Lee", "--every",
      "every 6 months", "--due", "2026-12-01", "--early", "2 weeks", "--late", "1 month")
    try Self.add(
      desk, "treatment", "--name", "lanreotide", "--type", "somatostatin-analog", "--status",
      "current", "--start", "2022-01", "--dose", "120 mg every 28 days", "--last-given",
      "2026-10-21", "--who", "Dr. Lee", "--cycles-given", "60")
    return desk
  }

  private func run(_ desk: Desk, _ words: String...) throws -> Outcome {
    try desk.netvault(["schedule"] + words + Self.today)
  }

  private func fields(_ desk: Desk, _ kind: String, _ title: String) throws -> JSONValue? {
    try desk.records(kind).first { $0["title"]?.string == title }?["fields"]
  }

  @Test func `says what is due, how each day came about, and who asked`() throws {
    let desk = try desk()
    let shown = try run(desk)
    #expect(shown.exit == .done, "\(shown)")
    for words in [
      "CT of the chest: 14 November 2026, OVERDUE 7 days",
      "6 months after 14 May 2026, asked by Dr. Okafor",
      "chromogranin A: 1 December 2026, may be done now, due in 10 days",
      "the day that Dr. Lee asked for; every 6 months; "
        + "may be done from 17 November 2026 to 1 January 2027",
      "lanreotide: 18 November 2026, LATE by 3 days",
      "28 days after 21 October 2026; 60 cycles given; by Dr. Lee",
    ] {
      #expect(shown.out.contains(words), "should say \"\(words)\"\n\(shown)")
    }
    #expect(shown.told.contains("Next: netvault"), "\(shown)")
    let json = try run(desk, "--json").jsonWhenDone()
    #expect(json["format"]?.string == "netvault/1")
    let ct = json["checks"]?.array?.first
    #expect(ct?["due"]?.string == "2026-11-14")
    #expect(ct?["step"]?.string == "every 6 months from 11 May 2024, for the next 3 years")
    #expect(ct?["isOverdue"]?.bool == true)
    #expect(json["checks"]?.array?.last?["earliest"]?.string == "2026-11-17")
    #expect(json["checks"]?.array?.last?["latest"]?.string == "2027-01-01")
    #expect(json["doses"]?.array?.first?["isLate"]?.bool == true)
    let plain = try run(desk, "--plain")
    #expect(plain.out.hasPrefix("CT of the chest\t2026-11-14\tOVERDUE 7 days\t"), "\(plain)")
    let heard = try run(desk, "--accessible")
    #expect(
      heard.out.contains("1. CT of the chest. Due: 14 November 2026, OVERDUE 7 days. Why: 6"),
      "\(heard)")
  }

  @Test func `is the same for a visit, alone, and in the summary`() throws {
    let desk = try desk()
    let alone = try desk.netvault(Self.today + ["--json"]).jsonWhenDone()
    #expect(
      alone["due"]?.array?.compactMap { $0["due"]?.string } == ["2026-11-14", "2026-12-01"])
    #expect(alone["upcoming"]?.array?.first?["due"]?.string == "2026-11-18")
    #expect(alone["upcoming"]?.array?.first?["topic"]?.string == "dose")
    let visit = try desk.netvault(["visit"] + Self.today)
    #expect(visit.out.contains("CT of the chest, asked by Dr. Okafor. Last: 14 May 2026."))
    #expect(visit.out.contains("lanreotide. Last given: 21 October 2026. 60 cycles given. LATE"))
    let summary = try desk.netvault(
      ["export", "--for", "Dr. Lee", "--format", "text", "-o", "-"] + Self.today)
    #expect(summary.out.contains("14 November 2026"), "\(summary)")
  }

  @Test func `explains one check, with the days to come`() throws {
    let desk = try desk()
    let shown = try run(desk, "show", "CT", "--count", "4")
    #expect(shown.exit == .done, "\(shown)")
    for words in [
      "every 3 months from 11 May 2022, for the next 2 years",
      "every 12 months from 11 May 2027, without an end", "14 May 2027", "14 May 2028",
      "6 months after 14 May 2026", "no end was said",
    ] {
      #expect(shown.out.contains(words), "should say \"\(words)\"\n\(shown)")
    }
    let json = try run(desk, "show", "CT", "--count", "4", "--json").jsonWhenDone()
    #expect(
      json["days"]?.array?.compactMap(\.string)
        == ["2026-11-14", "2027-05-14", "2028-05-14", "2029-05-14"])
    #expect(json["steps"]?.array?.count == 3)
    try desk.withoutChange("schedule", "show", "lanreotide").expectPlainWords(
      .notFound, saying: "lanreotide")
    #expect(try desk.withoutChange("schedule", "show", "CT", "--count", "0").exit == .notUnderstood)
  }

  @Test func `counts from the day on which it was done, and links what came of it`() throws {
    let desk = try desk()
    try Self.add(
      desk, "scan", "--name", "CT November", "--date", "2026-11-16", "--conclusion", "No change.")
    let dry = try desk.withoutChange(
      "schedule", "done", "CT of the chest", "--on", "2026-11-16", "--dry-run")
    #expect(dry.told.contains("Nothing was changed"), "\(dry)")
    let done = try run(desk, "done", "CT of the chest", "--result", "CT November")
    #expect(done.exit == .done, "\(done)")
    #expect(done.told.contains("done on 16 November 2026"), "\(done)")
    #expect(done.told.contains("16 May 2027, 6 months after 16 November 2026, asked by Dr. Okafor"))
    let check = try fields(desk, "follow-up", "CT of the chest")
    #expect(check?["last"]?.string == "2026-11-16")
    #expect(check?["result"] != nil)
    _ = try desk.netvault("undo")
    #expect(try fields(desk, "follow-up", "CT of the chest")?["last"]?.string == "2026-05-14")

    let asked = try run(desk, "done", "chromogranin", "--on", "2026-11-20")
    #expect(asked.told.contains("20 May 2027, 6 months after 20 November 2026"), "\(asked)")
  }

  @Test func `leaves out a day, and the days after it stay`() throws {
    let desk = try desk()
    let none = try desk.withoutChange("schedule", "skip", "CT of the chest", "--no-input")
    none.expectPlainWords(.needsAnswer, saying: "--reason")
    let skipped = try run(desk, "skip", "CT of the chest", "--reason", "Dr. Lee said so")
    #expect(skipped.exit == .done, "\(skipped)")
    #expect(skipped.told.contains("14 May 2027, 12 months after 14 May 2026"), "\(skipped)")
    let check = try fields(desk, "follow-up", "CT of the chest")
    #expect(check?["skipped"]?.string == "2026-11-14")
    #expect(check?["statusReason"]?.string == "Dr. Lee said so")
  }

  @Test func `moves a day, and goes back to counting when it was done`() throws {
    let desk = try desk()
    let moved = try run(desk, "move", "CT of the chest", "--to", "2026-12-03", "--reason", "snow")
    #expect(moved.exit == .done, "\(moved)")
    #expect(try run(desk).out.contains("3 December 2026, in 12 days\n    moved from 14 November"))
    let past = try desk.withoutChange(
      "schedule", "move", "CT of the chest", "--to", "2026-11-01", "--today", "2026-11-21")
    past.expectPlainWords(.needsAnswer, saying: "That day is over")
    let late = try run(desk, "move", "chromogranin", "--to", "2027-02-01")
    #expect(late.told.contains("after the latest day"), "\(late)")
    let done = try desk.netvault(
      "schedule", "done", "CT of the chest", "--on", "2026-12-03", "--today", "2026-12-05")
    #expect(done.told.contains("3 June 2027"), "\(done)")
  }

  @Test func `pauses with a reason, and goes on as before or anew`() throws {
    let desk = try desk()
    let paused = try run(desk, "pause", "--all", "--reason", "in hospital", "--on", "2026-11-02")
    #expect(paused.told.contains("Paused: 2 checks, since 2 November 2026"), "\(paused)")
    #expect(try run(desk).out.contains("paused since 2 November 2026"))
    #expect(try desk.withoutChange("schedule", "pause", "CT").exit == .answeredNo)
    let open = try desk.withoutChange("schedule", "resume", "--all", "--no-input")
    open.expectPlainWords(.needsAnswer, saying: "--from")
    let anew = try run(desk, "resume", "CT of the chest", "--from", "2026-12-01")
    #expect(anew.told.contains("1 March 2027, 3 months after 1 December 2026"), "\(anew)")
    let before = try run(desk, "resume", "chromogranin", "--as-before")
    #expect(before.told.contains("1 December 2026"), "\(before)")
    #expect(try desk.withoutChange("schedule", "resume", "CT").exit == .answeredNo)
    #expect(
      try desk.withoutChange("schedule", "resume", "CT", "--as-before", "--from", "2026-12-01").exit
        == .notUnderstood)
  }

  @Test func `asks whether steps hold after a new treatment or a return, and does nothing itself`()
    throws
  {
    let desk = try desk()
    try Self.add(
      desk, "diagnosis", "--name", "typical carcinoid in the liver", "--role", "recurrence",
      "--diagnosed", "2026-11-03")
    let shown = try run(desk)
    #expect(
      shown.out.contains(
        "typical carcinoid in the liver was found on 3 November 2026. "
          + "1 check is counted from before that. Does it still hold?"), "\(shown)")
    #expect(shown.told.contains("schedule review"), "\(shown)")
    #expect(shown.out.contains("14 November 2026, OVERDUE"), "\(shown)")
    let alone = try desk.netvault(Self.today)
    #expect(alone.told.contains("schedule review"), "\(alone)")
    let none = try desk.withoutChange("schedule", "review", "--no-input", "--today", "2026-11-21")
    none.expectPlainWords(.needsAnswer, saying: "--pause")
    #expect(
      try desk.withoutChange("schedule", "review", "--pause", "--as-before").exit
        == .notUnderstood)

    let held = try run(desk, "review", "--as-before")
    #expect(held.told.contains("They hold as they are: 1 check."), "\(held)")
    #expect(try desk.withoutChange("schedule", "review", "--pause").exit == .answeredNo)
    _ = try desk.netvault("undo")
    let paused = try run(desk, "review", "--pause")
    #expect(paused.told.contains("Paused: 1 check."), "\(paused)")
    #expect(
      try fields(desk, "follow-up", "CT of the chest")?["pauseReason"]?.string
        == "the tumor came back")
    let goes = try run(desk, "resume", "CT of the chest", "--as-before")
    #expect(goes.exit == .done, "\(goes)")
    #expect(try run(desk, "--json").jsonWhenDone()["toReview"]?.array == [])
  }

  @Test func `counts steps anew after a return where somebody says so`() throws {
    let desk = try desk()
    try Self.add(
      desk, "diagnosis", "--name", "in the liver", "--role", "recurrence", "--diagnosed",
      "2026-11-03")
    let anew = try run(desk, "review", "--from", "3 november")
    #expect(anew.told.contains("3 February 2027, 3 months after 3 November 2026"), "\(anew)")
    #expect(try run(desk, "--json").jsonWhenDone()["toReview"]?.array == [])
  }

  @Test func `asks it at a terminal`() throws {
    let desk = try desk()
    try Self.add(
      desk, "treatment", "--name", "everolimus", "--type", "targeted", "--status", "current",
      "--start", "2026-11-03")
    let terminal = try desk.terminal("schedule", "review", "--today", "2026-11-21")
    try terminal.unlock()
    try terminal.wait(for: "everolimus began on 3 November 2026")
    try terminal.wait(for: "What becomes of these checks?")
    terminal.type("2")
    try terminal.wait(for: "From which day?")
    terminal.type("3 november")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("3 February 2027"), "\(outcome)")
  }

  @Test func `is printed with room for notes`() throws {
    let desk = try desk()
    let text = try desk.withoutChange(
      "schedule", "print", "--format", "text", "-o", "-", "--today", "2026-11-21")
    for words in [
      "My checks and injections", "OVERDUE\n- CT of the chest: 14 November 2026",
      "6 months after 14 May 2026, asked by Dr. Okafor; every 6 months",
      "lanreotide: 18 November 2026",
    ] {
      #expect(text.out.contains(words), "should say \"\(words)\"\n\(text)")
    }
    let page = try desk.netvault("schedule", "print", "-o", desk.path("s.html"))
    #expect(page.exit == .done, "\(page)")
  }

  @Test func `of nothing says how to begin`() throws {
    let desk = try Desk.withVault()
    for words in [[], ["print"], ["show"], ["done"], ["skip"], ["pause", "--all"]] {
      let outcome = try desk.netvault(["schedule"] + words)
      #expect(outcome.exit == .notFound, "\(words) \(outcome)")
      #expect(outcome.told.contains("netvault schedule add"), "\(outcome)")
    }
    #expect(try desk.withoutChange("schedule", "given").exit == .notFound)
    #expect(try desk.withoutChange("schedule", "choose").exit == .answeredNo)
    #expect(try desk.withoutChange("schedule", "review").exit == .answeredNo)
  }
}
