internal import Records

/// Text made safe to show on a terminal.
///
/// Records can come from files that strangers wrote. An escape sequence in one could rename the
/// window, hide lines or type commands, and a direction mark could show words in another order.
/// Both are shown as `?`; line breaks and tabs stay. Of marks that are heaped on one letter, as many
/// stay as any language needs: a tower of them covers the lines above.
package enum Printable {
  package static func text(_ text: String) -> String {
    if text.isPlainASCII { return text }
    guard text.unicodeScalars.contains(where: { isUnsafe($0) || isMark($0) }) else { return text }
    var safe = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    var marks = 0
    for scalar in text.unicodeScalars {
      if last == "\r", scalar != "\n" { safe.append("?") }
      last = scalar
      // A line break of another system is a line break, not an attack.
      if scalar == "\r" { continue }
      marks = isMark(scalar) ? marks + 1 : 0
      if marks > mostMarks { continue }
      safe.append(isUnsafe(scalar) ? "?" : scalar)
    }
    if last == "\r" { safe.append("?") }
    return String(safe)
  }

  /// Vietnamese needs two on one letter, Hebrew three.
  private static let mostMarks = 4

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// JSON that is read on a terminal: what `text` would not show is written as `\uXXXX`, which says
  /// the same. It can only stand inside of strings.
  package static func json(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x7F }) else { return bytes }
    var safe: [UInt8] = []
    safe.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if isUnsafe(scalar) {
        let digits = String(scalar.value, radix: 16)
        safe += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
      } else {
        safe += Array(String(scalar).utf8)
      }
    }
    return safe
  }

  /// The words of a line for a screen reader: no indent, and never two spaces, which are silent or
  /// a pause.
  package static func spoken(_ text: String) -> String {
    guard text.contains("  ") || text.hasPrefix(" ") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
      .joined(separator: "\n")
  }

  /// As `text`, with line breaks and tabs as spaces: for a cell of a table.
  package static func line(_ text: String) -> String {
    // Most cells of a long table are plain ASCII.
    if text.isPlainASCII { return text }
    let safe = Self.text(text)
    guard safe.utf8.contains(where: { $0 < 0x20 }) else { return safe }
    return safe.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What a person typed, without the keys that only move a cursor, and without space at the ends.
  package static func typed(_ bytes: [UInt8]) -> String {
    lines(bytes).split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
  }

  /// The same, with the line breaks that were pasted.
  static func lines(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var escape = Escape.none
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch escape {
      case .none where scalar == "\u{1B}": escape = .started
      case .none: if !isUnsafe(scalar) { scalars.append(scalar) }
      case .started: escape = scalar == "[" || scalar == "O" ? .inside : .none
      // ECMA-48 §5.4: a control sequence ends with a byte from @ to ~.
      case .inside: if ("@"..."~").contains(scalar) { escape = .none }
      }
    }
    return String(scalars).trimmed
  }

  private enum Escape {
    case none
    case started
    case inside
  }

  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    // Marks and overrides of direction, and breaks of lines that terminals do not agree on.
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: true
    default: false
    }
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
