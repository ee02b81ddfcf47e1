/// How much room words take on paper, so that two pages are two pages.
///
/// It counts in points for A4 and for Letter at once, at 11 points, with the letter widths of
/// DejaVu Sans, which is the widest of the usual fonts. The page template takes its column widths
/// and sizes from here.
package enum Paper {
  /// The width and height of A4 and of Letter less margins of 12 mm, and less a line in height
  /// for what rounding may take.
  static let widths = Sheets(527, 543)
  static let heights = Sheets(758, 708)

  package static let fontSize = 11.0
  package static let lineHeight = 1.2
  static let row = fontSize * lineHeight
  /// The space above and below the words of a row.
  static let rowGap = 1.6
  /// A heading with its rule and the space above it.
  static let heading = 20.5
  /// The name in large letters above two lines and a rule.
  static let firstHeader = 68.0
  /// The running line, which a long name makes two.
  static let secondHeader = 30.0
  /// Left and right of the words of a column.
  static let columnGap = 7.0

  /// The share of the page's width for each column of a part; the last is for the marker.
  package static func shares(_ part: SummaryPart) -> [Double] {
    switch part {
    case .alerts: [0.11, 0.81, 0.08]
    case .oneLine, .call: [0.92, 0.08]
    case .missing, .notShown, .sources: [1.0, 0]
    case .due: [0.23, 0.29, 0.19, 0.21, 0.08]
    case .results: [0.20, 0.19, 0.20, 0.19, 0.145, 0.075]
    default: [0.225, 0.695, 0.08]
    }
  }

  /// How high a row of these cells is.
  ///
  /// - Parameter boldness: how much wider the letters are than usual.
  static func height(of cells: [String], in part: SummaryPart, boldness: Double = 1) -> Sheets {
    var height = Sheets.zero
    for sheet in height.indices {
      let rows = zip(cells, shares(part)).map { cell, share in
        lines(cell, width: (share * widths[sheet] - columnGap) / boldness)
      }
      height[sheet] = Double(rows.max() ?? 1) * row + rowGap
    }
    return height
  }

  /// How high the headings of the columns are, in bold.
  static func headingsHeight(_ part: SummaryPart) -> Sheets {
    height(of: part.headings, in: part, boldness: 1.12)
  }

  /// Into how many lines the text is broken, a little on the safe side.
  static func lines(_ text: String, width: Double) -> Int {
    var count = 0
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      count += 1
      var used = 0.0
      for word in paragraph.split(separator: " ") {
        let length = em(word) * fontSize
        let space = used > 0 ? 0.33 * fontSize : 0
        if used + space + length <= width {
          used += space + length
        } else if length <= width {
          count += 1
          used = length
        } else {
          // A word that is wider than its column starts a line and is broken anywhere; on each
          // line a part of a letter is lost.
          let whole = max(width - 0.7 * fontSize, fontSize)
          let broken = Int((length / whole).rounded(.up))
          count += used > 0 ? broken : broken - 1
          used = min(width, length - Double(broken - 1) * whole + 0.7 * fontSize)
        }
      }
    }
    return count
  }

  /// The width of a word in em.
  static func em(_ word: some StringProtocol) -> Double {
    word.unicodeScalars.reduce(0) { $0 + em($1) }
  }

  private static func em(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x21...0x7E: Double(ascii[Int(scalar.value) - 0x21]) / 100
    case 0x20: 0.33
    // Hangul Jamo and everything from the East Asian blocks on is as wide as it is high.
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0x1F000...0x3FFFF:
      1.2
    case 0xB7: 0.33
    case _ where scalar.properties.generalCategory == .nonspacingMark: 0
    default: 0.85
    }
  }

  /// From `!` to `~`, in hundredths of an em.
  private static let ascii: [UInt8] = [
    41, 46, 84, 64, 95, 78, 28, 40, 40, 50, 84, 33, 37, 33, 34,
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54,
    100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
    61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50,
    50, 62, 64, 56, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62,
    64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
  ]
}

/// One measure for A4 and one for Letter.
typealias Sheets = SIMD2<Double>

extension Sheets {
  /// True when both fit.
  func fits(_ room: Sheets) -> Bool { x <= room.x && y <= room.y }
}
