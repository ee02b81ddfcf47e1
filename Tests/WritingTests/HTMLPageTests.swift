import Records
import Summary
import Testing
import Writing

@Suite struct `The HTML page` {
  static let ana = Summary(of: AnaBrandt.records, for: "Dr. Lee", on: AnaBrandt.today)

  @Test func `is the one that was looked at`() throws {
    try expectSnapshot(HTMLPage().text(of: Self.ana), named: "ana-brandt.html")
  }

  @Test func `has a large-print variant that was looked at`() throws {
    try expectSnapshot(
      HTMLPage(isLargePrint: true).text(of: Self.ana), named: "ana-brandt-large.html")
  }
}
