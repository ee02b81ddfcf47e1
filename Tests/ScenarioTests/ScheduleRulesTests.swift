internal import Foundation
internal import JSON
import Testing

/// General rules, two checks for one thing, and what makes no sense.
@Suite struct `A check that is written down` {
  private static let ct = ["--what", "CT of the chest", "--no-input", "--today", "2026-11-21"]

  @Test(arguments: [
    (["--every", "every 0 months"], 18, "Every 0 days or months is no time"),
    (["--every", "every 100 years"], 18, "longer than netvault can plan"),
    (
      ["--phases", "every 3 months until the move", "--counted-from", "2020-05-11"], 18,
      "steps is not clear"
    ),
    (
      ["--phases", "every 3 months; every 6 months", "--counted-from", "2020-05-11"], 18,
      "A step has no end"
    ),
    (
      ["--phases", "every 3 months until 2019; yearly", "--counted-from", "2020-05-11"], 18,
      "A step ends before it starts"
    ),
    (
      [
        "--phases", "every 3 months until year 5; every 6 months until year 2",
        "--counted-from", "2020-05-11",
      ], 18, "A step ends before it starts"
    ),
    (["--phases", "every 3 months for 2 years"], 18, "--counted-from"),
    (["--phases", "every 3 months for 2 years", "--counted-from", "2020"], 18, "year alone"),
    (
      [
        "--every", "every 9 months", "--phases", "every 3 months for 2 years", "--counted-from",
        "2020-05-11",
      ], 18, "Two rules for one check"
    ),
    (["--every", "yearly", "--due", "2026-12-01", "--until", "2025"], 18, "\"Until\" is before"),
    (["--every", "monthly", "--late", "2 months"], 18, "lies between two checks"),
    (["--every", "monthly", "--early", "soon"], 18, "How much earlier or later"),
    (["--every", "yearly", "--due", "2026-02-29"], 18, "February 2026 has 28 days"),
    (["--every", "yearly", "--due", "31 june 2027"], 18, "June has 30 days"),
    (["--every", "yearly", "--due", "1950-01-01"], 18, "before the date of birth"),
    (["--phases", "yearly", "--counted-from", "1950-01-01"], 18, "before the date of birth"),
    (["--every", "yearly", "--last", "2027-01-01"], 18, "must be today or in the past"),
  ])
  func `is refused in plain words where it makes no sense`(
    words: [String], exit: Int32, saying: String
  ) throws {
    let desk = try Desk.withVault()
    for command in [["schedule", "add"], ["add", "follow-up"]] {
      // Elsewhere the day to count from may be given later.
      if command[0] == "add", words == ["--phases", "every 3 months for 2 years"] { continue }
      let before = try desk.vaultBytes
      let outcome = try desk.netvault(command + Self.ct + words)
      #expect(outcome.code == exit, "\(outcome)")
      #expect(outcome.told.contains(saying), "\(outcome)")
      #expect(outcome.err.split(separator: "\n").count <= 4, "\(outcome)")
      #expect(try desk.vaultBytes == before, "\(words)")
    }
  }

