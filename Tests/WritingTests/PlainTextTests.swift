import Records
import Summary
import Testing
import Writing

@Suite struct `The plain text` {
  @Test func `is the one that was looked at`() throws {
    let ana = Summary(of: AnaBrandt.records, for: "Dr. Lee", on: AnaBrandt.today)
    try expectSnapshot(PlainText().text(of: ana), named: "ana-brandt.txt")
  }

  @Test(arguments: [20, 40, 72])
  func `has no line that is too long`(width: Int) {
    for filling in EveryKind.Filling.allCases {
      let summary = Summary(of: EveryKind.records(filling), on: AnaBrandt.today)
      let text = PlainText(width: width).text(of: summary)
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
    }
  }

  @Test func `holds no control characters`() {
    let summary = Summary(of: EveryKind.records(.hostile), on: AnaBrandt.today)
    let text = PlainText().text(of: summary)
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }
}
