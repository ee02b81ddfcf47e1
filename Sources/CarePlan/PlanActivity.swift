package import Records

/// One line of a doctor's plan, such as "CT every 12 months", read as a check and how often.
package struct PlanActivity: Hashable, Sendable {
  /// The line as it stands in the plan.
  package let words: String
  /// The test or visit, and how often. Nil where the line says no interval.
  package let check: Check?

  package struct Check: Hashable, Sendable {
    package let what: String
    /// `every 12 months`, for a line with one interval.
    package let every: String?
    /// `every 6 months for two years`, then the next, for a line with several.
    package let phases: [String]
  }

  package init(_ words: String) {
    self.words = words
    check = Self.read(words)
  }

  /// The lines of a plan.
  package static func all(of plan: Record) -> [PlanActivity] {
    plan.list("activities").map { PlanActivity($0.words) }
  }

  private static let starts = [
    " every ", " once a ", " twice a ", " yearly", " monthly", " weekly", " annually", " quarterly",
  ]

  private static func read(_ words: String) -> Check? {
    let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let lower = text.lowercased()
    guard lower.utf8.count == text.utf8.count,
      let start = starts.compactMap({ lower.firstRange(of: $0)?.lowerBound }).min()
    else { return nil }
    let offset = lower.utf8.distance(from: lower.startIndex, to: start)
    let cut = text.utf8.index(text.startIndex, offsetBy: offset)
    let trimmed: (Character) -> Bool = { " ,:;.".contains($0) }
    let what = String(text[..<cut]).trimming(trimmed)
    let often = String(text[cut...]).trimming(trimmed)
    guard !what.isEmpty else { return nil }
    if Interval(often) != nil { return Check(what: what, every: often, phases: []) }
    let phases = often.replacing(", then ", with: "; then ").replacing(" then ", with: "; then ")
      .replacing(";;", with: ";").split(separator: ";").map { String($0).trimming(trimmed) }
    guard phases.count > 1, phases.allSatisfy({ isPhase($0) }) else { return nil }
    return Check(what: what, every: nil, phases: phases)
  }

  /// `every 6 months for two years`, `then every 12 months`, `until 2030` behind either.
  private static func isPhase(_ phase: String) -> Bool {
    var words = phase.lowercased()
    if words.hasPrefix("then ") { words.removeFirst(5) }
    let head = words.firstRange(of: " for ") ?? words.firstRange(of: " until ")
    return Interval(String(words[..<(head?.lowerBound ?? words.endIndex)])) != nil
  }
}

extension String {
  fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    var text = self[...]
    while let first = text.first, isTrimmed(first) { text.removeFirst() }
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return String(text)
  }
}
