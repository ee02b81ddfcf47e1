// What is said when something cannot be written.

extension Problem {
  /// A full disk. `again` is what can be done again, such as "the import"; `place` is what is full.
  package static func noSpace(free: String, needed: String?, again: String?, place: String)
    -> Problem
  {
    let needed = needed.map { "; \($0) are needed" } ?? ""
    return Problem(
      "There is no room to save this. \(free) are free\(needed).", name: "no-space",
      safe: again.map { "Nothing was changed, and \($0) can be run again." }
        ?? "Nothing was changed.",
      next: "Free some space on \(place), then press the up arrow and Enter.", exit: .cannotWrite)
  }

  /// A place where nothing can be written. `instead` is a command that would work.
  package static func cannotWrite(_ path: String, instead: String?) -> Problem {
    Problem(
      "Cannot write to \(path).", safe: "Nothing was changed.",
      next: instead.map { "Choose another folder:  \($0)" } ?? "Choose another folder.",
      exit: .cannotWrite)
  }

  /// An export onto a file that is there. `when` is from when that file is.
  package static func fileExists(_ name: String, when: String, keepBoth: String) -> Problem {
    Problem(
      "\(name) is already there, from \(when).", name: "file-exists",
      safe: "Nothing was written.", why: "To replace it:  add --replace",
      next: "To keep both:  add -o \(keepBoth)", exit: .declined)
  }

  package static let answersNotWritten = Problem(
    "The answer could not be written in full.", name: "answers-not-written",
    why: "The place it goes to may be full.",
    next: "Send it somewhere else, and run this again.", exit: .cannotWrite)

  package static let notToTerminal = Problem(
    "This would fill the screen with signs that cannot be read.", name: "not-to-terminal",
    safe: "Nothing was written.", next: "Write it to a file with:  -o <file>", exit: .usage)
}
