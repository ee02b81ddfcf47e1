/// A help text, laid out for the terminal in front of the person.
///
/// The argument parser wraps for a wide screen: at 40 columns its words stand in a strip of 14. Here
/// a text is taken apart into headings, paragraphs, commands and names with their words, and put
/// together again: in columns where there is room, below each other where there is none, and as
/// sentences for a screen reader. No word is ever cut.
package struct HelpScreen: Sendable {
  package enum Part: Sendable, Hashable {
    case blank
    case heading(String)
    case paragraph(String)
    /// Something to type, or another line that keeps its own words together.
    case line(String)
    case pair(name: String, words: String)
  }

  package var parts: [Part] = []

  package init(_ parts: [Part] = []) { self.parts = parts }

  /// Reads a text as it stands in the program.
  ///
  /// A line without indent belongs to a paragraph; one that ends with a colon and is followed by an
  /// indent is a heading. In a line with an indent, two spaces part a name from its words; a line
  /// that is indented further goes on with the words of the name above it.
  package init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    for (place, line) in lines.enumerated() {
      let next = place + 1 < lines.count ? lines[place + 1] : ""
      read(line, isFollowedByIndent: next.hasPrefix(" "))
    }
    tidy()
  }

  private mutating func read(_ line: String, isFollowedByIndent: Bool) {
    let words = line.trimmed
    guard !words.isEmpty else { return parts.append(.blank) }
    guard line.hasPrefix(" ") else {
      if words.hasSuffix(":"), isFollowedByIndent { return parts.append(.heading(words)) }
      if case .paragraph(let before) = parts.last {
        parts[parts.count - 1] = .paragraph(before + " " + words)
      } else {
        parts.append(.paragraph(words))
      }
      return
    }
    let indent = line.prefix { $0 == " " }.count
    if indent > Self.deepest {
      switch parts.last {
      case .line(let name):
        parts[parts.count - 1] = .pair(name: name, words: words)
        return
      case .pair(let name, let before):
        parts[parts.count - 1] = .pair(name: name, words: before + " " + words)
        return
      default: break
      }
    }
    if let gap = words.firstRange(of: "  ") {
      let name = String(words[..<gap.lowerBound])
      parts.append(.pair(name: name, words: String(words[gap.upperBound...]).trimmed))
    } else {
      parts.append(.line(words))
    }
  }

  /// A line that begins further to the right goes on with what stands above it.
  private static let deepest = 4

  /// One empty line between parts, none at the ends.
  private mutating func tidy() {
    var tidy: [Part] = []
    for part in parts where part != .blank || (tidy.last != .blank && !tidy.isEmpty) {
      tidy.append(part)
    }
    while tidy.last == .blank { tidy.removeLast() }
    parts = tidy
  }

  package static func + (above: HelpScreen, below: HelpScreen) -> HelpScreen {
    var sum = HelpScreen(above.parts + [.blank] + below.parts)
    sum.tidy()
    return sum
  }

  /// Everything it says, with one part on a line: for tests and for comparing.
  package var words: [String] {
    parts.compactMap { part in
      switch part {
      case .blank: nil
      case .heading(let text), .paragraph(let text), .line(let text): text
      case .pair(let name, let words): "\(name): \(words)"
      }
    }
  }

  /// Writes it as an answer.
  package func write(to terminal: Terminal) {
    let settings = terminal.settings
    for line in lines(width: settings.textWidth, isAccessible: settings.isAccessible) {
      terminal.answer(line)
    }
  }
}
