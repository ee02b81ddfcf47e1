import Summary
import Testing

@Suite struct `Cleaned words` {
  @Test(arguments: [
    ("a\u{0}b\u{7}c", "abc"), ("a\tb\u{A0}c\u{2028}d", "a b c d"), ("  a   b ", "a b"),
    ("5\u{202E}0.5", "50.5"), ("a\r\nb", "a\nb"), ("\u{FEFF}a\u{FFFF}", "a"),
    ("\u{202A}x\u{2066}y\u{2069}", "xy"), ("e\u{301}", "e\u{301}"), ("", ""),
  ])
  func `have no marks that change how they look`(text: String, clean: String) {
    #expect(text.clean == clean)
  }
}
