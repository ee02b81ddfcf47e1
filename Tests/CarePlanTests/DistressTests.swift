import CarePlan
import Records
import Testing

@Suite struct `How heavy it is` {
  private func note(_ name: String, _ number: String?, on day: String?) -> Record {
    var fields: [String: Value] = ["what": .text(name)]
    if let number { fields["distress"] = .text(number) }
    if let day { fields["date"] = MadeUp.when(day) }
    return MadeUp.record(.support, name, fields)
  }

  @Test func `is said in sentences, with no word of what it means`() {
    let distress = Distress([
      note("b", "6", on: "2026-11-15"), note("a", "8", on: "2024-12-15"),
      note("c", "4", on: "2025-04-21"), note("d", nil, on: "2026-01-01"),
      note("e", "a lot", on: "2026-01-01"), note("f", "11", on: "2026-01-01"),
    ])
    #expect(distress.entries.map(\.number) == [8, 4, 6])
    // From 15 December 2024 to 15 November 2026 are 23 months.
    #expect(
      distress.sentences == [
        "3 numbers over 23 months.", "Lowest 4, highest 8, of 10.",
        "The last one is 6 of 10, 15 November 2026.",
      ])
    #expect(Distress([]).sentences.isEmpty)
    #expect(
      Distress([note("a", "0", on: nil)]).sentences == ["1 number.", "The last one is 0 of 10."])
  }

  @Test func `goes into the notes for a visit, but for 0 and what is private`() {
    var secret = note("s", "9", on: "2026-11-10")
    secret.isPrivate = true
    let entries = Distress.forVisit(
      [
        note("old", "7", on: "2026-10-31"), note("day", "3", on: "2026-11-01"),
        note("none", "0", on: "2026-11-05"), secret, note("new", "10", on: "2026-11-20"),
      ], since: MadeUp.day("2026-11-01"))
    #expect(entries.map(\.record.title) == ["new", "day"])
    #expect(entries.first?.words == "20 November 2026: new (how heavy it is: 10 of 10)")
  }
}
