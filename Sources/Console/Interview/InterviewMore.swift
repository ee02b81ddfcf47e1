import Records

// The questions that are not asked at once: offered together, and asked only where wanted.

extension Interview {
  /// Offers the further questions. `.next` asks those that were chosen.
  mutating func askForMore() throws(Problem) -> Step {
    let asked = Set(questions.map(\.name))
    let more = description.fields.filter { field in
      answers[field.name] == nil && !asked.contains(field.name) && field.type != .parts
        && field.condition.holds(with: answers)
    }
    // A note alone is not worth a question.
    guard more.contains(where: { $0.name != "note" }) else { return .finish }
    let names = more.prefix(2).map { "\"\($0.label)\"" }.joined(separator: " and ")
    terminal.explain()
    terminal.explain(
      more.count == 1
        ? "There is 1 more question: \(names)."
        : "There are \(more.count) more questions, such as \(names).")
    var mistakes = Mistakes()
    while true {
      let text = try prompt.typed("More questions? [no]\(asking)", flag: "yes")
      switch text {
      case "<": return .back
      case "", ".": return .finish
      case "?":
        terminal.explain("  Yes shows them with numbers. You choose which ones are asked.")
        continue
      default: break
      }
      if let answer = Prompt.yesOrNo(text) { return answer ? try choose(from: more) : .finish }
      // Who names one wants it asked.
      if let fields = try? Self.fields(text, among: more) {
        wanted.formUnion(fields.map(\.name))
        return .next
      }
      mistakes.report(.notAQuestion(text), to: terminal)
    }
  }

  private mutating func choose(from more: [Field]) throws(Problem) -> Step {
    guard more.count > 3 else {
      wanted.formUnion(more.map(\.name))
      return .next
    }
    prompt.show(more.map(\.label))
    var mistakes = Mistakes()
    while true {
      let text = try prompt.typed("Which ones? Numbers, names or all [all]\(asking)", flag: "yes")
      switch text.lowercased() {
      case "", "all":
        wanted.formUnion(more.map(\.name))
        return .next
      case "?":
        terminal.explain("  For example: 1 3 5. Each is asked, and each can be left empty.")
        continue
      case ".", "none", "-", "no": return .finish
      case "<": return .back
      default: break
      }
      do throws(Problem) {
        wanted.formUnion(try Self.fields(text, among: more).map(\.name))
        return .next
      } catch {
        mistakes.report(error, to: terminal)
      }
    }
  }

  /// The fields that numbers or names mean.
  private static func fields(_ text: String, among more: [Field]) throws(Problem) -> [Field] {
    let options = more.map { Option($0.flag, $0.label) }
    let isList = text.allSatisfy { $0.isNumber || " ,;".contains($0) }
    var fields: [Field] = []
    for part in text.split(whereSeparator: { isList ? " ,;".contains($0) : ",;".contains($0) }) {
      fields.append(more[try ChoiceInput.index(String(part), among: options)])
    }
    return fields
  }
}
