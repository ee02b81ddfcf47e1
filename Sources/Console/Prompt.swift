import Records

/// Asks one question at a time, on the terminal itself.
///
/// Every question has a flag that answers it: where nothing can be asked, the problem names it.
package struct Prompt: Sendable {
  package let terminal: Terminal

  package init(_ terminal: Terminal) {
    self.terminal = terminal
  }

  /// One line, as it was typed. Enter gives the default.
  package func line(
    _ question: String, default given: String? = nil, help: String = "", flag: String
  ) throws(Problem) -> String {
    try ask(question, default: given, help: help, flag: flag) { text throws(Problem) in
      if text.isEmpty { throw .answerRequired }
      return text
    }
  }

  /// Yes or no. `--yes` answers it.
  package func yes(
    _ question: String, default given: Bool? = true, help: String = "", flag: String = "yes"
  ) throws(Problem) -> Bool {
    if terminal.settings.assumesYes { return true }
    let shown = given.map { $0 ? "yes" : "no" }
    return try ask(question, default: shown, help: help, flag: flag) { text throws(Problem) in
      guard let answer = Self.yesOrNo(text) else { throw .notYesOrNo(text) }
      return answer
    }
  }

  /// One of a numbered list, by number or by words. Returns its place, from 0. What is in `also` has
  /// no number and is not shown, but its words are understood; its places follow those of the list.
  package func choice(
    _ question: String, _ options: [String], also: [String] = [], default given: Int? = nil,
    help: String = "", flag: String
  ) throws(Problem) -> Int {
    try requireAsking(question, flag: flag)
    terminal.explain(Styled(question))
    show(options)
    let shown = options.map { Option($0, $0) }
    let all = shown + also.map { Option($0, $0) }
    return try ask(
      terminal.settings.isAccessible ? "Number" : "Choose", default: given.map { String($0 + 1) },
      help: help, flag: flag
    ) { text throws(Problem) in
      try ChoiceInput.index(text, among: Int(text) == nil ? all : shown)
    }
  }

  /// The name of what cannot be brought back, typed in full.
  package func typedName(
    _ question: String, name: String, flag: String = "confirm"
  ) throws(Problem) {
    _ = try ask(question, default: nil, help: "Type: \(name)", flag: flag) { text throws(Problem) in
      guard text == name else { throw .otherName(name) }
      return true
    }
  }

  /// A passphrase, typed without being shown. The bytes are lent to `sink` and then erased; they
  /// never become a `String`.
  package func passphrase<Result: ~Copyable>(
    _ question: String, _ sink: (UnsafeRawBufferPointer) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    guard terminal.settings.canAsk else { throw .passphraseNeeded }
    // Before the question shows: what is typed from then on must not be dropped.
    terminal.device.endTyping()
    terminal.prompt(question + ending)
    var outcome = SecretOutcome<Result>.none
    let isRead = unsafe terminal.device.readSecret { bytes in
      do throws(Problem) {
        outcome = .value(try unsafe sink(bytes))
      } catch {
        outcome = .problem(error)
      }
    }
    switch consume outcome {
    case .value(let result): return result
    case .problem(let problem): throw problem
    case .none: throw isRead ? .passphraseEmpty : .endedBeforeAnswer(flag: "passphrase-file")
    }
  }

  /// Asks until `read` takes the answer. The same mistake a second time is said in other words.
  func ask<Answer>(
    _ question: String, default given: String?, help: String, flag: String,
    _ read: (String) throws(Problem) -> Answer
  ) throws(Problem) -> Answer {
    try requireAsking(question, flag: flag)
    var mistakes = Mistakes()
    while true {
      let shown = given.map { " [\($0)]" } ?? ""
      var text = try typed(question + shown + ending, flag: flag)
      if text == "?" {
        terminal.explain(Styled(help.isEmpty ? "There is no more to say about this." : help))
        continue
      }
      if text.isEmpty, let given { text = given }
      do throws(Problem) {
        return try read(text)
      } catch {
        mistakes.report(error, to: terminal)
      }
    }
  }

  /// One line from the terminal, made harmless.
  func typed(_ prompt: String, flag: String) throws(Problem) -> String {
    Printable.typed(try bytes(prompt, flag: flag))
  }

  /// The same, with the line breaks of several lines that were pasted at once.
  func lines(_ prompt: String, flag: String) throws(Problem) -> String {
    Printable.lines(try bytes(prompt, flag: flag))
  }

  private func bytes(_ prompt: String, flag: String) throws(Problem) -> [UInt8] {
    terminal.prompt(prompt)
    guard let bytes = terminal.device.readLine() else {
      terminal.explain()
      throw terminal.device.isStopped ? .stopped : .endedBeforeAnswer(flag: flag)
    }
    return bytes
  }

  func requireAsking(_ question: String, flag: String) throws(Problem) {
    guard terminal.settings.canAsk else {
      throw .needsAnswer(question, flag: flag, noInput: terminal.settings.noInput)
    }
  }

  func show(_ options: [String]) {
    for (number, words) in options.enumerated() {
      terminal.explain(
        terminal.settings.isAccessible
          ? "\(number + 1): \(words)." : "  \(number + 1)  \(words)")
    }
  }

  /// A question mark or a colon already ends a question; a screen reader is given a colon always.
  private var ending: String { terminal.settings.isAccessible ? ": " : " " }

  package static func yesOrNo(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "y", "yes", "yes.", "ok", "right": true
    case "n", "no", "no.": false
    default: nil
    }
  }
}

/// Remembers the last mistake, so that it is not said twice in the same words.
struct Mistakes {
  private var last: String?

  mutating func report(_ problem: Problem, to terminal: Terminal) {
    if last == problem.name, let second = problem.second {
      terminal.explain("  \(second)")
    } else {
      for line in problem.lines { terminal.explain("  \(line)") }
    }
    last = problem.name
  }
}

private enum SecretOutcome<Value: ~Copyable>: ~Copyable {
  case none
  case value(Value)
  case problem(Problem)
}
