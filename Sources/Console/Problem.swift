import JSON

/// One failure, said to a person.
///
/// At most four lines, in this order: what happened, what is safe, why, what to do next. The next
/// step is last, because eyes go to the end. Values of records never appear in it. All wording is
/// in the folder `Wording`.
package struct Problem: Error, Sendable, Hashable {
  /// The name in JSON, such as `wrong-passphrase`.
  package let name: String
  /// What happened, in the person's own words where there are any.
  package let what: String
  /// What is still safe or unchanged. Empty when there is nothing to add.
  package let safe: String
  /// Why, where it helps. Empty when it does not.
  package let why: String
  /// What to do next, ending with the command to type where there is one.
  package let next: String
  /// What to say instead when the same mistake is made a second time.
  package let second: String?
  package let exit: Exit

  package init(
    _ what: String, name: String? = nil, safe: String = "", why: String = "", next: String = "",
    second: String? = nil, exit: Exit
  ) {
    self.name = name ?? exit.name
    self.what = what
    self.safe = safe
    self.why = why
    self.next = next
    self.second = second
    self.exit = exit
  }

  /// True when there is nobody to ask, or nobody any more: asking again would not help.
  package var endsTalk: Bool { name == Exit.needsAnswer.name || exit == .stopped }

  /// One to four lines.
  package var lines: [String] {
    [what, safe, why, next].filter { !$0.isEmpty }
  }

  /// All of it as one text.
  package var message: String {
    lines.joined(separator: " ").replacing("  ", with: " ")
  }

  /// `{"error":"wrong-passphrase","exit":12,"message":"…"}`, without a line break.
  package var jsonLine: String {
    JSONValue.object(
      JSONObject([
        ("error", .string(name)), ("exit", .number(String(exit.code))),
        ("message", .string(message)),
      ])
    ).compactText
  }

  /// `{"notice":"vault-older","message":"…"}`, without a line break: the command goes on.
  package var noticeLine: String {
    JSONValue.object(
      JSONObject([("notice", .string(name)), ("message", .string(message))])
    ).compactText
  }
}

extension Problem: CustomStringConvertible {
  package var description: String { lines.joined(separator: "\n") }
}
