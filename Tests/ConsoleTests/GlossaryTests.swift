import Console
import Foundation
import Records
import Testing

@Suite struct `The glossary` {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Console/glossary.tsv")

  @Test func `is read row by row`() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst()
    #expect(rows.count == Glossary.shared.entries.count)
    #expect(rows.count >= 60)
  }

  @Test(arguments: Glossary.shared.entries)
  func `explains a word in plain words, with its source and a day`(entry: GlossaryEntry) throws {
    #expect(PlainWords.faults(in: entry.words) == [])
    #expect(entry.words.hasSuffix("."))
    #expect(entry.source.count > 8)
    #expect(!entry.source.contains("http"), "a source is named by its title")
    let day = try #require(PartialDate(entry.asOf))
    #expect(day.day != nil)
    // A word is not explained by itself.
    #expect(!entry.words.lowercased().hasPrefix(entry.term.lowercased()))
  }

  @Test func `has each word once`() {
    let names = Glossary.shared.entries.flatMap(\.names).map { $0.lowercased() }
    let twice = Dictionary(grouping: names) { $0 }.filter { $1.count > 1 }.keys.sorted()
    #expect(twice == [])
  }

  @Test(arguments: [
    ("Ki-67", "Ki-67"), ("ki67", nil), ("ki 67", "Ki-67"), ("chromogranin-a", "chromogranin A"),
    ("CGA", "chromogranin A"), ("explanation of benefits", "EOB"), ("lobe", "lobectomy"),
    ("receptor", "somatostatin receptor"), ("xyzzy", nil), ("", nil),
  ])
  func `finds a word by any of its names`(typed: String, term: String?) {
    #expect(Glossary.shared.find(typed).first?.term == term)
  }

  @Test func `knows what a mistyped word may mean`() {
    #expect(Glossary.shared.closest(to: "ki67") == "Ki-67")
    #expect(Glossary.shared.closest(to: "chromogrannin a") == "chromogranin A")
    #expect(Glossary.shared.closest(to: "lobectomie") == "lobectomy")
    #expect(Glossary.shared.closest(to: "spaceship") == nil)
  }
}
