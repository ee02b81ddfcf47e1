import Records
import Summary
import Testing
import Writing

@Suite struct `The HTML page` {
  static let ana = Summary(of: AnaBrandt.records, for: "Dr. Lee", on: AnaBrandt.today)
  static let hostile = Summary(
    of: EveryKind.records(.hostile), for: EveryKind.nasty, on: AnaBrandt.today,
    scope: Scope(include: Set(Kind.allCases), withPrivate: true))

  @Test func `is the one that was looked at`() throws {
    try expectSnapshot(HTMLPage().text(of: Self.ana), named: "ana-brandt.html")
  }

  @Test func `has a large-print variant that was looked at`() throws {
    try expectSnapshot(
      HTMLPage(isLargePrint: true).text(of: Self.ana), named: "ana-brandt-large.html")
  }

  @Test(arguments: [true, false])
  func `takes every word as a word`(isLargePrint: Bool) throws {
    let text = HTMLPage(isLargePrint: isLargePrint).text(of: Self.hostile)
    try keepForCheckers(text, named: "hostile\(isLargePrint ? "-large" : "").html")
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt; {{name}}"))
    #expect(text.components(of: "<script") == 0)
    #expect(text.components(of: "</style>") == 1)
    #expect(text.components(of: "<html") == 1)
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar != "\n"
      #expect(!isControl && !(0x202A...0x202E).contains(scalar.value))
    }
  }

  @Test func `needs nothing from outside and runs nothing`() {
    let text = HTMLPage().text(of: Self.ana)
    #expect(text.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
    for word in ["<script", "<link", "<img", "src=", "href=", "url(", "@import", "http:", "https:"]
    {
      #expect(!text.contains(word))
    }
  }

  @Test func `has a language, headings and a header for every column`() {
    let text = HTMLPage().text(of: Self.ana)
    #expect(text.contains("<html lang=\"en\">"))
    #expect(text.components(of: "<h1") == 1)
    #expect(text.components(of: "<h2") == text.components(of: "<section"))
    #expect(text.components(of: "<table") == text.components(of: "<thead"))
    #expect(text.components(of: "<th scope=\"col\">") > 20)
  }

  @Test func `says whose it is, and which page, on both pages`() {
    let text = HTMLPage().text(of: Self.ana)
    for word in ["page 1 of 2", "page 2 of 2"] { #expect(text.components(of: word) == 1) }
    #expect(text.components(of: "orn 14 June 1961") == 2)
    #expect(text.components(of: "made by the patient on 21 November 2026") == 2)
  }

  @Test func `writes a name into a style sheet as numbers`() {
    let text = HTMLPage(isLargePrint: true).text(of: Self.ana)
    #expect(text.contains("content: \"\\000041\\00006e\\000061"))
  }
}

extension String {
  /// How often a word occurs.
  fileprivate func components(of word: String) -> Int { ranges(of: word).count }
}
