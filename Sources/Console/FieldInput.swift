package import Records

/// Makes a value of what a person typed for a field, after a flag or at a question.
package struct FieldInput: Sendable {
  package var today: PartialDate
  package var order: DatePhrase.Order?
  /// Date of birth, for "when I was 58".
  package var born: PartialDate?
  /// Finds the record that words mean, for fields that point to one. Without it words stay words.
  package var link: (@Sendable (String, [Kind]) throws(Problem) -> RecordID)?
  /// Looks further at answers that are to go together, such as whether days can be counted by them.
  package var further: (@Sendable ([String: Value], KindDescription) throws(Problem) -> Void)?

  package init(
    today: PartialDate, order: DatePhrase.Order? = nil, born: PartialDate? = nil,
    link: (@Sendable (String, [Kind]) throws(Problem) -> RecordID)? = nil
  ) {
    self.today = today
    self.order = order
    self.born = born
    self.link = link
  }

  /// The value of a field, from one flag or one answer. `isFlag` says which, for the wording.
  package func value(
    _ typed: String, for field: Field, of kind: Kind? = nil, isFlag: Bool = true
  ) throws(Problem) -> Value {
    let text = field.type == .longText ? typed.trimmed : Printable.line(typed).trimmed
    guard !text.isEmpty else { throw .flagEmpty(field.flag) }
    guard field.isMany else { return try one(text, for: field, of: kind, isFlag: isFlag) }
    var values: [Value] = []
    for part in parts(text, of: field) {
      values.append(try one(part, for: field, of: kind, isFlag: isFlag))
    }
    return values.count == 1 ? values[0] : .list(values)
  }

  /// The value of a field whose flag was given several times.
  package func value(
    _ typed: [String], for field: Field, of kind: Kind? = nil
  ) throws(Problem) -> Value {
    if typed.count == 1 { return try value(typed[0], for: field, of: kind) }
    guard field.isMany else { throw .flagTwice(field.flag) }
    var values: [Value] = []
    for text in typed {
      switch try value(text, for: field, of: kind) {
      case .list(let more): values += more
      case let single: values.append(single)
      }
    }
    return .list(values)
  }

  /// Throws when a record of the kind would be without what it needs.
  package func checkRequired(
    _ fields: [String: Value], of description: KindDescription
  ) throws(Problem) {
    let missing = description.fields.filter { $0.isRequired && fields[$0.name] == nil }
    if !missing.isEmpty {
      throw .missingFlags(missing.map(\.flag), kind: description.kind.rawValue)
    }
  }

  /// How a date of this field is read.
  package func dates(for field: Field, of kind: Kind? = nil, isFlag: Bool = false) -> DatePhrase {
    DatePhrase(
      today: today, order: order, direction: Self.direction(of: field, kind), born: born,
      earliest: Self.canBeBeforeBirth(kind) ? nil : born, label: field.label,
      flag: isFlag ? field.flag : nil)
  }

  /// A policy, a paper or a relative's illness can be older than the person; what happened to the
  /// person cannot.
  private static func canBeBeforeBirth(_ kind: Kind?) -> Bool {
    switch kind {
    case .diagnosis, .treatment, .option, .medicine, .allergy, .result, .imaging, .pathology,
      .vaccine, .procedure, .encounter, .vitalSign, .symptom, .lateEffect, .followUp, .visit,
      .question, .support, .habit, .alert:
      false
    default: true
    }
  }

  /// Several answers to one question. A comma can be part of a name or an address, a semicolon is
  /// not; a word from a list of choices has neither.
  private func parts(_ text: String, of field: Field) -> [String] {
    let parts = text.split { letter in
      letter == ";" || (!field.options.isEmpty && letter == ",")
    }
    let words = parts.map { String($0).trimmed }.filter { !$0.isEmpty }
    return words.isEmpty ? [text] : words
  }

  private func one(
    _ text: String, for field: Field, of kind: Kind?, isFlag: Bool
  ) throws(Problem) -> Value {
    switch field.type {
    case .text where Self.scales.contains(field.name): return .text(try scale(text))
    case .text, .longText: return .text(text)
    case .choice(let options):
      let index = try ChoiceInput.index(text, among: options, flag: isFlag ? field.flag : nil)
      return .choice(options[index].token)
    case .when: return .when(try dates(for: field, of: kind, isFlag: isFlag).when(text))
    case .coded: return .coded(Coded(text))
    case .quantity(let unit):
      let value = try quantity(text, unit: unit, flag: isFlag ? field.flag : nil)
      if field.isMoney, case .quantity(let amount) = value, amount.number.hasPrefix("-") {
        throw .moneyBelowZero(text, flag: isFlag ? field.flag : nil)
      }
      return value
    case .range: return .range(RangePhrase.range(text))
    case .link(let kinds):
      guard let link else { return .text(text) }
      return .link(try link(text, kinds))
    case .parts: return part(text)
    }
  }

  /// What is no number stays as it was written. A number that can be read in two ways, or only with
  /// another mark than it was written with, is asked back.
  private func quantity(_ text: String, unit: String?, flag: String?) throws(Problem) -> Value {
    switch NumberPhrase.meaning(of: text) {
    case .exact(var quantity):
      if let given = quantity.unit, let unit, NumberPhrase.isSameSort(given, unit) == false {
        throw .otherUnit(given, usual: unit, flag: flag)
      }
      if quantity.unit == nil { quantity.unit = unit }
      return .quantity(quantity)
    // Another comparator or currency sign is no other number, and two marks leave no doubt.
    case .said(var quantity)
    where text.contains(quantity.number) || (text.contains(",") && text.contains(".")):
      if quantity.unit == nil { quantity.unit = unit }
      return .quantity(quantity)
    case .said(let quantity): throw .unclearNumber(text, meant: [quantity.printed], flag: flag)
    case .either(let first, let second):
      throw .unclearNumber(text, meant: [first.printed, second.printed], flag: flag)
    case .pair, .words: return .text(text)
    }
  }

  /// How much something bothers, from 0 to 10.
  static let scales = ["bother", "distress"]

  private func scale(_ text: String) throws(Problem) -> String {
    let digits = text.hasSuffix("/10") ? String(text.dropLast(3)).trimmed : text
    guard let number = Int(digits), (0...10).contains(number) else { throw .scaleOutside(text) }
    return String(number)
  }

  /// `systolic 120 mmHg`: a name, then a number.
  private func part(_ text: String) -> Value {
    guard let start = text.firstIndex(where: { $0.isNumber || "<>≤≥".contains($0) }),
      let quantity = Quantity(printed: text[start...])
    else { return .text(text) }
    let name = text[..<start].split { $0 == ":" || $0 == "=" || $0 == " " }.joined(separator: " ")
    return name.isEmpty ? .text(text) : .part(Part(Coded(name), .quantity(quantity)))
  }

  /// Names of fields that lie ahead. "Tuesday" is the next one there, and for a visit.
  private static let ahead = ["due", "decideBy", "expires", "validTo", "appealDeadline"]

  private static func direction(of field: Field, _ kind: Kind?) -> DatePhrase.Direction {
    if field.dateRule == .past { return .past }
    return kind == .visit || ahead.contains(field.name) ? .next : .any
  }
}
