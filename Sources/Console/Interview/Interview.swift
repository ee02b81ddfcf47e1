package import Records

/// Asks for a record, one question at a time, and shows all answers before anything is kept.
///
/// The grammar is the same everywhere: Enter keeps `[this]`, `?` explains, `<` goes back and keeps
/// what was typed, `-` is "I don't know", `none` is "there is none", `.` finishes early.
package struct Interview {
  package enum Outcome: Sendable, Hashable {
    /// The answers, and the fields that were answered with "I don't know".
    case answered([String: Value], notKnown: Set<String>)
    /// "There is none", for a kind where that is a fact of its own.
    case none
    /// Answered "no" to saving.
    case stopped
  }

  package let description: KindDescription
  package var input: FieldInput
  /// How dates in figures are to be read from now on, when the person was asked and said so.
  package private(set) var learnedOrder: DatePhrase.Order?
  /// Told of all answers after each one, so that a draft can be kept.
  package var draft: ([String: Value]) -> Void = { _ in }

  let prompt: Prompt
  let isEdit: Bool
  var answers: [String: Value]
  var notKnown: Set<String> = []

  /// `answers` are what flags said, or, for an edit, what the record holds.
  package init(
    _ description: KindDescription, terminal: Terminal, input: FieldInput,
    answers: [String: Value] = [:], isEdit: Bool = false
  ) {
    self.description = description
    self.input = input
    self.answers = answers
    self.isEdit = isEdit
    prompt = Prompt(terminal)
  }

  var terminal: Terminal { prompt.terminal }

  /// Where the talk goes after a question.
  enum Step {
    case next
    case back
    case finish
    case none
  }

  /// The whole talk. Without a terminal, or with `--yes` and all that is needed, it asks nothing.
  package mutating func run() throws(Problem) -> Outcome {
    let isComplete = description.fields.allSatisfy { !$0.isRequired || answers[$0.name] != nil }
    if !terminal.settings.canAsk || (terminal.settings.assumesYes && isComplete) {
      try input.checkRequired(answers, of: description)
      return .answered(answers, notKnown: [])
    }
    let first = description.fields.filter { field in
      isEdit ? field.isAsked || answers[field.name] != nil : isOpen(field) && field.isAsked
    }
    greet(first.count { isWorthAsking($0) })
    var asked = first
    var at = 0
    var wantsMore = true
    while true {
      switch try ask(asked, from: at) {
      case .none: return .none
      case .finish: wantsMore = false
      case .next, .back: break
      }
      let more = description.fields.filter { field in
        isOpen(field) && !asked.contains(field) && field.type != .parts
          && field.condition != .fromFiles
      }
      if wantsMore, more.contains(where: { isWorthAsking($0) }) {
        switch try askForMore(more) {
        case .back where !asked.isEmpty:
          at = asked.count - 1
          continue
        case .next:
          at = asked.count
          asked += more
          continue
        default: break
        }
      }
      wantsMore = false
      try askRequired()
      switch try check() {
      case .save: return .answered(answers, notKnown: notKnown)
      case .stop: return .stopped
      case .back: at = max(0, asked.count - 1)
      }
    }
  }

  private func isOpen(_ field: Field) -> Bool { answers[field.name] == nil }

  /// Whether a question makes sense with the answers that there are now. What has an answer already
  /// can always be changed.
  func isWorthAsking(_ field: Field) -> Bool {
    !isOpen(field) || field.condition.holds(with: answers)
  }

  private func greet(_ count: Int) {
    guard count > 0 else { return }
    let questions = count == 1 ? "1 question." : "\(count) questions."
    if terminal.settings.isAccessible {
      terminal.explain(
        """
        \(questions)
        Enter keeps the answer that is there. A question mark explains.
        A less-than sign goes back. A dash means you don't know.
        A full stop finishes early.
        """)
    } else {
      terminal.explain("\(questions) Enter keeps [this]. ? explains. < goes back.")
      terminal.explain("- means you don't know. A full stop (.) finishes early.")
    }
    terminal.explain()
  }

  private mutating func ask(_ fields: [Field], from start: Int) throws(Problem) -> Step {
    var at = start
    var mistakes = Mistakes()
    while at < fields.count {
      guard isWorthAsking(fields[at]) else {
        at += 1
        continue
      }
      // An answer can bring more questions, or fewer, so they are counted each time.
      let place = fields[...at].count { isWorthAsking($0) }
      switch try ask(fields[at], place: (place, fields.count { isWorthAsking($0) })) {
      case .next: at += 1
      case .back:
        guard let before = fields[..<at].lastIndex(where: { isWorthAsking($0) }) else {
          mistakes.report(.firstQuestion, to: terminal)
          continue
        }
        at = before
      case .finish: return .finish
      case .none: return .none
      }
    }
    return .next
  }

  /// What a record cannot be without is asked even after an early finish.
  private mutating func askRequired() throws(Problem) {
    for field in description.fields where field.isRequired {
      while answers[field.name] == nil {
        _ = try ask(field, place: nil)
      }
    }
  }

  private func askForMore(_ all: [Field]) throws(Problem) -> Step {
    let more = all.filter { isWorthAsking($0) }
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
      default:
        guard let answer = Prompt.yesOrNo(text) else {
          mistakes.report(.notYesOrNo(text), to: terminal)
          continue
        }
        return answer ? .next : .finish
      }
    }
  }

  /// What stands between a question and the answer.
  var asking: String { terminal.settings.isAccessible ? ": " : " " }

  mutating func learn(_ order: DatePhrase.Order) {
    learnedOrder = order
  }
}
