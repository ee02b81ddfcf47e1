import Console
import Testing

/// Text from files of strangers, in every way in which netvault shows text.
@Suite struct `Hostile text` {
  /// Renames the window, clears the screen, types a command, hides a line, turns words around.
  static let texts = [
    "\u{1B}]0;owned\u{07}", "\u{1B}[2J\u{1B}[H", "\u{9B}2J", "\u{90}q\u{9C}", "\u{1B}P+q\u{1B}\\",
    "safe\rhidden", "a\u{8}\u{8}b", "\u{C}page", "\u{B}", "\u{202E}drow", "\u{2067}x\u{2069}",
    "Z" + String(repeating: "\u{336}", count: 500), "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}",
    "\u{1B}[200~rm -r x\n\u{1B}[201~", "\u{1B}]8;;http://x\u{07}link\u{1B}]8;;\u{07}",
  ]

  private func unsafeScalars(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  private func show(_ text: String, on terminal: Terminal) throws {
    terminal.answer(Styled(text))
    terminal.say("Note: \(text)")
    terminal.explain(Styled(text, .bold))
    terminal.report(.unknownCommand(text, close: text))
    for isNumbered in [true, false] {
      var table = Table([Table.Column("Date"), Table.Column(text)], isNumbered: isNumbered)
      table.add(["2026", text])
      table.add([text, String(repeating: text + " ", count: 30)])
      table.write(to: terminal)
    }
    HelpScreen([.pair(name: text, words: text), .heading(text), .line(text), .paragraph(text)])
      .write(to: terminal)
    _ = try Prompt(terminal).line(text, default: text, flag: "x")
    _ = try Prompt(terminal).choice(text, [text, "other"], flag: "x")
  }

  @Test(arguments: texts, [(72, false), (40, false), (72, true)])
  func `never reaches a terminal raw, wherever it stands`(
    text: String, way: (columns: Int, isAccessible: Bool)
  ) throws {
    let scene = Scene(
      typing: ["", "1"], options: TerminalOptions(color: false, isAccessible: way.isAccessible),
      columns: way.columns)
    try show(text, on: scene.terminal)
    #expect(unsafeScalars(scene.device.screen) == [])
    #expect(scene.device.screen.unicodeScalars.count { $0.value == 0x336 } < 2000)
  }

  @Test(arguments: texts)
  func `never reaches a program as another column or another line`(text: String) {
    let scene = Scene(options: TerminalOptions(plain: true), isTerminal: false)
    var table = Table([Table.Column("a"), Table.Column("b")])
    table.add(["x\ty", text + "\n" + text])
    table.write(to: scene.terminal)
    #expect(scene.device.answers.split(separator: "\n").count == 1)
    #expect(scene.device.answers.split(separator: "\t").count == 2)
  }

  @Test(arguments: [
    "\u{202E}" + "עברית", "肺の検査", "👩‍👩‍👧 family", "e\u{301}\u{323}e", "कि", "ｶﾅ",
  ])
  func `of any letters keeps the columns of a table straight`(text: String) {
    let scene = Scene(columns: 60)
    var table = Table([Table.Column("What"), Table.Column("Then")])
    table.add([text, "|"])
    table.add(["plain", "|"])
    table.write(to: scene.terminal)
    let places = scene.device.answers.split(separator: "\n").dropFirst().map { line in
      Columns.width(String(line.prefix { $0 != "|" }))
    }
    #expect(Set(places).count == 1)
  }
}
