/// A small chart of values on a terminal: one line a value, the oldest first.
///
/// Behind each value lies the range that its own laboratory printed, so that values of several
/// laboratories can stand below each other. ASCII is enough. Whoever shows it says the same in
/// words beside it.
package struct Chart: Sendable {
  package struct Point: Sendable, Hashable {
    /// What stands before the line: a date.
    package var label: String
    package var value: Double
    /// `<` or `>` for a value that is only known as a limit.
    package var limit: Character?
    package var low: Double?
    package var high: Double?
    package var isOutside: Bool

    package init(
      _ label: String, _ value: Double, limit: Character? = nil, low: Double? = nil,
      high: Double? = nil, isOutside: Bool = false
    ) {
      self.label = label
      self.value = value
      self.limit = limit
      self.low = low
      self.high = high
      self.isOutside = isOutside
    }
  }

  package let points: [Point]

  package init(_ points: [Point]) { self.points = points }

  /// Narrower than this, a chart shows nothing.
  private static let narrowest = 12
  private static let widest = 46

  /// The lines of the chart and what its signs mean. None where there is no room, or too little to
  /// draw.
  package func lines(width: Int, hasUnicode: Bool) -> [String] {
    let values = points.map(\.value).filter(\.isFinite)
    guard points.count > 1, values.count == points.count else { return [] }
    let labels = points.map { Columns.width($0.label) }.max() ?? 0
    let room = min(Self.widest, width - labels - 4)
    guard room >= Self.narrowest, let scale = Scale(points) else { return [] }
    let gap = String(repeating: " ", count: labels + 4)
    let (left, right) = (Self.figure(scale.low), Self.figure(scale.high))
    let between = max(1, room - left.count - right.count)
    var lines = [gap + left + String(repeating: " ", count: between) + right]
    for point in points {
      let label = Columns.padded(Printable.line(point.label), to: labels)
      lines.append("  \(label)  \(line(point, scale, room, hasUnicode))")
    }
    lines.append(legend(hasUnicode))
    return lines
  }

  private struct Scale {
    var low: Double
    var high: Double

    init?(_ points: [Point]) {
      let ends = points.flatMap { [$0.value, $0.low, $0.high].compactMap { $0 } }
        .filter(\.isFinite)
      guard var low = ends.min(), var high = ends.max() else { return nil }
      // A scale that begins at 0 where that wastes no more than half of it.
      if low >= 0, low <= high / 2 { low = 0 }
      let margin = high > low ? (high - low) / 20 : max(abs(high) / 10, 1)
      if low != 0 { low -= margin }
      high += margin
      guard (high - low).isFinite, high > low else { return nil }
      (self.low, self.high) = (low, high)
    }

    func place(_ value: Double, _ room: Int) -> Int {
      let share = (value - low) / (high - low)
      return min(room - 1, max(0, Int((share * Double(room - 1)).rounded())))
    }
  }

  private func line(_ point: Point, _ scale: Scale, _ room: Int, _ hasUnicode: Bool) -> String {
    let (inside, outside): (Character, Character) = hasUnicode ? ("–", "·") : ("-", ".")
    var signs = [Character](repeating: outside, count: room)
    if point.low != nil || point.high != nil {
      let from = point.low.map { scale.place($0, room) } ?? 0
      let to = point.high.map { scale.place($0, room) } ?? room - 1
      if from <= to { for place in from...to { signs[place] = inside } }
    }
    signs[scale.place(point.value, room)] = point.limit ?? (point.isOutside ? "x" : "o")
    return String(signs)
  }

  /// Only the signs that are there.
  private func legend(_ hasUnicode: Bool) -> String {
    var parts: [String] = []
    let hasRange = points.contains { $0.low != nil || $0.high != nil }
    if points.contains(where: { !$0.isOutside && $0.limit == nil }) { parts.append("o a value") }
    if points.contains(where: { $0.isOutside && $0.limit == nil }) {
      parts.append("x a value outside of the range")
    }
    if points.contains(where: { $0.limit == "<" }) { parts.append("< less than that") }
    if points.contains(where: { $0.limit == ">" }) { parts.append("> more than that") }
    if hasRange { parts.append("\(hasUnicode ? "–" : "-") the range that the laboratory printed") }
    return "  " + parts.joined(separator: ",  ")
  }

  /// A number for the end of the scale: short, and not the place of any value.
  static func figure(_ value: Double) -> String {
    let size = abs(value)
    if size >= 1e9 || (size > 0 && size < 0.001) { return "\(value)" }
    let digits = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    let whole = Int((size * factor).rounded())
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(whole)" }
    let scale = Int(factor)
    let rest = String(whole % scale)
    let padded = String(repeating: "0", count: digits - rest.count) + rest
    let short = padded.drop(whileLast: "0")
    return "\(sign)\(whole / scale)" + (short.isEmpty ? "" : ".\(short)")
  }
}

extension String {
  fileprivate func drop(whileLast sign: Character) -> String {
    var text = self
    while text.last == sign { text.removeLast() }
    return text
  }
}
