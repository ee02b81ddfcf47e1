extension String {
  /// True when each byte is one letter of one column: ASCII without control characters.
  ///
  /// Nearly all texts of a long list are that. What is known to be plain needs no look at its
  /// characters, which costs many times as much.
  package var isPlainASCII: Bool {
    let text = utf8.span
    let bytes = unsafe text.bytes
    let (spaces, ones, high) = (
      0x2020_2020_2020_2020 as UInt64, 0x0101_0101_0101_0101 as UInt64,
      0x8080_8080_8080_8080 as UInt64
    )
    var place = 0
    // Eight at a time. Taking a space off leaves the high bit where a byte is less than a space;
    // adding one leaves it where a byte is the delete character.
    while place + 8 <= bytes.byteCount {
      let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
      if (word | (word &- spaces) | (word &+ ones)) & high != 0 { return false }
      place += 8
    }
    while place < bytes.byteCount {
      let byte = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self)
      if !(0x20..<0x7F).contains(byte) { return false }
      place += 1
    }
    return true
  }

  /// On one line, cut at a word with "..." when it is longer than `max` characters.
  package func onOneLine(max: Int) -> String {
    let line = isOneLine ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isPlain = line.isPlainASCII
    guard (isPlain ? line.utf8.count : line.count) > max else { return line }
    let end =
      isPlain
      ? line.utf8.index(line.startIndex, offsetBy: max - 3)
      : line.index(line.startIndex, offsetBy: max - 3)
    let head = line[..<end]
    let cut = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    return cut + "..."
  }

  /// True when it is plain words with one space between them.
  private var isOneLine: Bool {
    guard isPlainASCII else { return false }
    var last = UInt8(ascii: " ")
    for byte in utf8 {
      if byte == UInt8(ascii: " "), last == byte { return false }
      last = byte
    }
    return last != UInt8(ascii: " ")
  }
}
