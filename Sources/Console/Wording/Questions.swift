// What is said when an answer is missing, or is none that a question can take.

extension Problem {
  /// A question that cannot be asked. `flag` answers it; it is written without its dashes.
  package static func needsAnswer(_ question: String, flag: String, noInput: Bool) -> Problem {
    Problem(
      "This needs an answer: \(question)",
      why: noInput ? "--no-input says to ask nothing." : "There is no terminal to ask on.",
      next: typed(flag), exit: .needsAnswer)
  }

  /// How the answer is written on the command line. What is no flag, but a word of its own, is
  /// named in capitals.
  private static func typed(_ flag: String) -> String {
    flag == flag.uppercased()
      ? "Write it after the command:  \(flag)" : "Answer it with:  --\(flag)"
  }

  /// The talk ended (Ctrl-D) before the question was answered.
  package static func endedBeforeAnswer(flag: String) -> Problem {
    Problem(
      "That was the end before the last answer.", safe: "Nothing was saved.",
      next: flag == flag.uppercased()
        ? "Run it again, or write it after the command:  \(flag)"
        : "Run it again, or answer with:  --\(flag)",
      exit: .needsAnswer)
  }

  /// Fields that a record cannot be without, given as flags.
  package static func missingFlags(_ flags: [String], kind: String) -> Problem {
    Problem(
      "A record of this kind (\(kind)) needs more: \(flags.map { "--\($0)" }.joined(separator: ", ")).",
      name: "missing-answers", safe: "Nothing was saved.",
      next: "What each one means:  netvault add \(kind) --help", exit: .needsAnswer)
  }

  /// Stopped from outside, with Ctrl-C or by a terminal that is closed.
  package static let stopped = Problem(
    "Stopped.", name: "stopped", safe: "Nothing was saved.", exit: .stopped)

  /// Stopped, and what was answered so far is in the vault. `command` goes on with it.
  package static func stoppedKept(_ command: String) -> Problem {
    Problem(
      "Stopped.", name: "stopped", safe: "Your answers are kept as a draft.",
      next: "Go on with:  \(command)", exit: .stopped)
  }

  /// The talk broke off, and each answer before that is saved where it belongs.
  package static func stoppedSaved(_ count: Int, as problem: Problem) -> Problem {
    Problem(
      problem.what, name: problem.name,
      safe: count == 1
        ? "The 1 answer before it is saved." : "The \(count) answers before it are saved.",
      exit: problem.exit)
  }

  /// Stopped, and the vault could not take what was answered so far.
  package static func stoppedNotKept(answers: Int) -> Problem {
    Problem(
      "Stopped.", name: "stopped",
      safe: answers == 1
        ? "The 1 answer could not be kept." : "The \(answers) answers could not be kept.",
      why: "Another netvault was using the vault, or it could not be written.", exit: .stopped)
  }

  /// The talk ended (Ctrl-D) and what was answered so far is in the vault.
  package static func endedKept(_ command: String) -> Problem {
    Problem(
      "That was the end before the last answer.", name: "ended",
      safe: "Your answers are kept as a draft.", next: "Go on with:  \(command)",
      exit: .needsAnswer)
  }

  package static func notYesOrNo(_ typed: String) -> Problem {
    Problem(
      "\"\(typed)\" is neither yes nor no.", name: "not-yes-or-no",
      next: "Type y for yes or n for no.",
      second: "Only yes or no can be used here. One letter is enough.", exit: .needsAnswer)
  }

  /// Neither yes nor no, nor the name of a further question.
  package static func notAQuestion(_ typed: String) -> Problem {
    Problem(
      "\"\(typed)\" is neither yes nor no.", name: "not-yes-or-no",
      next: "Yes shows the further questions. Enter leaves them out.",
      second: "Press Enter to go on without them.", exit: .needsAnswer)
  }

  /// The vault cannot be written to now. What was typed is not lost.
  package static let waitsToSave = Problem(
    "Another netvault is using this vault.", name: "waits-to-save",
    safe: "Your answers are still here.", next: "Finish or close it there.", exit: .vaultInUse)

  /// An answer that is not on the list. `flag` is what it was given with, if anything.
  package static func notAChoice(
    _ typed: String, close: String?, choices: [String], flag: String?
  ) -> Problem {
    let given = flag.map { "--\($0) " } ?? ""
    let next =
      flag == nil
      ? "Type a number from 1 to \(choices.count), or the words."
      : "It can be:  \(choices.joined(separator: ", "))"
    return Problem(
      "\(given)\"\(typed)\" is not one of the answers."
        + (close.map { " Did you mean \($0)?" } ?? ""),
      name: "not-a-choice", next: next,
      second: "Still not one of the answers. The number alone is enough.", exit: .needsAnswer)
  }

