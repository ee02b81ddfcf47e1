package import Records

/// The year of a plan, and how much of the deductible and of the yearly maximum its claims used up.
package struct PlanYear: Hashable, Sendable {
  /// What the claims add up to, beside what the plan asks and what the person typed.
  package struct Use: Hashable, Sendable {
    package let counted: MoneySum
    /// What the policy asks in a year.
    package let limit: Money?
    /// As the insurer's statement said it, typed by the person.
    package let typed: String?

    /// Nil where it cannot be told, or is not reached.
    package var isOver: Bool {
      limit.flatMap { limit in counted.of(limit.currency).map { $0.isMore(than: limit) } } ?? false
    }
  }

  package let policy: Policy
  package let from: PartialDate
  package let until: PartialDate
  /// True where nobody said when the plan's year begins, and 1 January was taken.
  package let isGuessed: Bool
  package let deductible: Use
  package let outOfPocket: Use
  package let deductibleOut: Use
  package let outOfPocketOut: Use
  package let claims: Int

  package init(_ policy: Policy, in records: [Record], today: PartialDate) {
    self.policy = policy
    let day = policy.end.map { min($0.lastDay, today.firstDay) } ?? today.firstDay
    let begin = Self.begin(policy.record.words("resets"))
    isGuessed = begin == nil
    (from, until) = Self.year(of: day, month: begin?.month ?? 1, day: begin?.day ?? 1)
    let reader = MoneyReader(records)
    let papers = Self.papers(of: policy, in: records, from: from, until: until)
    claims = papers.count
    let out = papers.filter { $0.record.words("network") == "out" }
    let others = papers.filter { $0.record.words("network") != "out" }
    func use(
      _ papers: [ClaimPaper], _ amount: (ClaimPaper) -> Money?, _ limit: String, _ typed: String?
    ) -> Use {
      Use(
        counted: MoneySum(papers.compactMap(amount)),
        limit: reader.money(limit, of: policy.record),
        typed: typed.flatMap { policy.record.words($0) })
    }
    deductible = use(others, \.deductible, "deductible", "deductibleUsed")
    outOfPocket = use(others, \.owes, "outOfPocketMax", "outOfPocketUsed")
    deductibleOut = use(out, \.deductible, "deductibleOut", nil)
    outOfPocketOut = use(out, \.owes, "outOfPocketMaxOut", nil)
  }

  /// The statements about this policy in its year. A refused bill counts to nothing; of a bill with
  /// its statement, the statement counts.
  private static func papers(
    of policy: Policy, in records: [Record], from: PartialDate, until: PartialDate
  ) -> [ClaimPaper] {
    let policies = Policy.all(in: records)
    return ClaimMatching(records).pairs.compactMap(\.statement).filter { paper in
      guard let day = paper.day, day.firstDay >= from, day.lastDay <= until else { return false }
      if let denial = Denial(paper.record, []), denial.stage != .won { return false }
      return Denial.policy(of: paper.record, policies)?.record.id == policy.record.id
    }
  }

  /// `1 January`, `July 1`, `the 1st of July`.
  static func begin(_ words: String?) -> (month: Int, day: Int)? {
    guard let text = words?.lowercased() else { return nil }
    let months = PartialDate.monthNames.map { $0.lowercased() }
    let found = months.indices.filter {
      text.contains(months[$0]) || text.contains(months[$0].prefix(3) + " ")
    }
    let numbers = text.matches(of: /[0-9]+/).compactMap { Int($0.output) }.filter { $0 <= 31 }
    guard found.count == 1, numbers.count <= 1 else { return nil }
    let day = numbers.first ?? 1
    guard day >= 1, day <= PartialDate.days(inMonth: found[0] + 1, of: 2024) else { return nil }
    return (found[0] + 1, day)
  }

  /// The year around a day. A year that begins on 29 February begins on the 28th in most years.
  static func year(of day: PartialDate, month: Int, day first: Int) -> (PartialDate, PartialDate) {
    func start(_ year: Int) -> PartialDate {
      let number = min(first, PartialDate.days(inMonth: month, of: year))
      return PartialDate(year: year, month: month, day: number) ?? day.firstDay
    }
    let begin = start(day.year) <= day.firstDay ? start(day.year) : start(day.year - 1)
    let next = start(begin.year + 1)
    return (begin, next.adding(days: -1) ?? next)
  }

  /// Where the claims of a plan's year add up to more than its own maximum, or than the law's.
  static func findings(in records: [Record], today: PartialDate) -> [ClaimFinding] {
    Policy.all(in: records).compactMap { policy in
      let year = PlanYear(policy, in: records, today: today)
      if year.outOfPocket.isOver, let limit = year.outOfPocket.limit,
        let sum = year.outOfPocket.counted.of(limit.currency)
      {
        return ClaimFinding(
          .overMaximum, of: [policy.record.id], about: policy.name,
          "From \(year.from.spelled) the statements say that you owe \(sum.printed). "
            + "The most you pay in a year is \(limit.printed), by the policy. "
            + "Ask the insurer how it counts.")
      }
      return nil
    }
  }

  /// The law's own limit, for the plans that it is for.
  package var lawLimit: YearlyLimit? {
    let isGeneral = [.employer, .marketplace, .privatePlan].contains(policy.sort)
    return isGeneral && policy.rank ?? 1 == 1 ? YearlyLimit.of(from.year) : nil
  }
}
