/// Text in the letters of ASCII, for a terminal that is not in UTF-8.
///
/// There, the bytes of other letters would show as several wrong ones, and some of them would be
/// taken for commands: 0x9B, a part of many letters, is an escape sequence by itself (ECMA-48
/// §5.3). What has no ASCII letters is shown as `?`. Files and pipes are not changed.
package enum ASCIIText {
  package static func of(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var plain = ""
    for scalar in text.unicodeScalars { plain += scalar.isASCII ? String(scalar) : words(scalar) }
    return plain
  }

  /// What stands for one letter or sign.
  private static func words(_ scalar: Unicode.Scalar) -> String {
    if let sign = signs[scalar] { return sign }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return ""
    case .spaceSeparator: return " "
    case .dashPunctuation: return "-"
    default: return letter(scalar) ?? "?"
    }
  }

  /// The letter that an accented Latin one is made from: Unicode names it, such as LATIN SMALL
  /// LETTER E WITH ACUTE.
  private static func letter(_ scalar: Unicode.Scalar) -> String? {
    guard let name = scalar.properties.name else { return nil }
    for (start, isCapital) in [("LATIN SMALL LETTER ", false), ("LATIN CAPITAL LETTER ", true)]
    where name.hasPrefix(start) {
      let rest = name.dropFirst(start.count)
      let base = rest.firstRange(of: " WITH ").map { rest[..<$0.lowerBound] } ?? rest
      guard base.count <= 2 else { return nil }
      return isCapital ? String(base) : base.lowercased()
    }
    return nil
  }

  private static let signs: [Unicode.Scalar: String] = [
    "ß": "ss", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ı": "i", "ø": "o", "Ø": "O",
    "‘": "'", "’": "'", "‚": "'", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"",
    "…": "...", "·": "-", "•": "-", "×": "x", "÷": "/", "±": "+/-", "≤": "<=", "≥": ">=",
    "≈": "about ", "≠": "not ", "−": "-", "→": "->", "←": "<-", "°": " deg ", "µ": "u", "μ": "u",
    "²": "2", "³": "3", "½": "1/2", "¼": "1/4", "¾": "3/4", "€": "EUR", "£": "GBP", "§": "par. ",
    "α": "alpha", "β": "beta", "γ": "gamma", "™": "(TM)", "®": "(R)", "©": "(C)",
  ]
}
