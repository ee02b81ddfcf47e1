/// A part of the summary as it stands on one page.
package struct Section: Hashable, Sendable {
  package let part: SummaryPart
  package let lines: [Line]
  /// True for what did not fit on page 1 and goes on on page 2.
  package let isContinued: Bool
  /// What of the part stands elsewhere: "5 more on page 2". Never silent.
  package let rest: String?

  package var title: String { isContinued ? "\(part.title), continued" : part.title }

  init(_ part: SummaryPart, _ lines: [Line], isContinued: Bool = false, rest: String? = nil) {
    self.part = part
    self.lines = lines
    self.isContinued = isContinued
    self.rest = rest
  }
}
