import Records

/// A laboratory's range as it is printed: `3.5 - 5.0 mmol/L`, `below 100`, `<100`, `up to 5`.
///
/// The words are always kept; the ends are there only where they can be read without doubt.
enum RangePhrase {
  static func range(_ typed: String) -> ReferenceRange {
    let typed = typed.trimmed
    var range = ReferenceRange(text: typed)
    let text = typed.lowercased().replacing("–", with: "-")
    for word in ["below ", "less than ", "under ", "up to ", "at most ", "<=", "≤", "<"]
    where text.hasPrefix(word) {
      range.high = quantity(text.dropFirst(word.count), as: typed)
      return range
    }
    for word in ["above ", "more than ", "over ", "at least ", "from ", ">=", "≥", ">"]
    where text.hasPrefix(word) && !text.contains(" to ") {
      range.low = quantity(text.dropFirst(word.count), as: typed)
      return range
    }
    for word in [" or less", " or lower", " or below"] where text.hasSuffix(word) {
      range.high = quantity(text.dropLast(word.count), as: typed)
      return range
    }
    for word in [" or more", " or higher", " or above"] where text.hasSuffix(word) {
      range.low = quantity(text.dropLast(word.count), as: typed)
      return range
    }
    (range.low, range.high) = ends(text, as: typed)
    return range
  }

  private static func ends(_ text: String, as typed: String) -> (Quantity?, Quantity?) {
    var body = Substring(text)
    for word in ["from ", "between "] where body.hasPrefix(word) {
      body = body.dropFirst(word.count)
    }
    for divider in [" to ", " and ", " - ", "-"] {
      guard let place = body.dropFirst().firstRange(of: divider),
        var low = quantity(body[..<place.lowerBound], as: typed),
        let high = quantity(body[place.upperBound...], as: typed)
      else { continue }
      // "3.5 to 5.0 mmol/L": the unit is of both.
      if low.unit == nil { low.unit = high.unit }
      return (low, high)
    }
    return (nil, nil)
  }

  /// A plain number with its unit, spelled as it was typed.
  private static func quantity(_ part: Substring, as typed: String) -> Quantity? {
    guard var quantity = Quantity(printed: part), quantity.comparator == nil else { return nil }
    if let unit = quantity.unit {
      guard let place = typed.lowercased().ranges(of: unit).last else { return nil }
      let offset = typed.lowercased().distance(
        from: typed.lowercased().startIndex, to: place.lowerBound)
      quantity.unit = String(typed.dropFirst(offset).prefix(unit.count))
    }
    return quantity
  }
}
