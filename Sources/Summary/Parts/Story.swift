internal import CarePlan
internal import Codes
internal import Records

/// What was done against the tumor, oldest first, and what of it lasts.
extension Facts {
  func storyLines() -> [Line] {
    let steps =
      newest(.treatment).map { (day: $0.sortDay, line: treatmentLine($0)) }
      + cancerProcedures.map {
        (day: $0[$0.count - 1].sortDay, line: repeatedLine($0, fromFirst: true))
      }
    var lines = steps.enumerated()
      .sorted { ($0.element.day, -$0.offset) < ($1.element.day, -$1.offset) }
      .map(\.element.line)
    if lines.isEmpty {
      lines.append(absenceLine(of: .treatment, "treatments", label: ""))
    }
    for effect in newest(.lateEffect) where effect.words("status") != "gone" {
      lines.append(effectLine(effect))
    }
    return lines
  }

  /// Procedures that are a treatment of cancer, by code or by name; repeated ones together.
  var cancerProcedures: [[Record]] { repeated(newest(.procedure).filter(\.isCancerTreatment)) }

  var otherProcedures: [[Record]] {
    repeated(newest(.procedure).filter { !$0.isCancerTreatment }).enumerated()
      .sorted { left, right in
        (left.element[0].procedureRank, left.offset) < (
          right.element[0].procedureRank, right.offset
        )
      }.map(\.element)
  }

  /// Groups of one name, newest first in each; the groups by their newest.
  func repeated(_ records: [Record]) -> [[Record]] {
    var groups: [[Record]] = []
    var places: [String: Int] = [:]
    for record in records {
      let key = record.nameKey([CodeSystem.snomed, CodeSystem.cvx])
      if let place = places[key] {
        groups[place].append(record)
      } else {
        places[key] = groups.count
        groups.append([record])
      }
    }
    return groups
  }

  /// One line for a procedure, with how often and from when to when.
  ///
  /// - Parameter fromFirst: Whether it stands where it began, and not where it was done last.
  func repeatedLine(
    _ records: [Record], label: String? = nil, fromFirst: Bool = false
  ) -> Line {
    let newest = records[0]
    let oldest = records[records.count - 1]
    let other =
      fromFirst
      ? newest.when.map { "last \($0.column)" }
      : oldest.when.map { "first \($0.column)" }
    let times =
      records.count > 1
      ? ["\(records.count) times", other].joinedWords(", ") : nil
    let text = [
      newest.plainName.capital, newest.said("bodySite"), newest.said("status").flatMap(Self.isOpen),
      times, newest.said("reason", "for"), newest.said("outcome"),
      newest.said("complication", "complication:"), newest.said("findings", max: 160)?.quoted,
      newest.said("who"), newest.said("place"),
    ].joinedWords(", ")
    return Line(
      newest.kind,
      [(fromFirst ? oldest : newest).dateColumn, [label, text].joinedWords(": ")], from: records)
  }

  private static func isOpen(_ status: String) -> String? {
    ["completed", "done", "final", "unknown"].contains(status) ? nil : status
  }

  private func treatmentLine(_ step: Record) -> Line {
    let nodes = step.said("nodesExamined", max: 20).map { examined in
      step.said("nodesPositive", max: 20).map { "lymph nodes \($0) of \(examined) with tumor" }
        ?? "\(examined) lymph nodes removed"
    }
    let cycles =
      step.said("cyclesGiven", max: 20).map { given in
        step.said("cyclesPlanned", max: 20).map { "\(given) of \($0) cycles" } ?? "\(given) cycles"
      } ?? step.said("cyclesPlanned", max: 20).map { "\($0) cycles planned" }
    let trial = [step.said("trialTitle"), step.said("trialNumber")].joinedWords(", ")
    let status = step.words("status") == "done" ? nil : step.said("status")
    let text = [
      step.plainName.capital, step.said("approach"), step.said("bodySite"), nodes,
      step.said("margins", "margins", max: 40), step.said("dose"), cycles,
      step.said("cycle", "cycle", max: 20), step.said("medicines"),
      step.said("activity", max: 40).map { "\($0) a cycle" },
      step.said("totalActivity", max: 40).map { "\($0) in all" }, step.said("radiationArea", "to"),
      step.said("radiationDose", max: 40),
      step.said("fractions", max: 40).map { "\($0) fractions" },
      trial.isEmpty ? nil : "trial: \(trial)", step.when?.rest ?? end(of: step), status,
      step.said("statusReason"), step.said("choiceReason", "why:"), teamWords(step),
      step.said("goal", "goal:"), step.said("reason", "for"),
      step.said("response", "response:"), step.said("outcome", "outcome:"),
      step.said("sideEffects", "side effects:"), step.said("findings", max: 160)?.quoted,
      step.said("who"), step.said("place"),
    ].joinedWords(", ")
    return Line(.treatment, [step.dateColumn, text], from: [step])
  }

  /// Whether the care team knows of something that is taken or done besides.
  func teamWords(_ record: Record) -> String? {
    record.said("teamKnows", "known to", max: 60)
      ?? (record.words("teamTold") == "no" ? "care team not told yet" : nil)
  }

  private func end(of step: Record) -> String? {
    guard let start = step.when("start"), let end = step.when("end"), start.date != end.date else {
      return nil
    }
    return "until \(end.column)"
  }

  private func effectLine(_ effect: Record) -> Line {
    let label = effect.words("status") == "possible" ? "Possible effect" : "Lasting effect"
    let text = [
      effect.plainName, effect.said("of", "of"), effect.said("watch", "watch for:"),
      effect.said("callWhen", "call when:"), effect.said("callWhom", "call:"),
      effect.said("saidBy", "told by"),
    ].joinedWords(", ")
    return Line(.lateEffect, [effect.dateColumn, "\(label): \(text)"], from: [effect])
  }
}

extension Record {
  /// 0 for an operation, 1 for most procedures, 2 for talks, forms and assessments.
  var procedureRank: Int {
    let words = plainName.lowercased()
    let talks = [
      "assessment", "screening", "reconciliation", "education", "questionnaire", "referral",
      "counsel", "notification", "documentation", "evaluation", "medical history", "care plan",
      "discussion", "history taking",
    ]
    if talks.contains(where: { words.contains($0) }) { return 2 }
    let operations = [
      "ectomy", "otomy", "ostomy", "plasty", "excision", "resection", "biops", "scopy", "surg",
      "transplant", "replacement", "implant", "bypass", "ablation", "removal", "repair",
      "amputation", "stent", "operation", "dialysis", "cesarean",
    ]
    return operations.contains { words.contains($0) } ? 0 : 1
  }
}
