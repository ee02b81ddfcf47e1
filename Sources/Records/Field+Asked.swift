// Fields of a kind for a shorter talk about a record that is there already.

extension Field {
  /// The same field, asked at once whatever else was answered.
  package func asked() -> Field {
    Field(
      name: name, type: type, label: label, question: question, help: help,
      isRequired: isRequired, isAsked: true, isMany: isMany, dateRule: dateRule)
  }

  /// The same question under another name, for an interview about several records.
  ///
  /// - Parameter about: What the question is about, where its own words do not say so.
  package func asked(as name: String, about: String? = nil) -> Field {
    let words =
      about.map { "\($0): \(question.prefix(1).lowercased())\(question.dropFirst())" } ?? question
    return Field(
      name: name, type: type, label: label, question: words, help: help, isRequired: false,
      isAsked: true, isMany: isMany, dateRule: dateRule)
  }

  /// Asks only whether there is something: it is added by another command.
  package static func askWhether(_ name: String, _ label: String, help: String) -> Field {
    Field(
      name: name,
      type: .choice([Option("none", "there is none"), Option("later", "yes, I add it later")]),
      label: label, question: "\(label): is there any?", help: help, isRequired: false,
      isAsked: true, isMany: false, dateRule: .any)
  }

  /// A question in free words that belongs to no kind: it is asked in an interview, and what was
  /// answered goes elsewhere.
  package static func ask(
    _ name: String, _ label: String, _ question: String, help: String
  ) -> Field {
    Field(
      name: name, type: .longText, label: label, question: question, help: help,
      isRequired: false, isAsked: true, isMany: false, dateRule: .any)
  }
}
