import Records
import Summary
import Testing

@Suite struct `The sources` {
  static func scan(_ name: String, _ file: String?, isDisputed: Bool = false) -> Record {
    MadeUp.record(
      .imaging, name,
      ["name": .coded(Coded(name)), "date": MadeUp.when("2020-01-0\(name.count)")], file: file,
      isDisputed: isDisputed)
  }

  @Test func `resolve every D on the page`() throws {
    let summary = MadeUp.summary([
      Self.scan("a", "one"), Self.scan("bb", "two"), Self.scan("ccc", "one"),
      Self.scan("dddd", nil), Self.scan("eeeee", "three", isDisputed: true),
    ])
    let markers = summary.parts[.scans]?.map { summary.marker($0.marks) }
    #expect(markers == ["? D1", "P", "D2", "D3", "D2"])
    #expect(summary.sources.map(\.number) == [1, 2, 3])
    #expect(summary.sources.first?.words == "three.json, read 14 November 2026")
  }

  @Test func `have the title and date of the document that was kept`() {
    var letter = MadeUp.record(
      .document, "letter",
      [
        "title": .text("Discharge letter"), "from": .text("Riverside"),
        "date": MadeUp.when("2020-05-14"),
      ])
    letter.attachments = ["one"]
    let summary = MadeUp.summary([letter, Self.scan("a", "one")])
    #expect(summary.sources.map(\.words) == ["Discharge letter, from Riverside, 14 May 2020"])
  }

  @Test func `are counted beyond what can be named`() {
    let records = (0..<60).map { number in
      MadeUp.record(
        .allergy, "a\(number)", ["substance": .coded(Coded("s\(number)"))], file: "f\(number)")
    }
    let summary = MadeUp.summary(records)
    let last = summary.parts[.sources]?.last?.sentence
    #expect(last?.contains("more files, in the full record") == true)
    #expect(summary.parts[.sources]?.count == 25)
  }
}
