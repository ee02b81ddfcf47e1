import Records

// A care plan that somebody wants to look at again.

extension Upcoming {
  /// The day on which a plan is to be looked at again, as the plan or the person said.
  static func plans(in facts: [Record]) -> [Upcoming] {
    facts.filter { $0.kind == .plan }.compactMap { plan in
      guard let day = plan.when("review")?.date else { return nil }
      return Upcoming(
        .task, of: plan.id, part: "review", what: "Look at it again: \(plan.title)", day: day,
        why: "the day that the plan names", saidBy: plan.words("who"))
    }
  }
}
