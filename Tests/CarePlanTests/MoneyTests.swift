import CarePlan
import Records
import Testing

@Suite struct `An amount of money` {
  static func money(_ number: String, _ unit: String? = "USD") -> Money {
    guard let money = Money(Quantity(number, unit: unit)) else {
      preconditionFailure("\(number) is no amount")
    }
    return money
  }

  @Test func `is exact to the last digit`() {
    let sum = MoneySum([Self.money("0.10"), Self.money("0.20")])
    #expect(sum.printed == "0.30 USD")
    #expect(Self.money("412.50").times(11).printed == "4537.50 USD")
    #expect(Self.money("1000000000.01").adding(Self.money("0.02"))?.printed == "1000000000.03 USD")
    #expect(Self.money("260.00").subtracting(Self.money("60"))?.printed == "200.00 USD")
    // 0.1 + 0.2 + ... in binary is never 1.
    #expect(
      MoneySum(Array(repeating: Self.money("0.1"), count: 10)).sums[0].isSame(as: Self.money("1")))
  }

  @Test func `keeps the digits that were printed`() {
    #expect(Self.money("60").printed == "60 USD")
    #expect(Self.money("60.50").printed == "60.50 USD")
    #expect(Self.money("60.00").isSame(as: Self.money("60")))
  }

  @Test(arguments: ["<5", "about 60", "1e3", "", "1.2.3", "12345678901234567"])
  func `is no single amount in other words`(number: String) {
    let quantity =
      number.hasPrefix("<") ? Quantity("5", unit: "USD", comparator: "<") : Quantity(number)
    #expect(Money(quantity) == nil)
    #expect(Money(nil) == nil)
  }

  @Test func `is never added to another currency`() {
    #expect(Self.money("1").adding(Self.money("1", "EUR")) == nil)
    #expect(!Self.money("1").isSame(as: Self.money("1", "EUR")))
    #expect(!Self.money("2").isMore(than: Self.money("1", "EUR")))
    let sum = MoneySum([Self.money("5", "EUR"), Self.money("1.50"), Self.money("2", "euros")])
    #expect(sum.printed == "7 EUR and 1.50 USD")
    #expect(Self.money("7", nil).printed == "7 (no currency said)")
  }

  @Test func `below zero is in no sum, and is counted`() {
    let sum = MoneySum([Self.money("-5"), Self.money("3")])
    #expect(sum.printed == "3 USD")
    #expect(sum.negative == 1)
    #expect(MoneySum().printed == "nothing")
  }

  @Test func `with a dollar sign is in the dollars that the other records name`() {
    func claim(_ name: String, _ unit: String) -> Record {
      MadeUp.record(.claim, name, ["billed": .quantity(Quantity("5", unit: unit))])
    }
    let sign = claim("a", "$")
    let one = MoneyReader([sign, claim("b", "CAD")])
    #expect(one.money("billed", of: sign)?.currency == "CAD")
    let two = MoneyReader([sign, claim("b", "CAD"), claim("c", "USD")])
    #expect(two.money("billed", of: sign)?.currency == "$")
  }

  @Test func `says nothing of itself in a log`() {
    #expect("\(Self.money("77"))" == "an amount")
    #expect(!String(reflecting: Self.money("77")).contains("77"))
  }
}
