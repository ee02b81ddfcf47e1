import Records

// "Check your answers": everything on one screen before it is kept.

extension Interview {
  enum Decision {
    case save
    case stop
    case back
  }

  /// Shows the answers until the person saves them, or stops.
  mutating func check() throws(Problem) -> Decision {
    while true {
      let asked = Set(questions.map(\.name))
      let fields = description.fields.filter { asked.contains($0.name) || answers[$0.name] != nil }
      show(fields)
      if let decision = try decide(fields) { return decision }
    }
  }

  /// Nil shows the answers again, after one was changed.
  private mutating func decide(_ fields: [Field]) throws(Problem) -> Decision? {
    if terminal.settings.assumesYes { return .save }
    var mistakes = Mistakes()
    while true {
      let text = try prompt.typed("Save? [yes]  or a number to change it: ", flag: "yes")
      switch text {
      case "":
        guard fits(&mistakes) else { continue }
        return .save
      case "<": return .back
      case "?":
        terminal.explain(
          "  Enter saves. A number, or the name of a line, asks that question again. "
            + "So does the name of any other question. No saves nothing.")
        continue
      default: break
      }
      if let answer = Prompt.yesOrNo(text) {
        guard !answer || fits(&mistakes) else { continue }
        return answer ? .save : .stop
      }
      do throws(Problem) {
        // Questions that were not asked have no number, and can be named all the same.
        let others = description.fields.filter { !fields.contains($0) && $0.type != .parts }
        let all = Int(text) == nil ? fields + others : fields
        let options = all.map { Option($0.flag, $0.label) }
        let field = all[try ChoiceInput.index(text, among: options)]
        _ = try ask(field, place: nil)
        return nil
      } catch {
        if error.endsTalk { throw error }
        mistakes.report(error, to: terminal)
      }
    }
  }

  /// Whether the answers go together. Says which do not.
  private func fits(_ mistakes: inout Mistakes) -> Bool {
    do throws(Problem) {
      try input.checkTogether(answers, of: description)
      return true
    } catch {
      mistakes.report(error, to: terminal)
      return false
    }
  }

  private func show(_ fields: [Field]) {
    terminal.explain()
    terminal.explain(Styled("Check your answers", .bold))
    let shown = fields.map { ($0.label, words(for: $0)) }
    for line in NumberedList.lines(
      shown, width: terminal.settings.textWidth, isAccessible: terminal.settings.isAccessible)
    {
      terminal.explain(Styled(line))
    }
  }

  /// A long note is known by how it begins.
  static func shortened(_ text: String) -> String {
    guard text.count > 300 else { return text }
    let count = text.split(whereSeparator: \.isWhitespace).count
    return "\(text.onOneLine(max: 200)) (\(count) words)"
  }

  private func words(for field: Field) -> String {
    if let value = answers[field.name] { return Self.shortened(words(value, field)) }
    return notKnown.contains(field.name) ? "Not known" : "Not provided"
  }
}
