internal import Foundation
internal import JSON
import Testing

@Suite struct `Questions for a doctor` {
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      ["Is the cough from the medicine?", "--whom", "Dr. Lee"],
      ["--pick", "choosing-1", "--pick", "effects-2"],
    ] {
      let added = try desk.netvault(["questions", "add"] + words)
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  @Test func `are shown by topic`() throws {
    let desk = try desk()
    let list = try desk.netvault("questions")
    #expect(list.exit == .done, "\(list)")
    #expect(
      list.out.split(separator: "\n").map(String.init) == [
        "Your own questions", " 1  Is the cough from the medicine? (for Dr. Lee)",
        "Choosing a treatment", " 2  Which treatments could I have?",
        "Side effects", " 3  Which signs do I have to report at once?",
      ], "\(list)")
    #expect(list.err.contains("3 open questions."), "\(list)")
    try Desk.withVault().withoutChange("questions").expectPlainWords(
      .notFound, saying: "no questions")
  }

  @Test func `can be chosen from sets that say where the topic comes from`() throws {
    let desk = try Desk()
    let sets = try desk.alone(["questions", "sets"])
    #expect(sets.exit == .done, "\(sets)")
    #expect(sets.out.contains("choosing-1") && sets.out.contains("money-4"), "\(sets)")
    #expect(sets.err.contains("American Cancer Society"), "\(sets)")
    let json = try desk.alone(["questions", "sets", "money", "--json"]).jsonWhenDone()
    #expect(json["questions"]?.array?.count == 4)
    let wrong = try desk.alone(["questions", "sets", "monye"])
    #expect(wrong.exit == .needsAnswer && wrong.err.contains("Did you mean money"), "\(wrong)")
  }

  @Test func `are chosen by numbers at a terminal`() throws {
    let desk = try desk()
    let terminal = try desk.terminal("questions", "add")
    try terminal.unlock()
    try terminal.wait(for: "What do you want to ask about?")
    terminal.type("choosing a treatment")
    try terminal.wait(for: "Which ones?")
    #expect(!terminal.screen.contains("Which treatments could I have?"), "it is there already")
    terminal.type("99")
    try terminal.wait(for: "There is no number 99")
    terminal.type("1, 2")
    let outcome = try terminal.finish()
    #expect(outcome.out.contains("Saved 2 questions."), "\(outcome)")
    #expect(try desk.records("question").count == 5)
  }

  @Test func `are not written down twice`() throws {
    let desk = try desk()
    let again = try desk.withoutChange("questions", "add", "--pick", "choosing-1")
    again.expectPlainWords(.answeredNo, saying: "among your questions already")
    let wrong = try desk.withoutChange("questions", "add", "--pick", "chosing-1")
    wrong.expectPlainWords(.notFound, saying: "Did you mean choosing-1?")
    let dry = try desk.withoutChange("questions", "add", "New?", "--dry-run")
    #expect(dry.exit == .done, "\(dry)")
  }

  @Test func `are answered with flags`() throws {
    let desk = try desk()
    let saved = try desk.netvault(
      "questions", "answer", "cough", "--answer", "No, from a cold.", "--answered-by", "Dr. Lee",
      "--today", "2026-11-21")
    #expect(saved.exit == .done, "\(saved)")
    #expect(saved.err.contains("2 questions still open."), "\(saved)")
    #expect(!(try desk.netvault("questions").out.contains("cough")))
    let all = try desk.netvault("questions", "--all")
    #expect(all.out.contains("Answer: No, from a cold. (Dr. Lee)"), "\(all)")
    let fields = try desk.records("question").first { $0["fields"]?["answer"] != nil }?["fields"]
    #expect(fields?["asked"]?.string == "2026-11-21")
    let none = try desk.withoutChange("questions", "answer", "signs", "--no-input")
    none.expectPlainWords(.needsAnswer, saying: "--answer")
  }

  @Test func `are answered one question at a time, and a step back keeps the words`() throws {
    let desk = try desk()
    let terminal = try desk.terminal("questions", "answer")
    try terminal.unlock()
    try terminal.wait(for: "Which one was answered?")
    terminal.type("1")
    try terminal.wait(for: "What was the answer?")
    terminal.type("No, from a cold.")
    try terminal.wait(for: "Who answered?")
    terminal.type("<")
    try terminal.wait(for: "[No, from a cold.]")
    terminal.type("")
    try terminal.wait(for: "Who answered?")
    terminal.type("Dr. Lee")
    try terminal.wait(for: "Save? [yes]")
    terminal.type("")
    let outcome = try terminal.finish()
    #expect(outcome.exit == .done, "\(outcome)")
    let all = try desk.netvault("questions", "--all")
    #expect(all.out.contains("Answer: No, from a cold. (Dr. Lee)"), "\(all)")
  }

  @Test func `are printed in large type with room for the answers`() throws {
    let desk = try desk()
    let printed = try desk.netvault("questions", "print", "-o", desk.path("q.html"))
    #expect(printed.exit == .done, "\(printed)")
    let page = try desk.read("q.html")
    #expect(page.contains("Is the cough from the medicine?") && page.contains("class=\"room\""))
    let text = try desk.withoutChange(
      "questions", "print", "--format", "text", "-o", "-", "--topic", "side-effects")
    #expect(text.out.contains("1. Which signs"), "\(text)")
    #expect(!text.out.contains("cough"), "\(text)")
  }
}
