/// What must hold for a text before its structure is looked at.
enum TextCheck {
  /// Where the text stops being UTF-8, or nil when all of it is.
  ///
  /// A character that is cut by the end of the text says that the text was cut.
  static func utf8(_ bytes: Span<UInt8>) -> JSONError? {
    do {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch {
      let range = error.byteOffsets
      let isCut = error.kind == .truncatedScalar && range.upperBound == bytes.count
      return JSONError(isCut ? .truncated : .notUTF8, offset: range.lowerBound)
    }
  }

  /// What YAJL lets through and JSON does not: an escape of half a character (`\ud83d`
  /// alone), and a vertical tab or form feed between values.
  ///
  /// The text is known to be JSON otherwise, so a backslash starts an escape and nothing else.
  static func overlooked(_ bytes: Span<UInt8>) -> JSONError? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        guard let length = escapeLength(bytes, at: index) else {
          return JSONError(.notUTF8, offset: index)
        }
        index += length
        continue
      }
      if byte == 0x0B || byte == 0x0C { return JSONError(.syntax, offset: index) }
      index += 1
    }
    return nil
  }

  /// How many bytes the escape takes, or nil when it is half a character.
  private static func escapeLength(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    guard let unit = escapedUnit(bytes, at: index), 0xD800...0xDFFF ~= unit else { return 2 }
    guard unit < 0xDC00, let second = escapedUnit(bytes, at: index + 6),
      0xDC00...0xDFFF ~= second
    else { return nil }
    return 12
  }

  /// The number in `\uXXXX` at that place, or nil when something else stands there.
  private static func escapedUnit(_ bytes: Span<UInt8>, at index: Int) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for place in index + 2..<index + 6 {
      guard let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
