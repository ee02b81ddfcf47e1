internal import Sealing
import Testing

@Suite struct `A passphrase` {
  private func normal(_ bytes: [UInt8]) throws -> [UInt8] {
    let result = try normalForm(of: Secret(copying: bytes.span))
    return result.lend { span in span.indices.map { span[$0] } }
  }

  @Test(arguments: [
    // ASCII; e with an acute accent, composed and decomposed; Hangul; the Angstrom sign.
    ("word", "word"), ("caf\u{e9}", "caf\u{e9}"), ("cafe\u{301}", "caf\u{e9}"),
    ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"), ("\u{212b}", "\u{c5}"),
    // Two accents in either order are one word.
    ("q\u{307}\u{323}", "q\u{323}\u{307}"),
    // Three units of UTF-16 from one: the most that form C grows.
    ("\u{1d160}", "\u{1d158}\u{1d165}\u{1d16e}"), ("", ""), ("😀", "😀"),
  ])
  func `is the same however it was typed`(typed: String, stretched: String) throws {
    #expect(try normal(Array(typed.utf8)) == Array(stretched.utf8))
  }

  @Test func `that is not UTF-8 is taken as it is`() throws {
    #expect(try normal([0xff, 0x41, 0xc3]) == [0xff, 0x41, 0xc3])
  }

  @Test func `opens what it was typed for on another keyboard`() throws {
    let workshop = try Workshop()
    let file = try SealedFile.create(
      at: workshop.path(), passphrase: secret("cafe\u{301}"), cost: .least)
    try file.close()
    let again = try SealedFile.open(at: workshop.path(), passphrase: secret("caf\u{e9}"))
    try again.close()
  }
}
