import Testing

@testable import Console

@Suite struct `A line of a table` {
  private func lines(_ body: (inout TableLine) -> Void) -> String {
    var line = TableLine()
    body(&line)
    return String(decoding: line.take(), as: UTF8.self)
  }

  @Test func `never ends with a space`() {
    let text = lines { line in
      line.put("one", columns: 3, width: 8, isNumber: false)
      line.put("", columns: 0, width: 8, isNumber: false)
      line.end()
      line.put("two", columns: 3, width: 8, isNumber: false)
      line.put("three", columns: 5, width: 8, isNumber: false)
      line.end()
    }
    #expect(text == "one\ntwo       three\n")
  }

  @Test func `has numbers at the right of their columns`() {
    let text = lines { line in
      line.begin(number: "7", width: 3)
      line.put("12", columns: 2, width: 4, isNumber: true)
      line.put("x", columns: 1, width: 2, isNumber: false)
      line.end()
    }
    #expect(text == "  7    12  x\n")
  }

  @Test func `counts columns, not letters`() {
    let text = lines { line in
      line.put("肺", columns: 2, width: 4, isNumber: false)
      line.put("x", columns: 1, width: 1, isNumber: false)
      line.end()
    }
    #expect(text == "肺    x\n")
  }

  @Test func `is long when it is worth handing on, and is empty after it was taken`() {
    var line = TableLine()
    #expect(!line.isLong)
    line.put(String(repeating: "a", count: 40_000), columns: 40_000, width: 1, isNumber: false)
    #expect(line.isLong)
    #expect(line.take().count == 40_000)
    #expect(!line.isLong && line.take().isEmpty)
  }
}
