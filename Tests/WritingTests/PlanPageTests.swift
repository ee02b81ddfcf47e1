import Records
import Summary
import Testing
import Writing

@Suite struct `The page of the care plan` {
  private static let ana = SurvivorPlan(of: AnaBrandt.records, on: AnaBrandt.today)
  private static let hostile = SurvivorPlan(
    of: EveryKind.records(.hostile), on: AnaBrandt.today, withPrivate: true)

  @Test func `is the one that was looked at`() throws {
    try expectSnapshot(PlanPage().text(of: Self.ana), named: "ana-brandt-plan.html")
    try expectSnapshot(PlanText().text(of: Self.ana), named: "ana-brandt-plan.txt")
  }

  @Test(arguments: [true, false])
  func `takes every word as a word`(isLargePrint: Bool) throws {
    let text = PlanPage(isLargePrint: isLargePrint).text(of: Self.hostile)
    try keepForCheckers(text, named: "hostile-plan\(isLargePrint ? "-large" : "").html")
    #expect(text.count(of: "<script") == 0)
    #expect(text.count(of: "</style>") == 1)
    #expect(text.count(of: "<html") == 1)
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar != "\n"
      #expect(!isControl && !(0x202A...0x202E).contains(scalar.value))
    }
  }

  @Test func `needs nothing from outside and runs nothing`() {
    let text = PlanPage(paper: "Letter").text(of: Self.ana)
    #expect(text.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
    #expect(text.contains("size: Letter;"))
    for word in ["<script", "<link", "<img", "src=", "href=", "url(", "@import", "http:", "https:"]
    {
      #expect(!text.contains(word))
    }
  }

  @Test func `has headings, header cells, and says that it is no advice`() {
    let text = PlanPage().text(of: Self.ana)
    #expect(text.count(of: "<h1") == 1)
    #expect(text.count(of: "<h2") == text.count(of: "<section"))
    #expect(text.count(of: "<table") == PlanPart.allCases.count)
    #expect(
      text.count(of: "<th scope=\"col\">") == 3 * PlanPart.allCases.count)
    #expect(text.count(of: "<th scope=\"row\">") >= PlanField.all.count)
    #expect(
      text.count(of: "This page is not medical advice; it says what your team said") == 2)
  }

  @Test func `and the text hold the same words`() {
    let letters: (String) -> String = { String($0.filter { $0.isLetter || $0.isNumber }) }
    let text = letters(PlanText().text(of: Self.ana))
    for entry in Self.ana.entries {
      #expect(text.contains(letters(entry.field.label)), "\(entry.field.id)")
      for item in entry.items { #expect(text.contains(letters(item.words)), "\(item.words)") }
    }
  }
}

extension String {
  fileprivate func count(of words: String) -> Int { ranges(of: words).count }
}
