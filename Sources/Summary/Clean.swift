internal import Records

extension String {
  /// Without what does not belong on a page.
  ///
  /// Control characters go, and so do the marks that force a direction of writing (Unicode
  /// UAX #9, "explicit directional"): they could make `5.0` look like `0.5`. Every white space
  /// but the end of a line becomes one space.
  package var clean: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A: text.append(scalar)
      case 0x0D: break
      case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF, 0xFFF9...0xFFFB: break
      case _ where scalar.properties.isWhitespace: text.append(" ")
      case 0..<0x20, 0x7F..<0xA0: break
      case _ where scalar.value & 0xFFFE == 0xFFFE: break
      default: text.append(scalar)
      }
    }
    return String(text).split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// Cleaned, on one line, and cut at a word when it is longer than `max` characters.
  func short(_ max: Int) -> String {
    replacing("\n", with: " ").clean.onOneLine(max: max)
  }

  var quoted: String { "\u{201C}\(self)\u{201D}" }

  /// With a capital first letter.
  var capital: String { prefix(1).uppercased() + dropFirst() }
}

extension Sequence where Element == String? {
  /// The words that are there, with `separator` between them.
  func joinedWords(_ separator: String) -> String {
    compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: separator)
  }
}
