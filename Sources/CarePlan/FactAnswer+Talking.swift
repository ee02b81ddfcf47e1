internal import Records

// What the vault says about what to ask, to tell and to decide.

extension ChecklistFacts {
  func talking(_ question: FactQuestion) -> [FactAnswer] {
    switch question {
    case .questions:
      let open = all(.question).filter { $0["answer"] == nil }
      return [.shown(open.isEmpty ? nil : count(open, "question"))]
    case .choosingQuestions: return [asked("choosing")]
    case .afterQuestions: return [asked("after")]
    case .untoldSymptoms: return [untold(all(.symptom), done: "everything in the diary was told")]
    case .untoldMeans:
      return [untold(all(.medicine) + all(.treatment), done: "everything was told")]
    case .missedVisit: return missed
    case .visitWritten: return [written]
    case .decideBy: return [decideBy]
    case .options:
      let known = all(.option).filter { $0["recommendedBy"] != nil }
      return [.shown(known.isEmpty ? nil : count(known, "way", "ways"))]
    default: return []
    }
  }

  private func asked(_ topic: String) -> FactAnswer {
    let own = all(.question).filter { $0.words("topic") == topic }
    return .shown(own.isEmpty ? nil : count(own, "question"))
  }

  private func untold(_ records: [Record], done: String) -> FactAnswer {
    let untold = records.filter { $0.isUntold(on: today) }.sorted { $0.sortDay > $1.sortDay }
    let names = untold.prefix(3).map(\.title).joined(separator: ", ")
    let more = untold.count > 3 ? ", and \(untold.count - 3) more" : ""
    return FactAnswer(untold.isEmpty, evidence: done, missing: names + more)
  }

  /// One for each visit of the last year that was missed.
  private var missed: [FactAnswer] {
    newest(.visit).filter { visit in
      visit.words("status") == "missed"
        && visit.when?.date.map { today.dayNumber - $0.dayNumber <= 366 } ?? true
    }.map { visit in
      var new: Record?
      if case .link(let id)? = visit["rebooked"] { new = record(id) }
      return FactAnswer(
        new != nil, about: visit, evidence: new.map { named($0) },
        missing: visit.when.map { "it was on \($0.spelled)" })
    }
  }

  private var written: FactAnswer {
    let past = newest(.visit).first { visit in
      visit.words("status") != "missed"
        && visit.when?.date.map { $0.firstDay < today } ?? false
    }
    guard let past else { return FactAnswer(false) }
    return FactAnswer(
      past["said"] != nil || past["decided"] != nil, evidence: named(past),
      missing: "nothing is written down of: \(named(past))")
  }

  private var decideBy: FactAnswer {
    let open = all(.option).filter { $0["decision"] == nil }
    let day = open.compactMap { $0.when("decideBy")?.date }.min()
    return .shown(day.map { "by \($0.spelled)" })
  }
}
