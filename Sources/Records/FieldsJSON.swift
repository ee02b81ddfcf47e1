/// The fields of a record as JSON, and back. The kind's description says what each one holds.
package import JSON

package enum FieldsJSON {
  /// The fields as a JSON object, in the order of the description.
  package static func object(_ fields: [String: Value], of kind: Kind) -> JSONObject {
    var object = JSONObject()
    for field in KindDescription.of(kind).fields {
      guard let value = fields[field.name] else { continue }
      object.append(field.name, ValueJSON.write(value))
    }
    return object
  }

  /// The fields as compact JSON text.
  package static func text(_ fields: [String: Value], of kind: Kind) -> String {
    JSONValue.object(object(fields, of: kind)).compactText
  }

  /// Reads what `object` wrote. A name that the description does not have is refused: a program
  /// that dropped it would lose it at the next change.
  ///
  /// - Parameter wanted: Where given, the other fields are left out: for what only shows a few.
  package static func read(
    _ object: JSONObject, of kind: Kind, only wanted: Set<String>? = nil
  ) throws(FieldsJSONError) -> [String: Value] {
    let description = KindDescription.of(kind)
    var fields: [String: Value] = [:]
    fields.reserveCapacity(wanted?.count ?? object.count)
    for member in object.members {
      guard let type = description.type(of: member.key) else { throw .unknownField(member.key) }
      if let wanted, !wanted.contains(member.key) { continue }
      guard let value = ValueJSON.read(member.value, as: type) else {
        throw .wrongShape(member.key)
      }
      fields[member.key] = value
    }
    return fields
  }
}

/// Why stored or imported fields could not be read. Names the field, never what it held.
package enum FieldsJSONError: Error, Hashable, Sendable {
  case unknownField(String)
  case wrongShape(String)
}

/// One value as JSON. Plain values are plain JSON; the others are objects with these members:
///
/// - a date that a string cannot hold: `start`, `end`, `period`, `about`, `words`
/// - words with codes: `text`, `codings` of `system`, `code`, `display`
/// - a quantity: `value`, `comparator`, `unit`, `code`, `system`
/// - a range: `text`, `low`, `high`
/// - a part: `name`, and one of `text`, `quantity`, `coded`, `range`, `when`
package enum ValueJSON {
  package static func write(_ value: Value) -> JSONValue {
    switch value {
    case .text(let text), .choice(let text): .string(text)
    case .when(let when): write(when)
    case .coded(let coded): write(coded)
    case .quantity(let quantity): write(quantity)
    case .range(let range): write(range)
    case .link(let id): .object(["record": .string(id.text)])
    case .part(let part): write(part)
    case .list(let values): .array(values.map { write($0) })
    }
  }

  package static func write(_ when: When) -> JSONValue {
    if when.words == nil, !when.isAbout, !when.isPeriod, let start = when.start {
      return .string(start.description)
    }
    var object = JSONObject()
    if let start = when.start { object.append("start", .string(start.description)) }
    if let end = when.end { object.append("end", .string(end.description)) }
    if when.isPeriod { object.append("period", .bool(true)) }
    if when.isAbout { object.append("about", .bool(true)) }
    if let words = when.words { object.append("words", .string(words)) }
    return .object(object)
  }

  static func write(_ coded: Coded) -> JSONValue {
    var object = JSONObject()
    object.append("text", .string(coded.text))
    guard !coded.codings.isEmpty else { return .object(object) }
    object.append(
      "codings",
      .array(
        coded.codings.map { coding in
          var one = JSONObject()
          if let system = coding.system { one.append("system", .string(system)) }
          if let code = coding.code { one.append("code", .string(code)) }
          if let display = coding.display { one.append("display", .string(display)) }
          return .object(one)
        }))
    return .object(object)
  }

  static func write(_ quantity: Quantity) -> JSONValue {
    var object = JSONObject()
    let isNumber = JSONNumber.isNumber(quantity.number)
    object.append("value", isNumber ? .number(quantity.number) : .string(quantity.number))
    if let comparator = quantity.comparator { object.append("comparator", .string(comparator)) }
    if let unit = quantity.unit { object.append("unit", .string(unit)) }
    if let code = quantity.code { object.append("code", .string(code)) }
    if let system = quantity.system { object.append("system", .string(system)) }
    return .object(object)
  }

  static func write(_ range: ReferenceRange) -> JSONValue {
    var object = JSONObject()
    if let text = range.text { object.append("text", .string(text)) }
    if let low = range.low { object.append("low", write(low)) }
    if let high = range.high { object.append("high", write(high)) }
    return .object(object)
  }

  static func write(_ part: Part) -> JSONValue {
    let name =
      switch part.value {
      case .quantity: "quantity"
      case .coded: "coded"
      case .range: "range"
      case .when: "when"
      default: "text"
      }
    var object = JSONObject()
    object.append("name", write(part.name))
    object.append(name, write(part.value))
    return .object(object)
  }
}

