import JSON
import Records
import Summary
import Testing
import Writing

/// Every format is made of one summary: what one says, all say.
@Suite struct `Every format` {
  static let summaries = [
    Summary(of: AnaBrandt.records, for: "Dr. Lee", on: AnaBrandt.today),
    Summary(
      of: EveryKind.records(.plain), on: AnaBrandt.today,
      scope: Scope(include: Set(Kind.allCases), withPrivate: true)),
    Summary(of: EveryKind.records(.hostile), on: AnaBrandt.today),
    Summary(of: [], on: AnaBrandt.today),
  ]

  /// The words without marks, spaces and ends of lines, which formats set as they need.
  static func bare(_ text: String) -> String {
    // A phone number that no line may break.
    var text = text.replacing(#/<span class="number">([^<]*)</span>/#) { $0.output.1 }
    for (mark, letter) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"),
      ("&#x27;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(mark, with: letter)
    }
    return text.filter { !$0.isWhitespace }
  }

  @Test(arguments: summaries)
  func `holds every line of both pages`(summary: Summary) throws {
    let html = Self.bare(HTMLPage().text(of: summary))
    let large = Self.bare(HTMLPage(isLargePrint: true).text(of: summary))
    let plain = Self.bare(PlainText().text(of: summary))
    let document = IPSDocumentTests.bundle(summary)
    let narratives = Self.bare(IPSDocumentTests.narratives(document).joined(separator: "\n"))
    for section in summary.pages.joined() {
      for line in section.lines {
        #expect(plain.contains(Self.bare(line.sentence)))
        for cell in line.cells {
          for row in cell.split(separator: "\n").map({ Self.bare(String($0)) }) {
            #expect(html.contains(row))
            #expect(large.contains(row))
            if section.part != .notShown { #expect(narratives.contains(row)) }
          }
        }
        let marker = Self.bare(summary.marker(line.marks))
        #expect(html.contains(marker) && plain.contains(marker))
      }
      if let rest = section.rest {
        #expect(html.contains(Self.bare(rest)) && plain.contains(Self.bare(rest)))
      }
    }
  }

  @Test func `holds nothing private, personal or taken back`() {
    let ana = Self.summaries[0]
    let texts = [
      HTMLPage().text(of: ana), PlainText().text(of: ana), IPSDocumentTests.text(ana),
    ]
    for text in texts {
      for word in [
        "Secret Insurance", "X-123", "private matter", "ruled-out", "mistaken", "my own thoughts",
      ] {
        #expect(!text.lowercased().contains(word.lowercased()))
      }
    }
  }
}
