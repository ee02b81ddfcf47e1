import Records

// One question of an interview.

extension Interview {
  /// Asks for one field until there is an answer. `place` is "2 of 7".
  mutating func ask(_ field: Field, place: (Int, Int)?) throws(Problem) -> Step {
    followWidth()
    var isShown = false
    var mistakes = Mistakes()
    let offer = offer(for: field)
    while true {
      let text = try read(
        field, isShown ? again : question(field, offer, place: place))
      isShown = true
      switch text {
      case "?":
        explain(field, offer)
        continue
      case "<": return .back
      case ".": return .finish
      default: break
      }
      do throws(Problem) {
        let before = progress
        let step = try answer(text, field, offer)
        if progress != before { tell(step, field) }
        if let step { return step }
        // Said "no" to what was understood: the question is asked again in full.
        isShown = false
      } catch {
        if error.endsTalk { throw error }
        mistakes.report(error, to: terminal)
      }
    }
  }

  /// What stands in front of an answer that is asked for once more.
  private var again: String { terminal.settings.isAccessible ? "Answer: " : "  > " }

  /// Hands the answers on for a draft, which goes on with the question after this one.
  private func tell(_ step: Step?, _ field: Field) {
    var now = progress
    if step == .next, !now.passed.contains(field.name) { now.passed.append(field.name) }
    draft(now)
  }

  /// One line; for longer text also the line breaks of what is pasted.
  private func read(_ field: Field, _ question: String) throws(Problem) -> String {
    field.type == .longText
      ? try prompt.lines(question, flag: field.flag)
      : try prompt.typed(question, flag: field.flag)
  }

  /// The terminal may have been made wider or narrower since the last question.
  private mutating func followWidth() {
    guard let columns = terminal.device.columns else { return }
    prompt = Prompt(terminal.asWide(as: columns))
  }

  /// Takes an answer. Nil asks the question again.
  private mutating func answer(
    _ text: String, _ field: Field, _ offer: Offer
  ) throws(Problem) -> Step? {
    switch text.lowercased() {
    case "":
      if answers[field.name] == nil, let usual = offer.usual {
        answers[field.name] = usual
        notKnown.remove(field.name)
      }
      if answers[field.name] == nil, field.isRequired { throw .answerRequired }
      return .next
    case "-": return try doNotKnow(field)
    case "i don't know", "i dont know", "don't know", "dont know", "not known", "unknown",
      "no idea":
      // In words of one's own this can be the answer; a date or a number it cannot be.
      if field.takesWords { break }
      return try doNotKnow(field)
    case "none": return try none(field)
    default: break
    }
    switch field.type {
    case .when: return try date(text, field)
    case .quantity(let unit): return try number(text, field, unit: unit)
    case .link: return try link(text, field, offer)
    default: break
    }
    keep(try picked(text, field, offer), field)
    return .next
  }

  mutating func keep(_ value: Value, _ field: Field) {
    answers[field.name] = value
    notKnown.remove(field.name)
  }

  private mutating func doNotKnow(_ field: Field) throws(Problem) -> Step? {
    guard !field.isRequired else { throw .answerRequired }
    answers[field.name] = field.option("unknown").map { .choice($0.token) }
    notKnown.insert(field.name)
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
  private func question(_ field: Field, _ offer: Offer, place: (Int, Int)?) -> String {
    let now = answers[field.name].map { words($0, field) } ?? offer.usual.map { words($0, field) }
    let short = now.map { $0.onOneLine(max: 60) }
    let list = offer.list
    guard !terminal.settings.isAccessible else {
      let place = place.map { "Question \($0.0) of \($0.1). " } ?? ""
      terminal.explain("\(place)\(field.question)")
      prompt.show(list)
      if let note = offer.note { terminal.explain(Styled(note)) }
      if let short { terminal.explain("The answer now: \(short).") }
      return "Answer: "
    }
    let shown = short.map { " [\($0)]" } ?? ""
    let line = (place.map { "\($0.0) of \($0.1)  " } ?? "") + field.question + shown
    // Room for a short answer on the same line.
    if list.isEmpty, Columns.width(line) + 24 <= terminal.settings.textWidth {
      return line + "  > "
    }
    terminal.explain(Styled(line))
    prompt.show(list)
    if let note = offer.note { terminal.explain("  \(note)") }
    return "  > "
  }

  private func explain(_ field: Field, _ offer: Offer) {
    var help = field.explanation(in: description.kind)
    if field.isMany {
      let sign = field.options.isEmpty ? ";" : ","
      help += " Several answers: write \(sign) between them."
    }
    if !offer.list.isEmpty, field.options.isEmpty {
      help += " Type a number of the list, or other words."
    }
    terminal.explain("  \(help)")
  }

  /// A value in words. Another record is named by its title.
  func words(_ value: Value, _ field: Field) -> String {
    switch value {
    case .link(let id): memory.title(id) ?? "a record that is gone"
    case .list(let values): values.map { words($0, field) }.joined(separator: ", ")
    default: field.words(value)
    }
  }
}

extension Field {
  /// True where "not known" can be somebody's own words.
  fileprivate var takesWords: Bool {
    switch type {
    case .text, .longText, .coded, .range, .parts: true
    case .choice, .when, .quantity, .link: false
    }
  }
}
