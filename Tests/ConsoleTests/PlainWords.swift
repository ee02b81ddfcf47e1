import Console

/// What makes a text hard, or hurts: UX of the project, "Plain language" and "Errors".
enum PlainWords {
  /// The most words in a sentence.
  static let longest = 20

  /// Words that say nothing to a patient, or frighten, or blame.
  static let banned: Set<String> = [
    "abort", "aborted", "catastrophic", "congratulations", "entity", "error", "execute", "executed",
    "failed", "failure", "fatal", "forbidden", "illegal", "incorrect", "invalid", "null", "oops",
    "parse", "parsed", "please", "schema", "sorry", "stupid", "unauthorized", "uuid", "wrongly",
  ]

  /// Names of forms of files and of letters, which are what a person sees on the file.
  static let names: Set<String> = [
    "JSON", "HTML", "PDF", "MIT", "ISC", "USB", "ID", "MB", "USD", "SN", "LOT",
  ]

  /// What is wrong with a text. Lines to type are not judged.
  static func faults(in text: String) -> [String] {
    var faults: [String] = []
    for line in HelpScreen(text).parts {
      switch line {
      case .blank: break
      case .line(let words) where isTyped(words): break
      case .pair(let name, let words) where isTyped(name): faults += sentences(words)
      case .pair(let name, let words): faults += sentences(name) + sentences(words)
      case .heading(let words), .paragraph(let words), .line(let words): faults += sentences(words)
      }
    }
    return faults
  }

  private static func isTyped(_ text: String) -> Bool {
    text.hasPrefix("netvault") || text.hasPrefix("-") || text.hasPrefix("$")
  }

  private static func sentences(_ text: String) -> [String] {
    var faults: [String] = []
    // What stands after two spaces is a command; what stands in quotes is typed or printed.
    let told = text.replacing(#/ {2,}.*/#, with: "").replacing(#/"[^"]*"/#, with: "so")
    for sentence in told.split(separator: /[.?:;](?: |$)/) {
      let count = sentence.split(separator: " ").count
      if count > longest { faults.append("\(count) words: \(sentence)") }
    }
    for word in told.lowercased().split(whereSeparator: { !$0.isLetter })
    where banned.contains(String(word)) {
      faults.append("the word \"\(word)\": \(text)")
    }
    if told.contains("!") { faults.append("an exclamation mark: \(text)") }
    for found in told.matches(of: /\b[A-Z][A-Z0-9-]*[A-Z0-9]\b/) {
      let short = String(found.output)
      if !isKnown(short) { faults.append("\(short) is not explained: \(text)") }
    }
    return faults
  }

  /// True for what the glossary explains, for names of variables, and for words in capital letters
  /// that stand for something to type (`FILE`).
  private static func isKnown(_ short: String) -> Bool {
    // A number or a code of an example, and the groups of a stage.
    if short.contains(where: \.isNumber) || short.wholeMatch(of: /[IV]+[ABC]?/) != nil {
      return true
    }
    if names.contains(short) || placeholders.contains(short) { return true }
    return !Glossary.shared.entries.allSatisfy { entry in
      !entry.names.contains { $0 == short || $0.split(separator: " ").contains(Substring(short)) }
    }
  }

  private static let placeholders: Set<String> = [
    "FILE", "FOLDER", "KIND", "NAME", "WHAT", "WORDS", "TERM", "TOPIC", "COMMAND", "OPTIONS",
    "FIELD", "VALUE", "LINES", "NUMBER", "SHELL", "DATE", "EDITOR", "COLUMNS", "ACCESSIBLE",
  ]
}
