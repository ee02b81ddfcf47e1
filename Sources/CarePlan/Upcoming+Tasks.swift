internal import Records

extension Upcoming {
  /// Things to do that have a day, and that neither a person nor the vault calls done.
  static func tasks(in facts: [Record], today: PartialDate) -> [Upcoming] {
    let items = facts.filter { $0.kind == .checklistItem && $0.when("due")?.date != nil }
    guard !items.isEmpty else { return [] }
    let lists = Checklist.all(in: ChecklistFacts(facts, upcoming: [], today: today))
    return lists.flatMap(\.open).compactMap { entry in
      guard let record = entry.record, let day = record.when("due")?.date else { return nil }
      return Upcoming(
        .task, of: record.id, what: entry.what, day: day, why: "on the list \"\(entry.list)\"",
        saidBy: record.words("owner"))
    }
  }
}
