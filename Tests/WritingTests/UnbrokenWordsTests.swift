import Testing
import Writing

@Suite struct `A phone number on a page` {
  private func page(_ text: String) -> String {
    Handout(
      title: "Call", about: "", parts: [Handout.Part("Who", [Handout.Item(text)])], end: []
    ).page(isLargePrint: false)
  }

  @Test(
    arguments: [
      ("Lee, 555-0134.", "555-0134"), ("(555) 555-0134", "(555) 555-0134"),
      ("1-800-227-2345", "1-800-227-2345"), ("at +49 30 123456, at night", "+49 30 123456"),
      ("+1-555-555-0134", "+1-555-555-0134"), ("2026-11-21, CT", "2026-11-21"),
    ])
  func `is never broken, and stays as it was typed`(text: String, number: String) throws {
    let whole = "<span class=\"number\">\(number)</span>"
    #expect(page(text).contains("<li>\(text.replacing(number, with: whole))\n"), "\(page(text))")
    #expect(page(text).contains(".number { white-space: nowrap; }"))
  }

  @Test(
    arguments: [
      "Ki-67 below 3 %", "2-4 weeks", "every 12 months", "a-b-c", "", "+", "3 + 4",
      "00000-11111-22222-33333-44444",
    ])
  func `is not what other words are taken for`(text: String) {
    #expect(!page(text).contains("<span"), "\(text)")
    #expect(page(text).contains("<li>\(text)\n"), "\(text)")
  }

  @Test func `may stand twice in a line, between words that are escaped`() {
    #expect(
      page("<a> 555-0134 or 555-0177 & more").contains(
        "<li>&lt;a&gt; <span class=\"number\">555-0134</span> or "
          + "<span class=\"number\">555-0177</span> &amp; more\n"))
  }
}
