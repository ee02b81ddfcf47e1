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
      let fields = description.fields.filter { field in
        answers[field.name] != nil || (field.isAsked && isWorthAsking(field))
      }
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
      case "": return .save
      case "<": return .back
      case "?":
        terminal.explain(
          "  Enter saves. A number, or the name of a line, asks that question again. "
            + "No saves nothing.")
        continue
      default: break
      }
      if let answer = Prompt.yesOrNo(text) { return answer ? .save : .stop }
      do throws(Problem) {
        let options = fields.map { Option($0.flag, $0.label) }
        let field = fields[try ChoiceInput.index(text, among: options)]
        _ = try ask(field, place: nil)
        return nil
      } catch {
        if error.endsTalk { throw error }
        mistakes.report(error, to: terminal)
      }
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

  private func words(for field: Field) -> String {
    if let value = answers[field.name] { return field.words(value) }
    return notKnown.contains(field.name) ? "Not known" : "Not provided"
  }
}
