/// Text with the three styles that there are. Each has a word beside it: colour never says
/// anything alone.
package struct Styled: Sendable, Hashable {
  package enum Style: Sendable, Hashable {
    case plain
    /// Headings.
    case bold
    /// What asks for attention, such as "Overdue".
    case attention
    /// What matters less.
    case dim

    /// ECMA-48 §8.3.117. Only the terminal's own theme, so that every background works.
    var code: String {
      switch self {
      case .plain: ""
      case .bold: "\u{1B}[1m"
      case .attention: "\u{1B}[33m"
      case .dim: "\u{1B}[2m"
      }
    }
  }

  struct Run: Sendable, Hashable {
    var text: String
    var style: Style
  }

  var runs: [Run]

  package init(_ text: String, _ style: Style = .plain) {
    runs = text.isEmpty ? [] : [Run(text: text, style: style)]
  }

  package static func + (left: Styled, right: Styled) -> Styled {
    var sum = left
    sum.runs += right.runs
    return sum
  }

  /// The words alone.
  package var text: String {
    runs.count == 1 ? runs[0].text : runs.map(\.text).joined()
  }

  /// The same without an indent and without two spaces: for a screen reader.
  var spoken: Styled {
    guard text.contains("  ") || text.hasPrefix(" ") else { return self }
    var spoken = Styled("")
    var last: Character = "\n"
    for run in runs {
      var words = ""
      for letter in run.text where letter != " " || (last != " " && last != "\n") {
        words.append(letter)
        last = letter
      }
      if !words.isEmpty { spoken.runs.append(Run(text: words, style: run.style)) }
    }
    return spoken
  }

  /// The words made safe for a terminal, with or without colour.
  func rendered(color: Bool) -> String {
    guard color else { return Printable.text(text) }
    return runs.map { run in
      let text = Printable.text(run.text)
      return run.style == .plain ? text : run.style.code + text + "\u{1B}[0m"
    }.joined()
  }

  /// The same words on lines that fit.
  func wrapped(_ width: Int) -> [Styled] {
    let text = text
    guard text.contains("\n") || Columns.width(text) > width else { return [self] }
    let lines = Wrap.lines(text, width: width)
    // A line that wraps loses its spans of style unless it has one only; words matter more.
    let style = runs.allSatisfy { $0.style == runs[0].style } ? runs.first?.style : nil
    return lines.map { Styled($0, style ?? .plain) }
  }
}

extension Styled: ExpressibleByStringInterpolation {
  package struct StringInterpolation: StringInterpolationProtocol {
    var runs: [Run] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { add(literal, .plain) }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      add(value.description, .plain)
    }

    package mutating func appendInterpolation(bold text: String) { add(text, .bold) }

    package mutating func appendInterpolation(attention text: String) { add(text, .attention) }

    package mutating func appendInterpolation(dim text: String) { add(text, .dim) }

    private mutating func add(_ text: String, _ style: Style) {
      if !text.isEmpty { runs.append(Run(text: text, style: style)) }
    }
  }

  package init(stringLiteral value: String) { self.init(value) }

  package init(stringInterpolation: StringInterpolation) { runs = stringInterpolation.runs }
}