extension ValueJSON {
  static func read(_ json: JSONValue, as type: FieldType) -> Value? {
    if case .array(let elements) = json {
      var values: [Value] = []
      values.reserveCapacity(elements.count)
      for element in elements {
        guard let value = readOne(element, as: type) else { return nil }
        values.append(value)
      }
      return .list(values)
    }
    return readOne(json, as: type)
  }

  private static func readOne(_ json: JSONValue, as type: FieldType) -> Value? {
    switch type {
    case .text, .longText: json.string.map { .text($0) }
    case .choice: json.string.map { .choice($0) }
    case .when: readWhen(json).map { .when($0) }
    case .coded: readCoded(json).map { .coded($0) } ?? json.string.map { .text($0) }
    case .quantity: readQuantity(json).map { .quantity($0) } ?? json.string.map { .text($0) }
    case .range: json.object.map { .range(readRange($0)) } ?? json.string.map { .text($0) }
    // Words stay words where they named no record of the vault.
    case .link: json["record"]?.string.map { .link(RecordID($0)) } ?? json.string.map { .text($0) }
    case .parts: readPart(json).map { .part($0) } ?? json.string.map { .text($0) }
    }
  }

  package static func readWhen(_ json: JSONValue) -> When? {
    if let text = json.string { return Moment(text).map { When(start: $0) } }
    guard let object = json.object else { return nil }
    var start: Moment?
    var end: Moment?
    if let text = object["start"]?.string {
      guard let moment = Moment(text) else { return nil }
      start = moment
    }
    if let text = object["end"]?.string {
      guard let moment = Moment(text) else { return nil }
      end = moment
    }
    return When(
      start: start, end: end, isPeriod: object["period"]?.bool ?? false,
      isAbout: object["about"]?.bool ?? false, words: object["words"]?.string)
  }

  static func readCoded(_ json: JSONValue) -> Coded? {
    guard let text = json["text"]?.string else { return nil }
    let codings = (json["codings"]?.array ?? []).map {
      Coding(
        system: $0["system"]?.string, code: $0["code"]?.string, display: $0["display"]?.string)
    }
    return Coded(text, codings)
  }

  static func readQuantity(_ json: JSONValue) -> Quantity? {
    guard let value = json["value"], let number = value.numberText ?? value.string else {
      return nil
    }
    return Quantity(
      number, unit: json["unit"]?.string, comparator: json["comparator"]?.string,
      code: json["code"]?.string, system: json["system"]?.string)
  }

  static func readRange(_ object: JSONObject) -> ReferenceRange {
    ReferenceRange(
      text: object["text"]?.string, low: object["low"].flatMap { readQuantity($0) },
      high: object["high"].flatMap { readQuantity($0) })
  }

  static func readPart(_ json: JSONValue) -> Part? {
    guard let name = json["name"].flatMap({ readCoded($0) }) else { return nil }
    let value: Value? =
      if let quantity = json["quantity"] {
        readQuantity(quantity).map { .quantity($0) }
      } else if let coded = json["coded"] {
        readCoded(coded).map { .coded($0) }
      } else if let range = json["range"]?.object {
        .range(readRange(range))
      } else if let when = json["when"] {
        readWhen(when).map { .when($0) }
      } else {
        json["text"]?.string.map { .text($0) }
      }
    return value.map { Part(name, $0) }
  }
}
