import Console
import Records
import Testing

@Suite struct `A range as it is printed` {
  private func range(_ text: String) throws -> ReferenceRange {
    let field = try #require(KindDescription.of(.result).field("range"))
    let input = FieldInput(today: try #require(PartialDate("2026-11-21")))
    guard case .range(let range) = try input.value(text, for: field) else {
      Issue.record("It is a range.")
      return ReferenceRange()
    }
    #expect(range.printed == text)
    return range
  }

  @Test(
    arguments: [
      ("3.5 - 5.0", "3.5", "5.0"),
      ("3.5-5.0", "3.5", "5.0"),
      ("3.5 – 5.0 mmol/L", "3.5 mmol/L", "5.0 mmol/L"),
      ("3.5 to 5.0 mmol/L", "3.5 mmol/L", "5.0 mmol/L"),
      ("between 3 and 5", "3", "5"),
      ("From 3 to 5", "3", "5"),
      ("-2 to 2", "-2", "2"),
      ("below 100", nil, "100"),
      ("Below 100 ng/mL", nil, "100 ng/mL"),
      ("<100", nil, "100"),
      ("≤ 100 ng/mL", nil, "100 ng/mL"),
      ("up to 5", nil, "5"),
      ("5 or less", nil, "5"),
      ("above 10", "10", nil),
      (">= 10 %", "10%", nil),
      ("at least 10", "10", nil),
      ("10 or more", "10", nil),
      ("negative", nil, nil),
      ("<100 (women)", nil, "100 (women)"),
      ("3 to", nil, nil),
      ("1,000 - 2,000", nil, nil),
    ] as [(String, String?, String?)])
  func `keeps its words, and its ends where they are clear`(
    text: String, low: String?, high: String?
  ) throws {
    let range = try range(text)
    #expect(range.low?.printed == low)
    #expect(range.high?.printed == high)
  }
}
