/// One of the answers that a field offers.
package struct Option: Hashable, Sendable {
  /// What is stored, typed after a flag, and written in JSON.
  package let token: String
  /// What a person reads.
  package let words: String

  package init(_ token: String, _ words: String) {
    self.token = token
    self.words = words
  }
}

/// What a field may hold.
package enum FieldType: Hashable, Sendable {
  case text
  /// Text of several lines.
  case longText
  /// One of a short list. Files may bring other words.
  case choice([Option])
  case when
  /// Words, with codes beside them when a file brought some.
  case coded
  /// A number with a unit. The unit is what to take when a person types none.
  case quantity(unit: String?)
  /// The laboratory's own range, as printed.
  case range
  /// Another record, of one of these kinds.
  case link([Kind])
  /// Named parts of a larger measurement.
  case parts
}

/// How far a date may lie from today.
package enum DateRule: Hashable, Sendable {
  case any
  /// Something that happened: today or before.
  case past
}

/// With which other answers a question makes sense: nobody is asked for the dose of a radiation who
/// had an operation. It rules what is asked, never what may be kept: a flag and a form take every
/// field, and what a record holds is always shown.
package enum Condition: Hashable, Sendable {
  case always
  /// Only files bring it. No interview asks for it.
  case fromFiles
  /// Only where the field of this name is answered with one of these: the token of a choice, or
  /// words that a text has in it. Without any, every answer will do.
  case answered(String, [String])
  /// Everywhere but where the field of this name has one of these answers.
  case unless(String, [String])

  /// Whether the question makes sense with the answers that there are so far.
  package func holds(with answers: [String: Value]) -> Bool {
    switch self {
    case .always: return true
    case .fromFiles: return false
    case .answered(let name, let wanted):
      return answers[name].map { wanted.isEmpty || Self.says($0, wanted) } ?? false
    case .unless(let name, let others):
      return answers[name].map { !Self.says($0, others) } ?? true
    }
  }

  private static func says(_ answer: Value, _ wanted: [String]) -> Bool {
    said(answer).contains { said in
      wanted.contains { said.isWhole ? said.words == $0 : said.words.contains($0) }
    }
  }

  /// What an answer says, in small letters. A choice has to be met whole.
  private static func said(_ value: Value) -> [(words: String, isWhole: Bool)] {
    switch value {
    case .choice(let token): [(token, true)]
    case .list(let values): values.flatMap { said($0) }
    default: [(value.words.lowercased(), false)]
    }
  }
}

/// One field of a kind. The interview, the flags, the table, the JSON and the search all read this.
package struct Field: Hashable, Sendable {
  /// The name in JSON, in lower camel case.
  package let name: String
  package let type: FieldType
  /// The heading in tables and in "Check your answers".
  package let label: String
  /// The question asked on the terminal.
  package let question: String
  /// What `?` answers: where to find it, with an example.
  package let help: String
  package let isRequired: Bool
  /// True when the interview asks it at once; the others are asked on request.
  package let isAsked: Bool
  /// True when there may be several values.
  package let isMany: Bool
  package let dateRule: DateRule
  /// True for an amount of money. It is never below zero.
  package private(set) var isMoney = false
  /// When the question is worth asking. An answer that is there is always shown.
  package private(set) var condition = Condition.always

  /// The flag that answers the question: `--member-id` for `memberId`.
  package var flag: String {
    var flag = ""
    for letter in name {
      if letter.isUppercase { flag += "-" }
      flag += letter.lowercased()
    }
    return flag
  }

  package var options: [Option] {
    guard case .choice(let options) = type else { return [] }
    return options
  }

  package func option(_ token: String) -> Option? {
    options.first { $0.token == token }
  }

  /// The value in words, with the words of a choice instead of its token.
  package func words(_ value: Value) -> String {
    switch value {
    case .choice(let token): option(token)?.words ?? token
    case .list(let values): values.map { words($0) }.joined(separator: ", ")
    default: value.words
    }
  }
}

// The builders that the descriptions are written with.
extension Field {
  /// Asked only where another field has one of these answers, or any where none is named.
  func when(_ name: String, _ answers: [String] = []) -> Field {
    var field = self
    field.condition = .answered(name, answers)
    return field
  }

  /// Asked unless another field has one of these answers.
  func unless(_ name: String, _ answers: [String]) -> Field {
    var field = self
    field.condition = .unless(name, answers)
    return field
  }

  /// Never asked: only files bring it.
  var fromFiles: Field {
    var field = self
    field.condition = .fromFiles
    return field
  }

  static func make(
    _ name: String, _ type: FieldType, _ label: String, ask: String?, help: String,
    required: Bool = false, asked: Bool = false, many: Bool = false, date: DateRule = .any
  ) -> Field {
    Field(
      name: name, type: type, label: label, question: ask ?? "\(label)?", help: help,
      isRequired: required, isAsked: asked || required, isMany: many, dateRule: date)
  }

  static func text(
    _ name: String, _ label: String, ask: String? = nil, help: String = "", required: Bool = false,
    asked: Bool = false, many: Bool = false
  ) -> Field {
    make(
      name, .text, label, ask: ask, help: help, required: required, asked: asked, many: many)
  }

  static func long(
    _ name: String, _ label: String, ask: String? = nil, help: String = "", required: Bool = false,
    asked: Bool = false
  ) -> Field {
    make(name, .longText, label, ask: ask, help: help, required: required, asked: asked)
  }

  static func coded(
    _ name: String, _ label: String, ask: String? = nil, help: String = "", required: Bool = false,
    asked: Bool = false, many: Bool = false
  ) -> Field {
    make(
      name, .coded, label, ask: ask, help: help, required: required, asked: asked, many: many)
  }

  static func date(
    _ name: String, _ label: String, ask: String? = nil, help: String = "", required: Bool = false,
    asked: Bool = false, _ rule: DateRule = .any
  ) -> Field {
    make(
      name, .when, label, ask: ask, help: help, required: required, asked: asked, date: rule)
  }

  static func quantity(
    _ name: String, _ label: String, unit: String? = nil, ask: String? = nil, help: String = "",
    required: Bool = false, asked: Bool = false
  ) -> Field {
    make(
      name, .quantity(unit: unit), label, ask: ask, help: help, required: required, asked: asked)
  }

  static func money(
    _ name: String, _ label: String, ask: String? = nil, help: String = "", asked: Bool = false
  ) -> Field {
    var field = make(name, .quantity(unit: nil), label, ask: ask, help: help, asked: asked)
    field.isMoney = true
    return field
  }

  static func choice(
    _ name: String, _ label: String, _ options: [(String, String)], ask: String? = nil,
    help: String = "", required: Bool = false, asked: Bool = false, many: Bool = false
  ) -> Field {
    make(
      name, .choice(options.map { Option($0.0, $0.1) }), label, ask: ask, help: help,
      required: required, asked: asked, many: many)
  }

  static func yesNo(
    _ name: String, _ label: String, ask: String? = nil, help: String = "", asked: Bool = false
  ) -> Field {
    choice(
      name, label, [("yes", "yes"), ("no", "no"), ("unknown", "not known")], ask: ask, help: help,
      asked: asked)
  }

  static func link(
    _ name: String, _ label: String, to kinds: [Kind], ask: String? = nil, help: String = "",
    asked: Bool = false, many: Bool = false
  ) -> Field {
    make(name, .link(kinds), label, ask: ask, help: help, asked: asked, many: many)
  }
}
