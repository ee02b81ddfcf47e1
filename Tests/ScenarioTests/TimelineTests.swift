internal import Foundation
internal import JSON
import Testing

@Suite struct `Somebody who tells the story` {
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    let file = try desk.write("hospital.json", Fixture.small)
    _ = try desk.netvault("import", file, "--yes", "--json").jsonWhenDone()
    for words in [
      ["diagnosis", "--name", "Typical carcinoid", "--diagnosed", "2020-04-22"],
      [
        "treatment", "--name", "lobectomy", "--type", "surgery", "--start", "2020-05-11", "--who",
        "Dr. Okafor",
      ],
      [
        "visit", "--what", "oncology", "--who", "Dr. Lee", "--date", "2026-11-02", "--decided",
        "CT again in a year",
      ],
      ["option", "--name", "lanreotide", "--date", "2026-11-02", "--decision", "wait"],
      ["symptom", "--what", "flushing", "--date", "2026-11-20"],
      ["treatment", "--name", "acupuncture"],
    ] {
      let added = try desk.netvault(["add"] + words + ["--no-input"])
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  @Test func `sees it by year, with what was decided`() throws {
    let story = try desk().netvault("timeline")
    #expect(story.exit == .done, "\(story)")
    let lines = story.out.split(separator: "\n").map(String.init)
    #expect(lines.filter { Int($0) != nil } == ["2020", "2025", "2026"], "\(story)")
    #expect(lines.contains("Date not known"), "\(story)")
    for words in [
      "22 April", "Typical carcinoid", "Surgery", "lobectomy, Dr. Okafor",
      "Chromogranin A 88 ng/mL", "Decided: CT again in a year", "Decided: wait",
    ] {
      #expect(story.out.contains(words), "should say \"\(words)\"\n\(story)")
    }
    #expect(!story.out.contains("flushing"), "the diary is a list of its own\n\(story)")
  }

  @Test func `keeps to a year, a topic, days or words`() throws {
    let desk = try desk()
    func texts(_ words: String...) throws -> [String] {
      let json = try desk.netvault(["timeline", "--json"] + words).jsonWhenDone()
      return try #require(json["story"]?.array).compactMap { $0["text"]?.string }
    }
    #expect(try texts("--year", "2020") == ["Typical carcinoid", "lobectomy, Dr. Okafor"])
    #expect(
      try texts("--about", "decisions", "--since", "2026")
        == ["oncology, Dr. Lee", "talked about: lanreotide"])
    #expect(try texts("--about", "diagnosis") == ["Typical carcinoid"])
    #expect(try texts("--about", "results", "--until", "2025-06").count == 1)
    #expect(try texts("--about", "lobe") == ["lobectomy, Dr. Okafor"])
    #expect(try texts("--about", "allergies").count == 2)
    #expect(try texts("--about", "symptoms") == ["flushing"])
  }

  @Test func `folds the results of a day`() throws {
    let desk = try Desk.withVault()
    let markers = (1...7).map { index in
      Fixture.marker(id: "m\(index)", date: "2025-05-12", value: "\(80 + index)")
    }
    let file = try desk.write("many.json", Fixture.bundle([Fixture.patient()] + markers))
    _ = try desk.netvault("import", file, "--yes", "--json").jsonWhenDone()
    let story = try desk.netvault("timeline", "--plain")
    #expect(story.out.contains("7 results: Chromogranin A 8"), "\(story)")
    #expect(story.out.contains("and 4 more"), "\(story)")
    let json = try desk.netvault("timeline", "--json").jsonWhenDone()
    #expect(json["story"]?.array?.first?["count"]?.int == 7)
  }

  @Test func `hears it line by line`() throws {
    let story = try desk().netvault("timeline", "--accessible")
    #expect(story.out.contains("11 May 2020. Surgery. lobectomy, Dr. Okafor."), "\(story)")
  }

  @Test func `opens what a number means`() throws {
    let desk = try desk()
    let story = try desk.netvault("timeline", "--about", "treatment", "--year", "2020")
    #expect(story.out.contains("1  11 May"), "\(story)")
    #expect(try desk.netvault("show", "1").out.contains("lobectomy"))
  }

  @Test func `is told when there is nothing`() throws {
    let empty = try Desk.withVault()
    try empty.withoutChange("timeline").expectPlainWords(.notFound, saying: "no story")
    let desk = try desk()
    try desk.withoutChange("timeline", "--year", "1999")
      .expectPlainWords(.notFound, saying: "no records like that")
    try desk.withoutChange("timeline", "--about", "lobektomy")
      .expectPlainWords(.notFound, saying: "Did you mean lobectomy")
    #expect(try desk.withoutChange("timeline", "--year", "x").exit != .done)
    #expect(
      try desk.withoutChange("timeline", "--year", "2020", "--since", "2019").exit == .notUnderstood
    )
  }

  @Test func `has it for programs, one thing a line`() throws {
    let plain = try desk().netvault("timeline", "--plain", "--year", "2026")
    #expect(
      plain.out.split(separator: "\n").map(String.init) == [
        "2026-11-02\tVisit\toncology, Dr. Lee\tCT again in a year",
        "2026-11-02\tOption\ttalked about: lanreotide\twait",
      ], "\(plain)")
  }
}
