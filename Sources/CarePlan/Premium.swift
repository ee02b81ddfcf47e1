package import Records

/// When a premium is due, and how it stands, by the policy's own words.
package struct Premium: Hashable, Sendable {
  package let amount: String?
  /// As it was typed: `the 1st of each month`.
  package let dueWords: String?
  package let paidThrough: PartialDate?
  /// The first due day that is not paid, where that can be told.
  package let due: PartialDate?
  /// The last day of the time to pay late, where the policy's words say how long it is.
  package let graceEnds: PartialDate?
  package let graceWords: String?
  package let isAutomatic: Bool

  /// Nil for a policy without a premium, and for one that is over and paid.
  package init?(_ policy: Policy, today: PartialDate) {
    let record = policy.record
    amount = record.words("premium")
    dueWords = record.words("premiumDue")
    paidThrough = record.when("paidThrough")?.date
    graceWords = record.words("grace")
    isAutomatic = record.words("autopay") == "yes"
    guard amount != nil || dueWords != nil || paidThrough != nil else { return nil }
    var due = Self.due(dueWords, paidThrough: paidThrough, from: today)
    // A day on which the policy is over needs no premium.
    if let day = due, let end = policy.end, end.lastDay < day { due = nil }
    if let day = due, let start = policy.start?.firstDay, day < start {
      due = Self.due(dueWords, paidThrough: start.adding(days: -1), from: today)
    }
    self.due = due
    let time = graceWords.flatMap { Interval($0) }
    graceEnds = due.flatMap { time?.after($0) }
    if due == nil, policy.hasEnded(on: today) { return nil }
  }

  /// The first due day after the last day that is paid. Without one, the next due day from today.
  private static func due(
    _ words: String?, paidThrough: PartialDate?, from today: PartialDate
  ) -> PartialDate? {
    let start = paidThrough?.lastDay.adding(days: 1) ?? today.firstDay
    guard let words, let dayOfMonth = dayOfMonth(words) else {
      return paidThrough.map { _ in start }
    }
    for ahead in 0...1 {
      guard let month = PartialDate(year: start.year, month: start.month)?.adding(months: ahead),
        let number = month.month
      else { continue }
      let last = PartialDate.days(inMonth: number, of: month.year)
      let day = PartialDate(year: month.year, month: number, day: min(dayOfMonth, last))
      if let day, day >= start { return day }
    }
    return nil
  }

  /// `the 1st of each month` is 1, `the last day of the month` is 31. Nil for other words.
  static func dayOfMonth(_ words: String) -> Int? {
    let text = words.lowercased()
    let months = PartialDate.monthNames.map { $0.lowercased() }
    guard !months.contains(where: { text.contains($0) }), !text.contains("week"),
      !text.contains("year"), !text.contains("quarter")
    else { return nil }
    if text.contains("last day") { return 31 }
    if text.contains("first day") || text.contains("first of") { return 1 }
    let numbers = text.matches(of: /[0-9]+/).compactMap { Int($0.output) }
    guard numbers.count == 1, let day = numbers.first, (1...31).contains(day) else { return nil }
    return day
  }

  package enum Standing: Hashable, Sendable {
    case paid
    case dueToday
    case late
    case graceOver
    case notKnown
  }

  package func standing(on today: PartialDate) -> Standing {
    guard let due else { return .notKnown }
    guard paidThrough != nil else { return due == today.firstDay ? .dueToday : .notKnown }
    if due > today.firstDay { return .paid }
    if due == today.firstDay { return .dueToday }
    if let graceEnds, graceEnds < today.firstDay { return .graceOver }
    return .late
  }

  /// How it stands, in sentences.
  package func words(on today: PartialDate) -> String {
    var parts: [String] = []
    if let paidThrough { parts.append("Paid until \(paidThrough.spelled).") }
    switch standing(on: today) {
    case .late, .graceOver:
      parts.append("By the dates here it is late since \(due?.spelled ?? "").")
      if let graceEnds, let graceWords {
        parts.append(
          graceEnds < today.firstDay
            ? "The time to pay late (grace) ended on \(graceEnds.spelled): "
              + "the policy says \(graceWords)."
            : "The time to pay late (grace) ends on \(graceEnds.spelled): "
              + "the policy says \(graceWords).")
      } else {
        parts.append("How long it may be late (grace) is not written down here.")
      }
    case .dueToday: parts.append("Due today.")
    case .paid, .notKnown:
      if let due { parts.append("Next due on \(due.spelled).") }
      if due == nil, let dueWords { parts.append("Due: \(dueWords).") }
    }
    if isAutomatic { parts.append("It is taken from an account by itself.") }
    return parts.joined(separator: " ")
  }
}
