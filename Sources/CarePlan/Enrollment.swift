import Records

// When a plan can be chosen or changed: by letters, by the calendar, after cover was lost, at 65.

extension InsuranceDeadline {
  static func enrollment(
    _ policies: [Policy], born: PartialDate?, today: PartialDate
  ) -> [InsuranceDeadline] {
    let current = policies.filter { !$0.hasEnded(on: today) }
    return letters(policies, today: today) + calendar(current, today: today)
      + afterLoss(policies, born: born, today: today)
      + turning65(current, born: born, today: today) + medigap(current, born: born, today: today)
  }

  /// What a letter says about one policy. Beside it stands what the rule would say.
  private static func letters(_ policies: [Policy], today: PartialDate) -> [InsuranceDeadline] {
    policies.compactMap { policy in
      let until = policy.record.when("enrolUntil")?.date
      let from = policy.record.when("enrolFrom")?.date
      // Of a plan through work that ends, the letter is about keeping it: that stands further below.
      let isEnding = policy.sort == .employer && policy.end != nil
      guard until != nil || from != nil, !isEnding else { return nil }
      let rule = policy.hasEnded(on: today) ? nil : open(for: policy.sort)
      let window = rule?.window(onOrAfter: today)
      return InsuranceDeadline(
        "enrollment", of: policy.record.id, what: "Choose or change plans", about: policy.name,
        byLetter: until, byRule: window?.until, opens: from ?? window?.from, rule: rule,
        why: until == nil
          ? "the letter says from when; it says no last day here" : "the letter says it")
    }
  }

  private static func open(for sort: PlanSort) -> InsuranceClock? {
    InsuranceClock.all.first {
      $0.steps.contains("open") && $0.shape == .yearly && $0.isFor(sort)
    }
  }

  /// The windows of the calendar for the plans that are in force. A letter's window takes their place.
  private static func calendar(_ policies: [Policy], today: PartialDate) -> [InsuranceDeadline] {
    var found: [InsuranceDeadline] = []
    var seen: Set<String> = []
    for policy in policies where policy.record.when("enrolUntil") == nil {
      guard policy.sort != .unknown, policy.sort != .privatePlan, policy.sort != .employer else {
        continue
      }
      for rule in InsuranceClock.all where rule.steps.contains("open") && rule.isFor(policy.sort) {
        guard let window = rule.window(onOrAfter: today), seen.insert(rule.id).inserted else {
          continue
        }
        found.append(
          InsuranceDeadline(
            rule.id, of: policy.record.id, what: rule.what, about: policy.name,
            byRule: window.until, opens: window.from, rule: rule,
            why: "from \(window.from.spelled) to \(window.until.spelled)"))
      }
    }
    return found
  }

  /// After cover that ended, or will end, with nothing that follows.
  private static func afterLoss(
    _ policies: [Policy], born: PartialDate?, today: PartialDate
  ) -> [InsuranceDeadline] {
    let lost = CoverageGap.all(in: policies, today: today).filter { $0.sort == .noNext }
    return lost.flatMap { gap -> [InsuranceDeadline] in
      guard let policy = policies.first(where: { gap.policies == [$0.record.id] }),
        let end = policy.end
      else { return [] }
      let is65 = born.map { $0.years(until: end.lastDay) >= 65 } ?? false
      return InsuranceClock.all.filter { rule in
        rule.steps.contains("loss")
          && (rule.isFor(policy.sort) || (is65 && rule.plans == ["medicare-loss"]))
          && (rule.plans != ["employer"] || policy.sort == .employer)
      }.map { rule in
        let letter = rule.id == "cobra-election" ? policy.record.when("enrolUntil")?.date : nil
        let counted =
          rule.from.count > 1
          ? ", the day the cover ends; if the notice comes later, it counts from that day"
          : ", the day the cover ends"
        return InsuranceDeadline(
          rule.id, of: policy.record.id, what: rule.what, about: policy.name, byLetter: letter,
          byRule: rule.last(after: end), rule: rule,
          why: "\(rule.length) after \(end.spelled)\(counted)")
      }
    }
  }

  /// Shown from a year before the window, until it is over, to whoever has no Medicare yet.
  private static func turning65(
    _ policies: [Policy], born: PartialDate?, today: PartialDate
  ) -> [InsuranceDeadline] {
    let has = policies.contains { [.medicare, .medicareAdvantage].contains($0.sort) }
    guard !has, let born, let rule = InsuranceClock.named("medicare-first"),
      let window = rule.window(born: born), window.until >= today.firstDay,
      let shown = window.from.adding(months: -12), shown <= today.firstDay
    else { return [] }
    return [
      InsuranceDeadline(
        rule.id, of: nil, what: rule.what, about: "Medicare", byRule: window.until,
        opens: window.from, rule: rule,
        why: "from \(window.from.spelled) to \(window.until.spelled), by the date of birth")
    ]
  }

  /// Part B that began at 65 or later, or before it: then it counts from the 65th birthday.
  private static func medigap(
    _ policies: [Policy], born: PartialDate?, today: PartialDate
  ) -> [InsuranceDeadline] {
    guard let rule = InsuranceClock.named("medigap"), let born, born.day != nil,
      let birthday = born.adding(months: 65 * 12)
    else { return [] }
    return policies.compactMap { policy in
      let words = "\(policy.name) \(policy.record.words("type") ?? "")".lowercased()
      guard policy.sort == .medicare, words.contains("part b") || words.contains("a and b"),
        let start = policy.start, start.day != nil,
        let last = rule.last(afterLaterOf: [start, birthday]),
        last.adding(months: 12).map({ $0 >= today.firstDay }) ?? false
      else { return nil }
      return InsuranceDeadline(
        rule.id, of: policy.record.id, what: rule.what, about: policy.name, byRule: last,
        rule: rule, why: "\(rule.length) after \(max(start, birthday).spelled), \(rule.countedFrom)"
      )
    }
  }
}
