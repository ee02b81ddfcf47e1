internal import Records

// What the vault says about papers and wishes.

extension ChecklistFacts {
  func papers(_ question: FactQuestion) -> [FactAnswer] {
    switch question {
    case .summary: [summary]
    case .pathology: [pathology]
    case .operation: operation
    case .scanReport: [scanReport]
    case .scanDiscs: [.shown(newest(.imaging).lazy.compactMap { $0.words("imagesAt") }.first)]
    case .discharge: discharge
    case .copies: [copies]
    case .carePlan: [carePlan]
    case .travelLetter: [.shown(paper(["travel", "airport", "border"]).map { named($0) })]
    case .directive: [directive]
    case .proxy:
      [.shown(all(.wish).lazy.compactMap { $0.words("whoDecides") }.first)]
    case .wishes: [.shown(all(.wish).isEmpty ? nil : count(all(.wish), "wish", "wishes"))]
    case .hospice:
      [.shown(all(.wish).contains { $0["careChoice"] != nil } ? "written down" : nil)]
    default: []
    }
  }

  func count(_ records: [Record], _ one: String, _ many: String? = nil) -> String {
    "\(records.count) \(records.count == 1 ? one : many ?? one + "s")"
  }

  /// A summary goes out of date: one of the last three months counts.
  private var summary: FactAnswer {
    let last = given.first { today.dayNumber - $0.day.dayNumber <= 92 }
    let old = given.first
    return .shown(
      last.map { "for \($0.to), \($0.day.spelled)" },
      missing: old.map { "the last one is of \($0.day.spelled)" })
  }

  private var pathology: FactAnswer {
    let words = ["patholog", "histolog", "biopsy report"]
    let kept = newest(.pathology).first { !$0.attachments.isEmpty } ?? paper(words)
    return .shown(
      kept.map { named($0) },
      missing: all(.pathology).isEmpty
        ? "no copy is here" : "its words are here, and the paper is not")
  }

  /// Nobody needs an operation note who had no operation.
  private var operation: [FactAnswer] {
    let operations =
      all(.treatment).filter { $0.words("type") == "surgery" }
      + all(.procedure).filter(\.isCancerTreatment)
    guard !operations.isEmpty else { return [] }
    let words = ["operation", "operative", "surgery", "surgical"]
    let kept = operations.first { !$0.attachments.isEmpty } ?? paper(words)
    return [.shown(kept.map { named($0) })]
  }

  private var scanReport: FactAnswer {
    let scans = newest(.imaging)
    let hasReport = { (scan: Record) in
      !scan.attachments.isEmpty || scan["conclusion"] != nil
    }
    let kept = scans.first.flatMap { hasReport($0) ? $0 : nil }
    return .shown(
      kept.map { named($0) }, missing: scans.first.map { "the report of: \(named($0))" })
  }

  private var discharge: [FactAnswer] {
    let words = ["discharge", "hospital letter", "doctor's letter"]
    guard !all(.encounter).isEmpty || paper(words) != nil else { return [] }
    let kept = newest(.encounter).first { !$0.attachments.isEmpty } ?? paper(words)
    return [.shown(kept.map { named($0) })]
  }

  private var copies: FactAnswer {
    let kept = everything.filter { !$0.attachments.isEmpty }
    return .shown(kept.isEmpty ? nil : count(kept, "record has its paper", "records have theirs"))
  }

  private var carePlan: FactAnswer {
    let plans = newest(.plan)
    let received = plans.first { plan in
      plan.words("request") == "received" || plan["receivedOn"] != nil
        || (plan["request"] == nil
          && plan.title.lowercased().contains("survivorship"))
    }
    let asked = plans.first { $0.words("request") == "asked" }
    return .shown(
      received.map { named($0) },
      missing: asked.map { plan in
        let whom = plan.words("askedOf").map { " of \($0)" } ?? ""
        let day = plan.when("askedOn").map { " on \($0.spelled)" } ?? ""
        return "asked for\(whom)\(day)"
      })
  }

  private var directive: FactAnswer {
    let paper = all(.wish).first { $0.words("paper") != nil }
    return .shown(
      person?.words("directive") ?? paper?.words("paper")
        ?? self.paper(["advance directive", "living will"]).map { named($0) })
  }
}