  @Test func `is not changed to what makes no sense`() throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault(["schedule", "add"] + Self.ct + ["--every", "yearly"])
    let zero = try desk.withoutChange("schedule", "edit", "CT", "--every", "every 0 days")
    zero.expectPlainWords(.needsAnswer, saying: "Every 0 days")
    let dose = try desk.withoutChange(
      "add", "treatment", "--name", "x", "--every", "every 0 days", "--no-input")
    dose.expectPlainWords(.needsAnswer, saying: "Every 0 days")
  }

  @Test func `may be on 29 February and on the 31st`() throws {
    let desk = try Desk.withVault()
    let added = try desk.netvault(
      ["schedule", "add"] + Self.ct + ["--every", "every 12 months", "--last", "2024-02-29"])
    #expect(added.exit == .done, "\(added)")
    let days = try desk.netvault("schedule", "show", "CT", "--count", "4", "--json").jsonWhenDone()
    #expect(
      days["days"]?.array?.compactMap(\.string)
        == ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"])
    _ = try desk.netvault("schedule", "edit", "CT", "--every", "monthly", "--last", "2026-10-31")
    let months = try desk.netvault("schedule", "show", "CT", "--count", "4", "--json")
      .jsonWhenDone()
    #expect(
      months["days"]?.array?.compactMap(\.string)
        == ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"])
  }

  @Test func `for a thing that has one already asks which holds`() throws {
    let desk = try Desk.withVault()
    let first = try desk.netvault(
      ["schedule", "add"] + Self.ct + ["--every", "yearly", "--asked-by", "Dr. Okafor"])
    #expect(first.exit == .done, "\(first)")
    let before = try desk.vaultBytes
    let second = try desk.netvault(
      ["schedule", "add"] + Self.ct + ["--every", "every 6 months", "--asked-by", "Dr. Lee"])
    second.expectPlainWords(.needsAnswer, saying: "Which one holds?")
    #expect(try desk.vaultBytes == before)
    let replaced = try desk.netvault(
      ["schedule", "add"] + Self.ct
        + ["--every", "every 6 months", "--asked-by", "Dr. Lee", "--replace"])
    #expect(replaced.exit == .done, "\(replaced)")
    #expect(try desk.records("follow-up").count == 1)
    _ = try desk.netvault("undo")
    #expect(
      try desk.records("follow-up").first?["fields"]?["askedBy"]?.string == "Dr. Okafor")
  }

  @Test func `asks it at a terminal too`() throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault(["schedule", "add"] + Self.ct + ["--every", "yearly"])
    let terminal = try desk.terminal(
      "schedule", "add", "--what", "CT, chest", "--every", "every 6 months", "--asked-by",
      "Dr. Lee", "--due", "2026-12-01", "--last", "2026-06-01", "--today", "2026-11-21")
    try terminal.unlock()
    try terminal.wait(for: "More questions? [no]")
    terminal.type("")
    try terminal.wait(for: "Save? [yes]")
    terminal.type("")
    try terminal.wait(for: "Which one holds?")
    terminal.type("2")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .answeredNo, "\(outcome)")
    #expect(try desk.records("follow-up").first?["title"]?.string == "CT of the chest")
  }

  @Test func `twice is chosen from later`() throws {
    let desk = try Desk.withVault()
    for who in ["Dr. Okafor", "Dr. Lee"] {
      _ = try desk.netvault(
        ["add", "follow-up"] + Self.ct + ["--every", "yearly", "--asked-by", who])
    }
    let shown = try desk.netvault("schedule")
    #expect(shown.out.contains("2 checks for one thing: CT of the chest"), "\(shown)")
    #expect(shown.told.contains("schedule choose"), "\(shown)")
    try desk.withoutChange("schedule", "choose", "--no-input")
      .expectPlainWords(.needsAnswer, saying: "Which one holds?")
    let chosen = try desk.netvault("schedule", "choose", "2")
    #expect(chosen.exit == .done, "\(chosen)")
    #expect(try desk.records("follow-up").count == 1)
  }

  @Test func `by a general rule is offered with its source, and never there by itself`() throws {
    let desk = try Desk.withVault()
    let offer = try desk.withoutChange("schedule", "offer")
    #expect(offer.exit == .done, "\(offer)")
    for words in [
      "about every 3 months for 2 years", "American Cancer Society", "revised 17 December 2025",
      "That is our reading", "21 November 2026", "no signs of the cancer are left",
    ] {
      let said = offer.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(said.contains(words), "should say \"\(words)\"\n\(offer)")
    }
    #expect(try desk.netvault("schedule").exit == .notFound)
    let json = try desk.netvault("schedule", "offer", "--json").jsonWhenDone()
    #expect(json["rules"]?.array?.first?["asOf"]?.string == "2026-11-21")
    try desk.withoutChange("schedule", "take", "--no-input")
      .expectPlainWords(.needsAnswer, saying: "--from")
    try desk.withoutChange("schedule", "take", "acs-no-sign", "--from", "2020")
      .expectPlainWords(.notFound, saying: "Did you mean acs-no-signs?")
    try desk.withoutChange("schedule", "take", "--from", "2020", "--no-input")
      .expectPlainWords(.needsAnswer, saying: "A year alone is not enough")
    try desk.withoutChange("schedule", "take", "--from", "1950-01-01")
      .expectPlainWords(.needsAnswer, saying: "before the date of birth")

    let taken = try desk.netvault("schedule", "take", "--from", "2024-05-11")
    #expect(taken.exit == .done, "\(taken)")
    #expect(taken.told.contains("ask your doctor"), "\(taken)")
    let due = try desk.netvault("schedule", "--today", "2024-06-01", "--json").jsonWhenDone()
    let check = due["checks"]?.array?.first
    #expect(check?["due"]?.string == "2024-08-11")
    #expect(check?["isAbout"]?.bool == true)
    #expect(check?["askedBy"]?.string == "American Cancer Society (general rule)")
    #expect(check?["asOf"]?.string == "2026-11-21")
    #expect(try desk.withoutChange("schedule", "take", "--from", "2024-05-11").exit == .answeredNo)
    let page = try desk.netvault("schedule", "print", "--format", "text", "-o", "-")
    #expect(page.out.contains("Your doctor's word stands above it."), "\(page)")
  }

  @Test func `by a doctor stands above a general rule`() throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault("schedule", "take", "--from", "2024-05-11")
    let own = try desk.netvault(
      "schedule", "add", "--what", "oncology visit", "--asked-by", "Dr. Lee", "--every",
      "every 4 months", "--last", "2026-10-01", "--no-input", "--today", "2026-11-21")
    #expect(own.exit == .done, "\(own)")
    let shown = try desk.netvault("schedule", "--today", "2026-11-21")
    #expect(shown.out.contains("oncology visit: 1 February 2027"), "\(shown)")
    #expect(
      shown.out.contains(
        "A general rule stands aside: Follow-up visit. Your own check holds: "
          + "oncology visit (Dr. Lee)."), "\(shown)")
    #expect(!shown.out.contains("Follow-up visit: "), "\(shown)")
    _ = try desk.netvault("schedule", "remove", "follow-up visit")
    try desk.withoutChange("schedule", "take", "--from", "2024-05-11")
      .expectPlainWords(.answeredNo, saying: "stands above a general rule")
  }

  @Test func `is not marked with what cannot be`() throws {
    let desk = try Desk.withVault()
    _ = try desk.netvault(
      ["schedule", "add"] + Self.ct + ["--every", "yearly", "--last", "2026-10-03"])
    _ = try desk.netvault("add", "note", "--text", "hello", "--no-input")
    for (words, exit, saying) in [
      (["done", "CT", "--on", "2025-01-01"], 18, "later time is written down"),
      (["done", "CT", "--on", "1950-01-01"], 18, "before the date of birth"),
      (["pause", "CT", "--on", "1950-01-01", "--reason", "x"], 18, "before the date of birth"),
      (["done", "CT", "--on", "2099-01-01"], 18, "must be today or in the past"),
      (["done", "CT", "--result", "nothing like it"], 16, "No one result"),
      (["done", "wombat"], 16, "wombat"), (["done"], 18, "WHAT"),
      (["move", "CT", "--to", "yesterday"], 18, "That day is over"),
      (["move", "CT"], 18, "--to"), (["pause", "CT"], 18, "--reason"),
      (["skip", "CT", "--reason", " "], 18, "--reason has nothing"),
    ] as [([String], Int32, String)] {
      let before = try desk.vaultBytes
      let outcome = try desk.netvault(
        ["schedule"] + words + ["--no-input", "--today", "2026-11-21"])
      #expect(outcome.code == exit, "\(words) \(outcome)")
      #expect(outcome.told.contains(saying), "\(words) \(outcome)")
      #expect(try desk.vaultBytes == before, "\(words)")
    }
  }

  @Test func `is mended where it was typed, and no answer is lost`() throws {
    let desk = try Desk.withVault()
    let terminal = try desk.terminal("schedule", "add")
    try terminal.unlock()
    for (question, answer) in [
      ("Which test or visit?", "CT"), ("Who asked for it?", "Dr. Okafor"),
      ("How often?", "every 0 months"), ("When is it due next?", "."),
      ("Save?", ""), ("is no time at all", "3"), ("How often?", "every 6 months"), ("Save?", ""),
    ] {
      try terminal.wait(for: question)
      terminal.type(answer)
    }
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    let fields = try #require(try desk.records("follow-up").first?["fields"])
    #expect(fields["every"]?.string == "every 6 months")
    #expect(fields["askedBy"]?.string == "Dr. Okafor")
  }
}
