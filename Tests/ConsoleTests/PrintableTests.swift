import Console
import Testing

@Suite struct `Text for a terminal` {
  @Test(arguments: [
    ("CT of the chest, 肺 é", "CT of the chest, 肺 é"),
    ("a\u{1B}[2Jb", "a?[2Jb"),
    ("\u{1B}]0;title\u{07}", "?]0;title?"),
    ("a\u{9B}31mb", "a?31mb"),
    ("a\u{202E}b", "a?b"),
    ("two\nlines\tand a tab", "two\nlines\tand a tab"),
    ("two\r\nlines", "two\nlines"),
    ("hidden\rshown", "hidden?shown"),
    ("end\r", "end?"),
    ("\u{0}\u{7F}\u{8}", "???"),
  ])
  func `has no signs that a terminal obeys`(raw: String, safe: String) {
    #expect(Printable.text(raw) == safe)
  }

  @Test func `is one line in a table`() {
    #expect(Printable.line("two\nlines\tand\r\nmore") == "two lines and more")
  }

  @Test(arguments: [
    ("  Ana  ", "Ana"), ("An\u{1B}[Da\u{1B}[3~", "Ana"), ("\u{1B}OA", ""), ("a\u{8}b", "ab"),
    ("Zoë", "Zoë"),
  ])
  func `that was typed is without the keys that move a cursor`(typed: String, text: String) {
    #expect(Printable.typed(Array(typed.utf8)) == text)
  }

  @Test func `that was typed is text, whatever the bytes`() {
    #expect(Printable.typed([0x41, 0xFF, 0x42]) == "A\u{FFFD}B")
  }

  @Test func `has no towers of marks`() {
    let tower = "Z" + String(repeating: "\u{315}", count: 200) + "o"
    #expect(Printable.text(tower).unicodeScalars.count == 6)
    // Vietnamese and Hebrew keep theirs.
    for name in ["Nguyê\u{303}n", "שָׁלוֹם", "Zoe\u{308}"] { #expect(Printable.text(name) == name) }
  }

  @Test(arguments: ["\u{61C}", "\u{200F}", "\u{2066}", "\u{2028}", "\u{FFF9}", "\u{85}", "\u{9B}"])
  func `has no hidden signs of direction, line or command`(sign: String) {
    #expect(Printable.text("a\(sign)b") == "a?b")
    #expect(Printable.line("a\(sign)b") == "a?b")
  }

  @Test func `in JSON says the same with signs that a terminal does not obey`() {
    let json = "{\"a\":\"\u{9B}31m \u{202E}é\u{7F}\"}"
    let shown = "{\"a\":\"\\u009b31m \\u202eé\\u007f\"}"
    #expect(Printable.json(Array(json.utf8)) == Array(shown.utf8))
  }

  @Test func `for a screen reader has no indent and no gaps`() {
    #expect(Printable.spoken("  1  Make six words\n     for me") == "1 Make six words\nfor me")
    #expect(Printable.spoken("one two") == "one two")
  }
}
