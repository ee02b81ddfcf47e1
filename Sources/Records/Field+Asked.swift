// Fields of a kind for a shorter talk about a record that is there already.

extension Field {
  /// The same field, asked at once whatever else was answered.
  package func asked() -> Field {
    Field(
      name: name, type: type, label: label, question: question, help: help,
      isRequired: isRequired, isAsked: true, isMany: isMany, dateRule: dateRule)
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
