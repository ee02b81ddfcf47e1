import Records
import Summary
import Testing
import Writing

@Suite struct `The plain text` {
  @Test func `is the one that was looked at`() throws {
    let ana = Summary(of: AnaBrandt.records, for: "Dr. Lee", on: AnaBrandt.today)
    try expectSnapshot(PlainText().text(of: ana), named: "ana-brandt.txt")
  }
}
