import Records
import Testing

@testable import Summary

@Suite struct `The facts of a summary` {
  @Test func `are the newest first, what has no date last, and equal days in one order`() {
    let records = [
      MadeUp.named(.result, "b", "2021-05-01"), MadeUp.named(.result, "no date"),
      MadeUp.named(.result, "old", "2019"), MadeUp.named(.result, "a", "2021-05-01"),
      MadeUp.named(.result, "new", "2024-01"), MadeUp.named(.result, "c", "2021-05-01"),
    ]
    for records in [records, records.reversed()] {
      let facts = Facts(
        records, person: nil, recipient: nil, today: MadeUp.today, scope: Scope())
      #expect(
        facts.newest(.result).map(\.title) == ["new", "a", "b", "c", "old", "no date"])
      #expect(facts.newest(.vaccine).isEmpty)
    }
  }
}
