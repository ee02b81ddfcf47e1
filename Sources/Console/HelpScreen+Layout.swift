extension HelpScreen {
  /// Names may take this much of a line before their words go below them.
  private static let widestName = 26
  /// Short names have this much room, so that the words of several lists stand below each other.
  private static let leastName = 11
  /// Narrower than this, words are a strip that is hard to read.
  private static let narrowestWords = 34

  /// The lines as they are shown, none longer than `width` unless one word is.
  package func lines(width: Int, isAccessible: Bool) -> [Styled] {
    var lines: [Styled] = []
    var place = parts.startIndex
    while place < parts.endIndex {
      switch parts[place] {
      case .blank: lines.append("")
      case .heading(let text):
        lines += Wrap.lines(text, width: width).map { Styled($0, .bold) }
      case .paragraph(let text):
        lines += Wrap.lines(text, width: width).map { Styled($0) }
      case .line(let text):
        lines += (isAccessible ? [text] : Self.command(text, width: width)).map { Styled($0) }
      case .pair:
        let end = parts[place...].firstIndex { !$0.isPair } ?? parts.endIndex
        lines += Self.pairs(parts[place..<end], width, isAccessible).map { Styled($0) }
        place = end
        continue
      }
      place += 1
    }
    return lines
  }

  /// Names with their words: beside each other, below each other, or as sentences.
  private static func pairs(
    _ pairs: ArraySlice<Part>, _ width: Int, _ isAccessible: Bool
  ) -> [String] {
    let pairs = pairs.compactMap { part -> (name: String, words: String)? in
      guard case .pair(let name, let words) = part else { return nil }
      return (name, words)
    }
    if isAccessible {
      return pairs.map { "\($0.name): \($0.words)" }
    }
    let widest =
      pairs.map { Columns.width($0.name) }.filter { $0 <= widestName }
      .max().map { max($0, leastName) } ?? 0
    let offset = 2 + widest + 2
    let isBeside = widest > 0 && width - offset >= narrowestWords
    let indent = isBeside ? offset : 6
    var lines: [String] = []
    for (name, words) in pairs {
      let told = Wrap.lines(words, width: width - indent).map {
        String(repeating: " ", count: indent) + $0
      }
      if isBeside, Columns.width(name) <= widest {
        lines.append("  " + Columns.padded(name, to: widest + 2) + told[0].dropFirst(indent))
        lines += told.dropFirst()
      } else {
        lines += command(name, width: width) + told
      }
    }
    return lines
  }

  /// A line to type. Where it is too long it is broken between words, never inside quotes, with the
  /// mark that lets a shell read it as one line.
  static func command(_ text: String, width: Int) -> [String] {
    guard Columns.width(text) + 2 > width else { return ["  " + text] }
    let isTyped = text.hasPrefix("netvault ") || text.hasPrefix("$ ")
    let room = isTyped ? width - 2 : width
    var lines: [String] = []
    var line = "  "
    var isEmpty = true
    for word in words(of: text, keepingQuotes: isTyped) {
      if !isEmpty, Columns.width(line) + 1 + Columns.width(word) > room {
        lines.append(isTyped ? line + " \\" : line)
        line = "      "
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }

  private static func words(of text: String, keepingQuotes: Bool) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for letter in text {
      if letter == "\"", keepingQuotes { isQuoted.toggle() }
      if letter == " ", !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(letter)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}

extension HelpScreen.Part {
  fileprivate var isPair: Bool {
    if case .pair = self { true } else { false }
  }
}
