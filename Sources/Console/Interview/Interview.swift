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

  /// How far a person has come: what a draft keeps.
  package struct Progress: Sendable, Hashable {
    package var answers: [String: Value]
    package var notKnown: Set<String>
    /// The questions that are behind, in the order they were asked.
    package var passed: [String]

    package init(
      answers: [String: Value] = [:], notKnown: Set<String> = [], passed: [String] = []
    ) {
      self.answers = answers
      self.notKnown = notKnown
      self.passed = passed
    }

    package var isEmpty: Bool { answers.isEmpty && notKnown.isEmpty }
  }

  package let description: KindDescription
  package var input: FieldInput
  /// How dates in figures are to be read from now on, when the person was asked and said so.
  package private(set) var learnedOrder: DatePhrase.Order?
  /// What the vault knows already that may be an answer.
  package var memory = InterviewMemory.none
  /// Told of all answers after each one, so that a draft can be kept.
  package var draft: (Progress) -> Void = { _ in }

  var prompt: Prompt
  let isEdit: Bool
  package internal(set) var progress: Progress
  /// What flags said: not asked again.
  private let given: Set<String>
  /// Further questions that the person wants.
  var wanted: Set<String> = []

  /// `answers` are what flags said, or, for an edit, what the record holds.
  package init(
    _ description: KindDescription, terminal: Terminal, input: FieldInput,
    answers: [String: Value] = [:], isEdit: Bool = false
  ) {
    self.description = description
    self.input = input
    self.isEdit = isEdit
    progress = Progress(answers: answers)
    given = isEdit ? [] : Set(answers.keys)
    prompt = Prompt(terminal)
  }

  /// Goes on where a draft ended.
  package mutating func goOn(from draft: Progress) {
    if isEdit {
      progress.answers = draft.answers
    } else {
      progress.answers.merge(draft.answers) { given, _ in given }
    }
    progress.notKnown.formUnion(draft.notKnown)
    progress.passed = draft.passed
    wanted = Set(draft.answers.keys).union(draft.notKnown).union(draft.passed)
  }

  var terminal: Terminal { prompt.terminal }

  var answers: [String: Value] {
    get { progress.answers }
    set { progress.answers = newValue }
  }

  var notKnown: Set<String> {
    get { progress.notKnown }
    set { progress.notKnown = newValue }
  }

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
    greet()
    var isFinished = false
    var offersMore = true
    while true {
      switch try askAll() {
      case .none: return .none
      case .finish: isFinished = true
      case .next, .back: break
      }
      if !isFinished, offersMore {
        switch try askForMore() {
        case .back:
          stepBack()
          continue
        case .next: continue
        case .finish, .none: offersMore = false
        }
      }
      try askRequired()
      switch try check() {
      case .save: return .answered(answers, notKnown: notKnown)
      case .stop: return .stopped
      case .back:
        isFinished = false
        stepBack()
      }
    }
  }

  /// The questions that make sense with the answers so far, in their order.
  var questions: [Field] {
    description.fields.filter { field in
      if given.contains(field.name) { return false }
      if isEdit, answers[field.name] != nil { return true }
      guard field.type != .parts else { return false }
      if wanted.contains(field.name) { return true }
      return field.isAsked && field.condition.holds(with: answers)
    }
  }

  private func greet() {
    let left = questions.count { !progress.passed.contains($0.name) }
    guard left > 0 else { return }
    let questions = left == 1 ? "1 question." : "\(left) questions."
    // An answer can open further questions: the number is what is known now.
    let mayGrow = description.fields.contains {
      $0.isAsked && !given.contains($0.name) && !$0.condition.holds(with: answers)
    }
    let count = mayGrow ? "\(questions.dropLast()), perhaps a few more." : questions
    if terminal.settings.isAccessible {
      terminal.explain(
        """
        \(count)
        Enter keeps the answer that is there. A question mark explains.
        A less-than sign goes back. A dash means you don't know.
        A full stop finishes early.
        """)
    } else {
      if mayGrow { terminal.explain(Styled(count)) }
      terminal.explain(
        "\(mayGrow ? "" : "\(count) ")Enter keeps [this]. ? explains. < goes back.")
      terminal.explain("- means you don't know. A full stop (.) finishes early.")
    }
    terminal.explain()
  }

  /// Asks what has not been asked, the first question first.
  private mutating func askAll() throws(Problem) -> Step {
    var mistakes = Mistakes()
    while true {
      let fields = questions
      guard let at = fields.firstIndex(where: { !progress.passed.contains($0.name) }) else {
        return .next
      }
      switch try ask(fields[at], place: (at + 1, fields.count)) {
      case .next: progress.passed.append(fields[at].name)
      case .back:
        if !stepBack() { mistakes.report(.firstQuestion, to: terminal) }
      case .finish: return .finish
      case .none: return .none
      }
    }
  }

  /// Opens the question before this one again. False when there is none.
  @discardableResult
  private mutating func stepBack() -> Bool {
    let names = Set(questions.map(\.name))
    while let last = progress.passed.popLast() {
      if names.contains(last) { return true }
    }
    return false
  }

  /// What a record cannot be without is asked even after an early finish.
  private mutating func askRequired() throws(Problem) {
    for field in description.fields where field.isRequired {
      while answers[field.name] == nil {
        _ = try ask(field, place: nil)
      }
    }
  }

  /// What stands between a question and the answer.
  var asking: String { terminal.settings.isAccessible ? ": " : " " }

  mutating func learn(_ order: DatePhrase.Order) {
    learnedOrder = order
  }
}
