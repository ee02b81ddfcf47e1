internal import JSON

/// As much of JSON Schema 2020-12 as `export.schema.json` uses. A word it does not know is a fault.
struct Validator {
  let schema: JSONValue

  /// The places that break a rule, with the rule; empty when there are none.
  func faults(in value: JSONValue) -> [String] { faults(value, schema, at: "") }

  private func faults(_ value: JSONValue, _ rules: JSONValue, at place: String) -> [String] {
    guard let rules = rules.object else { return ["\(place): the schema"] }
    return rules.members.flatMap { rule -> [String] in
      switch rule.key {
      case "$schema", "$id", "$defs", "title", "description", "examples", "contentEncoding":
        return []
      case "properties": return members(of: value, rule.value, at: place)
      case "additionalProperties": return others(of: value, rules, at: place)
      case "items":
        return (value.array ?? []).enumerated().flatMap { index, element in
          faults(element, rule.value, at: "\(place)[\(index)]")
        }
      case "$ref":
        let name = String((rule.value.string ?? "").dropFirst("#/$defs/".count))
        return faults(value, schema["$defs"]?[name] ?? .null, at: place)
      default:
        return holds(value, rule.key, rule.value) ? [] : ["\(place): \(rule.key)"]
      }
    }
  }

  private func members(of value: JSONValue, _ rules: JSONValue, at place: String) -> [String] {
    (value.object?.members ?? []).flatMap { member in
      rules[member.key].map { faults(member.value, $0, at: "\(place).\(member.key)") } ?? []
    }
  }

  private func others(of value: JSONValue, _ rules: JSONObject, at place: String) -> [String] {
    (value.object?.members ?? []).flatMap { member -> [String] in
      if rules["properties"]?[member.key] != nil { return [] }
      guard let rest = rules["additionalProperties"], rest.object != nil else {
        return ["\(place): unknown \(member.key)"]
      }
      return faults(member.value, rest, at: "\(place).\(member.key)")
    }
  }

  private func holds(_ value: JSONValue, _ rule: String, _ wanted: JSONValue) -> Bool {
    switch rule {
    case "type": (wanted.array ?? [wanted]).contains { isOf($0.string, value) }
    case "const": value == wanted
    case "enum": wanted.array?.contains(value) == true
    case "required": wanted.array?.allSatisfy { value[$0.string ?? ""] != nil } == true
    case "pattern": matches(value, wanted)
    case "minimum": (value.int ?? 0) >= (wanted.int ?? 0)
    case "anyOf": wanted.array?.contains { faults(value, $0, at: "").isEmpty } == true
    case "oneOf": wanted.array?.count { faults(value, $0, at: "").isEmpty } == 1
    default: false
    }
  }

  private func isOf(_ type: String?, _ value: JSONValue) -> Bool {
    switch type {
    case "object": value.object != nil
    case "array": value.array != nil
    case "string": value.string != nil
    case "boolean": value.bool != nil
    case "integer": value.int != nil
    case "number": value.numberText != nil
    default: false
    }
  }

  private func matches(_ value: JSONValue, _ pattern: JSONValue) -> Bool {
    guard let text = value.string, let pattern = pattern.string else { return false }
    return (try? Regex(pattern).firstMatch(in: text)) != nil
  }
}
