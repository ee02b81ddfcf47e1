internal import JSON
import Testing

/// Words after the kind: what it is about, and when, in one breath.
@Suite struct `Words after a kind` {
  private func added(_ kind: String, _ words: String, _ more: String...) throws -> JSONValue {
    let desk = try Desk.withVault()
    let added = try desk.netvault(
      ["add", kind, words] + more + ["--no-input", "--today", "2026-11-21"])
    #expect(added.exit == .done, "\(added)")
    return try #require(try desk.records(kind).first?["fields"])
  }

  @Test func `say what and when`() throws {
    let visit = try added("visit", "oncology, next Thursday 10:30")
    #expect(visit["what"]?.string == "oncology")
    #expect(visit["date"]?.string == "2026-11-26T10:30")
    let symptom = try added("symptom", "flushing, ten minutes, yesterday")
    #expect(symptom["what"]?["text"]?.string == "flushing, ten minutes")
    #expect(symptom["date"]?.string == "2026-11-20")
  }

  @Test func `stay words where what follows is no date`() throws {
    let visit = try added("visit", "oncology, second floor")
    #expect(visit["what"]?.string == "oncology, second floor")
    #expect(visit["date"] == nil)
  }

  @Test func `leave a date alone that was given, and a note as it is`() throws {
    let visit = try added("visit", "oncology, tomorrow", "--date", "2026-12-01")
    #expect(visit["what"]?.string == "oncology, tomorrow")
    #expect(visit["date"]?.string == "2026-12-01")
    let note = try added("note", "Call the clinic, tomorrow")
    #expect(note["text"]?.string == "Call the clinic, tomorrow")
  }
}
