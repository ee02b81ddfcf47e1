/// Words after a kind, said in one breath: "oncology, next Thursday 10:30" is what, and when.
internal import Console
internal import Records

struct SpokenWords {
  /// What it is about, without the date.
  let words: String
  /// The field that the date answers, with the date.
  let date: (name: String, value: Value)?

  /// Takes a date from behind a comma, where all that stands there is one. Free notes keep every
  /// word, and a date that was given by its flag stands.
  init(
    _ words: String, for first: Field, of kind: KindDescription, _ input: FieldInput,
    known: [String: Value]
  ) {
    let field = kind.dateFields.first.flatMap { kind.field($0) }
    if let field, known[field.name] == nil, first.type != .longText {
      for comma in words.indices where words[comma] == "," {
        let head = String(words[..<comma]).trimmedSpaces
        let tail = String(words[words.index(after: comma)...]).trimmedSpaces
        guard !head.isEmpty, !tail.isEmpty,
          let value = try? input.value(tail, for: field, of: kind.kind),
          case .when(let when) = value, when.date != nil
        else { continue }
        self.words = head
        date = (field.name, value)
        return
      }
    }
    self.words = words
    date = nil
  }
}
