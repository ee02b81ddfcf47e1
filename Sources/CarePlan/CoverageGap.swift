package import Records

/// A time without a policy, or two policies that both say they pay first.
package struct CoverageGap: Hashable, Sendable {
  package enum Sort: String, Sendable {
    /// One policy ends, and the next begins later.
    case gap
    /// A policy ends, and none here begins after it.
    case noNext = "no-next"
    /// Two policies of the same order at the same time.
    case sameOrder = "same-order"
    /// Two policies at the same time, and nobody said which pays first.
    case noOrder = "no-order"
  }

  package let sort: Sort
  package let policies: [RecordID]
  package let from: PartialDate
  package let until: PartialDate?
  package let words: String

  package static func all(in policies: [Policy], today: PartialDate) -> [CoverageGap] {
    let care = policies.filter { $0.sort.isForCare }
    return gaps(care, today: today) + overlaps(care)
  }

  /// Walks through the policies by their first day, and looks how far the cover reaches.
  private static func gaps(_ policies: [Policy], today: PartialDate) -> [CoverageGap] {
    let sorted = policies.sorted {
      ($0.start?.firstDay ?? .long, $0.record.id) < ($1.start?.firstDay ?? .long, $1.record.id)
    }
    var gaps: [CoverageGap] = []
    var reach: (policy: Policy, end: PartialDate)?
    var isOpen = false
    for policy in sorted {
      let start = policy.start?.firstDay ?? .long
      if !isOpen, let (before, end) = reach, start.dayNumber > end.dayNumber + 1,
        let first = end.adding(days: 1), let last = start.adding(days: -1)
      {
        gaps.append(gap(before, policy, first, last))
      }
      guard let end = policy.end?.lastDay else {
        isOpen = true
        continue
      }
      if reach.map({ $0.end < end }) ?? true { reach = (policy, end) }
    }
    if !isOpen, let (last, end) = reach, let first = end.adding(days: 1) {
      let verb = end < today.firstDay ? "ended" : "ends"
      gaps.append(
        CoverageGap(
          sort: .noNext, policies: [last.record.id], from: first, until: nil,
          words: "\(last.name) \(verb) on \(spelled(last.end)). "
            + "No policy here begins after it."))
    }
    return gaps
  }

  private static func gap(
    _ before: Policy, _ after: Policy, _ first: PartialDate, _ last: PartialDate
  ) -> CoverageGap {
    let days = last.dayNumber - first.dayNumber + 1
    let isExact = before.end?.day != nil && after.start?.day != nil
    let span = first == last ? first.spelled : "from \(first.spelled) to \(last.spelled)"
    return CoverageGap(
      sort: .gap, policies: [before.record.id, after.record.id], from: first, until: last,
      words:
        "No policy here covers \(isExact ? "" : "about ")\(days) \(days == 1 ? "day" : "days"), "
        + "\(span): \(before.name) ended, and \(after.name) had not begun.")
  }

  private static func overlaps(_ policies: [Policy]) -> [CoverageGap] {
    var found: [CoverageGap] = []
    for (place, one) in policies.enumerated() {
      for other in policies[(place + 1)...] where one.rank == other.rank {
        let from = max(one.start?.firstDay ?? .long, other.start?.firstDay ?? .long)
        let ends = [one.end?.lastDay, other.end?.lastDay].compactMap { $0 }
        let until = ends.min()
        if let until, until < from { continue }
        // The parts of Medicare go together: none of them pays before another.
        if one.sort.isMedicare, other.sort.isMedicare { continue }
        // A policy that ends in the month in which the next begins does not overlap for sure.
        if isTouching(one, other) || isTouching(other, one) { continue }
        let order = one.record.words("order")
        let time =
          until.map { "from \(from.spelled) to \($0.spelled)" } ?? "from \(from.spelled) on"
        let known = from == .long ? "at the same time" : time
        found.append(
          CoverageGap(
            sort: one.rank == nil ? .noOrder : .sameOrder,
            policies: [one.record.id, other.record.id], from: from, until: until,
            words: one.rank == nil
              ? "\(one.name) and \(other.name) both cover you, \(known). "
                + "Nobody wrote down which of them pays first."
              : "\(one.name) and \(other.name) are both called \(order ?? "the same"), \(known). "
                + "Only one can be. Ask the insurers which one it is."))
      }
    }
    return found
  }

  private static func isTouching(_ one: Policy, _ next: Policy) -> Bool {
    guard let end = one.end, let start = next.start, end.day == nil || start.day == nil else {
      return false
    }
    return end.firstDay <= start.lastDay && start.firstDay <= end.lastDay
  }

  private static func spelled(_ date: PartialDate?) -> String { date?.spelled ?? "a day not known" }
}
