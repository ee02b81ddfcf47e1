package import Records

/// A measured value as a person types it: `88 ng/mL`, `<5`, `less than 5`, `1,5`, `$1,234.50`.
///
/// Nothing is guessed: what can be read in two ways, or only by changing what was typed, is said back.
package enum NumberPhrase {
  package enum Meaning: Hashable, Sendable {
    /// As it was typed.
    case exact(Quantity)
    /// Nothing else can be meant, but it was written in another way.
    case said(Quantity)
    /// A comma that stands for a point, or between thousands.
    case either(Quantity, Quantity)
    /// Two numbers with a stroke between, as of a blood pressure.
    case pair(Quantity, Quantity)
    /// No number.
    case words
  }

  package static func meaning(of typed: String) -> Meaning {
    var text = typed.trimmed
    var isChanged = false
    if let (sign, rest) = comparator(text) {
      text = "\(sign)\(rest)"
      isChanged = true
    }
    if let (amount, currency) = money(text) {
      text = "\(amount) \(currency)"
      isChanged = true
    }
    if let pair = pair(text) { return pair }
    guard let parts = Parts(text) else { return .words }
    switch marks(parts.digits) {
    case nil: return .words
    case .plain?:
      guard let quantity = parts.quantity(parts.digits) else { return .words }
      return isChanged ? .said(quantity) : .exact(quantity)
    case .one(let digits)?: return parts.quantity(digits).map { .said($0) } ?? .words
    case .two(let first, let second)?:
      guard let first = parts.quantity(first), let second = parts.quantity(second) else {
        return .words
      }
      return .either(first, second)
    }
  }

  /// A number cut into what stands before the digits, the digits with their marks, and the unit.
  private struct Parts {
    let comparator: String
    let digits: String
    let unit: String

    init?(_ text: String) {
      let pattern = /(<=|>=|[<>≤≥]|) ?([+\-]?\d(?:[\d.,'’]| (?=\d{3}(?!\d)))*)(.*)/
      guard let match = text.wholeMatch(of: pattern) else { return nil }
      comparator = String(match.output.1)
      digits = String(match.output.2)
      unit = String(match.output.3).trimmed
      // "5-10" and "1e5" are no single number; "10 x" is half of something.
      if let first = unit.first, "-–+±/".contains(first) { return nil }
      if unit.wholeMatch(of: /[eE][+\-]?\d.*/) != nil { return nil }
      // A letter O that stands for a zero.
      if unit.lowercased() == "o" { return nil }
    }

    func quantity(_ digits: String) -> Quantity? {
      Quantity(printed: "\(comparator)\(digits) \(unit)")
    }
  }

  private enum Marks {
    case plain
    case one(String)
    case two(String, String)
  }

  /// What the points, commas, spaces and strokes between the digits can mean.
  private static func marks(_ digits: String) -> Marks? {
    let sign = digits.hasPrefix("-") ? "-" : ""
    let body = digits.drop { $0 == "-" || $0 == "+" }
    let marks = body.filter { !$0.isNumber }
    guard let last = marks.last, body.last?.isNumber == true else {
      return marks.isEmpty ? .plain : nil
    }
    if marks == "." { return .plain }
    let groups = body.split(omittingEmptySubsequences: false) { !$0.isNumber }.map { String($0) }
    guard let end = groups.last, !groups.contains("") else { return nil }
    let isGrouped = isThousands(groups)
    let joined = sign + groups.joined()
    let decimal = sign + groups.dropLast().joined() + "." + end
    switch Set(marks).count {
    case 1 where marks.count == 1 && last == ",":
      // "1,500" is what English writes for 1500, and others for 1.5.
      if isGrouped { return .two(joined, decimal) }
      return .one(decimal)
    case 1: return isGrouped ? .one(joined) : nil
    // "1,234.50" and "1.234,50": the last mark is the other one, and stands once.
    case 2 where marks.count { $0 == last } == 1 && (last == "." || last == ","):
      return isThousands(groups.dropLast()) ? .one(decimal) : nil
    default: return nil
    }
  }

  /// One to three digits, then threes.
  private static func isThousands(_ groups: some Collection<String>) -> Bool {
    guard let first = groups.first, first != "0", (1...3).contains(first.count) else {
      return false
    }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static func comparator(_ text: String) -> (sign: String, rest: String)? {
    let lower = text.lowercased()
    let words = [
      ("less than ", "<"), ("lower than ", "<"), ("smaller than ", "<"), ("under ", "<"),
      ("below ", "<"), ("more than ", ">"), ("greater than ", ">"), ("higher than ", ">"),
      ("over ", ">"), ("above ", ">"), ("at least ", ">="), ("at most ", "<="), ("up to ", "<="),
    ]
    for (said, sign) in words where lower.hasPrefix(said) {
      return (sign, String(text.dropFirst(said.count)).trimmed)
    }
    return nil
  }

  /// An amount with its currency in front: `$45`, `USD 1,234.50`.
  private static func money(_ text: String) -> (amount: String, currency: String)? {
    guard let match = text.wholeMatch(of: /([$€£]|USD|EUR|GBP|CAD|AUD|CHF) ?(\d.*)/) else {
      return nil
    }
    return (String(match.output.2), String(match.output.1))
  }

  private static func pair(_ text: String) -> Meaning? {
    guard let match = text.wholeMatch(of: /(\d{2,3}) ?(?:\/|over) ?(\d{2,3})(?: ?(\D.*))?/) else {
      return nil
    }
    let unit = match.output.3.map { String($0).trimmed }
    return .pair(
      Quantity(String(match.output.1), unit: unit), Quantity(String(match.output.2), unit: unit))
  }

  /// Whether two units measure the same sort of thing; nil where one of them is not known here.
  package static func isSameSort(_ unit: String, _ other: String) -> Bool? {
    func sort(_ unit: String) -> Int? {
      sorts.firstIndex { $0.contains(unit.lowercased().replacing("μ", with: "µ")) }
    }
    guard let first = sort(unit), let second = sort(other) else { return nil }
    return first == second
  }

  private static let sorts: [Set<String>] = [
    ["mm", "cm", "m", "µm", "in", "inch", "inches", "feet", "ft", "millimeters", "centimeters"],
    ["kg", "g", "mg", "µg", "mcg", "ug", "lb", "lbs", "pounds", "stone", "ounces", "oz"],
    ["gy", "cgy", "mgy", "msv", "sv"], ["gbq", "mbq", "mci", "bq", "ci"],
    ["mmhg", "kpa"], ["°c", "c", "°f", "f"], ["%", "percent"],
    ["ml", "l", "dl", "liter", "liters"], ["bpm", "/min", "per minute"],
    ["$", "€", "£", "usd", "eur", "gbp", "cad", "aud", "chf", "dollars", "euros"],
  ]
}
