/// One named part of a larger measurement, such as the two numbers of a blood pressure.
package struct Part: Hashable, Sendable {
  package var name: Coded
  package var value: Value

  package init(_ name: Coded, _ value: Value) {
    self.name = name
    self.value = value
  }
}

/// What one field of a record holds.
///
/// It has no `description` on purpose: a value of a record must not reach a log.
package indirect enum Value: Hashable, Sendable {
  case text(String)
  /// A word from the field's list of choices. Files may bring words that are not on the list.
  case choice(String)
  case when(When)
  case coded(Coded)
  case quantity(Quantity)
  case range(ReferenceRange)
  /// Another record of the vault.
  case link(RecordID)
  case part(Part)
  case list([Value])

  /// The value in words for people.
  package var words: String {
    switch self {
    case .text(let text), .choice(let text): text
    case .when(let when): when.spelled
    case .coded(let coded): coded.text
    case .quantity(let quantity): quantity.printed
    case .range(let range): range.printed
    case .link(let id): id.text
    case .part(let part): "\(part.name.text) \(part.value.words)"
    case .list(let values): values.map(\.words).joined(separator: ", ")
    }
  }

  /// Every word and code that a search may look for.
  package func collectSearchText(into text: inout [String]) {
    switch self {
    case .link: break
    case .coded(let coded):
      text.append(coded.text)
      for coding in coded.codings {
        if let display = coding.display, display != coded.text { text.append(display) }
        if let code = coding.code { text.append(code) }
      }
    case .part(let part):
      Value.coded(part.name).collectSearchText(into: &text)
      part.value.collectSearchText(into: &text)
    case .list(let values):
      for value in values { value.collectSearchText(into: &text) }
    default: text.append(words)
    }
  }
}

extension Value: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the value: this text could reach a log.
  package var description: String { "a value" }
  package var debugDescription: String { "a value" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
