package import Summary

/// The summary as plain text, for the message boxes of hospital portals.
package struct PlainText {
  /// The longest line, in characters.
  package var width: Int

  package init(width: Int = 72) {
    self.width = max(width, 20)
  }

  package func text(of summary: Summary) -> String {
    var lines: [String] = []
    lines += wrapped(summary.name, indent: 0)
    let details = (["Born \(summary.born)"] + summary.details).joined(separator: ", ")
    lines += wrapped(details + ".", indent: 0)
    lines += wrapped("This was \(summary.madeBy).", indent: 0)
    for section in summary.pages.joined() {
      lines.append("")
      lines += self.section(section, summary)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ section: Section, _ summary: Summary) -> [String] {
    let hint = section.part.hint.map { " (\($0))" } ?? ""
    var lines = wrapped(section.title.uppercased() + hint, indent: 2)
    for line in section.lines {
      let marker = summary.marker(line.marks)
      lines += wrapped(line.sentence + (marker.isEmpty ? "" : " [\(marker)]"), indent: 2)
    }
    if let rest = section.rest { lines += wrapped(rest, indent: 2) }
    return lines
  }

  /// Broken at spaces; what follows the first line is indented.
  func wrapped(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      var word = word
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
      } else if !line.isEmpty, line.last != " " {
        line += " "
      }
      while line.count + word.count > width {
        let room = max(width - line.count, 1)
        lines.append(line + word.prefix(room))
        word = word.dropFirst(room)
        line = String(repeating: " ", count: indent)
      }
      line += word
    }
    if !line.allSatisfy(\.isWhitespace) { lines.append(line) }
    return lines
  }
}
