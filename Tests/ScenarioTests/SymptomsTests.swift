internal import Foundation
internal import JSON
import Testing

@Suite struct `The diary` {
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    for words in [
      ["--what", "flushing", "--date", "2026-11-20", "--bother", "4", "--how-long", "10 minutes"],
      ["--what", "cough", "--date", "2026-10-01", "--told-to", "Dr. Lee"],
      [
        "--what", "fever", "--date", "2026-09-01", "--report-at-once", "yes", "--said-by",
        "nurse Kim", "--told-to", "nurse Kim",
      ],
    ] {
      let added = try desk.netvault(["symptoms", "add"] + words + ["--no-input"])
      #expect(added.exit == .done, "\(added)")
      #expect(added.err.contains("this diary does not warn anyone."), "\(added)")
    }
    return desk
  }

  @Test func `says what no doctor was told, and what to report at once, with who said so`() throws {
    let desk = try desk()
    let diary = try desk.netvault("symptoms")
    #expect(diary.exit == .done, "\(diary)")
    for words in [
      "20 November 2026  flushing", "4 of 10", "10 minutes", "not yet told",
      "Report at once, as your own team said", "fever. Said by nurse Kim.",
    ] {
      #expect(diary.out.contains(words), "should say \"\(words)\"\n\(diary)")
    }
    #expect(diary.err.contains("1 symptom not yet told"), "\(diary)")
    #expect(
      diary.err.hasSuffix(
        "If something feels like an emergency, call your emergency number;\n"
          + "this diary does not warn anyone.\n"), "\(diary)")
    let json = try desk.netvault("symptoms", "--json").jsonWhenDone()
    #expect(json["records"]?.array?.map { $0["told"]?.bool } == [false, true, true])
    #expect(json["reportAtOnce"]?.array?.first?["saidBy"]?.string == "nurse Kim")
    let since = try desk.netvault("symptoms", "list", "--since", "2026-10", "--plain")
    #expect(since.out.split(separator: "\n").count == 2, "\(since)")
  }

  @Test func `notes who was told, and when`() throws {
    let desk = try desk()
    let dry = try desk.withoutChange(
      "symptoms", "told", "flushing", "--whom", "Dr. Lee", "--dry-run")
    #expect(dry.err.contains("Nothing was changed"), "\(dry)")
    let told = try desk.netvault(
      "symptoms", "told", "flushing", "--whom", "Dr. Lee", "--on", "2026-11-21", "--today",
      "2026-11-22")
    #expect(told.exit == .done, "\(told)")
    let fields = try desk.records("symptom").first { $0["title"]?.string == "flushing" }?["fields"]
    #expect(fields?["toldTo"]?.string == "Dr. Lee")
    #expect(fields?["toldOn"]?.string == "2026-11-21")
    try desk.withoutChange("symptoms", "told", "--whom", "Dr. Lee")
      .expectPlainWords(.notFound, saying: "nothing that your care team does not know")
    let future = try desk.withoutChange(
      "symptoms", "told", "cough", "--whom", "x", "--on", "2099-01-01")
    #expect(future.exit == .needsAnswer, "\(future)")
  }

  @Test func `asks which one was told`() throws {
    let desk = try desk()
    _ = try desk.netvault("symptoms", "add", "--what", "rash", "--no-input")
    let terminal = try desk.terminal("symptoms", "told")
    try terminal.unlock()
    try terminal.wait(for: "Which one was told?")
    terminal.type("1")
    try terminal.wait(for: "Who knows of it now?")
    terminal.type("Dr. Lee")
    let outcome = try terminal.finish()
    #expect(outcome.out.contains("Noted: Dr. Lee knows of 2 symptoms."), "\(outcome)")
    #expect(try desk.netvault("symptoms", "list", "--not-told").exit == .notFound)
  }

  @Test func `is printed for a visit`() throws {
    let desk = try desk()
    let printed = try desk.netvault("symptoms", "print", "-o", desk.path("diary.html"))
    #expect(printed.exit == .done, "\(printed)")
    let page = try desk.read("diary.html")
    #expect(page.contains("20 November 2026: flushing") && page.contains("Not yet told"))
    let again = try desk.netvault("symptoms", "print", "-o", desk.path("diary.html"))
    #expect(again.exit == .answeredNo, "\(again)")
    let text = try desk.withoutChange("symptoms", "print", "--format", "text", "-o", "-")
    #expect(text.out.contains("does not warn anyone"), "\(text)")
  }
}
