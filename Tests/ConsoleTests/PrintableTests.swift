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
}
