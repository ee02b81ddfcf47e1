internal import Records

/// Breaks text into lines that fit a width, at spaces.
package enum Wrap {
  /// The lines of a text. A line's own indentation is kept for what wraps below it; a word longer
  /// than the width stays whole unless `breaksWords` is true.
  package static func lines(
    _ text: String, width: Int, breaksWords: Bool = false
  ) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      wrap(line, width: width, breaksWords: breaksWords, into: &lines)
    }
    return lines
  }

  private static func wrap(
    _ line: Substring, width: Int, breaksWords: Bool, into lines: inout [String]
  ) {
    let whole = String(line)
    guard Columns.width(whole) > width else {
      lines.append(whole)
      return
    }
    if whole.isPlainASCII {
      return wrapPlain(Array(whole.utf8), width: width, breaksWords: breaksWords, into: &lines)
    }
    let indent = String(line.prefix { $0 == " " }.prefix(width / 2))
    var current = indent
    var used = indent.count
    var isEmpty = true
    // Two spaces in front of a command are meant: only the space at a break is dropped.
    var gap = ""
    var rest = line.dropFirst(indent.count)
    while !rest.isEmpty {
      let spaces = rest.prefix { $0 == " " }
      if !spaces.isEmpty {
        gap = String(spaces)
        rest = rest.dropFirst(spaces.count)
        continue
      }
      let word = String(rest.prefix { $0 != " " })
      rest = rest.dropFirst(word.count)
      let wordWidth = Columns.width(word)
      if !isEmpty, used + gap.count + wordWidth > width {
        lines.append(current)
        current = indent
        used = indent.count
        isEmpty = true
      }
      if !isEmpty {
        current += gap
        used += gap.count
      }
      if breaksWords, used + wordWidth > width {
        for character in word {
          let columns = Columns.width(character)
          if used + columns > width, !isEmpty {
            lines.append(current)
            current = indent
            used = indent.count
          }
          current.append(character)
          used += columns
          isEmpty = false
        }
      } else {
        current += word
        used += wordWidth
        isEmpty = false
      }
      gap = ""
    }
    lines.append(current)
  }
  /// The same for a line in which each byte is a letter of one column.
  private static func wrapPlain(
    _ line: [UInt8], width: Int, breaksWords: Bool, into lines: inout [String]
  ) {
    let space = UInt8(ascii: " ")
    let indent = line.prefix(width / 2).prefix { $0 == space }
    var current = Array(indent)
    var isEmpty = true
    var gap = line[0..<0]
    var rest = line[indent.count...]
    func end() {
      lines.append(String(decoding: current, as: UTF8.self))
      current.removeAll(keepingCapacity: true)
      current += indent
      isEmpty = true
    }
    while !rest.isEmpty {
      let spaces = rest.prefix { $0 == space }
      if !spaces.isEmpty {
        gap = spaces
        rest = rest[spaces.endIndex...]
        continue
      }
      var word = rest.prefix { $0 != space }
      rest = rest[word.endIndex...]
      if !isEmpty, current.count + gap.count + word.count > width { end() }
      if !isEmpty { current += gap }
      while breaksWords, current.count + word.count > width {
        // A line holds at least one letter, however narrow it is.
        let room = max(width - current.count, isEmpty ? 1 : 0)
        current += word.prefix(room)
        word = word.dropFirst(room)
        if word.isEmpty { break }
        end()
      }
      current += word
      isEmpty = false
      gap = line[0..<0]
    }
    lines.append(String(decoding: current, as: UTF8.self))
  }
}
