internal import JSON
internal import Records
internal import Summary

/// A resource while it is built. What is nil or empty is not written.
struct Resource {
  let type: String
  let id: DocumentID
  private(set) var json: JSONObject

  init(_ type: String, _ id: DocumentID) {
    self.type = type
    self.id = id
    json = ["resourceType": .string(type), "id": .string(id.text)]
  }

  subscript(_ name: String) -> JSONValue? {
    get { json[name] }
    set { json[name] = newValue }
  }

  mutating func set(_ name: String, text: String?) {
    json[name] = FHIR.string(text)
  }

  mutating func set(_ name: String, _ values: [JSONValue]) {
    json[name] = values.isEmpty ? nil : .array(values)
  }

  mutating func set(_ name: String, concepts: [Coded]) {
    set(name, concepts.map { FHIR.concept($0) })
  }

  mutating func set(_ name: String, instant moment: Moment?) {
    json[name] = FHIRTime.instant(moment).map { .string($0) }
  }

  mutating func set(_ name: String, dateTime when: When?) {
    json[name] = when?.start.map { .string(FHIRTime.dateTime($0)) }
  }

  /// One of `onset[x]`, `performed[x]` and their like.
  ///
  /// - Parameters:
  ///   - allowsString: whether the choice has a string for what is only known in words.
  ///   - isRequired: whether something must stand there when nothing is known.
  mutating func set(
    _ name: String, choice when: When?, allowsString: Bool = false, isRequired: Bool = false
  ) {
    if let when, when.words == nil {
      if when.isPeriod, let period = FHIRTime.period(when.start, when.end) {
        json[name + "Period"] = period
        return
      }
      if let start = when.start {
        json[name + "DateTime"] = .string(FHIRTime.dateTime(start))
        return
      }
    }
    if allowsString, let words = FHIR.string(when?.words) {
      json[name + "String"] = words
    } else if isRequired {
      json["_\(name)DateTime"] = FHIR.unknown
    }
  }

  /// What no element takes, as an Annotation.
  mutating func note(_ texts: [String?]) {
    let words = texts.compactMap { $0?.clean }.filter { !$0.isEmpty }
    if !words.isEmpty { json["note"] = [["text": .string(words.joined(separator: ". "))]] }
  }

  mutating func addProfiles(_ profiles: [String]) {
    json["meta"] = ["profile": .array(profiles.map { .string($0) })]
  }
}

extension Record {
  /// The concepts of a field, with their codes.
  func concepts(_ field: String) -> [Coded] {
    list(field).compactMap { value in
      switch value {
      case .coded(let coded): coded
      case .text(let text), .choice(let text): Coded(text)
      default: nil
      }
    }
  }

  /// The field in the words of its choices.
  func spoken(_ field: String) -> String? {
    guard let value = fields[field] else { return nil }
    return describing.field(field)?.words(value) ?? value.words
  }

  /// The word when it is one of a code list's.
  func word(_ field: String, oneOf list: Set<String>) -> String? {
    words(field).flatMap { list.contains($0) ? $0 : nil }
  }

  /// `label: value` for a note.
  func noted(_ field: String, _ label: String) -> String? {
    spoken(field).map { "\(label): \($0)" }
  }
}
