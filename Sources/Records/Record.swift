/// One fact in the vault: a kind, what its fields hold, and where it comes from.
package struct Record: Hashable, Sendable, Identifiable {
  package var id: RecordID
  package var kind: Kind
  /// By the names of the kind's description. A field nobody filled is not there.
  package var fields: [String: Value]
  /// Left out of exports unless asked for.
  package var isPrivate: Bool
  package var provenance: Provenance
  /// The SHA-256 of each attached file, in hexadecimal.
  package var attachments: [String]

  package init(
    id: RecordID, kind: Kind, fields: [String: Value], isPrivate: Bool = false,
    provenance: Provenance, attachments: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.fields = fields
    self.isPrivate = isPrivate
    self.provenance = provenance
    self.attachments = attachments
  }

  package subscript(_ field: String) -> Value? {
    get { fields[field] }
    set { fields[field] = newValue }
  }

  /// The field in words, or nil when it is empty.
  package func words(_ field: String) -> String? {
    guard let words = fields[field]?.words, !words.isEmpty else { return nil }
    return words
  }

  package func coded(_ field: String) -> Coded? {
    switch fields[field] {
    case .coded(let coded): coded
    case .text(let text): Coded(text)
    default: nil
    }
  }

  package func quantity(_ field: String) -> Quantity? {
    guard case .quantity(let quantity) = fields[field] else { return nil }
    return quantity
  }

  package func when(_ field: String) -> When? {
    guard case .when(let when) = fields[field] else { return nil }
    return when
  }

  package func list(_ field: String) -> [Value] {
    switch fields[field] {
    case .list(let values): values
    case let value?: [value]
    case nil: []
    }
  }

  package var describing: KindDescription { KindDescription.of(kind) }

  /// When the fact happened, by the field that the kind's description names.
  package var when: When? {
    for field in describing.dateFields {
      if let when = when(field) { return when }
    }
    return nil
  }

  /// A short name for lists, from the fields that the kind's description names.
  package var title: String {
    for names in describing.titles {
      let parts = names.compactMap { name in
        fields[name].flatMap { value in describing.field(name)?.words(value) }
      }.filter { !$0.isEmpty }
      if !parts.isEmpty { return parts.joined(separator: ", ").onOneLine(max: 120) }
    }
    return describing.one
  }

  /// Everything a person may look for, as one text.
  package var searchText: String {
    var text: [String] = [describing.one]
    for field in describing.fields {
      guard let value = fields[field.name] else { continue }
      if case .choice(let word) = value {
        text.append(field.option(word)?.words ?? word)
      } else {
        value.collectSearchText(into: &text)
      }
    }
    return text.joined(separator: "\n")
  }
}

extension Record: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Names what a record is. Never what it holds: this text could reach a log.
  package var description: String { describing.one }
  package var debugDescription: String { describing.one }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
