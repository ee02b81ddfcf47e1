import Console
import Testing

@Suite struct `The columns of text` {
  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("肺", 2), ("한", 2), ("ｶ", 1), ("🫁", 2), ("", 0),
    ("–·", 2), ("\u{200D}", 0),
    // A family, a thumb with a skin color, a heart that asks for its picture, two flags.
    ("👩‍👩‍👧", 2), ("👍🏽", 2), ("❤\u{FE0F}", 2), ("🇩🇪🇫🇷", 4), ("❤", 1),
    // A syllable in parts, a vowel sign that takes room, a right-to-left word with points.
    ("\u{1112}\u{1161}\u{11AB}", 2), ("कि", 2), ("שָׁלוֹם", 4),
  ])
  func `are counted as a terminal shows it`(text: String, width: Int) {
    #expect(Columns.width(text) == width)
  }

  @Test func `are filled with spaces`() {
    #expect(Columns.padded("肺", to: 4) == "肺  ")
    #expect(Columns.padded("long", to: 2) == "long")
  }
}
