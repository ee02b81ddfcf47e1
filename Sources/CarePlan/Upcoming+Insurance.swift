import Records

// What has a day in insurance: permissions and referrals that end, premiums, windows, last days for
// appeals, and what was promised in calls.

extension Upcoming {
  static func insurance(in facts: [Record], today: PartialDate) -> [Upcoming] {
    let policies = Policy.all(in: facts)
    return permissions(in: facts, today: today)
      + policies.flatMap { premium(of: $0, today: today) + renewal(of: $0, today: today) }
      + deadlines(in: facts, policies, today: today) + promises(in: facts, today: today)
  }

  /// The last day of a permission or a referral that still holds, or ended less than a month ago.
  private static func permissions(in facts: [Record], today: PartialDate) -> [Upcoming] {
    facts.compactMap { record in
      let isPermission = record.kind == .authorization
      guard isPermission || record.kind == .referral, let end = record.when("validTo")?.date,
        !["denied", "appeal", "used", "closed"].contains(record.words("status") ?? ""),
        let shown = end.lastDay.adding(months: 1), shown >= today.firstDay, !isUsedUp(record)
      else { return nil }
      let number = record.words("number").map { ", number \($0)" } ?? ""
      return Upcoming(
        isPermission ? .authorization : .referral, of: record.id,
        what: "\(record.title): \(isPermission ? "permission" : "referral") ends", day: end,
        why: "valid until \(end.spelled)\(number)",
        saidBy: record.words("insurer") ?? record.words("from"))
    }
  }

  private static func isUsedUp(_ record: Record) -> Bool {
    func number(_ field: String) -> Int? {
      record.words(field).flatMap { $0.firstMatch(of: /[0-9]+/) }.flatMap { Int($0.output) }
    }
    guard let approved = number("unitsApproved"), let used = number("unitsUsed") else {
      return false
    }
    return used >= approved
  }

  /// The next premium that nobody paid, and the end of the time to pay late.
  private static func premium(of policy: Policy, today: PartialDate) -> [Upcoming] {
    guard let premium = Premium(policy, today: today), let due = premium.due else { return [] }
    let amount = premium.amount.map { ", \($0)" } ?? ""
    let why = premium.dueWords ?? premium.paidThrough.map { "paid until \($0.spelled)" } ?? ""
    var found = [
      Upcoming(
        .premium, of: policy.record.id, what: "Premium of \(policy.name)\(amount)", day: due,
        why: premium.isAutomatic ? "\(why); taken from an account by itself" : why,
        saidBy: policy.insurer)
    ]
    if premium.standing(on: today) == .late, let end = premium.graceEnds,
      let words = premium.graceWords
    {
      found.append(
        Upcoming(
          .premium, of: policy.record.id, part: "grace",
          what: "Last day to pay late (grace), \(policy.name)", day: end,
          why: "\(words) after \(due.spelled), as the policy says", saidBy: policy.insurer))
    }
    return found
  }

  private static func renewal(of policy: Policy, today: PartialDate) -> [Upcoming] {
    guard let day = policy.record.when("renewal")?.date, day.lastDay >= today.firstDay else {
      return []
    }
    return [
      Upcoming(
        .enrollment, of: policy.record.id, part: "renewal", what: "\(policy.name) renews",
        day: day, why: "the letter says it", saidBy: policy.insurer)
    ]
  }

  /// Last days by letters and rules; what the insurer owes, too. A rule names its source.
  private static func deadlines(
    in facts: [Record], _ policies: [Policy], today: PartialDate
  ) -> [Upcoming] {
    let owner = facts.first { $0.kind == .person }?.id
    return InsuranceDeadline.all(in: facts, today: today).compactMap { deadline in
      guard let day = deadline.day, let record = deadline.record ?? owner else { return nil }
      let isWindow = deadline.opens != nil || deadline.part == "enrollment"
      // A window that is over is nothing that is late. `insurance deadlines` keeps it.
      if isWindow, deadline.isPast(on: today) { return nil }
      let source = deadline.byLetter != nil ? "the letter" : deadline.rule?.source
      return Upcoming(
        isWindow ? .enrollment : .deadline, of: record, part: deadline.part,
        what: "\(deadline.what): \(deadline.about)", day: day, earliest: deadline.opens,
        latest: isWindow ? day : nil, why: why(deadline), saidBy: source,
        isTheirs: deadline.isTheirs)
    }
  }

  /// The letter's day is never explained by the rule that it stands above.
  private static func why(_ deadline: InsuranceDeadline) -> String {
    guard let letter = deadline.byLetter else { return deadline.why }
    let said = "the letter says \(letter.spelled)"
    guard deadline.isDiffering, let byRule = deadline.byRule else { return said }
    return "\(said); the rule would give \(byRule.spelled)"
  }

  private static func promises(in facts: [Record], today: PartialDate) -> [Upcoming] {
    let calls = facts.filter { $0.kind == .call }
    return calls.compactMap { call in
      guard let promise = CallPromise(call), let by = promise.by, !promise.isAnswered(by: calls),
        let shown = by.lastDay.adding(months: 6), shown >= today.firstDay
      else { return nil }
      let reference = promise.reference.map { ", reference \($0)" } ?? ""
      return Upcoming(
        .deadline, of: call.id, part: "promise", what: "Promised: \(promise.what)", day: by,
        why: "promised in a call\(promise.made.map { " on \($0.spelled)" } ?? "")\(reference)",
        saidBy: promise.with, isTheirs: true)
    }
  }
}
