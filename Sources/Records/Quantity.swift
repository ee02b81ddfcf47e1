/// A measured value as printed: the digits, the comparator, the unit.
package struct Quantity: Hashable, Sendable {
  /// The number with the digits that were printed, such as `5.10`.
  package var number: String
  /// `<`, `<=`, `>=` or `>`, where the laboratory printed one.
  package var comparator: String?
  /// The unit as printed.
  package var unit: String?
  /// The unit's code, and the system it is from (mostly UCUM).
  package var code: String?
  package var system: String?

  package init(
    _ number: String, unit: String? = nil, comparator: String? = nil, code: String? = nil,
    system: String? = nil
  ) {
    self.number = number
    self.comparator = comparator
    self.unit = unit
    self.code = code
    self.system = system
  }

  /// The number to compare and to draw with. What is shown is always `number`.
  package var approximate: Double? { Double(number) }

  /// `<5.10 ng/mL`.
  package var printed: String {
    let amount = (comparator ?? "") + number
    guard let unit = unit ?? code, !unit.isEmpty, unit != "1" else { return amount }
    return unit == "%" ? amount + "%" : "\(amount) \(unit)"
  }

  /// Reads `5.1`, `<5 ng/mL`, `>= 10 %`: a comparator, a number, then the unit.
  package init?(printed text: some StringProtocol) {
    var rest = text.drop(while: \.isWhitespace)
    var comparator: String?
    for mark in ["<=", ">=", "≤", "≥", "<", ">"] where rest.hasPrefix(mark) {
      comparator = mark == "≤" ? "<=" : mark == "≥" ? ">=" : mark
      rest = rest.dropFirst(mark.count).drop(while: \.isWhitespace)
      break
    }
    var end = rest.startIndex
    if end < rest.endIndex, rest[end] == "-" || rest[end] == "+" { end = rest.index(after: end) }
    let digits = rest[end...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let first = digits.first, first != ".", digits.last != ".",
      digits.count(where: { $0 == "." }) <= 1
    else { return nil }
    let number = rest[..<digits.endIndex].drop { $0 == "+" }
    let unit = rest[digits.endIndex...].drop(while: \.isWhitespace)
    if let letter = unit.first, !(unit.startIndex > digits.endIndex), letter == "," || letter == "/"
    {
      return nil
    }
    let trimmed = String(unit).trimmedSpaces
    self.init(String(number), unit: trimmed.isEmpty ? nil : trimmed, comparator: comparator)
  }
}

/// The laboratory's own range: the words as printed, and its ends where they could be read.
package struct ReferenceRange: Hashable, Sendable {
  package var text: String?
  package var low: Quantity?
  package var high: Quantity?

  package init(text: String? = nil, low: Quantity? = nil, high: Quantity? = nil) {
    self.text = text
    self.low = low
    self.high = high
  }

  /// As printed, or put together from its ends: `3.5 to 5.0 mmol/L`, `below 100 ng/mL`.
  package var printed: String {
    if let text, !text.isEmpty { return text }
    switch (low, high) {
    case (let low?, let high?):
      return low.unit == high.unit
        ? "\(low.number) to \(high.printed)" : "\(low.printed) to \(high.printed)"
    case (let low?, nil): return "\(low.printed) or more"
    case (nil, let high?): return "up to \(high.printed)"
    case (nil, nil): return ""
    }
  }
}

extension String {
  /// Without the white space at both ends.
  package var trimmedSpaces: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
