import Console
import Testing

@Suite struct `A small chart` {
  private let points = [
    Chart.Point("12 May 2025", 88, high: 100),
    Chart.Point("14 May 2026", 121, high: 100, isOutside: true),
    Chart.Point("1 June 2026", 5, limit: "<", high: 100),
  ]

  @Test func `has a line for each value, with the laboratory's range behind it`() {
    #expect(
      Chart(points).lines(width: 50, hasUnicode: false) == [
        "               0                               127",
        "  12 May 2025  ------------------------o---.......",
        "  14 May 2026  ----------------------------....x..",
        "  1 June 2026  -<--------------------------.......",
        "  o a value,  x a value outside of the range,  < less than that,  "
          + "- the range that the laboratory printed",
      ])
  }

  @Test func `adds two signs where the terminal knows them, and nothing more`() {
    let lines = Chart(points).lines(width: 50, hasUnicode: true).joined()
    let signs = Set(lines.unicodeScalars.filter { !$0.isASCII })
    #expect(signs == ["\u{2013}", "\u{B7}"])
    #expect(
      Chart(points).lines(width: 50, hasUnicode: false).joined().utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: [40, 60, 72, 200]) func `fits`(width: Int) {
    let lines = Chart(points).lines(width: width, hasUnicode: false).dropLast()
    #expect(lines.count == 4)
    for line in lines { #expect(line.count <= width) }
  }

  @Test func `is not drawn where there is nothing to compare, or no room`() {
    #expect(Chart([]).lines(width: 72, hasUnicode: true).isEmpty)
    #expect(Chart([points[0]]).lines(width: 72, hasUnicode: true).isEmpty)
    #expect(Chart(points).lines(width: 20, hasUnicode: true).isEmpty)
    let endless = Chart([points[0], Chart.Point("x", .infinity)])
    #expect(endless.lines(width: 72, hasUnicode: true).isEmpty)
  }

  @Test func `stands values that are all the same, below zero, or very large`() {
    for values in [
      [5.0, 5, 5], [0, 0], [-3, -2], [1e300, 2e300], [1e-9, 2e-9], [-1e308, 1e308],
    ] {
      let points = values.map { Chart.Point("day", $0) }
      let lines = Chart(points).lines(width: 60, hasUnicode: false)
      #expect(lines.isEmpty || lines.count == values.count + 2, "\(values)")
      #expect(lines.isEmpty || lines[1].contains("o"), "\(values)")
    }
  }

  @Test func `shows each laboratory's own range`() {
    let lines = Chart([
      Chart.Point("a", 5, low: 3, high: 6), Chart.Point("b", 5), Chart.Point("c", 5, low: 4),
    ]).lines(width: 60, hasUnicode: false)
    #expect(lines[1].contains(".--") && lines[1].hasSuffix("-.."))
    #expect(!lines[2].contains("-"))
    #expect(lines[3].hasSuffix("---"))
  }

  @Test func `shows no control sign of a label`() {
    let lines = Chart([Chart.Point("a\u{1B}[31m", 1), Chart.Point("b", 2)])
      .lines(width: 60, hasUnicode: false)
    #expect(!lines.joined().contains("\u{1B}"))
  }
}
