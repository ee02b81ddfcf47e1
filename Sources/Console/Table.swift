internal import Records

/// A table of two-space columns, made for reading; tabs for programs; sentences for screen readers.
///
/// Nothing is ever cut off. Where the columns do not fit, the widest ones wrap inside themselves;
/// where even that is too narrow, each row becomes lines of "Name: words."
package struct Table: Sendable {
  package struct Column: Sendable, Hashable {
    package var title: String
    /// Numbers are easier to compare when they end at the same place.
    package var isNumber: Bool

    package init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  package var columns: [Column]
  package var rows: [[String]] = []
  /// Rows are numbered where a person will choose one by its number.
  package var isNumbered: Bool
  /// Where the numbers begin, for a table that goes on from another one.
  package var firstNumber = 1
  /// Rows that ask for attention, by their place. Their words say why.
  package var attention: Set<Int> = []

  package init(_ columns: [Column], isNumbered: Bool = false) {
    self.columns = columns
    self.isNumbered = isNumbered
  }

  package mutating func add(_ cells: [String]) { rows.append(cells) }

  /// Writes the table as an answer.
  package func write(to terminal: Terminal) {
    let settings = terminal.settings
    if settings.plain {
      writePlain(to: terminal)
    } else if settings.isAccessible {
      writeSentences(to: terminal)
    } else if let layout = layout(width: settings.width) {
      writeColumns(layout, to: terminal)
    } else {
      writeSentences(to: terminal)
    }
  }

  // One record a line, with tabs, without a heading: for `cut` and `awk`.
  private func writePlain(to terminal: Terminal) {
    var text = ""
    for row in rows {
      for (place, cell) in row.enumerated() {
        if place > 0 { text += "\t" }
        text += Printable.line(cell)
      }
      text += "\n"
      terminal.writeOut(&text)
    }
    terminal.writeOut(&text, all: true)
  }

  private func writeSentences(to terminal: Terminal) {
    var text = ""
    for (place, row) in rows.enumerated() {
      var line = isNumbered ? "\(place + firstNumber). " : ""
      for (column, cell) in zip(columns, row) where !cell.isEmpty {
        let title = column.title.isEmpty ? "" : "\(Printable.line(column.title)): "
        line += "\(title)\(Printable.line(cell)). "
      }
      line = line.trimmed
      text += (terminal.settings.isAccessible ? Printable.spoken(line) : line) + "\n"
      terminal.writeOut(&text)
    }
    terminal.writeOut(&text, all: true)
  }

  private struct Layout {
    var number: Int
    var widths: [Int]
  }

  /// Narrower than this, a column of words is a column of letters.
  private static let narrowest = 8

  /// The widths of the columns, or nil when they cannot be made to fit.
  private func layout(width: Int) -> Layout? {
    let number = isNumbered ? String(rows.count + firstNumber - 1).count : 0
    var widths = columns.map { Columns.width($0.title) }
    for row in rows {
      for (place, cell) in row.enumerated() where place < widths.count {
        // Counting bytes first: a cell cannot be wider than it has bytes.
        if cell.utf8.count > widths[place] {
          widths[place] = max(widths[place], Columns.width(Printable.line(cell)))
        }
      }
    }
    let fixed = (isNumbered ? number + 2 : 0) + 2 * max(0, columns.count - 1)
    var over = fixed + widths.reduce(0, +) - width
    while over > 0 {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > Self.narrowest
      else { return nil }
      let next = widths.indices.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let cut = min(over, max(1, widths[widest] - max(next, Self.narrowest)))
      widths[widest] -= cut
      over -= cut
    }
    return Layout(number: number, widths: widths)
  }

  private func writeColumns(_ layout: Layout, to terminal: Terminal) {
    let color = terminal.settings.colorsAnswers
    var text = TableLine()
    if columns.contains(where: { !$0.title.isEmpty }) {
      append(columns.map(\.title), number: "", layout, color ? .bold : .plain, to: &text)
    }
    for (place, row) in rows.enumerated() {
      let style: Styled.Style = color && attention.contains(place) ? .attention : .plain
      append(row, number: isNumbered ? String(place + firstNumber) : "", layout, style, to: &text)
      if text.isLong { terminal.write(laidOut: text.take()) }
    }
    terminal.write(laidOut: text.take())
  }

  private func append(
    _ row: [String], number: String, _ layout: Layout, _ style: Styled.Style,
    to text: inout TableLine
  ) {
    let count = min(row.count, layout.widths.count)
    if style == .plain, fits(row, count, layout) {
      if isNumbered { text.begin(number: number, width: layout.number) }
      for place in 0..<count {
        text.put(
          row[place], columns: row[place].utf8.count, width: layout.widths[place],
          isNumber: columns[place].isNumber)
      }
      return text.end()
    }
    let cells = zip(layout.widths, row).map { width, cell -> [String] in
      let cell = Printable.line(cell)
      if cell.utf8.count <= width || Columns.width(cell) <= width { return [cell] }
      return Wrap.lines(cell, width: width, breaksWords: true)
    }
    for line in 0..<max(1, cells.map(\.count).max() ?? 1) {
      if style != .plain { text.style(style.code) }
      if isNumbered { text.begin(number: line == 0 ? number : "", width: layout.number) }
      for (place, parts) in cells.enumerated() {
        let part = line < parts.count ? parts[line] : ""
        text.put(
          part, columns: Columns.width(part), width: layout.widths[place],
          isNumber: columns[place].isNumber)
      }
      if style != .plain { text.style("\u{1B}[0m") }
      text.end()
    }
  }

  /// True for a row of one line of plain letters, which nearly all are.
  private func fits(_ row: [String], _ count: Int, _ layout: Layout) -> Bool {
    for place in 0..<count
    where row[place].utf8.count > layout.widths[place] || !row[place].isPlainASCII {
      return false
    }
    return true
  }
}

extension Terminal {
  /// Hands on text that has become long, so that a long table is not held twice.
  fileprivate func writeOut(_ text: inout String, all: Bool = false) {
    guard !text.isEmpty, all || text.utf8.count > 1 << 15 else { return }
    write(words: text)
    text.removeAll(keepingCapacity: true)
  }
}
