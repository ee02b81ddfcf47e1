internal import Codes
package import Records

/// How much a diagnosis matters on one page: the tumor first, circumstances of life last.
package enum ProblemRank: Int, Comparable, Sendable {
  /// The lung neuroendocrine tumor itself.
  case lungTumor
  /// Its return, its spread, and what belongs to it: carcinoid syndrome, MEN1, DIPNECH.
  case ofTheTumor
  case otherCancer
  case illness
  /// What a file calls a finding or a situation: overweight, a suspicion.
  case finding
  /// Work, school, housing and the like, which some systems record as conditions.
  case circumstance

  package static func < (left: ProblemRank, right: ProblemRank) -> Bool {
    left.rawValue < right.rawValue
  }

  package var isTumor: Bool { self <= .otherCancer }
}

extension Record {
  /// The rank of a diagnosis: by what the person said it is, then by its codes, then by its words.
  package var problemRank: ProblemRank {
    switch words("role") {
    case "primary": return .lungTumor
    case "recurrence", "metastasis", "carcinoid-syndrome", "men1", "dipnech": return .ofTheTumor
    case "second-cancer": return .otherCancer
    default: break
    }
    guard let name = coded("name") else { return .illness }
    return Self.rank(codings: name.codings) ?? Self.rank(words: name.text.lowercased())
  }

  private static func rank(codings: [Coding]) -> ProblemRank? {
    for coding in codings {
      guard let system = coding.system, let code = coding.code else { continue }
      switch CodeTable.shared.group(of: system, code) {
      case .lungNET: return .lungTumor
      case .netSpread, .carcinoidSyndrome, .men1: return .ofTheTumor
      case .neuroendocrineTumor, .neuroendocrineCarcinoma, .lungCancer, .cancerSpread:
        return .otherCancer
      default: break
      }
      // Chapter 2 of ICD-10 has all malignant tumors under C.
      if system == CodeSystem.icd10CM || system == CodeSystem.icd10, code.hasPrefix("C") {
        return .otherCancer
      }
    }
    return nil
  }

  private static func rank(words: String) -> ProblemRank {
    func says(_ any: [String]) -> Bool { any.contains { words.contains($0) } }
    if says(circumstances) { return .circumstance }
    if words.contains("(situation)") || words.contains("suspected") { return .finding }
    if says(["carcinoid", "neuroendocrine"]), says(["lung", "bronch", "lobe", "pulmon"]) {
      return .lungTumor
    }
    if says(["carcinoid syndrome", "dipnech", "multiple endocrine neoplasia"]) {
      return .ofTheTumor
    }
    if says(cancers), !says(["benign", "history of", "fear of"]) { return .otherCancer }
    return words.hasSuffix("(finding)") ? .finding : .illness
  }

  private static let cancers = [
    "cancer", "carcinoma", "carcinoid", "malignant", "neuroendocrine", "lymphoma", "leukemia",
    "melanoma", "sarcoma", "myeloma", "metasta",
  ]

  private static let circumstances = [
    "employ", "education", "labor force", "criminal", "housing", "transport", "social",
    "violence", "armed forces", "stress (finding)", "refugee", "partner abuse", "school",
    "homeless", "medication review", "income", "migrant", "risk activity", "lack of",
    "certificate", "only received", "received higher", "received certificate",
  ]
}
