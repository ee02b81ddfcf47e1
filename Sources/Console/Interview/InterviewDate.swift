import Records

// Dates in an interview: what was worked out is said back, and can be corrected at once.

extension Interview {
  enum Confirmation: Equatable {
    case yes
    case no
    case back
    /// Another answer instead of yes or no.
    case instead(String)
  }

  /// Takes a date. Nil asks the question again.
  mutating func date(_ typed: String, _ field: Field) throws(Problem) -> Step? {
    var typed = typed
    while true {
      let phrase = input.dates(for: field, of: description.kind)
      switch try phrase.meaning(of: typed) {
      case .date(let understood):
        if understood.isCertain {
          terminal.explain("  \(understood.readBack)")
          try keep(understood.when, field)
          return .next
        }
        switch try confirm("  \(understood.readBack)") {
        case .yes:
          try keep(understood.when, field)
          return .next
        case .no: return nil
        case .back:
          try keep(understood.when, field)
          return nil
        case .instead(let other): typed = other
        }
      case .either(let dayFirst, let monthFirst):
        guard let when = try choose(typed, dayFirst, monthFirst) else { return nil }
        try keep(when, field)
        return .next
      case .age(let from, let to):
        terminal.explain("  That was between \(from.spelled) and \(to.spelled).")
        let other = try prompt.typed("  Which year?\(asking)", flag: field.flag)
        guard !other.isEmpty, other != "<" else { return nil }
        typed = other
      }
    }
  }

  func confirm(_ words: String, isQuestion: Bool = false) throws(Problem) -> Confirmation {
    let text = try prompt.typed(
      "\(words)\(isQuestion ? "" : " Right?") [yes]\(asking)", flag: "yes")
    switch text {
    case "": return .yes
    case "<": return .back
    default: break
    }
    return Prompt.yesOrNo(text).map { $0 ? .yes : .no } ?? .instead(text)
  }

  private mutating func keep(_ when: When, _ field: Field) throws(Problem) {
    var after = answers
    after[field.name] = .when(when)
    do throws(Problem) {
      try input.checkTogether(after, of: description)
    } catch {
      let isPlanned =
        after["status"] == nil && description.field("status")?.option("planned") != nil
      guard error.name == Problem.futureDate("").name, isPlanned else { throw error }
      guard
        try confirm("  That day is still to come. Is it planned?", isQuestion: true) == .yes
      else { throw error }
      keep(.choice("planned"), in: "status")
    }
    keep(.when(when), field)
  }

  private mutating func keep(_ value: Value, in name: String) {
    if let field = description.field(name) { keep(value, field) }
  }

  /// Asks once which number is the day, and offers to remember it.
  private mutating func choose(
    _ typed: String, _ dayFirst: When, _ monthFirst: When
  ) throws(Problem) -> When? {
    terminal.explain("  \(typed) can be two days:")
    let words = [dayFirst.spelled, monthFirst.spelled]
    prompt.show(words)
    let options = words.map { Option($0, $0) }
    var mistakes = Mistakes()
    while true {
      let text = try prompt.typed("  Type 1 or 2: ", flag: "date")
      if text.isEmpty || text == "<" { return nil }
      do throws(Problem) {
        let isDayFirst = try ChoiceInput.index(text, among: options) == 0
        try remember(isDayFirst ? .dayFirst : .monthFirst)
        return isDayFirst ? dayFirst : monthFirst
      } catch {
        if error.endsTalk { throw error }
        mistakes.report(error, to: terminal)
      }
    }
  }

  private mutating func remember(_ order: DatePhrase.Order) throws(Problem) {
    let words = order == .dayFirst ? "the day first" : "the month first"
    let text = try prompt.typed(
      "  Read all dates in figures with \(words)? [yes]\(asking)", flag: "yes")
    guard text.isEmpty || Prompt.yesOrNo(text) == true else { return }
    input.order = order
    learn(order)
  }
}
