internal import CarePlan
internal import Codes
internal import Records

/// The tumor with what the pathologist found, its stage, and the other illnesses.
extension Facts {
  /// The tumor, its return and spread, other cancers: what matters most first, then the newest.
  var tumors: [Record] {
    newest(.diagnosis).filter { $0.problemRank.isTumor }
      .enumerated().sorted { left, right in
        (left.element.problemRank, left.offset) < (right.element.problemRank, right.offset)
      }.map(\.element)
  }

  /// Active illnesses, then findings, then circumstances; the newest first in each. One of a name.
  var otherProblems: [Record] {
    ranked(newest(.diagnosis).filter { !$0.problemRank.isTumor && $0.isActiveProblem })
  }

  var pastProblems: [Record] {
    let active = Set(otherProblems.map { $0.nameKey([CodeSystem.snomed]) })
    return ranked(newest(.diagnosis).filter { !$0.problemRank.isTumor && !$0.isActiveProblem })
      .filter { !active.contains($0.nameKey([CodeSystem.snomed])) }
  }

  private func ranked(_ problems: [Record]) -> [Record] {
    var seen: Set<String> = []
    return problems.enumerated()
      .sorted { ($0.element.problemRank, $0.offset) < ($1.element.problemRank, $1.offset) }
      .map(\.element)
      .filter { seen.insert($0.nameKey([CodeSystem.snomed])).inserted }
  }

  func diagnosisLines() -> [Line] {
    var lines = tumors.map { tumorLines($0) }
    lines += stagingLines()
    let others = otherProblems
    for other in others {
      lines.append(Line(.diagnosis, [other.dateColumn, problemWords(other)], from: [other]))
    }
    if others.isEmpty || absence(of: .diagnosis)?.words("answer") == "none-known" {
      lines.append(absenceLine(of: .diagnosis, "other illnesses", label: ""))
    }
    return lines
  }

  private func tumorLines(_ tumor: Record) -> Line {
    let grade = tumor.said("grade", max: 30).map { " (\($0))" } ?? ""
    let staged = [tumor.said("stageType"), tumor.said("stageEdition")].joinedWords(", ")
    let stage = tumor.said("stage", max: 60).map { $0 + (staged.isEmpty ? "" : " (\(staged))") }
    let role = tumor.said("role").flatMap { tumor.words("role") == "primary" ? nil : $0 }
    let what = [
      tumor.plainName.capital + grade, role, tumor.said("recurrenceType"), siteWords(tumor),
      tumor.quantity("size").map { $0.printed.short(30) }, stage,
      tumor.said("stageGroup", "stage group"), tumor.said("metastases", "spread to"),
      doubt(tumor), tumor.said("status"), tumor.said("toldBy", "told by"), firstTumor(of: tumor),
    ].joinedWords(", ")
    let pathology = pathologyWords(tumor)
    return Line(
      .diagnosis, [tumor.dateColumn, [what, pathology].joinedWords("\n")], from: [tumor])
  }

  /// What the pathologist found, as far as the record of the tumor says.
  private func pathologyWords(_ tumor: Record) -> String {
    let nodes = tumor.said("nodesExamined", max: 20).map { examined in
      tumor.said("nodesPositive", max: 20).map { "lymph nodes \($0) of \(examined) with tumor" }
        ?? "\(examined) lymph nodes looked at"
    }
    let type = tumor.said("histology").flatMap { type in
      tumor.plainName.lowercased().contains(type) ? nil : "cell type: \(type)"
    }
    let facts = [
      type, tumor.said("mitoses", "mitoses", max: 40),
      tumor.said("necrosis").map { "necrosis: \($0)" },
      tumor.said("ki67", "Ki-67", max: 40), nodes, tumor.said("margins", "margins", max: 40),
      tumor.said("receptors", "somatostatin receptors:", max: 120),
      tumor.said("hormones", "hormone symptoms:", max: 80),
      known(tumor, "syndrome").map { "carcinoid syndrome: \($0)" },
      known(tumor, "men1").map { "MEN1: \($0)" },
      tumor.said("resectable").map { "can be removed: \($0)" },
      tumor.said("histologyWords", max: 200)?.quoted,
    ].joinedWords(" \u{B7} ")
    let isLung = tumor.problemRank == .lungTumor
    let missing = isLung && tumor.said("ki67") == nil && !saysKi67 ? "Ki-67 not known" : nil
    return [facts, missing].joinedWords(" \u{B7} ").capital
  }

  /// What was answered with more than "not known".
  private func known(_ tumor: Record, _ field: String) -> String? {
    tumor.words(field) == "unknown" ? nil : tumor.said(field)
  }

  /// Of a return, a spread or a second cancer: the first diagnosis, with its day.
  private func firstTumor(of tumor: Record) -> String? {
    guard case .link(let id)? = tumor["of"] else { return tumor.said("of", "after") }
    guard let first = newest(.diagnosis).first(where: { $0.id == id }) else { return nil }
    return "after \(first.plainName), \(first.dateColumn)"
  }

  private var saysKi67: Bool {
    (newest(.pathology) + newest(.result)).contains { record in
      let text = record.searchText.lowercased()
      return text.contains("ki-67") || text.contains("ki67")
    }
  }

  /// Stage and pathology values that a file brought as results: the latest of each.
  var stagingResults: [Record] {
    var seen: Set<String> = []
    return newest(.result).filter { record in
      guard let name = record.coded("name") else { return false }
      let isStaging = name.codings.contains { coding in
        guard let system = coding.system, let code = coding.code else { return false }
        let group = CodeTable.shared.group(of: system, code)
        return group == .tnmStage || group == .pathologyTest
      }
      return isStaging && valueWords(record) != nil
        && seen.insert(record.nameKey([CodeSystem.loinc, CodeSystem.snomed])).inserted
    }
  }

  private func stagingLines() -> [Line] {
    stagingResults.map { record in
      Line(
        .result, [record.dateColumn, "\(record.plainName): \(valueWords(record) ?? "")"],
        from: [record])
    }
  }

  func problemWords(_ problem: Record) -> String {
    [
      problem.plainName.capital, problem.said("severity"), siteWords(problem), doubt(problem),
      problem.when("resolved").map { "over since \($0.column)" },
    ].joinedWords(", ")
  }

  private func doubt(_ problem: Record) -> String? {
    problem.words("verification") == "confirmed" ? nil : problem.said("verification")
  }

  /// Where: the site in the person's words, or side, lobe and part of the body.
  func siteWords(_ problem: Record) -> String? {
    if let site = problem.said("site") {
      // A name such as "carcinoid of the lung, right lower lobe" says it already.
      return Self.words(site).isSubset(of: Self.words(problem.plainName)) ? nil : site
    }
    let lobe = problem.said("lobe").map { $0.contains("lobe") ? $0 : "\($0) lobe" }
    let words = [problem.said("side"), lobe].joinedWords(" ")
    let site = words.isEmpty ? problem.said("bodySite") ?? "" : words
    return site.isEmpty || problem.plainName.lowercased().contains(site.lowercased()) ? nil : site
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
  }
}
