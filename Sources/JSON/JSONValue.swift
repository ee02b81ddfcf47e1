/// One JSON value.
///
/// Numbers are kept as they are printed.
///
/// A laboratory's `4.10` and `4.1` are different statements about precision, so a
/// number is text here, and two values are equal when they are printed alike.
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  package var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The number as printed, or nil for anything else.
  package var numberText: String? {
    guard case .number(let text) = self else { return nil }
    return text
  }

  /// The whole number this is, if it is one that fits.
  package var int: Int? { numberText.flatMap { Int($0) } }

  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  package var array: [JSONValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  package var object: JSONObject? {
    guard case .object(let object) = self else { return nil }
    return object
  }

  package var isNull: Bool { self == .null }

  /// The member of that name: nil when there is none, or when this is not an object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  /// The element at that place: nil when there is none, or when this is not an array.
  package subscript(index: Int) -> JSONValue? {
    guard case .array(let values) = self, values.indices.contains(index) else { return nil }
    return values[index]
  }
}

/// Says what kind of value this is. Never the value: this text reaches logs.
extension JSONValue: CustomStringConvertible, CustomDebugStringConvertible {
  package var description: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array(let values): "an array of \(values.count)"
    case .object(let object): "an object of \(object.count)"
    }
  }

  package var debugDescription: String { description }
}

/// Keeps values out of dumps and of the test runner's output too.
extension JSONValue: CustomReflectable {
  package var customMirror: Mirror { Mirror(self, children: []) }
}
