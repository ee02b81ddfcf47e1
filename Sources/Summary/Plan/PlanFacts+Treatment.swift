internal import CarePlan
internal import Records

/// What was done against the tumor, how it worked, and what it left.
extension PlanFacts {
  static let treatmentFinders: [String: @Sendable (PlanFacts) -> [Item]] = [
    "surgery": { $0.treatments(["surgery"]) + $0.procedures(["ectomy", "surg"]) },
    "medicines": {
      $0.treatments(["somatostatin-analog", "chemotherapy", "targeted", "other"])
        + $0.procedures(["chemo", "immuno"])
    },
    "radiation": { $0.treatments(["radiation"]) + $0.procedures(["radi", "brachy"]) },
    "radionuclide": { $0.treatments(["radionuclide"]) },
    "local": {
      $0.treatments(["ablation", "embolization"]) + $0.procedures(["ablation", "emboli"])
    },
    "trial": { $0.treatments(["trial"]) },
    "response": { facts in facts.begun.flatMap { facts.of($0, "response") } },
    "lasting": { facts in facts.begun.flatMap { facts.of($0, "sideEffects") } },
    "services": { $0.treatments(["supportive", "integrative"]) },
    "ongoing": { facts in
      facts.begun.filter { $0.words("status") == "current" }.map { facts.ongoing($0) }
    },
  ]

  /// Treatments of the tumor that were begun, oldest first.
  private var begun: [Record] {
    facts.newest(.treatment).reversed().filter {
      !["planned", "not-done"].contains($0.words("status"))
        && !["supportive", "integrative", "watchful-waiting", "declined"]
          .contains($0.words("type"))
    }
  }

  private func treatments(_ types: [String]) -> [Item] {
    facts.newest(.treatment).reversed().filter { record in
      let type = record.words("type")
      return type.map { types.contains($0) } ?? types.contains("other")
    }.map { record in
      let nodes = record.said("nodesExamined", max: 20).map { examined in
        record.said("nodesPositive", max: 20).map { "lymph nodes \($0) of \(examined)" }
          ?? "\(examined) lymph nodes"
      }
      let cycles = record.said("cyclesGiven", max: 20).map { given in
        record.said("cyclesPlanned", max: 20).map { "\(given) of \($0) cycles" }
          ?? "\(given) cycles"
      }
      let text = [
        record.plainName.capital, record.words("status") == "done" ? nil : record.said("status"),
        record.said("statusReason", max: 100), record.said("bodySite", max: 80),
        record.said("medicines", max: 80), record.said("dose", max: 60), cycles,
        record.said("activity", max: 40).map { "\($0) a cycle" },
        record.said("totalActivity", max: 40).map { "\($0) in all" },
        record.said("radiationArea", "to", max: 60), record.said("radiationDose", max: 40),
        record.said("fractions", max: 20).map { "\($0) sessions" }, nodes,
        record.said("margins", "cut edge", max: 40), record.said("findings", max: 140)?.quoted,
        record.said("trialTitle", max: 100), record.said("trialNumber", max: 40),
        record.when("end").map { "until \($0.column)" }, record.said("who", max: 60),
        record.said("place", max: 60),
      ].joinedWords(", ")
      return Item("\(record.dateColumn): \(text)", from: [record])
    }
  }

  /// A file may know an operation only as a procedure.
  private func procedures(_ names: [String]) -> [Item] {
    facts.cancerProcedures.filter { records in
      names.contains { records[0].plainName.lowercased().contains($0) }
    }.map { records in
      let line = facts.repeatedLine(records, fromFirst: true)
      return Item(line.cells.joined(separator: ": "), from: records)
    }
  }

  private func of(_ record: Record, _ field: String) -> [Item] {
    record.said(field, max: 160).map {
      [Item("\(record.plainName.capital): \($0)", from: [record])]
    }
      ?? []
  }

  private func ongoing(_ record: Record) -> Item {
    let text = [
      record.plainName.capital, record.said("every", max: 40) ?? record.said("dose", max: 60),
      record.said("cyclesPlanned", max: 20).map { "\($0) cycles planned" },
      record.when("nextDose").map { "next on \($0.column)" }, record.said("givenWhere", max: 60),
      record.said("goal", "goal:", max: 60), record.said("who", max: 60),
    ].joinedWords(", ")
    return Item(text, from: [record])
  }
}
