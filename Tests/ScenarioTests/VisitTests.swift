internal import Foundation
internal import JSON
import Testing

@Suite struct `A visit` {
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      [
        "visit", "--what", "oncology", "--who", "Dr. Lee", "--date", "2026-06-01", "--said", "calm",
      ],
      ["visit", "--what", "oncology", "--who", "Dr. Lee", "--date", "2026-11-26"],
      ["scan", "--name", "CT of the chest", "--date", "2026-10-03", "--conclusion", "No change."],
      ["scan", "--name", "Older CT", "--date", "2026-05-03"],
      ["medicine", "--name", "omeprazole", "--start", "2026-07", "--status", "current"],
      ["medicine", "--name", "turmeric", "--type", "supplement", "--status", "current"],
      ["symptom", "--what", "flushing", "--date", "2026-11-20", "--bother", "4"],
      ["question", "--text", "Is the cough from the medicine?"],
      ["option", "--name", "lanreotide", "--date", "2026-06-01", "--recommended-by", "Dr. Lee"],
      [
        "follow-up", "--what", "CT of the chest", "--asked-by", "Dr. Okafor", "--every",
        "every 12 months", "--last", "2025-10-03",
      ],
    ] {
      let added = try desk.netvault(["add"] + words + ["--no-input", "--today", "2026-11-21"])
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  @Test func `is prepared: what is new, what to ask, what is taken, what is due`() throws {
    let desk = try desk()
    let shown = try desk.netvault("visit", "--today", "2026-11-21")
    #expect(shown.exit == .done, "\(shown)")
    for words in [
      "For: oncology, Dr. Lee, 26 November 2026",
      "New since your last visit (oncology, Dr. Lee, 1 June 2026)",
      "3 October 2026: Scan, CT of the chest. No change.", "Is the cough from the medicine?",
      "To decide", "lanreotide, recommended by Dr. Lee", "nobody on the team knows of it yet",
      "turmeric (medicine)", "flushing (symptom, 20 November 2026, bothers 4)",
      "omeprazole (new: since July 2026)", "CT of the chest, asked by Dr. Okafor",
      "OVERDUE 1 month",
    ] {
      #expect(shown.out.contains(words), "should say \"\(words)\"\n\(shown)")
    }
    #expect(!shown.out.contains("Older CT"), "\(shown)")
    let json = try desk.netvault("visit", "--json", "--today", "2026-11-21").jsonWhenDone()
    #expect(json["since"]?.string == "2026-06-01")
    #expect(json["notTold"]?.array?.count == 2)
    #expect(json["medicines"]?.array?.count == 2)
  }

  @Test func `is printed with room to write`() throws {
    let desk = try desk()
    let sheet = try desk.withoutChange(
      "visit", "print", "--format", "text", "-o", "-", "--today", "2026-11-21")
    #expect(sheet.out.hasPrefix("oncology, Dr. Lee, 26 November 2026\n"), "\(sheet)")
    #expect(sheet.out.contains("TO ASK\n1. Is the cough from the medicine?\n   ____"), "\(sheet)")
    #expect(sheet.out.contains("AFTERWARDS"), "\(sheet)")
    let page = try desk.netvault("visit", "print", "-o", desk.path("v.html"))
    #expect(page.exit == .done, "\(page)")
  }

  @Test func `keeps what was said when writing it up is stopped`() throws {
    let desk = try desk()
    let terminal = try desk.terminal("visit", "write", "--today", "2026-11-27")
    try terminal.unlock()
    try terminal.wait(for: "What was said?")
    terminal.type("All is calm.")
    try terminal.wait(for: "What was decided?")
    terminal.press(.controlC)
    let outcome = try terminal.finish()
    #expect(outcome.exit == .stopped, "\(outcome)")
    #expect(outcome.out.contains("The 1 answer before it is saved."), "\(outcome)")
    #expect(try desk.records("visit").first?["fields"]?["said"]?.string == "All is calm.")
  }

  @Test func `is written up one question at a time, with the answers`() throws {
    let desk = try desk()
    let terminal = try desk.terminal("visit", "write", "--today", "2026-11-27")
    try terminal.unlock()
    try terminal.wait(for: "oncology, Dr. Lee, 26 November 2026")
    try terminal.wait(for: "What was said?")
    terminal.type("All is calm.")
    try terminal.wait(for: "What was decided?")
    terminal.type("CT in a year")
    try terminal.wait(for: "What comes next")
    terminal.type("<")
    try terminal.wait(for: "[CT in a year]")
    terminal.type("CT in October")
    try terminal.wait(for: "What comes next")
    terminal.type("")
    try terminal.wait(for: "You wanted to ask: Is the cough from the medicine?")
    terminal.type("No, from a cold.")
    try terminal.wait(for: "Save? [yes]")
    terminal.type("")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("with the answers to 1 question. 0 questions still open."))
    let visit = try desk.records("visit").first?["fields"]
    #expect(visit?["said"]?.string == "All is calm.")
    #expect(visit?["decided"]?.string == "CT in October")
    #expect(visit?["status"]?.string == "kept")
    let question = try desk.records("question").first?["fields"]
    #expect(question?["answer"]?.string == "No, from a cold.")
    #expect(question?["answeredBy"]?.string == "Dr. Lee")
    #expect(question?["asked"]?.string == "2026-11-26")
    #expect(try desk.netvault("timeline").out.contains("Decided: CT in October"))
    // One change: taken back as one.
    _ = try desk.netvault("undo")
    #expect(try desk.records("question").first?["fields"]?["answer"] == nil)
  }

  @Test func `is written up with flags, or not at all`() throws {
    let desk = try desk()
    let dry = try desk.withoutChange(
      "visit", "write", "--decided", "wait", "--dry-run", "--today", "2026-11-27")
    #expect(dry.exit == .done, "\(dry)")
    let none = try desk.withoutChange("visit", "write", "--no-input", "--today", "2026-11-27")
    none.expectPlainWords(.needsAnswer, saying: "--said")
    let saved = try desk.netvault("visit", "write", "--decided", "wait", "--today", "2026-11-27")
    #expect(saved.exit == .done, "\(saved)")
    #expect(try desk.records("visit").first?["fields"]?["decided"]?.string == "wait")
    try Desk.withVault().withoutChange("visit", "write", "--said", "x")
      .expectPlainWords(.notFound, saying: "no visit to write up")
    let wrong = try desk.withoutChange("visit", "write", "turmeric", "--said", "x")
    #expect(wrong.exit == .notFound, "\(wrong)")
  }

  @Test func `may not be planned, and is prepared all the same`() throws {
    let desk = try Desk.withVault()
    let shown = try desk.netvault("visit")
    #expect(shown.exit == .done, "\(shown)")
    #expect(shown.out.contains("No visit is planned"), "\(shown)")
    #expect(shown.err.contains("netvault add visit"), "\(shown)")
  }
}
