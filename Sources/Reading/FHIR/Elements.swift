internal import JSON
internal import Records

// The data types of FHIR R4 that do not depend on other resources (hl7.org/fhir/R4/datatypes).
// Old portals give single elements where R4 has lists and codes where R4 has concepts; both are
// taken.

extension JSONValue {
  /// The elements under a name: none, the one, or all of a list.
  func list(_ key: String) -> [JSONValue] {
    switch self[key] {
    case nil, .null: []
    case .array(let values): values.filter { !$0.isNull }
    case let value?: [value]
    }
  }

  /// A primitive as printed, without white space around it; nil when it is empty.
  var plainText: String? {
    let text: String
    switch self {
    case .string(let string): text = string
    case .number(let number): text = number
    case .bool(let value): text = value ? "true" : "false"
    default: return nil
    }
    guard let first = text.utf8.first, let last = text.utf8.last else { return nil }
    if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return text }
    let trimmed = text.trimmedSpaces
    return trimmed.isEmpty ? nil : trimmed
  }

  func text(_ key: String) -> String? { self[key]?.plainText }

  func texts(_ key: String) -> [String] { list(key).compactMap(\.plainText) }

  func concept(_ key: String) -> Coded? { list(key).first.flatMap { Coded(concept: $0) } }

  func concepts(_ key: String) -> [Coded] { list(key).compactMap { Coded(concept: $0) } }

  func quantity(_ key: String) -> Quantity? { self[key].flatMap { Quantity(json: $0) } }

  func moment(_ key: String) -> When? { text(key).map { When(printed: $0) } }

  func period(_ key: String) -> When? { self[key].flatMap { When(period: $0) } }

  /// The code of a concept or of a plain code, in lower case, for statuses.
  func status(_ key: String) -> String? {
    guard let value = list(key).first else { return nil }
    if let code = value.plainText { return code.lowercased() }
    let code = value.list("coding").lazy.compactMap { $0.text("code") }.first
    return (code ?? value.text("text"))?.lowercased()
  }

  /// The element of several types, `value[x]`: which type it has here, and its value.
  func choice(_ name: String) -> (type: String, value: JSONValue)? {
    guard case .object(let object) = self else { return nil }
    let prefix = name.utf8
    for member in object.members {
      let key = member.key.utf8
      guard key.count > prefix.count, key.starts(with: prefix) else { continue }
      let next = key[key.index(key.startIndex, offsetBy: prefix.count)]
      guard UInt8(ascii: "A")...UInt8(ascii: "Z") ~= next, !member.value.isNull else { continue }
      return (String(member.key.dropFirst(name.count)), member.value)
    }
    return nil
  }

  /// When something was, from an element of several types such as `effective[x]`.
  func when(_ name: String) -> When? {
    choice(name).flatMap { When(type: $0.type, $0.value) }
  }

  /// The words of the annotations under a name, one a line.
  func annotations(_ key: String = "note") -> String? {
    let lines = list(key).compactMap { $0.plainText ?? $0.text("text") }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// The extension whose address ends in one of these names.
  ///
  /// A profile's address carries its publisher and year, and moves; its last part stays.
  func fhirExtension(_ names: String...) -> JSONValue? {
    list("extension").first { part in
      guard let url = part["url"]?.string else { return false }
      let last = url[(url.lastIndex(of: "/").map { url.index(after: $0) } ?? url.startIndex)...]
      return names.contains { $0 == last }
    }
  }
}

extension Coded {
  /// A CodeableConcept, a Coding or a plain code; nil when it says nothing.
  init?(concept json: JSONValue) {
    if let code = json.plainText {
      self.init(code)
      return
    }
    var codings: [Coding] = []
    for coding in json.list("coding") {
      let one = Coding(
        system: coding.text("system"), code: coding.text("code"), display: coding.text("display"))
      if one.code != nil || one.display != nil { codings.append(one) }
    }
    if codings.isEmpty, json.text("code") != nil || json.text("display") != nil {
      codings = [
        Coding(
          system: json.text("system"), code: json.text("code"), display: json.text("display"))
      ]
    }
    let chosen = json.list("coding").first { $0["userSelected"]?.bool == true }?.text("display")
    let words =
      json.text("text") ?? chosen ?? codings.lazy.compactMap(\.display).first
      ?? codings.lazy.compactMap(\.knownWords).first ?? codings.first?.code
    guard let words else { return nil }
    self.init(words, codings)
  }

  /// Several concepts that stand in one place, in words and with all their codes.
  init?(joining concepts: [Coded]) {
    guard let first = concepts.first else { return nil }
    if concepts.count == 1 {
      self = first
    } else {
      self.init(concepts.map(\.text).joined(separator: ", "), concepts.flatMap(\.codings))
    }
  }
}

extension Quantity {
  /// A Quantity, SimpleQuantity, Age, Duration, Count or Money; nil without a number.
  init?(json: JSONValue) {
    guard let number = json["value"]?.plainText, JSONNumber.isNumber(number) else { return nil }
    let currency = json.text("currency")
    self.init(
      number, unit: json.text("unit") ?? currency, comparator: json.text("comparator"),
      code: json.text("code") ?? currency,
      system: json.text("system") ?? currency.map { _ in "urn:iso:std:iso:4217" })
  }
}

extension ReferenceRange {
  /// One `referenceRange` of an observation.
  init?(json: JSONValue) {
    let (low, high) = (json.quantity("low"), json.quantity("high"))
    let text = json.text("text")
    guard low != nil || high != nil || text != nil else { return nil }
    self.init(text: text, low: low, high: high)
  }

  /// All ranges of an observation: several are kept in words, each with whom it is for.
  init?(all json: [JSONValue]) {
    let ranges = json.compactMap { part in
      ReferenceRange(json: part).map { (part, $0) }
    }
    guard let first = ranges.first else { return nil }
    if ranges.count == 1 {
      self = first.1
      return
    }
    let lines = ranges.map { part, range in
      let whom = [part.concept("type")] + part.concepts("appliesTo").map(Optional.some)
      let label = whom.compactMap { $0?.text }.joined(separator: ", ")
      return label.isEmpty ? range.printed : "\(label): \(range.printed)"
    }
    self.init(text: lines.joined(separator: "; "))
  }
}
