import Records

// What stands below a question to choose from: the answers of a choice, words that the vault knows,
// and other records. All of it is numbered, and all of it also takes words.

extension Interview {
  /// What a question offers.
  struct Offer {
    /// Shown with numbers, from 1.
    var list: [String] = []
    /// Words below the list.
    var note: String?
    var records: [InterviewMemory.Linked] = []
    /// What Enter takes.
    var usual: Value?
  }

  /// As many as fit on a small screen with the question above.
  static let most = 9

  func offer(for field: Field) -> Offer {
    var offer = Offer()
    switch field.type {
    case .choice(let options):
      offer.list = options.map(\.words)
      offer.usual = memory.usual(field, answers)
      return offer
    case .link:
      offer.records = memory.records(field, nil)
      offer.list = offer.records.map(\.words)
      if !offer.list.isEmpty {
        offer.list.append("none of these")
        offer.note = "A number, or words of another record."
      }
      return offer
    case .text, .longText, .coded, .range:
      offer.list = Array(memory.words(field, answers).prefix(Self.most))
      if !offer.list.isEmpty { offer.note = "A number, or your own words." }
    case .when, .quantity, .parts: break
    }
    if answers[field.name] == nil { offer.usual = memory.usual(field, answers) }
    return offer
  }

  /// The value of what was typed: words, or numbers of the list.
  func picked(_ text: String, _ field: Field, _ offer: Offer) throws(Problem) -> Value {
    guard field.options.isEmpty, !offer.list.isEmpty else {
      return try input.value(text, for: field, of: description.kind, isFlag: false)
    }
    let parts = field.isMany ? text.split { ",; ".contains($0) }.map { String($0) } : [text]
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, !numbers.isEmpty else {
      return try input.value(text, for: field, of: description.kind, isFlag: false)
    }
    var words: [String] = []
    for number in numbers {
      guard (1...offer.list.count).contains(number) else {
        throw .numberOutside(number, last: offer.list.count)
      }
      words.append(offer.list[number - 1])
    }
    // A name may have a comma or a semicolon in it: each is one answer.
    var values: [Value] = []
    for word in words {
      values.append(try input.value(word, for: field, of: description.kind, isFlag: false))
    }
    return values.count == 1 ? values[0] : .list(values)
  }

  /// Points to another record, by its number or by words. Nil asks the question again.
  mutating func link(_ text: String, _ field: Field, _ offer: Offer) throws(Problem) -> Step? {
    if let number = Int(text), !offer.records.isEmpty {
      guard (1...offer.list.count).contains(number) else {
        throw .numberOutside(number, last: offer.list.count)
      }
      if number == offer.list.count {
        answers[field.name] = nil
        return .next
      }
      point(to: offer.records[number - 1], field)
      return .next
    }
    if "none of these".hasPrefix(text.lowercased()), text.count > 3 {
      answers[field.name] = nil
      return .next
    }
    let found = memory.records(field, text)
    guard let first = found.first else {
      terminal.explain("  No record has these words. They are kept as words.")
      keep(.text(text), field)
      return .next
    }
    if found.count == 1 {
      switch try confirm("  \(first.words).") {
      case .yes: point(to: first, field)
      case .no, .back: return nil
      case .instead(let other): return try link(other, field, offer)
      }
      return .next
    }
    let list = found.map(\.words) + ["none of these"]
    let place = try prompt.choice("  Which one?", list, flag: field.flag)
    guard place < found.count else { return nil }
    point(to: found[place], field)
    return .next
  }

  private mutating func point(to record: InterviewMemory.Linked, _ field: Field) {
    let link = Value.link(record.id)
    guard field.isMany, let now = answers[field.name] else { return keep(link, field) }
    let before: [Value] = if case .list(let values) = now { values } else { [now] }
    keep(before.contains(link) ? now : .list(before + [link]), field)
  }
}
