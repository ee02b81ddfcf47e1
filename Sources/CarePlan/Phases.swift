package import Records

/// The steps of a plan on their own days, counted from one day.
package struct Phases: Hashable, Sendable {
  package struct Span: Hashable, Sendable {
    package let phase: Phase
    package let start: PartialDate
    /// The day on which the next step begins; nil for the last one that goes on.
    package let end: PartialDate?
  }

  /// In order, each beginning where the one before it ends.
  package let spans: [Span]

  package init(_ words: [String], from start: PartialDate) throws(PlanTrouble) {
    var spans: [Span] = []
    var mark = Mark(start)
    for (place, text) in words.enumerated() {
      let phase = try Phase(text)
      guard place == words.count - 1 || phase.end != .open else { throw .openTooSoon }
      guard start.month != nil || Self.isYears(phase) else { throw .vagueStart }
      let begin = mark.day
      guard try mark.move(to: phase.end, from: start) else {
        spans.append(Span(phase: phase, start: begin, end: nil))
        break
      }
      if mark.day.firstDay <= begin.firstDay { throw .endsBeforeStart }
      spans.append(Span(phase: phase, start: begin, end: mark.day))
    }
    guard !spans.isEmpty else { throw .notAStep }
    self.spans = spans
  }

  /// Where one step ends and the next begins. Months are counted from one day, so that steps that
  /// begin on the 31st do not slide.
  private struct Mark {
    var day: PartialDate
    var anchor: PartialDate
    var months = 0

    init(_ day: PartialDate) { (self.day, anchor) = (day, day) }

    /// False for a step without an end.
    mutating func move(to end: Phase.End, from start: PartialDate) throws(PlanTrouble) -> Bool {
      switch end {
      case .open: return false
      case .date(let date): self = Mark(date)
      case .year(let year):
        guard let date = start.adding(months: year * 12) else { throw .tooLong }
        self = Mark(date)
        (anchor, months) = (start, year * 12)
      case .after(let long) where long.unit == .months:
        months += long.count
        guard let date = anchor.adding(months: months) else { throw .tooLong }
        day = date
      case .after(let long):
        // Weeks after a month that has no day begin with its first day.
        guard let date = long.after(day) ?? long.after(day.firstDay) else { throw .tooLong }
        self = Mark(date)
      }
      return true
    }
  }

  private static func isYears(_ phase: Phase) -> Bool {
    guard phase.interval.unit == .months, phase.interval.count.isMultiple(of: 12) else {
      return false
    }
    guard case .after(let long) = phase.end else { return true }
    return long.unit == .months && long.count.isMultiple(of: 12)
  }

  /// The step that holds on a day. The day on which a step ends belongs to the next one; before the
  /// first step the first one holds. Nil when all are over.
  package func span(on day: PartialDate) -> Span? {
    let day = day.firstDay
    for span in spans {
      guard let end = span.end else { return span }
      if day < end.firstDay { return span }
    }
    return nil
  }

  /// The last day of all, where the steps have an end. A check may still be on it.
  package var end: PartialDate? { spans.last?.end }
}
