import Console
import Records
import Testing

@Suite struct `A number as a person types it` {
  @Test(arguments: [
    ("88", "88"), ("88 ng/mL", "88 ng/mL"), ("88ng/mL", "88 ng/mL"), ("5.10", "5.10"),
    ("<5", "<5"), ("< 0.1 mg", "<0.1 mg"), ("≥ 200", ">=200"), ("4 %", "4%"), ("-2", "-2"),
    ("1.025", "1.025"), ("4.5 x10^9/L", "4.5 x10^9/L"),
  ])
  func `is taken as it is`(typed: String, printed: String) {
    guard case .exact(let quantity) = NumberPhrase.meaning(of: typed) else {
      Issue.record("\(typed)")
      return
    }
    #expect(quantity.printed == printed)
  }

  @Test(arguments: [
    ("1,5", "1.5"), ("0,125 mg", "0.125 mg"), ("12,50 €", "12.50 €"), ("1,234.50", "1234.50"),
    ("1.234,50 EUR", "1234.50 EUR"), ("1,234,567", "1234567"), ("1 234", "1234"),
    ("less than 5 ng/mL", "<5 ng/mL"), ("at least 3", ">=3"), ("$45", "45 $"),
    ("USD 1,234.50", "1234.50 USD"), ("<1,5", "<1.5"), ("1'234", "1234"),
  ])
  func `is said back where it was written in another way`(typed: String, printed: String) {
    guard case .said(let quantity) = NumberPhrase.meaning(of: typed) else {
      Issue.record("\(typed)")
      return
    }
    #expect(quantity.printed == printed)
  }

  @Test(arguments: [("1,500", "1500", "1.500"), ("12,345 mg", "12345 mg", "12.345 mg")])
  func `can be two numbers`(typed: String, first: String, second: String) {
    guard case .either(let one, let other) = NumberPhrase.meaning(of: typed) else {
      Issue.record("\(typed)")
      return
    }
    #expect([one.printed, other.printed] == [first, second])
  }

  @Test(arguments: [
    "positive", "", "5-10", "1e5", "1,23,4", "1..2", "5,", ".5", "like a pea", "1O", "±5",
    "1,2.3,4",
  ])
  func `is no number`(typed: String) {
    #expect(NumberPhrase.meaning(of: typed) == .words)
  }

  @Test func `is a pair for a blood pressure`() {
    #expect(
      NumberPhrase.meaning(of: "120/80 mmHg")
        == .pair(Quantity("120", unit: "mmHg"), Quantity("80", unit: "mmHg")))
    #expect(NumberPhrase.meaning(of: "120 over 80") == .pair(Quantity("120"), Quantity("80")))
  }

  @Test func `has a unit of one sort or another`() {
    #expect(NumberPhrase.isSameSort("cm", "mm") == true)
    #expect(NumberPhrase.isSameSort("kg", "mm") == false)
    #expect(NumberPhrase.isSameSort("ng/mL", "mm") == nil)
  }
}
