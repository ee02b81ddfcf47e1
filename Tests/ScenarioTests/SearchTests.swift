internal import Foundation
internal import JSON
import Testing

@Suite struct `Somebody who looks for words` {
  private func desk() throws -> Desk {
    let desk = try Desk.withVault()
    let file = try desk.write("riverside.json", Fixture.small)
    _ = try desk.netvault("import", file, "--yes", "--json").jsonWhenDone()
    for words in [
      ["medicine", "--name", "Octreotide", "--start", "2024-05"],
      [
        "call", "--with", "the clinic", "--about", "Fasting before octreotide, said Müller",
        "--date", "2025-01-02",
      ],
      ["scan", "--name", "CT of the chest", "--conclusion", "No new nodules", "--date", "2026-10"],
    ] {
      let added = try desk.netvault(["add"] + words + ["--no-input"])
      #expect(added.exit == .done, "\(added)")
    }
    return desk
  }

  @Test func `finds the best first, with the words marked without color`() throws {
    let desk = try desk()
    let found = try desk.netvault("search", "octreo")
    #expect(found.exit == .done, "\(found)")
    let lines = found.out.split(separator: "\n").map(String.init)
    #expect(lines[0] == "1  Octreotide", "\(found)")
    #expect(lines[1] == "   medicine, May 2024", "\(found)")
    #expect(found.out.contains("before *octreotide*"), "\(found)")
    #expect(try desk.netvault("show", "2").out.contains("Müller"))
    #expect(try desk.netvault("search", "muller").out.contains("*Müller*"))
  }

  @Test func `hears them without stars`() throws {
    let found = try desk().netvault("search", "octreotide", "--accessible")
    #expect(found.out.contains("1. Octreotide. medicine, May 2024."), "\(found)")
    #expect(!found.out.contains("*"), "\(found)")
  }

  @Test func `keeps to kinds, days and files`() throws {
    let desk = try desk()
    func count(_ words: String...) throws -> Int {
      try desk.netvault(["search", "--plain"] + words).out.split(separator: "\n").count
    }
    #expect(try count("octreotide", "--kind", "call") == 1)
    #expect(try count("octreotide", "--since", "2025") == 1)
    #expect(try count("octreotide", "--until", "2024") == 1)
    #expect(try count("chromogranin", "--from", "riverside") == 2)
    let none = try desk.withoutChange("search", "octreotide", "--kind", "scan")
    none.expectPlainWords(.notFound, saying: "no records like that")
  }

  @Test func `is helped with what no record has`() throws {
    let desk = try desk()
    let wrong = try desk.withoutChange("search", "octeotide")
    wrong.expectPlainWords(.notFound, saying: "Did you mean octreotide (2 records)?")
    let partly = try desk.withoutChange("search", "nodules zebra")
    #expect(partly.exit == .done, "\(partly)")
    #expect(partly.err.contains("No record has all of these words"), "\(partly)")
    let mistyped = try desk.withoutChange("search", "nodules", "octeotide")
    #expect(mistyped.err.contains("Did you mean octreotide"), "\(mistyped)")
  }

  @Test func `gets JSON with what was found`() throws {
    let desk = try desk()
    let json = try desk.netvault("search", "octreotide", "--json").jsonWhenDone()
    #expect(json["count"]?.int == 2 && json["allWords"]?.bool == true)
    let second = json["records"]?.array?.last
    #expect(second?["excerpt"]?.string?.contains("before octreotide") == true)
    #expect(second?["found"]?.array?.first?.string == "octreotide")
    let none = try desk.netvault("search", "zebra", "--json")
    #expect(none.exit == .notFound)
    #expect(try none.json()["records"]?.array?.isEmpty == true)
  }

  @Test func `is shown fifty on a terminal, and told of the rest`() throws {
    let desk = try Desk.withVault()
    let markers = (0..<300).map {
      Fixture.marker(id: "m\($0)", date: "2025-05-12", value: "\($0)")
    }
    let file = try desk.write("many.json", Fixture.bundle([Fixture.patient()] + markers))
    _ = try desk.netvault("import", file, "--yes", "--json").jsonWhenDone()
    let terminal = try desk.terminal("search", "chromogranin")
    try terminal.unlock()
    let screen = try terminal.finish()
    #expect(screen.out.contains("300 records; 50 are shown. To see all: --all"), "\(screen)")
    let json = try desk.netvault("search", "chromogranin", "--json", "--all").jsonWhenDone()
    #expect(json["records"]?.array?.count == 300)
  }
}
