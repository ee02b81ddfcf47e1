package import FoundationEssentials
package import Records

/// An amount of money, exact to the last digit: a decimal number with its currency, never rounded.
package struct Money: Hashable, Sendable {
  package let amount: Decimal
  /// `USD`, or the sign where it is not known which currency it stands for. Empty where none was said.
  package let currency: String
  /// How many digits stood behind the point. A sum has as many as its most exact part.
  package let decimals: Int

  package init(_ amount: Decimal, _ currency: String, decimals: Int = 2) {
    self.amount = amount
    self.currency = currency
    self.decimals = decimals
  }

  /// Nil for what is no single amount: `<5`, words, or a number that is too long to be money.
  package init?(_ quantity: Quantity?, dollars: String = "$") {
    guard let quantity, quantity.comparator == nil,
      let match = quantity.number.wholeMatch(of: /(-?)([0-9]{1,15})(?:\.([0-9]{1,6}))?/)
    else { return nil }
    let whole = match.output.1 + match.output.2
    let part = match.output.3.map { String($0) } ?? ""
    guard let amount = Decimal(string: part.isEmpty ? String(whole) : "\(whole).\(part)") else {
      return nil
    }
    let unit = Self.currency(quantity.unit ?? quantity.code ?? "", dollars: dollars)
    self.init(amount, unit, decimals: part.count)
  }

  package var isNegative: Bool { amount < 0 }
  package var isZero: Bool { amount == 0 }

  /// `1234.50 USD`: with all its digits, and nothing between thousands.
  package var printed: String {
    let text = "\(amount)"
    let point = text.firstIndex(of: ".")
    let behind = point.map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    let zeros = String(repeating: "0", count: max(0, decimals - behind))
    let number = text + (point == nil && decimals > 0 ? "." : "") + zeros
    return currency.isEmpty ? "\(number) (no currency said)" : "\(number) \(currency)"
  }

  /// The number alone, as a table for programs has it.
  package var number: String { String(printed.prefix { $0 != " " }) }

  /// Nil where the currencies differ: these are never added up or compared.
  package func adding(_ other: Money) -> Money? {
    guard currency == other.currency else { return nil }
    return Money(amount + other.amount, currency, decimals: max(decimals, other.decimals))
  }

  package func subtracting(_ other: Money) -> Money? {
    adding(Money(-other.amount, other.currency, decimals: other.decimals))
  }

  package func times(_ count: Int) -> Money {
    Money(amount * Decimal(count), currency, decimals: decimals)
  }

  /// The same amount of the same currency, however many zeros were printed.
  package func isSame(as other: Money) -> Bool {
    currency == other.currency && amount == other.amount
  }

  package func isMore(than other: Money) -> Bool {
    currency == other.currency && amount > other.amount
  }

  private static func currency(_ unit: String, dollars: String) -> String {
    switch unit.lowercased() {
    case "$", "dollar", "dollars": dollars
    case "us$", "us dollar", "us dollars": "USD"
    case "€", "euro", "euros": "EUR"
    case "£", "pound", "pounds": "GBP"
    default: unit.uppercased()
    }
  }
}

extension Money: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the amount: this text could reach a log.
  package var description: String { "an amount" }
  package var debugDescription: String { "an amount" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Reads the amounts of many records in the same way.
///
/// A dollar sign means the dollars that the other records name, where they name only one sort.
package struct MoneyReader: Sendable {
  let dollars: String

  package init(_ records: [Record]) {
    var named: Set<String> = []
    for record in records {
      for case .quantity(let quantity) in record.fields.values {
        if let unit = quantity.unit?.uppercased(), Self.dollarCodes.contains(unit) {
          named.insert(unit)
        }
      }
    }
    dollars = named.count == 1 ? named.first ?? "$" : "$"
  }

  private static let dollarCodes: Set = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD"]

  package func money(_ field: String, of record: Record) -> Money? {
    Money(record.quantity(field), dollars: dollars)
  }
}

/// What was added up: one sum a currency, and how many amounts were left out.
package struct MoneySum: Hashable, Sendable {
  /// By currency, in the order of the alphabet.
  package private(set) var sums: [Money] = []
  /// Amounts below zero: a correction can mean many things, so they are named and not added.
  package private(set) var negative = 0

  package init(_ amounts: [Money] = []) { for one in amounts { add(one) } }

  package mutating func add(_ money: Money) {
    guard !money.isNegative else {
      negative += 1
      return
    }
    if let place = sums.firstIndex(where: { $0.currency == money.currency }),
      let sum = sums[place].adding(money)
    {
      sums[place] = sum
    } else {
      sums.append(money)
      sums.sort { $0.currency < $1.currency }
    }
  }

  package mutating func add(_ other: MoneySum) {
    for one in other.sums { add(one) }
    negative += other.negative
  }

  package func of(_ currency: String) -> Money? { sums.first { $0.currency == currency } }

  package var isEmpty: Bool { sums.isEmpty }

  /// `120.00 USD and 15 EUR`, or `nothing`.
  package var printed: String {
    sums.isEmpty ? "nothing" : sums.map(\.printed).joined(separator: " and ")
  }
}
