/// Writes a value as UTF-8, members in their order and numbers as they were printed.
struct JSONWriter {
  private let isPretty: Bool
  private(set) var bytes: [UInt8] = []

  init(pretty: Bool) { isPretty = pretty }

  mutating func write(_ value: JSONValue, level: Int = 0) {
    switch value {
    case .null: put("null")
    case .bool(let value): put(value ? "true" : "false")
    // A text that is no number would break the whole file for every reader.
    case .number(let text): if JSONNumber.isNumber(text) { put(text) } else { quote(text) }
    case .string(let text): quote(text)
    case .array(let values):
      list(values, open: "[", close: "]", level: level) { writer, value in
        writer.write(value, level: level + 1)
      }
    case .object(let object):
      list(object.members, open: "{", close: "}", level: level) { writer, member in
        writer.quote(member.key)
        writer.put(writer.isPretty ? ": " : ":")
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func list<Element>(
    _ elements: [Element], open: StaticString, close: StaticString, level: Int,
    _ each: (inout JSONWriter, Element) -> Void
  ) {
    put(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine(level: level + 1)
      each(&self, element)
    }
    if !elements.isEmpty { newLine(level: level) }
    put(close)
  }

  private mutating func newLine(level: Int) {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
  }

  fileprivate mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  fileprivate mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Escapes what RFC 8259 §7 says must be, and nothing else.
  fileprivate mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    // Most texts need no escape, and are copied in one piece.
    if !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      bytes.append(contentsOf: text.utf8)
      bytes.append(UInt8(ascii: "\""))
      return
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): put("\\\"")
      case UInt8(ascii: "\\"): put("\\\\")
      case UInt8(ascii: "\n"): put("\\n")
      case UInt8(ascii: "\r"): put("\\r")
      case UInt8(ascii: "\t"): put("\\t")
      case 0..<0x10: put("\\u000" + String(byte, radix: 16))
      case 0x10..<0x20: put("\\u00" + String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// JSON put together piece by piece, for long answers of which a part is JSON text already. The
/// caller sets the commas and brackets.
package struct JSONPieces {
  private var writer = JSONWriter(pretty: false)

  package init() {}

  package var bytes: [UInt8] { writer.bytes }

  /// Takes text as it is. It has to be sound where it stands.
  package mutating func put(_ json: String) { writer.put(json) }

  /// A string, or null.
  package mutating func put(string text: String?) {
    if let text { writer.quote(text) } else { writer.put("null") }
  }
}

extension JSONValue {
  /// The value as UTF-8 bytes: on one line, or indented by two spaces.
  package func write(pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.write(self)
    return writer.bytes
  }

  /// The value as text on one line.
  package var compactText: String { String(decoding: write(), as: UTF8.self) }
}
