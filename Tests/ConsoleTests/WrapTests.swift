import Console
internal import TestSupport
import Testing

@Suite struct `Wrapped text` {
  @Test func `breaks at spaces and keeps the indentation`() {
    #expect(
      Wrap.lines("  The pathology report says it, often under Diagnosis.", width: 30) == [
        "  The pathology report says", "  it, often under Diagnosis.",
      ])
  }

  @Test func `keeps lines that fit as they are`() {
    #expect(
      Wrap.lines("Next:  netvault add\n\nend", width: 30) == ["Next:  netvault add", "", "end"])
  }

  @Test func `keeps the two spaces in front of a command`() {
    #expect(
      Wrap.lines("To lock it with a password:  netvault export", width: 40) == [
        "To lock it with a password:  netvault", "export",
      ])
  }

  @Test func `leaves a long word whole, unless asked`() {
    #expect(Wrap.lines("a abcdefghij b", width: 5) == ["a", "abcdefghij", "b"])
    #expect(
      Wrap.lines("a abcdefghij b", width: 5, breaksWords: true) == ["a", "abcde", "fghij", "b"])
  }

  @Test func `never loses a word`() {
    var random = SplitMix(seed: 3)
    for _ in 0..<500 {
      let words = (0..<Int(random.next() % 30)).map { _ in
        String(repeating: random.next() % 5 == 0 ? "肺" : "a", count: Int(random.next() % 12) + 1)
      }
      let width = Int(random.next() % 40) + 10
      let lines = Wrap.lines(words.joined(separator: " "), width: width, breaksWords: true)
      #expect(lines.joined().filter { $0 != " " } == words.joined())
      #expect(lines.allSatisfy { Columns.width($0) <= width })
    }
  }

  @Test func `is the same for plain letters and for others of one column`() {
    var random = SplitMix(seed: 5)
    for _ in 0..<2000 {
      var line = String(repeating: " ", count: Int(random.next() % 6))
      for _ in 0..<Int(random.next() % 8) {
        line += String(repeating: "a", count: Int(random.next() % 14))
        line += String(repeating: " ", count: Int(random.next() % 3))
      }
      let width = Int(random.next() % 30) + 1
      for breaksWords in [false, true] {
        let plain = Wrap.lines(line, width: width, breaksWords: breaksWords)
        let other = Wrap.lines(
          line.replacing("a", with: "ä"), width: width, breaksWords: breaksWords)
        #expect(plain == other.map { $0.replacing("ä", with: "a") })
      }
    }
  }
}
