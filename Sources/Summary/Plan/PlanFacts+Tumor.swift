internal import CarePlan
internal import Codes
internal import Records

/// The tumor, with what the pathologist found and the tests that found it.
extension PlanFacts {
  static let tumorFinders: [String: @Sendable (PlanFacts) -> [Item]] = [
    "diagnosis": { facts in facts.said(facts.tumor, "name") },
    "cell-type": { $0.said($0.tumor, "histology") },
    "site": { facts in
      guard let tumor = facts.tumor else { return [] }
      let own = facts.said(tumor, "site")
      return own.isEmpty ? facts.said(tumor, "bodySite") : own
    },
    "side": { $0.said($0.tumor, "side") },
    "diagnosed": { $0.day($0.tumor, ["diagnosed"]) },
    "stage": { facts in
      let edition = facts.tumor?.said("stageEdition", max: 40).map { " (\($0))" } ?? ""
      guard let tumor = facts.tumor, let stage = tumor.said("stage") else {
        return facts.stagingItems
      }
      return [Item(stage + edition, from: [tumor])]
    },
    "stage-group": { $0.said($0.tumor, "stageGroup") },
    "grade": { $0.said($0.tumor, "grade") },
    "ki67": { $0.said($0.tumor, "ki67") },
    "receptors": { $0.said($0.tumor, "receptors") },
    "hormones": { $0.said($0.tumor, "hormones") },
    "nodes": { $0.nodeItems },
    "spread": { $0.said($0.tumor, "metastases") },
    "return": { $0.laterItems },
    "tests": { $0.testItems },
    "men1": { $0.inheritedItems },
  ]

  func day(_ record: Record?, _ fields: [String]) -> [Item] {
    guard let record, let when = fields.lazy.compactMap({ record.when($0) }).first else {
      return []
    }
    return [Item(when.column, from: [record])]
  }

  private var stagingItems: [Item] {
    facts.stagingResults.map { record in
      Item("\(record.plainName): \(facts.valueWords(record) ?? "")", from: [record])
    }
  }

  private var nodeItems: [Item] {
    let surgery = facts.newest(.treatment).first {
      $0.words("type") == "surgery" && $0.words("nodesExamined") != nil
    }
    let from = tumor?.words("nodesExamined") != nil ? tumor : surgery
    guard let from, let examined = from.said("nodesExamined", max: 20) else { return [] }
    let positive = from.said("nodesPositive", max: 20)
    return [
      Item(
        positive.map { "\($0) of \(examined) with tumor" } ?? "\(examined) looked at",
        from: [from])
    ]
  }

  /// A return, a spread, or another cancer.
  private var laterItems: [Item] {
    facts.tumors.filter { $0.id != tumor?.id }.map { record in
      Item("\(record.dateColumn): \(record.plainName.capital)", from: [record])
    }
  }

  /// Pathology and scans up to half a year after the diagnosis, oldest first; with no day, all
  /// pathology.
  private var testItems: [Item] {
    let end = tumor?.when("diagnosed")?.date?.lastDay.adding(months: 6)
    let found = (facts.newest(.pathology) + facts.newest(.imaging)).filter { record in
      guard let end, let day = record.when?.date else { return record.kind == .pathology }
      return day.firstDay <= end
    }.sorted { ($0.sortDay, $0.id) < ($1.sortDay, $1.id) }
    return found.prefix(12).map { record in
      let words = record.said("conclusion", max: 160).map { ": \($0.quoted)" } ?? ""
      return Item("\(record.dateColumn): \(record.plainName)\(words)", from: [record])
    }
  }

  private var inheritedItems: [Item] {
    let own = said(tumor, "men1")
    let named = facts.newest(.diagnosis).filter { $0.words("role") == "men1" }
      .map { Item("MEN1: \($0.plainName)", from: [$0]) }
    let family = facts.newest(.familyHistory).filter { relative in
      relative.list("condition").contains {
        let words = $0.words.lowercased()
        return words.contains("men1") || words.contains("multiple endocrine neoplasia")
      }
    }.map { Item("in the family: \($0.said("relation", max: 60) ?? "a relative")", from: [$0]) }
    return own + named + family
  }
}
