internal import TestSupport
import Testing

@testable import Console

/// What was typed, and what showed of it.
private struct Typed {
  var lines: [String] = []
  var hasEnded = false
  var shown: [UInt8] = []

  init(_ bytes: [UInt8]) {
    var line = TypedLine()
    for byte in bytes {
      switch line.take(byte, shown: &shown) {
      case .more: break
      case .line(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
      case .end: hasEnded = true
      }
    }
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  var screen: String { String(decoding: shown, as: UTF8.self) }
}

@Suite struct `A line that is typed` {
  @Test func `shows its letters and ends with Enter`() {
    let typed = Typed("Ana Müller 🌷\rnext\n")
    #expect(typed.lines == ["Ana Müller 🌷", "next"])
    #expect(typed.screen == "Ana Müller 🌷\nnext\n")
  }

  @Test func `is as long as it was typed`() {
    let note = String(repeating: "a long word ", count: 10_000)
    #expect(Typed("\(note)\r").lines == [note])
  }

  @Test(arguments: [
    ("abc\u{7F}d\r", "abd"), ("a\u{8}\r", ""), ("\u{7F}a\r", "a"),
    ("one two\u{17}three\r", "one three"),
    ("one two \u{17}x\r", "one x"), ("one\u{15}two\r", "two"), ("日本\u{7F}\r", "日"),
    ("e\u{301}\u{7F}x\r", "x"), ("👩‍👧\u{7F}x\r", "x"),
  ])
  func `can be put right with the keys for that`(keys: String, line: String) {
    #expect(Typed(keys).lines == [line])
  }

  @Test func `erases as many columns as the letter had`() {
    #expect(Typed("日\u{7F}").screen == "日\u{8} \u{8}\u{8} \u{8}")
    #expect(Typed("é\u{7F}").screen == "é\u{8} \u{8}")
  }

  @Test func `ends the talk with Ctrl-D where it is empty`() {
    #expect(Typed("\u{4}").hasEnded)
    #expect(Typed([0]).hasEnded)
    let typed = Typed("some words\u{4}")
    #expect(!typed.hasEnded)
    #expect(typed.lines == ["some words"])
  }

  @Test(arguments: [
    "\u{1B}[A", "\u{1B}[1;5C", "\u{1B}OH", "\u{1B}[200x", "\u{1B}x", "\u{7}", "\u{0C}", "\u{202E}",
    "\u{9B}31m", "\u{200F}",
  ])
  func `never shows or keeps what is no letter`(keys: String) {
    let typed = Typed("a\(keys)b\r")
    let rest = keys == "\u{9B}31m" ? "31m" : ""
    #expect(typed.lines == ["a\(rest)b"])
    #expect(typed.screen == "a\(rest)b\n")
  }

  @Test func `keeps the line breaks of what is pasted`() {
    let typed = Typed("\u{1B}[200~one\rtwo\n\u{0C}three\u{1B}[2J\u{1B}[201~ four\r")
    #expect(typed.lines == ["one\ntwo\n three four"])
    #expect(!typed.screen.contains("\u{1B}"))
  }

  @Test func `takes bytes that are no letters for what stands for them`() {
    #expect(Typed([0x61, 0xFF, 0xC3, 0x62, 0x0D]).lines == ["a\u{FFFD}\u{FFFD}b"])
  }

  @Test func `survives anything, and shows no control sign but its own`() {
    var random = SplitMix(seed: 12)
    for _ in 0..<2_000 {
      let typed = Typed((0..<40).map { _ in UInt8(truncatingIfNeeded: random.next()) })
      let bytes = Set(typed.shown)
      #expect(bytes.isDisjoint(with: [0x1B, 0x07, 0x0C, 0x0D, 0x7F, 0x09]))
    }
  }
}
