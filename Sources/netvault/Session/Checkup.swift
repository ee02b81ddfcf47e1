/// What `doctor` finds: one line each, with one thing to do where there is something to do.
internal import Console
internal import JSON

/// One finding. It says nothing of what records hold.
struct Finding {
  enum State: String {
    case good
    /// Something could be better.
    case advice = "to-do"
    case damage
  }

  /// A name for programs, which stays.
  let name: String
  let state: State
  let words: String
  /// A command, or what to do with one's hands. Nil when there is nothing to do.
  let next: String?

  static func good(_ name: String, _ words: String) -> Finding {
    Finding(name: name, state: .good, words: words, next: nil)
  }

  static func advice(_ name: String, _ words: String, next: String) -> Finding {
    Finding(name: name, state: .advice, words: words, next: next)
  }

  static func damage(_ name: String, _ words: String, next: String) -> Finding {
    Finding(name: name, state: .damage, words: words, next: next)
  }

  var json: JSONValue {
    [
      "name": .string(name), "state": .string(state.rawValue), "says": .string(words),
      "next": next.map { .string($0) } ?? .null,
    ]
  }
}

extension [Finding] {
  var hasDamage: Bool { contains { $0.state == .damage } }

  func show(_ talk: Talk) {
    let labels: [Finding.State: String] = [.good: "Good", .advice: "To do", .damage: "Damage"]
    // What asks for something comes last, because eyes go to the end.
    for state in [Finding.State.good, .advice, .damage] {
      var lines: [(label: String, text: String)] = []
      for finding in self where finding.state == state {
        lines.append((labels[state] ?? "", finding.words))
        if let next = finding.next { lines.append(("", next)) }
      }
      if !lines.isEmpty { Listing.show(lines, talk) }
    }
  }
}
