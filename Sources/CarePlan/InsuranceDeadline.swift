package import Records

/// A last day that an insurer, a law or the person has, by a letter or by a rule.
package struct InsuranceDeadline: Hashable, Sendable {
  /// What tells several of one record apart: `appeal`, `decision`, `cobra-election`.
  package let part: String
  package let record: RecordID?
  package let what: String
  /// What it is about: `Heart ultrasound`.
  package let about: String
  /// The day that a letter prints. It wins.
  package let byLetter: PartialDate?
  /// The day by the rule, where there is one and the day it counts from is known.
  package let byRule: PartialDate?
  /// The first day of a window.
  package let opens: PartialDate?
  package let rule: InsuranceClock?
  /// `180 days after 15 September 2026, the day the letter of refusal came`.
  package let why: String
  /// True where the insurer has to do it.
  package let isTheirs: Bool

  package init(
    _ part: String, of record: RecordID?, what: String, about: String,
    byLetter: PartialDate? = nil, byRule: PartialDate? = nil, opens: PartialDate? = nil,
    rule: InsuranceClock? = nil, why: String, isTheirs: Bool = false
  ) {
    self.part = part
    self.record = record
    self.what = what
    self.about = about
    self.byLetter = byLetter
    self.byRule = byRule
    self.opens = opens
    self.rule = rule
    self.why = why
    self.isTheirs = isTheirs
  }

  /// The day that counts: the letter's before the rule's.
  package var day: PartialDate? { byLetter ?? byRule }

  /// True where letter and rule say different days. Both are shown then.
  package var isDiffering: Bool {
    byLetter.map { letter in byRule.map { $0 != letter } ?? false } ?? false
  }

  /// Days from today to the last day that it can mean; below zero when it is past.
  package func daysLeft(on today: PartialDate) -> Int? {
    day.map { $0.lastDay.dayNumber - today.firstDay.dayNumber }
  }

  package static let warnings = [30, 14, 7, 1]

  /// The narrowest of 30, 14, 7 and 1 days that it lies within. Nil when it is past or far.
  package func warning(on today: PartialDate) -> Int? {
    guard let left = daysLeft(on: today), left >= 0 else { return nil }
    return Self.warnings.last { left <= $0 }
  }

  package func isPast(on today: PartialDate) -> Bool { (daysLeft(on: today) ?? 0) < 0 }

  /// `in 12 days`, `today`, `12 days ago`; for a window that is not open yet, when it opens.
  package func words(on today: PartialDate) -> String {
    guard let day, let left = daysLeft(on: today) else { return "the day is not known" }
    if left < 0 { return "past since \(Span.words(from: day.lastDay, to: today))" }
    if let opens, opens.firstDay > today.firstDay {
      return "opens in \(Span.words(from: today, to: opens.firstDay))"
    }
    if left == 0 { return "today is the last day" }
    if left == 1 { return "tomorrow is the last day" }
    return left <= 31 ? "\(left) days left" : "in \(Span.words(from: today, to: day.firstDay))"
  }

  /// Everything with a last day, the first day first; what has none comes last.
  package static func all(in records: [Record], today: PartialDate) -> [InsuranceDeadline] {
    let facts = records.filter { !$0.isRetracted }
    let policies = Policy.all(in: facts)
    let born = facts.first { $0.kind == .person }?.when("born")?.date
    let all =
      Denial.all(in: facts).flatMap { steps(of: $0) }
      + firstAnswers(in: facts, policies)
      + enrollment(policies, born: born, today: today)
    return all.sorted { left, right in
      switch (left.day, right.day) {
      case (let left?, let right?) where left != right: left < right
      case (_?, nil): true
      case (nil, _?): false
      default: (left.what, left.about, left.part) < (right.what, right.about, right.part)
      }
    }
  }

  /// The next last day of a refusal: to send an appeal, for the answer, or to go one step further.
  package static func steps(of denial: Denial) -> [InsuranceDeadline] {
    switch denial.stage {
    case .won: return []
    case .toFile:
      let step =
        switch denial.level {
        case .first: "appeal"
        case .second, .external: "second"
        case .third: "third"
        }
      return [toFile(denial, step: step, from: denial.noticed ?? denial.written)]
    case .waiting: return answer(to: denial).map { [$0] } ?? []
    case .refused, .answered: return further(denial)
    }
  }

  private static func toFile(
    _ denial: Denial, step: String, from day: PartialDate?
  ) -> InsuranceDeadline {
    let rule = InsuranceClock.rule(step, for: denial.sort, on: day)
    let letter = denial.record.when("appealDeadline")?.date
    // After an answer, the day that is written down may still be that of the first appeal.
    let isOldLetter = letter.map { letter in denial.decided.map { letter <= $0 } ?? false } ?? false
    return make(
      "appeal", denial, rule, from: day, letter: isOldLetter ? nil : letter,
      what: rule?.what ?? "Send the appeal", isTheirs: false)
  }

  private static func answer(to denial: Denial) -> InsuranceDeadline? {
    guard denial.level == .first else { return nil }
    let step = denial.isUrgent ? "urgent" : denial.isBeforeCare ? "before" : "after"
    let rule = InsuranceClock.rule("decision-\(step)", for: denial.sort, on: denial.filed)
    return make(
      "decision", denial, rule, from: denial.filed, letter: nil,
      what: rule?.what ?? "The plan's answer to the appeal is due", isTheirs: true)
  }

  private static func further(_ denial: Denial) -> [InsuranceDeadline] {
    switch denial.level {
    case .external, .third: []
    case .first: [toFile(denial, step: "second", from: denial.decided)]
    case .second: [toFile(denial, step: "third", from: denial.decided)]
    }
  }

  private static func make(
    _ part: String, _ denial: Denial, _ rule: InsuranceClock?, from day: PartialDate?,
    letter: PartialDate?, what: String, isTheirs: Bool
  ) -> InsuranceDeadline {
    let byRule = rule.flatMap { rule in day.flatMap { rule.last(after: $0) } }
    return InsuranceDeadline(
      part, of: denial.record.id, what: what, about: denial.what, byLetter: letter,
      byRule: byRule, rule: rule,
      // How it was answered may not be written down. The day must not be lost then.
      why: (denial.stage == .answered ? "if the answer was no, " : "") + why(denial, rule, day),
      isTheirs: isTheirs)
  }

  private static func why(_ denial: Denial, _ rule: InsuranceClock?, _ day: PartialDate?) -> String
  {
    guard let rule else {
      return "netvault has no rule for this (\(denial.sort.words)); the letter says the day"
    }
    let plan = "by the rule for \(denial.sort.words)"
    guard let day else {
      return "\(plan): \(rule.length) after \(rule.countedFrom), which is not written down here"
    }
    guard day.day != nil else {
      return "\(plan): \(rule.length) after a day that is only known as \(day.spelled)"
    }
    // Where nobody wrote down when the letter came, its own date is the safe one: it is earlier.
    if rule.from == ["letter"], denial.stage == .toFile, denial.noticed == nil {
      return "\(plan): \(rule.length) after \(day.spelled), the date of the letter, "
        + "because the day it came is not written down"
    }
    if rule.from == ["letter"], denial.stage != .toFile {
      return "\(plan): \(rule.length) after \(day.spelled), the date of the answer"
    }
    return "\(plan): \(rule.length) after \(day.spelled), \(rule.countedFrom)"
  }

  /// Permission that was asked for, and not decided yet.
  private static func firstAnswers(
    in facts: [Record], _ policies: [Policy]
  ) -> [InsuranceDeadline] {
    facts.filter { $0.kind == .authorization }.compactMap { record in
      guard record.words("status") ?? "asked" == "asked", record.when("decided") == nil,
        let asked = record.when("asked")?.date
      else { return nil }
      let sort = Denial.policy(of: record, policies)?.sort ?? .unknown
      let step = record.words("urgent") == "yes" ? "first-urgent" : "first-before"
      guard let rule = InsuranceClock.rule(step, for: sort, on: asked) else {
        return InsuranceDeadline(
          "first-answer", of: record.id, what: "The plan's first answer", about: record.title,
          why: "netvault has no rule for this (\(sort.words)); ask the plan", isTheirs: true)
      }
      return InsuranceDeadline(
        "first-answer", of: record.id, what: rule.what, about: record.title,
        byRule: rule.last(after: asked), rule: rule,
        why: "by the rule for \(sort.words): \(rule.length) after \(asked.spelled), "
          + rule.countedFrom, isTheirs: true)
    }
  }
}
