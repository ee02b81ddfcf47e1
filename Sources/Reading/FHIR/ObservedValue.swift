internal import JSON
internal import Records

/// The `value[x]` of an observation: a quantity where it is a number, else words with codes.
struct ObservedValue {
  let value: Value

  init?(type: String, _ json: JSONValue) {
    switch type {
    case "Quantity":
      if let quantity = Quantity(json: json) {
        value = .quantity(quantity)
      } else {
        // Only a unit, or a number that is none: the words are all there is.
        guard let text = json.text("value") ?? json.text("unit") else { return nil }
        value = .coded(Coded(text))
      }
    case "Integer", "Decimal":
      guard let number = json.plainText else { return nil }
      value = .quantity(Quantity(number))
    case "CodeableConcept", "Coding":
      guard let coded = Coded(concept: json) else { return nil }
      value = .coded(coded)
    case "String", "Code":
      guard let text = json.plainText else { return nil }
      value = Self.isNumber(text).map { .quantity($0) } ?? .coded(Coded(text))
    default:
      guard let words = Self.words(type: type, json) else { return nil }
      value = .coded(Coded(words))
    }
  }

  /// Laboratories that print `<5` send it as a string. Anything with more in it stays words.
  private static func isNumber(_ text: String) -> Quantity? {
    guard let quantity = Quantity(printed: text), quantity.unit?.contains(" ") != true else {
      return nil
    }
    let isMeasure = quantity.comparator != nil || quantity.unit == nil
    return isMeasure ? quantity : nil
  }

  private static func words(type: String, _ json: JSONValue) -> String? {
    switch type {
    case "Boolean": json.bool.map { $0 ? "yes" : "no" }
    case "Range": Dosage.range(json)
    case "Ratio": Dosage.ratio(json)
    case "DateTime", "Date", "Time", "Instant": json.plainText
    case "Period": json.isNull ? nil : When(period: json)?.spelled
    case "SampledData": "a measured curve"
    case "Attachment": json.text("title") ?? "an attached file"
    case "Reference": json.text("display")
    default: json.plainText
    }
  }
}
