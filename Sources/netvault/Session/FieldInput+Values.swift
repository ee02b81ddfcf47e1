internal import Console
internal import Records

extension FieldInput {
  /// The values of all fields that flags were given for.
  func values(
    _ given: [String: [String]], of kind: KindDescription
  ) throws(Problem) -> [String: Value] {
    var values: [String: Value] = [:]
    for field in kind.fields {
      guard let texts = given[field.name] else { continue }
      values[field.name] = try value(texts, for: field, of: kind.kind)
    }
    return values
  }
}
