internal import Codes
package import Records

/// All values of one test, the newest first.
package struct ResultSeries: Sendable {
  package enum Rank: Int, Comparable, Sendable {
    /// What a neuroendocrine tumor is followed by: chromogranin A, 5-HIAA and others.
    case tumorMarker
    /// The last value is marked as outside the laboratory's own range.
    case marked
    /// What most doctors look for first: blood count, kidney, liver, salts, sugar.
    case common
    case other
    /// Answers to questionnaires, which some systems record as tests.
    case survey

    package static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  package let name: String
  package let records: [Record]
  package let rank: Rank

  /// Groups results by LOINC code or by name, what matters most first.
  package static func all(in records: [Record]) -> [ResultSeries] {
    var groups: [String: [Record]] = [:]
    for record in records where !record.isRetracted {
      guard let name = record.coded("name") else { continue }
      let key = name.code(in: CodeSystem.loinc) ?? name.text.lowercased().trimmedSpaces
      groups[key, default: []].append(record)
    }
    joinByName(&groups)
    let series = groups.map { key, records in
      ResultSeries(records.sorted { ($0.sortDay, $1.id) > ($1.sortDay, $0.id) })
    }
    return series.sorted { left, right in
      let (newest, other) = (left.records[0].sortDay, right.records[0].sortDay)
      return (left.rank, -newest, left.name) < (right.rank, -other, right.name)
    }
  }

  /// A value that was typed in has no code. It belongs to the one test of that name that has one.
  private static func joinByName(_ groups: inout [String: [Record]]) {
    var tests: [String: Set<String>] = [:]
    for (key, records) in groups {
      for record in records {
        guard let name = record.coded("name")?.text.lowercased().trimmedSpaces, name != key else {
          continue
        }
        tests[name, default: []].insert(key)
      }
    }
    for (name, tests) in tests {
      guard let only = tests.first, tests.count == 1,
        let typed = groups.removeValue(forKey: name)
      else { continue }
      groups[only, default: []] += typed
    }
  }

  private init(_ records: [Record]) {
    self.records = records
    name = records[0].words("name") ?? ""
    rank = Self.rank(records[0])
  }

  private static func rank(_ newest: Record) -> Rank {
    guard let name = newest.coded("name") else { return .other }
    for coding in name.codings {
      guard let system = coding.system, let code = coding.code else { continue }
      if CodeTable.shared.group(of: system, code) == .tumorMarker { return .tumorMarker }
    }
    let words = name.text.lowercased()
    if isMarker(words) { return .tumorMarker }
    let categories = newest.list("category").map { $0.words.lowercased() }
    let questions = ["survey", "social-history", "social history", "therapy"]
    if categories.contains(where: { questions.contains($0) }) { return .survey }
    if newest.isMarked { return .marked }
    return common.contains { words.contains($0) } ? .common : .other
  }

  /// True for a test whose name is that of a marker of these tumors.
  package static func isMarker(_ name: String) -> Bool {
    let name = name.lowercased()
    return markers.contains { name.contains($0) }
  }

  private static let markers = [
    "chromogranin", "5-hiaa", "hydroxyindole", "serotonin", "neuron specific enolase",
    "neuron-specific enolase", "pancreatic polypeptide", "gastrin-releasing",
  ]

  private static let common = [
    "creatinine", "glomerular", "egfr", "hemoglobin", "haemoglobin", "leukocyte", "white blood",
    "platelet", "sodium", "potassium", "calcium", "glucose", "alanine amino", "aspartate amino",
    "bilirubin", "alkaline phosph", "albumin", "thyrotropin", "urea nitrogen", "hematocrit",
  ]
}

extension Record {
  /// True when the laboratory marked the value, or when it lies outside the range beside it.
  package var isMarked: Bool { mark != nil }

  /// `high`, `low` or the mark that was printed; nil when there is nothing to say.
  package var mark: String? {
    if let flag = coded("flag") {
      let codes = flag.codings.compactMap(\.code) + [flag.text]
      for code in codes {
        switch code.uppercased() {
        case "N", "NORMAL", "NEG": return nil
        case "H", "HU", "HIGH": return "high"
        case "L", "LU", "LOW": return "low"
        case "HH": return "very high"
        case "LL": return "very low"
        case "A", "ABNORMAL": return "marked as abnormal"
        default: break
        }
      }
      return "marked \(flag.text)"
    }
    guard let value = quantity("value"), let number = value.approximate,
      case .range(let range) = self["range"]
    else { return nil }
    func comparable(_ end: Quantity) -> Double? {
      end.unit == nil || end.unit == value.unit ? end.approximate : nil
    }
    if let high = range.high.flatMap(comparable), number > high, value.comparator?.first != "<" {
      return "above the range"
    }
    if let low = range.low.flatMap(comparable), number < low, value.comparator?.first != ">" {
      return "below the range"
    }
    return nil
  }
}
