internal import Foundation
internal import JSON
import Testing

@Suite struct `A list` {
  private func desk(_ count: Int) throws -> Desk {
    let desk = try Desk.withVault()
    let markers = (0..<count).map { index in
      Fixture.marker(id: "m\(index)", date: "20\(10 + index % 9)-05-12", value: "\(index)")
    }
    let file = try desk.write("riverside.json", Fixture.bundle([Fixture.patient()] + markers))
    _ = try desk.netvault("import", file, "--yes", "--json").jsonWhenDone()
    return desk
  }

  @Test func `ends after fifty on a terminal, and says how many more there are`() throws {
    let desk = try desk(1200)
    let terminal = try desk.terminal("list", "results")
    try terminal.unlock()
    let screen = try terminal.finish()
    #expect(screen.out.contains("The newest 50 are shown, and 1,150 more are there."), "\(screen)")
    #expect(screen.out.contains("--all"), "\(screen)")
    #expect(!screen.out.contains("\n51  "), "\(screen)")
    let all = try desk.terminal("list", "results", "--all")
    try all.unlock()
    #expect(try all.finish().out.contains("1200 records."))
    // Elsewhere it is whole.
    #expect(try desk.netvault("list", "results").err.contains("1200 records."))
    #expect(try desk.netvault("list", "--plain").out.split(separator: "\n").count == 1201)
    #expect(try desk.records("result").count == 1200)
  }

  @Test func `takes kinds, days and where it came from`() throws {
    let desk = try desk(9)
    _ = try desk.netvault("add", "note", "--text", "mine", "--as", "Jonas", "--no-input")
    func count(_ words: String...) throws -> Int {
      try desk.netvault(["list", "--plain"] + words).out.split(separator: "\n").count
    }
    #expect(try count("--kind", "result", "--kind", "note") == 10)
    #expect(try count("result", "--since", "2012", "--until", "2014") == 3)
    #expect(try count("--from", "riverside") == 9)
    #expect(try count("--from", "jonas") == 1)
    let none = try desk.withoutChange("list", "--from", "hillside")
    none.expectPlainWords(.notFound, saying: "no records like that")
    try desk.withoutChange("list", "allergies").expectPlainWords(.notFound, saying: "no allergies")
    try desk.withoutChange("list", "--since", "2020", "--until", "2019")
      .expectPlainWords(.needsAnswer, saying: "The end is before the start")
  }

  @Test func `can be of what nobody on the team knows of`() throws {
    let desk = try Desk.withVault()
    try desk.withoutChange("list", "--not-told").expectPlainWords(.notFound, saying: "nothing that")
    for words in [
      ["medicine", "--name", "turmeric", "--type", "supplement"],
      ["medicine", "--name", "zinc", "--type", "supplement", "--team-knows", "Dr. Lee"],
      ["medicine", "--name", "omeprazole", "--type", "prescription"],
      ["treatment", "--name", "acupuncture", "--type", "integrative"],
      ["symptom", "--what", "flushing", "--date", "2026-11-20"],
    ] {
      _ = try desk.netvault(["add"] + words + ["--no-input"])
    }
    let json = try desk.netvault("list", "--not-told", "--json").jsonWhenDone()
    let titles = json["records"]?.array?.compactMap { $0["title"]?.string } ?? []
    #expect(Set(titles) == ["turmeric", "acupuncture", "flushing"])
    let medicines = try desk.netvault("list", "medicine", "--not-told")
    #expect(medicines.out.contains("turmeric") && !medicines.out.contains("zinc"), "\(medicines)")
  }
}
