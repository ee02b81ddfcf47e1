import Records
internal import TestSupport
import Testing

@Suite struct `Plain text` {
  @Test(arguments: ["", "a", "a b", "exactly 8", "Chromogranin A in serum, 41.5 ng/mL ~"])
  func `is letters, figures and signs of ASCII`(text: String) { #expect(text.isPlainASCII) }

  /// One letter that is not plain, at every place of texts of every length: it is read eight bytes at
  /// a time.
  @Test(arguments: [0x00, 0x09, 0x0A, 0x1F, 0x7F, 0x80, 0xE9, 0x2028, 0x1F600] as [UInt32])
  func `is not what holds another letter`(code: UInt32) throws {
    let other = String(Character(try #require(Unicode.Scalar(code))))
    for length in 1...20 {
      for place in 0..<length {
        let text =
          String(repeating: "~", count: place) + other
          + String(repeating: " ", count: length - place - 1)
        #expect(!text.isPlainASCII)
      }
    }
  }

  @Test func `on one line has one space between words, and is cut at a word`() {
    #expect("a\nb  c".onOneLine(max: 10) == "a b c")
    #expect(" a b ".onOneLine(max: 10) == "a b")
    #expect("one two three four".onOneLine(max: 12) == "one two...")
    #expect("one two thr".onOneLine(max: 11) == "one two thr")
    #expect("onetwothreefour".onOneLine(max: 8) == "onetw...")
    #expect("".onOneLine(max: 8) == "")
  }

  @Test func `on one line is the same for plain letters and for others`() {
    var random = SplitMix(seed: 8)
    for _ in 0..<2000 {
      let text = (0..<Int(random.next() % 40)).map { _ in
        ["a", "b", " ", "  ", "\n"][Int(random.next() % 5)]
      }.joined()
      let max = Int(random.next() % 30) + 4
      #expect(
        text.onOneLine(max: max)
          == text.replacing("a", with: "ä").onOneLine(max: max).replacing("ä", with: "a"))
    }
  }
}
