import Records

// One question of an interview.

extension Interview {
  /// Asks for one field until there is an answer. `place` is "2 of 7".
  mutating func ask(_ field: Field, place: (Int, Int)?) throws(Problem) -> Step {
    var isShown = false
    var mistakes = Mistakes()
    while true {
      let text = try prompt.typed(
        isShown ? "  > " : question(field, place: place), flag: field.flag)
      isShown = true
      switch text {
      case "?":
        explain(field)
        continue
      case "<": return .back
      case ".": return .finish
      default: break
      }
      do throws(Problem) {
        let step = try answer(text, field)
        draft(answers)
        if let step { return step }
        // Said "no" to what was understood: the question is asked again in full.
        isShown = false
      } catch {
        if error.endsTalk { throw error }
        mistakes.report(error, to: terminal)
      }
    }
  }

  /// Takes an answer. Nil asks the question again.
  private mutating func answer(_ text: String, _ field: Field) throws(Problem) -> Step? {
    switch text.lowercased() {
    case "":
      if answers[field.name] == nil, field.isRequired { throw .answerRequired }
      return .next
    case "-":
      guard !field.isRequired else { throw .answerRequired }
      answers[field.name] = field.option("unknown").map { .choice($0.token) }
      notKnown.insert(field.name)
      return .next
    case "none": return try none(field)
    default: break
    }
    if field.type == .when { return try date(text, field) }
    answers[field.name] = try input.value(text, for: field, of: description.kind, isFlag: false)
    notKnown.remove(field.name)
    return .next
  }

  /// "There is none": of the whole kind, where it is the answer to the first question.
  private mutating func none(_ field: Field) throws(Problem) -> Step? {
    notKnown.remove(field.name)
    if field.isRequired, description.canBeNone, !isEdit {
      let words = "  You have no \(description.many), as far as you know."
      return try confirm(words) == .yes ? Step.none : nil
    }
    switch field.type {
    case .text, .longText: answers[field.name] = .text("none")
    case .coded: answers[field.name] = .coded(Coded("none"))
    case .choice:
      guard let option = field.option("none") ?? field.option("no") else {
        answers[field.name] = nil
        break
      }
      answers[field.name] = .choice(option.token)
    // There is no such date, number or record: the field stays empty.
    default: answers[field.name] = nil
    }
    if field.isRequired, answers[field.name] == nil { throw .answerRequired }
    return .next
  }

  /// Shows the question. Returns what stands in front of the answer.
  private func question(_ field: Field, place: (Int, Int)?) -> String {
    let now = answers[field.name].map { field.words($0) }
    guard !terminal.settings.isAccessible else {
      let place = place.map { "Question \($0.0) of \($0.1). " } ?? ""
      terminal.explain("\(place)\(field.question)")
      if !field.options.isEmpty { prompt.show(field.options.map(\.words)) }
      if let now { terminal.explain("The answer now: \(now).") }
      return "Answer: "
    }
    let shown = now.map { " [\($0)]" } ?? ""
    let line = (place.map { "\($0.0) of \($0.1)  " } ?? "") + field.question + shown
    // Room for a short answer on the same line.
    if field.options.isEmpty, Columns.width(line) + 24 <= terminal.settings.textWidth {
      return line + "  > "
    }
    terminal.explain(Styled(line))
    prompt.show(field.options.map(\.words))
    return "  > "
  }

  private func explain(_ field: Field) {
    var help = field.help.isEmpty ? Self.help(for: field.type) : field.help
    if field.isMany {
      let sign = field.options.isEmpty ? ";" : ","
      help += " Several answers: write \(sign) between them."
    }
    terminal.explain("  \(help)")
  }

  private static func help(for type: FieldType) -> String {
    switch type {
    case .when: "A day, a month, a year, or words such as spring 2020 or 2 weeks ago."
    case .choice: "Type the number, or the words."
    case .quantity(let unit):
      "The number as printed, with its unit\(unit.map { " (\($0) when you write none)" } ?? "")."
    case .range: "The range as printed, such as 3.5 to 5.0, or below 100."
    case .link: "Words of the other record, such as its name."
    case .parts: "A name and a number, such as systolic 120 mmHg."
    case .text, .longText, .coded: "In your own words, or as printed."
    }
  }
}
