internal import Records

/// How many columns text takes on a terminal.
package enum Columns {
  package static func width(_ text: String) -> Int {
    if text.isPlainASCII { return text.utf8.count }
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    // Below the combining marks every scalar is a letter of one column: European names are here.
    if text.unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return text.unicodeScalars.count }
    return text.reduce(0) { $0 + width($1) }
  }

  /// The columns of what is read as one letter: marks above it take none, and several emoji that are
  /// joined to one picture take the room of one.
  static func width(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.isASCII, scalars.count == 1 { return 1 }
    var total = 0
    var isJoined = false
    for scalar in scalars {
      // UTS #51 §2.2: a joiner, and a mark that asks for the picture of a sign.
      if scalar.value == 0x200D {
        isJoined = true
      } else if scalar.value == 0xFE0F {
        if total == 1, first.properties.isEmoji, !first.isASCII { total = 2 }
      } else if !(isJoined && scalar.properties.isEmoji)
        && !(total > 0 && scalar.properties.isEmojiModifier)
      {
        total += width(scalar)
        isJoined = false
      }
    }
    return total
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // Two of these letters make one flag.
    if (0x1F1E6...0x1F1FF).contains(scalar.value) { return 1 }
    // The vowels and ends of a syllable that is written in parts stand in its first letter's room.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    if scalar.properties.isEmojiPresentation { return 2 }
    return isWide(scalar.value) ? 2 : 1
  }

  /// The blocks of UAX #11 that are wide as a whole. A few letters between them may be off by one;
  /// nothing but alignment depends on it.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Text with spaces after it, so that it takes at least `width` columns.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Self.width(text)))
  }
}
