import Console
import Testing

private func shown(
  _ table: Table, options: TerminalOptions = TerminalOptions(color: false), columns: Int = 72
) -> String {
  let scene = Scene(options: options, columns: columns)
  table.write(to: scene.terminal)
  return scene.device.answers
}

private func results() -> Table {
  var table = Table(
    [.init("Date"), .init("Value", isNumber: true), .init("Laboratory")], isNumbered: true)
  table.add(["12 May 2025", "88", "Riverside lab"])
  table.add(["14 May 2026", "121", "City lab (different lab: compare with care)"])
  table.add(["10 November 2026", "118", ""])
  return table
}

@Suite struct `A table` {
  @Test func `has two spaces between its columns, and numbers end together`() {
    #expect(
      shown(results()) == """
           Date              Value  Laboratory
        1  12 May 2025          88  Riverside lab
        2  14 May 2026         121  City lab (different lab: compare with care)
        3  10 November 2026    118

        """)
  }

  @Test func `may go on counting from another one`() {
    var table = results()
    table.firstNumber = 99
    let lines = shown(table).split(separator: "\n")
    #expect(lines[1].hasPrefix(" 99  12 May") && lines[2].hasPrefix("100  14 May"))
    let heard = shown(table, options: TerminalOptions(color: false, isAccessible: true))
    #expect(heard.hasPrefix("99. Date: 12 May 2025."))
  }

  @Test func `wraps inside its widest column, and loses nothing`() {
    #expect(
      shown(results(), columns: 50) == """
           Date              Value  Laboratory
        1  12 May 2025          88  Riverside lab
        2  14 May 2026         121  City lab (different
                                    lab: compare with
                                    care)
        3  10 November 2026    118

        """)
  }

  @Test func `becomes sentences where columns do not fit`() {
    var table = Table((1...6).map { .init("Column \($0)") })
    table.add((1...6).map { "words \($0)" })
    #expect(
      shown(table, columns: 40)
        == "Column 1: words 1. Column 2: words 2. Column 3: words 3. Column 4: words 4. "
        + "Column 5: words 5. Column 6: words 6.\n")
  }

  @Test func `is sentences in accessible mode`() {
    #expect(
      shown(results(), options: TerminalOptions(isAccessible: true)) == """
        1. Date: 12 May 2025. Value: 88. Laboratory: Riverside lab.
        2. Date: 14 May 2026. Value: 121. Laboratory: City lab (different lab: compare with care).
        3. Date: 10 November 2026. Value: 118.

        """)
  }

  @Test func `is one line a record with tabs for programs`() {
    var table = Table([.init("A"), .init("B")], isNumbered: true)
    table.add(["one\ttwo", "three\nfour"])
    #expect(shown(table, options: TerminalOptions(plain: true)) == "one two\tthree four\n")
  }

  @Test func `breaks a word that is wider than its column`() {
    var table = Table([.init("A"), .init("B")])
    table.add(["x", String(repeating: "abcdefghij", count: 5)])
    let lines = shown(table, columns: 40).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 40 })
    let word = lines.dropFirst().map { $0.dropFirst(3) }.joined()
    #expect(word == String(repeating: "abcdefghij", count: 5))
  }

  @Test func `lines up letters that are two columns wide`() {
    var table = Table([.init(""), .init("")])
    table.add(["肺", "one"])
    table.add(["lung", "two"])
    #expect(shown(table) == "肺    one\nlung  two\n")
  }

  @Test func `shows attention in colour only beside its words`() {
    var table = Table([.init("Due"), .init("Check")])
    table.add(["Overdue", "CT of the chest"])
    table.attention = [0]
    #expect(
      shown(table, options: TerminalOptions(color: true))
        == "\u{1B}[1mDue      Check\u{1B}[0m\n\u{1B}[33mOverdue  CT of the chest\u{1B}[0m\n")
  }

  @Test func `lets no escape sequence through`() {
    var table = Table([.init("A")])
    table.add(["\u{1B}]0;title\u{7}"])
    for options in [TerminalOptions(color: false), .init(isAccessible: true), .init(plain: true)] {
      #expect(!shown(table, options: options).contains("\u{1B}"))
    }
  }

  @Test func `of ten thousand rows has them all, in straight columns`() {
    var table = results()
    for row in 0..<10_000 {
      table.add(["14 May 2026", String(row), "Riverside laboratory, second floor"])
    }
    let lines = shown(table).split(separator: "\n")
    #expect(lines.count == 10_005)
    #expect(Set(lines.dropFirst(5).map(\.count)).count == 1)
  }

  @Test func `without rows is its heading`() {
    #expect(shown(Table([.init("Date"), .init("What")])) == "Date  What\n")
  }
}
