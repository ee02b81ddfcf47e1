internal import Foundation
internal import JSON
import Testing

@Suite struct `The care plan` {
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      ["diagnosis", "--name", "typical carcinoid of the lung", "--role", "primary"],
      [
        "treatment", "--name", "lanreotide", "--type", "somatostatin-analog", "--who", "Dr. Lee",
        "--status", "current", "--start", "2025",
      ],
      ["team-member", "--name", "Dr. Lee", "--role", "medical oncologist", "--phone", "555-0134"],
    ] {
      let added = try desk.netvault(["add"] + words + ["--no-input", "--today", "2026-11-21"])
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  private func field(_ id: String, _ desk: Desk) throws -> JSONValue? {
    let json = try desk.netvault("plan", "--json", "--today", "2026-11-21").jsonWhenDone()
    return json["parts"]?.array?.flatMap { $0["fields"]?.array ?? [] }
      .first { $0["field"]?.string == id }
  }

  @Test func `says what is known, where it comes from, and what is missing`() throws {
    let desk = try desk()
    let plan = try desk.withoutChange("plan", "--today", "2026-11-21")
    #expect(plan.exit == .done, "\(plan)")
    for words in [
      "Survivorship care plan of Ana Brandt, 21 November 2026", "This page is not medical advice",
      "Plan from the team: not asked for yet.", "14 June 1961, age 65",
      "Dr. Lee, 555-0134", "Gallstones. Fatty stools.", "PMC7066710, as of 21 November 2026",
    ] {
      #expect(plan.out.contains(words), "should say \"\(words)\"\n\(plan)")
    }
    #expect(plan.err.contains("Next: netvault"), "\(plan)")
    #expect(try field("diagnosis", desk)?["state"]?.string == "known")
    #expect(try field("radiation", desk)?["state"]?.string == "not-asked")
    let missing = try desk.netvault("plan", "missing", "--plain")
    #expect(
      missing.out.contains("Radiation\tnetvault add treatment --type radiation"), "\(missing)")
    let part = try desk.netvault("plan", "show", "habits", "--plain")
    #expect(part.out.contains("habits\tsmoking\tnot-asked"), "\(part)")
    try desk.withoutChange("plan", "show", "nothing").expectPlainWords(
      .notUnderstood, saying: "does not fit here")
  }

  @Test func `can be heard, and fits a narrow window`() throws {
    let desk = try desk()
    let heard = try desk.netvault("plan", "show", "team", "--accessible")
    #expect(
      heard.out.contains("Cancer doctor (oncologist). Dr. Lee, 555-0134. from: P."), "\(heard)")
    #expect(!heard.out.contains("  "), "\(heard)")
  }

  @Test func `is asked for, received with its file, and followed`() throws {
    let desk = try desk()
    let dry = try desk.withoutChange("plan", "asked", "--of", "Dr. Lee", "--dry-run")
    #expect(dry.err.contains("Nothing was changed"), "\(dry)")
    let asked = try desk.netvault(
      "plan", "asked", "--of", "Dr. Lee", "--on", "2026-11-03", "--today", "2026-11-21")
    #expect(asked.exit == .done, "\(asked)")
    #expect(
      try field("plan", desk)?["items"]?.array?.first?["words"]?.string
        == "asked Dr. Lee on 3 November 2026, not there yet")
    let letter = try desk.write("plan.txt", "CT every 12 months.")
    let received = try desk.netvault(
      "plan", "received", "--file", letter, "--from", "Dr. Lee", "--on", "2026-11-20", "--review",
      "2027-05", "--activity", "CT of the chest every 12 months", "--activity",
      "walk 30 minutes a day", "--today", "2026-11-21")
    #expect(received.exit == .done, "\(received)")
    #expect(received.err.contains("Kept: plan.txt"), "\(received)")
    #expect(received.err.contains("Next: netvault"), "\(received)")
    let plans = try desk.records("plan")
    #expect(plans.count == 1)
    #expect(plans.first?["fields"]?["receivedOn"]?.string == "2026-11-20")
    #expect(plans.first?["fields"]?["review"]?.string == "2027-05")
    #expect(plans.first?["attachments"]?.array?.count == 1)

    let shown = try desk.withoutChange("plan", "follow", "--dry-run")
    #expect(shown.err.contains("CT of the chest: every 12 months"), "\(shown)")
    #expect(shown.err.contains("walk 30 minutes a day"), "\(shown)")
    let unasked = try desk.withoutChange("plan", "follow", "--no-input")
    #expect(unasked.exit == .needsAnswer, "\(unasked)")
    let followed = try desk.netvault("plan", "follow", "--yes")
    #expect(followed.exit == .done, "\(followed)")
    let checks = try desk.records("follow-up")
    #expect(checks.count == 1)
    #expect(checks.first?["fields"]?["askedBy"]?.string == "Dr. Lee")
    #expect(checks.first?["fields"]?["every"]?.string == "every 12 months")
    try desk.withoutChange("plan", "follow", "--yes")
      .expectPlainWords(.answeredNo, saying: "among yours already")
    #expect(try desk.netvault("undo", "--yes").exit == .done)
    #expect(try desk.records("follow-up").isEmpty)
  }

  @Test func `is not noted as received without a file that is there`() throws {
    let desk = try desk()
    try desk.withoutChange("plan", "received", "--no-input")
      .expectPlainWords(.needsAnswer, saying: "The plan needs its file")
    try desk.withoutChange("plan", "received", "--file", desk.path("none.pdf"))
      .expectPlainWords(.notSupported, saying: "none.pdf")
    let empty = try desk.write("empty.pdf", "")
    let outcome = try desk.withoutChange("plan", "received", "--file", empty)
    #expect(outcome.exit == .notSupported, "\(outcome)")
    let future = try desk.withoutChange(
      "plan", "received", "--on-paper", "--on", "2099-01-01", "--no-input")
    #expect(future.exit == .needsAnswer, "\(future)")
    let asked = try desk.withoutChange("plan", "asked", "--no-input")
    #expect(asked.exit == .needsAnswer && asked.err.contains("--of"), "\(asked)")
    try desk.withoutChange("plan", "follow", "--yes")
      .expectPlainWords(.notFound, saying: "no care plan in this vault")
    let paper = try desk.netvault("plan", "received", "--on-paper", "--from", "Dr. Lee")
    #expect(paper.exit == .done, "\(paper)")
    try desk.withoutChange("plan", "follow", "--yes")
      .expectPlainWords(.notFound, saying: "no line that says how often")
  }

  @Test func `lists tests for other cancers by age, with its source`() throws {
    let desk = try desk()
    let unknown = try desk.withoutChange("plan", "screening", "--today", "2026-11-21")
    #expect(unknown.out.contains("Breast cancer (for women)"), "\(unknown)")
    #expect(unknown.out.contains("Prostate cancer (for men)"), "\(unknown)")
    #expect(unknown.err.contains("edit person --sex"), "\(unknown)")
    #expect(try desk.netvault("edit", "person", "--sex", "female").exit == .done)
    let known = try desk.netvault("plan", "screening", "--today", "2026-11-21")
    #expect(!known.out.contains("Prostate"), "\(known)")
    for words in [
      "Your age: 65.", "Talk with your doctor about it.", "updated 4 December 2025",
      "Last done: nothing is written down.",
    ] {
      #expect(known.out.contains(words), "should say \"\(words)\"\n\(known)")
    }
    let old = try desk.netvault("plan", "screening", "--today", "2028-05-22")
    #expect(old.out.contains("look whether it is still so"), "\(old)")
    let young = try desk.netvault("plan", "screening", "--json", "--today", "1960-01-01")
    #expect(
      try young.jsonWhenDone()["age"]?.string
        == "not known: the date of birth lies in the future", "\(young)")
  }

  @Test func `keeps concerns that are ticked until they were talked about`() throws {
    let desk = try desk()
    #expect(try desk.netvault("plan", "concerns", "fatigue", "8").exit == .done)
    let list = try desk.withoutChange("plan", "concerns", "--json").jsonWhenDone()
    let ticked = list["concerns"]?.array?.filter { $0["ticked"]?.bool == true }
    #expect(ticked?.compactMap { $0["concern"]?.string } == ["fatigue", "money"])
    try desk.withoutChange("plan", "concerns", "fatigue")
      .expectPlainWords(.answeredNo, saying: "says so already")
    #expect(try desk.netvault("plan", "concerns", "--other", "driving").exit == .done)
    #expect(
      try field("concerns", desk)?["items"]?.array?.compactMap { $0["words"]?.string }.count == 3)
    #expect(try desk.netvault("plan", "concerns", "fatigue", "--talked").exit == .done)
    #expect(
      try field("concerns", desk)?["items"]?.array?.compactMap { $0["words"]?.string }.count == 2)
    try desk.withoutChange("plan", "concerns", "nonsense")
      .expectPlainWords(.needsAnswer, saying: "is not one of the answers")
    try desk.withoutChange("plan", "concerns", "fatigue", "--none")
      .expectPlainWords(.notUnderstood, saying: "do not go together")
    #expect(try desk.netvault("plan", "concerns", "--none").exit == .done)
    #expect(try field("concerns", desk)?["state"]?.string == "none")
  }

  @Test func `asks for what is missing, one question at a time`() throws {
    let desk = try desk()
    try desk.withoutChange("plan", "fill", "--no-input")
      .expectPlainWords(.needsAnswer, saying: "need a terminal")
    let terminal = try desk.terminal("plan", "fill", "habits")
    try terminal.unlock()
    try terminal.wait(for: "Smoking: how is it?")
    terminal.type("never smoked")
    try terminal.wait(for: "Physical activity: how is it?")
    terminal.type("-")
    try terminal.wait(for: "Food: how is it?")
    terminal.type("none")
    try terminal.wait(for: "Weight: how is it?")
    terminal.type(".")
    try terminal.wait(for: "Save")
    terminal.type("y")
    let outcome = try terminal.finish()
    #expect(outcome.out.contains("Saved 3 answers."), "\(outcome)")
    #expect(try field("smoking", desk)?["state"]?.string == "known")
    #expect(try field("activity", desk)?["state"]?.string == "unknown")
    #expect(try field("food", desk)?["state"]?.string == "none")
    #expect(try field("weight", desk)?["state"]?.string == "not-asked")
  }

  @Test func `keeps what was answered when the talk is stopped`() throws {
    let desk = try desk()
    let terminal = try desk.terminal("plan", "fill", "habits")
    try terminal.unlock()
    try terminal.wait(for: "Smoking: how is it?")
    terminal.type("never smoked")
    try terminal.wait(for: "Physical activity: how is it?")
    terminal.press(.controlC)
    let outcome = try terminal.finish()
    #expect(outcome.exit == .stopped, "\(outcome)")
    #expect(outcome.out.contains("The 1 answer before it is saved."), "\(outcome)")
    #expect(try field("smoking", desk)?["state"]?.string == "known")
    #expect(try field("activity", desk)?["state"]?.string == "not-asked")
    let again = try desk.terminal("plan", "fill", "habits")
    try again.unlock()
    try again.wait(for: "how is it?")
    again.press(.controlC)
    let empty = try again.finish()
    #expect(empty.out.contains("Nothing was saved."), "\(empty)")
  }

  @Test func `is printed as a page and as text`() throws {
    let desk = try desk()
    let printed = try desk.withoutChange("plan", "print", "-o", desk.path("plan.html"))
    #expect(printed.exit == .done, "\(printed)")
    let page = try desk.read("plan.html")
    #expect(page.contains("<h1>Survivorship care plan</h1>"))
    #expect(page.contains("This page is not medical advice; it says what your team said"))
    let large = try desk.netvault(
      "plan", "print", "--large-print", "-o", desk.path("large.html"))
    #expect(large.exit == .done, "\(large)")
    #expect(try desk.read("large.html").contains("font: 18pt"))
    let text = try desk.withoutChange("plan", "print", "--format", "text", "-o", "-")
    #expect(text.out.contains("SURVIVORSHIP CARE PLAN"), "\(text)")
    let again = try desk.netvault("plan", "print", "-o", desk.path("plan.html"))
    #expect(again.exit == .answeredNo, "\(again)")
  }

  @Test func `is received with a file whose name was mistyped at first`() throws {
    let desk = try desk()
    _ = try desk.write("plan.txt", "CT every 12 months.")
    let terminal = try desk.terminal("plan", "received", "--from", "Dr. Lee")
    try terminal.wait(for: "Where is the file?")
    terminal.type("plam.txt")
    try terminal.wait(for: "plam.txt")
    try terminal.wait(for: "Where is the file?")
    terminal.type(desk.vault)
    try terminal.wait(for: "Where is the file?")
    terminal.type("plan.txt")
    try terminal.unlock()
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    #expect(outcome.out.contains("Kept: plan.txt"), "\(outcome)")
    #expect(try desk.records("plan").first?["attachments"]?.array?.count == 1)
  }
}