  package static func numberOutside(_ typed: Int, last: Int) -> Problem {
    Problem(
      "There is no number \(typed).", name: "not-a-choice",
      next: last == 1 ? "The only number is 1." : "The numbers go from 1 to \(last).",
      second: "Still no such number. Look at the list above.", exit: .needsAnswer)
  }

  /// Two choices that both have the words that were typed.
  package static func severalChoices(_ typed: String, _ first: String, _ second: String) -> Problem
  {
    Problem(
      "\"\(typed)\" can be \"\(first)\" or \"\(second)\".", name: "several-choices",
      next: "Type more of it, or its number.",
      second: "It still can be more than one. The number alone is enough.", exit: .needsAnswer)
  }

  /// A number that can be read in more than one way. `meant` are the ways; `flag` is what it was
  /// given with, if anything.
  package static func unclearNumber(_ typed: String, meant: [String], flag: String?) -> Problem {
    let given = flag.map { "--\($0) " } ?? ""
    let quoted = meant.map { $0.contains(" ") && flag != nil ? "\"\($0)\"" : $0 }
    return Problem(
      "\(given)\"\(typed)\" can be read in more than one way.", name: "unclear-number",
      why: "A point stands before the decimals, and nothing between thousands.",
      next: "Write \(quoted.joined(separator: " or ")).",
      second: "Still not clear. Digits and one point are enough, such as 1.5.", exit: .needsAnswer)
  }

  /// A unit that measures something else than the field does.
  package static func otherUnit(_ unit: String, usual: String, flag: String?) -> Problem {
    Problem(
      "The unit \(unit) does not measure this. It is usually in \(usual).", name: "other-unit",
      next: flag.map { "Write --\($0) with the unit \(usual)." } ?? "Which number and unit is it?",
      second: "That unit still does not go with it. The number alone is enough.",
      exit: .needsAnswer)
  }

  /// An amount of money with a minus before it.
  package static func moneyBelowZero(_ typed: String, flag: String?) -> Problem {
    Problem(
      "\(flag.map { "--\($0) " } ?? "")\"\(typed)\" is less than nothing.",
      name: "money-below-zero",
      next: "Write the amount without the minus. A word about it can go into the note.",
      second: "An amount of money has no minus here. The number alone is enough.",
      exit: .needsAnswer)
  }

  /// Amounts of one paper in several currencies.
  package static func currenciesMixed(_ first: String, _ second: String) -> Problem {
    Problem(
      "The amounts are in \(first) and in \(second).", name: "currencies-mixed",
      safe: "Nothing was saved.",
      next: "Write all of them in one currency, as the paper prints them.", exit: .needsAnswer)
  }

  package static func scaleOutside(_ typed: String) -> Problem {
    Problem(
      "\"\(typed)\" is not on the scale from 0 to 10.", name: "scale-outside",
      next: "0 is not at all, 10 is the most.",
      second: "Type one whole number, from 0 to 10.", exit: .needsAnswer)
  }

  package static let answerRequired = Problem(
    "This one answer is needed to save the record.", name: "answer-required",
    next: "Write what you know, even a few words. Ctrl-C stops.",
    second: "It cannot be saved without this. Any words will do.", exit: .needsAnswer)

  package static func flagEmpty(_ flag: String) -> Problem {
    Problem(
      "--\(flag) has nothing after it.", name: "flag-empty",
      next: "Write the answer after it, or leave the flag out.", exit: .needsAnswer)
  }

  package static func flagTwice(_ flag: String) -> Problem {
    Problem(
      "--\(flag) takes one answer only.", name: "flag-twice", next: "Leave one of them out.",
      exit: .needsAnswer)
  }

  package static let firstQuestion = Problem(
    "This is the first question.", name: "first-question",
    second: "There is nothing before this question.", exit: .needsAnswer)

  /// A name typed to confirm what cannot be taken back.
  package static func otherName(_ name: String) -> Problem {
    Problem(
      "That is not the name \"\(name)\".", name: "other-name", safe: "Nothing was changed.",
      next: "Type the name exactly as it is written here.",
      second: "Still another name. Capital letters and spaces count.", exit: .declined)
  }
}
