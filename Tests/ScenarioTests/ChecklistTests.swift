internal import Foundation
internal import JSON
import Testing

@Suite struct `The lists of things to do` {
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      ["coverage", "--insurer", "Acme", "--member-id", "M-1"],
      ["symptom", "--what", "flushing", "--date", "2026-11-20"],
      ["authorization", "--service", "PET scan", "--status", "denied", "--decided", "2026-11-02"],
    ] {
      let added = try desk.netvault(["add"] + words + ["--no-input", "--today", "2026-11-21"])
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  private func item(
    _ desk: Desk, _ list: String, _ name: String
  ) throws -> JSONValue {
    let json = try desk.netvault("checklist", list, "--json", "--today", "2026-11-21")
      .jsonWhenDone()
    let items = json["lists"]?.array?.first?["items"]?.array ?? []
    return try #require(items.first { $0["name"]?.string?.hasPrefix(name) == true })
  }

  @Test func `say how much is done, from what the vault shows, and write nothing`() throws {
    let desk = try desk()
    let all = try desk.withoutChange("checklist", "--today", "2026-11-21")
    #expect(all.exit == .done, "\(all)")
    #expect(all.out.contains(#/insurance +1 of 14 done/#), "\(all)")
    #expect(all.out.contains(#/travel +0 of 11 done/#), "\(all)")
    #expect(all.err.hasSuffix("Next: netvault checklist insurance\n"))
    let plain = try desk.withoutChange("checklist", "--plain")
    #expect(plain.out.hasPrefix("insurance\t1\t14\t\n"), "\(plain)")
    let one = try desk.withoutChange("checklist", "insurance", "--today", "2026-11-21")
    for words in [
      "Insurance   1 of 14 done", "done     Keep the numbers of your insurance card here (Acme)",
      "Write down a call about the refusal: PET scan", "Who: caregiver",
    ] {
      #expect(one.out.contains(words), "should say \"\(words)\"\n\(one)")
    }
    #expect(try desk.records("checklist-item").isEmpty)
    let visit = try desk.withoutChange("checklist", "visit", "--open", "--plain")
    #expect(visit.out.contains("Tell the team about every new symptom"), "\(visit)")
    #expect(visit.out.contains("\tflushing\t"), "\(visit)")
  }

  @Test func `name why an item is there, and where it was read`() throws {
    let desk = try desk()
    _ = try desk.netvault("checklist", "insurance")
    let shown = try desk.withoutChange("checklist", "show", "1")
    for words in ["Keep the numbers", "Why it is there", "American Cancer Society", "insurance-1"] {
      #expect(shown.out.contains(words), "\(shown)")
    }
    let named = try desk.netvault("checklist", "show", "travel", "4")
    #expect(named.out.contains("netvault's own list, looked up on 21 November 2026"), "\(named)")
  }

  @Test func `keep what a person says, with who did it, and take it back`() throws {
    let desk = try desk()
    let dry = try desk.withoutChange("checklist", "done", "travel-3", "--dry-run")
    #expect(dry.err.contains("Nothing was changed"), "\(dry)")
    let done = try desk.netvault(
      "checklist", "done", "travel-3", "--evidence", "packed", "--by", "Jonas", "--as", "Jonas")
    #expect(done.exit == .done, "\(done)")
    var packed = try item(desk, "travel", "travel-3")
    #expect(packed["status"]?.string == "done" && packed["by"]?.string == "Jonas")
    #expect(packed["evidence"]?.string == "packed")
    let record = try #require(try desk.records("checklist-item").first)
    #expect(record["fields"]?["item"]?.string == "travel-3")
    #expect(record["fields"]?["source"]?.string == "netvault's own list")
    #expect(record["source"]?.string == "Jonas")
    let history = try desk.netvault("history")
    #expect(history.out.contains("checklist done, 1 added") && history.out.contains("Jonas"))
    try desk.withoutChange("checklist", "done", "travel-3")
      .expectPlainWords(.answeredNo, saying: "done already")
    #expect(try desk.netvault("undo").exit == .done)
    packed = try item(desk, "travel", "travel-3")
    #expect(packed["status"]?.string == "open" && packed["record"]?.string == nil)
  }

  @Test func `are changed by the numbers of the list that was shown`() throws {
    let desk = try desk()
    _ = try desk.netvault("checklist", "travel")
    let done = try desk.netvault("checklist", "done", "2", "3")
    #expect(done.err.contains("Ask the pharmacy how much medicine to take along: done."), "\(done)")
    #expect(try desk.records("checklist-item").count == 2)
    let changes = try desk.netvault("history", "--json").jsonWhenDone()["changes"]?.array
    #expect(changes?.first?["added"] == 2, "one change for both")
    try desk.withoutChange("checklist", "done", "99")
      .expectPlainWords(.notFound, saying: "ends at 11")
    try desk.withoutChange("checklist", "done", "travel", "99")
      .expectPlainWords(.notFound, saying: "no item 99")
    // What is no record has a number of its own there, which means nothing elsewhere.
    _ = try desk.netvault("list", "coverage")
    try desk.withoutChange("checklist", "done", "1")
      .expectPlainWords(.needsAnswer, saying: "not an item")
    _ = try desk.netvault("checklist", "travel")
    try desk.withoutChange("edit", "5", "--note", "x").expectPlainWords(
      .notFound, saying: "The last list")
  }

  @Test func `believe a person: not needed with a reason, and open again`() throws {
    let desk = try desk()
    try desk.withoutChange("checklist", "not-needed", "travel-4", "--no-input")
      .expectPlainWords(.needsAnswer, saying: "--reason")
    let not = try desk.netvault(
      "checklist", "not-needed", "travel-4", "--reason", "no trip is planned")
    #expect(not.exit == .done, "\(not)")
    let list = try desk.netvault("checklist", "travel")
    #expect(list.out.contains("of 10 done") && list.out.contains("no trip is planned"), "\(list)")
    #expect(try desk.netvault("checklist", "open", "travel-4").exit == .done)
    try desk.withoutChange("checklist", "open", "travel-4")
      .expectPlainWords(.answeredNo, saying: "open already")
    // The vault shows the card; a person says that it is to be done again.
    #expect(try desk.netvault("checklist", "open", "insurance-1").exit == .done)
    let card = try item(desk, "insurance", "insurance-1")
    #expect(card["status"]?.string == "open")
  }

  @Test func `are shared by those who help`() throws {
    let desk = try desk()
    let given = try desk.netvault(
      "checklist", "give", "insurance-2", "--owner", "Jonas", "--due", "in 2 weeks", "--today",
      "2026-11-21")
    let said = given.err.replacing("\n", with: " ")
    #expect(said.contains("given to Jonas, by 5 December 2026."), "\(given)")
    let own = try desk.netvault(
      "checklist", "add", "insurance", "call about the bill", "--owner", "Jonas Brandt", "--due",
      "tomorrow", "--today", "2026-11-21")
    #expect(own.exit == .done, "\(own)")
    let his = try desk.withoutChange("checklist", "--owner", "jonas", "--plain")
    #expect(
      his.out.split(separator: "\n").map { String($0.split(separator: "\t")[2]) } == [
        "Read the policy and its short summary (Summary of Benefits)", "call about the bill",
      ], "\(his)")
    let mine = try desk.withoutChange("checklist", "insurance", "--owner", "me", "--plain")
    #expect(mine.out.split(separator: "\n").count == 1, "\(mine)")
    try desk.withoutChange("checklist", "--owner", "Nobody")
      .expectPlainWords(.notFound, saying: "nothing on these lists")
    let due = try desk.netvault("due", "--today", "2026-11-21", "--json").jsonWhenDone()
    #expect(
      due["due"]?.array?.map { $0["day"]?.string } == ["2026-11-22", "2026-12-05"])
    _ = try desk.netvault("checklist", "done", "call about the bill", "--by", "Jonas")
    let by = try desk.netvault("checklist", "insurance", "--by")
    #expect(by.out.contains("By: Jonas"), "\(by)")
    #expect(by.out.contains("By: nobody: the vault shows it"), "\(by)")
  }

  @Test func `say what is wrong with a list, an item or a day, and change nothing`() throws {
    let desk = try desk()
    try desk.withoutChange("checklist", "insurnace")
      .expectPlainWords(.notFound, saying: "no list called", "checklist insurance")
    try desk.withoutChange("checklist", "add", "travle", "pack")
      .expectPlainWords(.notFound, saying: "Did you mean travel?", "--new")
    try desk.withoutChange("checklist", "done", "qqqq")
      .expectPlainWords(.notFound, saying: "No list has an item")
    try desk.withoutChange("checklist", "done", "insurance", "--no-input")
      .expectPlainWords(.needsAnswer, saying: "insurance")
    try desk.withoutChange("checklist", "done", "--no-input")
      .expectPlainWords(.needsAnswer, saying: "Which item?")
    try desk.withoutChange("checklist", "give", "travel-3")
      .expectPlainWords(.needsAnswer, saying: "--owner or --due")
    try desk.withoutChange("checklist", "give", "travel-3", "--due", "1950")
      .expectPlainWords(.needsAnswer, saying: "date of birth")
    try desk.withoutChange("checklist", "give", "travel-3", "--due", "29 February 2027")
      .expectPlainWords(.needsAnswer, saying: "28 days")
    try desk.withoutChange("checklist", "give", "travel-3", "--owner", " ")
      .expectPlainWords(.needsAnswer, saying: "owner")
    let leap = try desk.netvault(
      "checklist", "give", "travel-3", "--due", "29 February 2028")
    #expect(leap.exit == .done, "\(leap)")
    _ = try desk.netvault("checklist", "add", "travel", "pack the \u{202E}bag 🎒", "--no-input")
    try desk.withoutChange("checklist", "add", "travel", "PACK the \u{202E}bag 🎒")
      .expectPlainWords(.answeredNo, saying: "on the list already")
    let own = try desk.netvault("checklist", "add", "moving", "tell the clinic", "--new")
    #expect(own.exit == .done, "\(own)")
    #expect(try desk.netvault("checklist", "Moving").out.contains("tell the clinic"))
  }

  @Test func `are printed with boxes for a pen`() throws {
    let desk = try desk()
    let printed = try desk.netvault(
      "checklist", "print", "insurance", "-o", desk.path("list.html"), "--today", "2026-11-21")
    #expect(printed.exit == .done, "\(printed)")
    let page = try desk.read("list.html")
    #expect(page.contains("aria-label=\"done\"") && page.contains("aria-label=\"to do\""))
    #expect(page.contains("Read the policy") && page.contains("American Cancer Society"))
    let text = try desk.withoutChange(
      "checklist", "print", "travel", "--format", "text", "-o", "-")
    #expect(text.out.contains("[ ] Ask if your insurance pays where you go"), "\(text)")
    let named = try desk.withoutChange("checklist", "print", "end-of-life", "--dry-run")
    #expect(named.err.contains("checklist-2"), "the name of the file says nothing: \(named)")
  }

  @Test func `ask at a terminal what was not said`() throws {
    let desk = try desk()
    let terminal = try desk.terminal("checklist", "not-needed", "travel-2")
    try terminal.unlock()
    try terminal.wait(for: "Why is it not needed?")
    terminal.type("no trip")
    let outcome = try terminal.finish()
    #expect(outcome.out.contains("not needed."), "\(outcome)")
    let add = try desk.terminal("checklist", "add")
    try add.unlock()
    try add.wait(for: "On which list?")
    add.type("travel")
    try add.wait(for: "What is to be done?")
    add.type("buy a plug")
    let saved = try add.finish()
    #expect(saved.out.contains("Saved."), "\(saved)")
  }

  @Test func `can be heard, and fit a narrow window`() throws {
    let desk = try desk()
    let heard = try desk.netvault("checklist", "insurance", "--accessible")
    #expect(!heard.out.contains("  "), "\(heard)")
    #expect(heard.out.contains("1. done. Keep the numbers of your insurance card here (Acme)."))
    var environment = desk.environment
    environment["COLUMNS"] = "40"
    let narrow = try Program.run(
      ["--vault", desk.vault, "--passphrase-file", desk.passphrase, "checklist", "insurance"],
      environment: environment, in: desk.folder)
    for line in narrow.out.split(separator: "\n") { #expect(line.count <= 40, "\(line)") }
  }
}
