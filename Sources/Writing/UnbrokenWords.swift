/// Words cut into pieces, so that a browser never breaks a line within a phone number or a date of
/// digits. The letters stay as they are: what is copied from the page can be dialled.
enum UnbrokenWords {
  /// For a template: a piece has `unbroken`, or else `text`.
  static func pieces(of text: String) -> [[String: Any]] {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }) else {
      return text.isEmpty ? [] : [["text": text]]
    }
    let number = number
    var pieces: [[String: Any]] = []
    var rest = text[...]
    for match in text.matches(of: number) where (7...24).contains(match.output.count) {
      if match.range.lowerBound > rest.startIndex {
        pieces.append(["text": String(rest[..<match.range.lowerBound])])
      }
      pieces.append(["unbroken": [String(match.output)]])
      rest = text[match.range.upperBound...]
    }
    if !rest.isEmpty { pieces.append(["text": String(rest)]) }
    return pieces
  }

  /// `+49 30 123456`, `(555) 555-0134`, `1-800-555-0134`.
  private static var number: Regex<Substring> {
    /\+[0-9][0-9 ()\-]{4,18}[0-9]|(?:\([0-9]{2,5}\) ?)?[0-9]+(?:-[0-9]+)+/
  }
}
