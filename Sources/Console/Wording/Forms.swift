// What is said about editing as a form.

extension Problem {
  package static let noEditor = Problem(
    "netvault did not find an editor on this computer.", name: "no-editor",
    safe: "Nothing was changed.",
    next: "Name one in the variable EDITOR, or leave --editor out.", exit: .failed)

  package static let editorNeedsTerminal = Problem(
    "An editor needs a terminal, and there is none here.", name: "editor-needs-terminal",
    safe: "Nothing was written.", next: "Leave --editor out, and open the file afterwards.",
    exit: .needsAnswer)

  package static func editorFailed(_ editor: String) -> Problem {
    Problem(
      "The editor \(editor) ended with a fault.", name: "editor-failed",
      safe: "Nothing was changed.", next: "Try again, or leave --editor out.", exit: .failed)
  }

  /// The editor broke off after something was typed.
  package static func editorFailedKept(_ editor: String) -> Problem {
    Problem(
      "The editor \(editor) ended with a fault.", name: "editor-failed",
      safe: "What you saved in it is still here.", exit: .failed)
  }

  /// A form that was closed for now. `command` opens it again.
  package static func formKept(_ command: String) -> Problem {
    Problem(
      "The form was not saved as a record.", name: "form-kept",
      safe: "Its text is kept as a draft.", next: "Go on with:  \(command)", exit: .declined)
  }

  package static let formNotKept = Problem(
    "The form was not saved, and the vault could not keep it.", name: "form-not-kept",
    why: "Another netvault was using the vault, or it could not be written.", exit: .declined)

  package static let formUnchanged = Problem(
    "The form was closed without a change.", name: "form-unchanged", safe: "Nothing was saved.",
    exit: .declined)

  package static let noPrivateMemory = Problem(
    "This computer has no folder in memory for the form.", name: "no-private-memory",
    safe: "Nothing was written to the disk.", next: "Leave --editor out, and answer questions.",
    exit: .cannotWrite)

  package static func unknownLabel(_ label: String, close: String?) -> Problem {
    Problem(
      "The form has no line called \"\(label)\"." + (close.map { " Did you mean \($0)?" } ?? ""),
      name: "unknown-label", exit: .needsAnswer)
  }

  package static let noLabel = Problem(
    "This line has no name in front of it.", name: "no-label",
    next: "Write it as  Name: words", exit: .needsAnswer)

  package static func formNeeds(_ label: String) -> Problem {
    Problem(
      "\"\(label)\" is empty, and the record needs it.", name: "form-needs",
      next: "Write what you know after its name, even a few words.", exit: .needsAnswer)
  }
}
