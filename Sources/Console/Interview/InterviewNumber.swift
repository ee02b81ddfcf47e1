import Records

// Numbers in an interview: what can be read in two ways is asked back, and never guessed.

extension Interview {
  /// Takes a number. Nil asks the question again.
  mutating func number(_ typed: String, _ field: Field, unit: String?) throws(Problem) -> Step? {
    let known = unit ?? memory.unit(field, answers)
    var typed = typed
    while true {
      switch NumberPhrase.meaning(of: typed) {
      case .exact(let quantity): return try self.unit(of: quantity, known, field)
      case .said(let quantity):
        switch try confirm("  That is \(quantity.printed).") {
        case .yes: return try self.unit(of: quantity, known, field)
        case .no, .back: return nil
        case .instead(let other): typed = other
        }
      case .either(let first, let second):
        terminal.explain("  \(typed) can be two numbers:")
        let words = [first.printed, second.printed]
        let place = try prompt.choice("  Which one?", words, flag: field.flag)
        return try self.unit(of: place == 0 ? first : second, known, field)
      case .pair(let first, let second) where description.field("parts") != nil:
        return try bloodPressure(first, second, field)
      case .pair, .words:
        switch try confirm("  That is no number. Keep the words?", isQuestion: true) {
        case .yes:
          keep(.text(typed), field)
          return .next
        case .no, .back: return nil
        case .instead(let other): typed = other
        }
      }
    }
  }

  /// The unit, where none was typed or where it is another than last time.
  private mutating func unit(
    of quantity: Quantity, _ known: String?, _ field: Field
  ) throws(Problem) -> Step? {
    var quantity = quantity
    if let unit = quantity.unit {
      if let known, unit.lowercased() != known.lowercased(), field.type != .quantity(unit: known) {
        switch try confirm("  Last time the unit was \(known). Now it is \(unit).") {
        case .yes: break
        case .no, .back: return nil
        case .instead(let other): quantity.unit = other
        }
      } else if let known, NumberPhrase.isSameSort(unit, known) == false {
        throw .otherUnit(unit, usual: known, flag: nil)
      }
      keep(.quantity(quantity), field)
      return .next
    }
    if let known {
      quantity.unit = known
      let isLast = field.type != .quantity(unit: known)
      switch try confirm("  \(quantity.printed)\(isLast ? ", the unit of last time" : "").") {
      case .yes: break
      case .no:
        quantity.unit = nil
        return try askUnit(quantity, field)
      case .back: return nil
      case .instead(let other): quantity.unit = other
      }
      keep(.quantity(quantity), field)
      return .next
    }
    return try askUnit(quantity, field)
  }

  private mutating func askUnit(_ quantity: Quantity, _ field: Field) throws(Problem) -> Step? {
    var quantity = quantity
    let unit = try prompt.typed(
      "  Which unit stands beside it? (Enter for none)\(asking)", flag: field.flag)
    if unit == "<" { return nil }
    if unit == "?" { terminal.explain("  As printed, such as ng/mL, mg or $.") }
    if unit == "?" { return try askUnit(quantity, field) }
    // "88" or "below 100" is an answer to another question.
    if unit.contains(/(^| )[<>]?\d+([.,]\d+)?( |$)/) {
      terminal.explain("  That is no unit. A unit is written like ng/mL or mg.")
      return try askUnit(quantity, field)
    }
    if !["", "-", "none", "."].contains(unit.lowercased()) { quantity.unit = unit }
    keep(.quantity(quantity), field)
    return .next
  }

  /// `120/80`: two values that belong together.
  private mutating func bloodPressure(
    _ first: Quantity, _ second: Quantity, _ field: Field
  ) throws(Problem) -> Step? {
    var (upper, lower) = (first, second)
    if upper.unit == nil { (upper.unit, lower.unit) = ("mmHg", "mmHg") }
    let words = "  Systolic \(upper.printed), diastolic \(lower.printed)."
    switch try confirm(words) {
    case .yes: break
    case .no, .back: return nil
    case .instead(let other): return try number(other, field, unit: nil)
    }
    answers["parts"] = .list([
      .part(Part(Coded("systolic"), .quantity(upper))),
      .part(Part(Coded("diastolic"), .quantity(lower))),
    ])
    answers[field.name] = nil
    return .next
  }
}
