internal import Records
internal import Testing

@Suite struct `A quantity` {
  @Test(
    arguments: [
      ("5.10 ng/mL", "5.10", nil, "ng/mL"), ("<5", "5", "<", nil), (">= 10 %", "10", ">=", "%"),
      ("≤0.5mg/dL", "0.5", "<=", "mg/dL"), ("-2.0 C", "-2.0", nil, "C"), ("18 mm", "18", nil, "mm"),
    ] as [(String, String, String?, String?)])
  func `keeps the digits, the comparator and the unit as printed`(
    text: String, number: String, comparator: String?, unit: String?
  ) throws {
    let quantity = try #require(Quantity(printed: text))
    #expect(quantity.number == number)
    #expect(quantity.comparator == comparator)
    #expect(quantity.unit == unit)
  }

  @Test(arguments: ["", "positive", "1,5 mg", "120/80", ".", "5.", "1.2.3"])
  func `refuses words and numbers it could misread`(text: String) {
    #expect(Quantity(printed: text) == nil)
  }

  @Test func `is printed with its unit`() {
    #expect(Quantity("5.10", unit: "ng/mL", comparator: "<").printed == "<5.10 ng/mL")
    #expect(Quantity("4", unit: "%").printed == "4%")
    #expect(Quantity("4").printed == "4")
  }

  @Test func `has a range as the laboratory printed it`() {
    #expect(ReferenceRange(text: "below 100").printed == "below 100")
    let low = Quantity("3.5", unit: "mmol/L")
    let high = Quantity("5.0", unit: "mmol/L")
    #expect(ReferenceRange(low: low, high: high).printed == "3.5 to 5.0 mmol/L")
    #expect(ReferenceRange(high: high).printed == "up to 5.0 mmol/L")
  }
}
