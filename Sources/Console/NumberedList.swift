/// Names with their words, numbered: for reading and for choosing by number.
enum NumberedList {
  static func lines(_ items: [(name: String, words: String)], width: Int, isAccessible: Bool)
    -> [String]
  {
    let items = items.map { (name: Printable.line($0.name), words: Printable.text($0.words)) }
    let digits = String(items.count).count
    let name = items.map { Columns.width($0.name) }.max() ?? 0
    let offset = 2 + digits + 2 + name + 2
    // Where there is no room for columns, and where columns would be read aloud as nothing.
    if isAccessible || offset > width / 2 {
      return items.enumerated().map { "\($0 + 1). \($1.name): \($1.words)." }
    }
    var lines: [String] = []
    for (index, item) in items.enumerated() {
      let number = String(index + 1)
      let head =
        "  " + String(repeating: " ", count: digits - number.count) + number + "  "
        + Columns.padded(item.name, to: name) + "  "
      let words = Wrap.lines(item.words, width: width - offset)
      for (row, text) in words.enumerated() {
        lines.append((row == 0 ? head : String(repeating: " ", count: offset)) + text)
      }
    }
    return lines
  }
}
