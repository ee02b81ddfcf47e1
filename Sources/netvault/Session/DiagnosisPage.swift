/// A diagnosis in the order of a pathology report: what, where, how the cells looked, how far it had
/// gone, how it stands; then the treatments, reports and returns that belong to it.
internal import CarePlan
internal import Console
internal import Records
internal import Vault

extension RecordPage {
  mutating func diagnosis(
    _ id: RecordID, _ vault: Vault, hiding hidden: Set<RecordID>
  ) throws {
    let isTumor = record.problemRank.isTumor
    add("name")
    add("role")
    add("recurrenceType")
    add("of")
    add(
      "Found", [words("diagnosed"), words("toldBy").map { "told by \($0)" }],
      of: ["diagnosed", "toldBy"])
    add(
      "Where", places,
      of: ["site", "side", "lobe", "bodySite"])
    guard isTumor else { return }
    let reports = try Self.reports(vault)
    tissue(Set(Gap.all(in: [record] + reports).map(\.words)))
    extent()
    add("receptors", as: "Receptors (SSTR)")
    add(
      "Hormones",
      [
        words("hormones"), words("syndrome").map { "carcinoid syndrome: \($0)" },
      ], of: ["hormones", "syndrome"])
    add("men1")
    add("resectable", as: "Removable (resectable)")
    add("status")
    add("verification")
    add("copiedFrom")
    unknown()
    try related(id, reports, vault, hiding: hidden)
  }

  /// Side, lobe and part of the body, as far as the place in words does not say them.
  private var places: [String?] {
    var found: [String] = []
    for field in ["site", "side", "lobe", "bodySite"] {
      guard let words = words(field) else { continue }
      let before = found.joined(separator: " ").lowercased()
      let isNew = words.lowercased().split(separator: " ").contains { !before.contains($0) }
      if isNew { found.append(words) }
    }
    return found
  }

  /// What the pathologist saw. The lines that every doctor looks for are there in any case.
  private mutating func tissue(_ gaps: Set<String>) {
    func missing(_ gap: String) -> String {
      gaps.contains(gap) ? "not known" : "see the reports below"
    }
    let known = words("histology")
    add("histology", orElse: gaps.contains("histology type") ? "not known" : nil)
    if known == nil { add("Cell type (histology)", [], of: ["histology"]) }
    if let quoted = words("histologyWords") {
      add("Pathologist's words", "\"\(quoted)\"", of: ["histologyWords"])
    }
    add("grade")
    add("mitoses", orElse: missing("mitoses"))
    add("necrosis", orElse: missing("necrosis"))
    add("ki67", as: "Growth rate (Ki-67)", orElse: missing("Ki-67"))
    add("size", orElse: missing("tumor size"))
  }

  /// How far it had gone.
  private mutating func extent() {
    let nodes = words("nodesExamined").map { examined in
      words("nodesPositive").map { "\($0) of \(examined) with tumor" }
        ?? "\(examined) looked at"
    }
    add(
      "Lymph nodes (N)", [nodes ?? words("nodesPositive").map { "\($0) with tumor" }],
      of: ["nodesExamined", "nodesPositive"])
    add("metastases")
    add("margins")
    let group = words("stageGroup").map { group in
      group.lowercased().hasPrefix("stage") ? group : "stage \(group)"
    }
    let parts = [words("stage"), group, words("stageType"), words("stageEdition")]
    let fields = ["stage", "stageGroup", "stageType", "stageEdition"]
    if parts.allSatisfy({ $0 == nil }) {
      add("Stage (TNM)", "not known", of: fields)
    } else {
      add("Stage (TNM)", parts, of: fields)
    }
  }

  /// What nobody wrote down, by its medical name, so that it can be asked for.
  private mutating func unknown() {
    let asked = [
      ("grade", "grade"), ("nodesExamined", "lymph nodes"), ("margins", "margins"),
      ("receptors", "somatostatin receptors"), ("men1", "MEN1"),
    ]
    let missing = asked.filter { record[$0.0] == nil }.map(\.1)
    if !missing.isEmpty { add("Not written down", missing.joined(separator: ", ")) }
  }

  private static func reports(_ vault: Vault) throws -> [Record] {
    try vault.records(of: [.pathology])
      + vault.records(of: [.result], withWords: Gap.reportWords, limit: 50)
  }

  // MARK: what belongs to it

  private mutating func related(
    _ id: RecordID, _ reports: [Record], _ vault: Vault, hiding hidden: Set<RecordID>
  ) throws {
    let others = try vault.records(of: [.diagnosis, .treatment])
    let tumors = others.filter { $0.kind == .diagnosis && $0.problemRank.isTumor }
    // What says of no diagnosis what it belongs to is the first tumor's.
    let isFirst = id == (tumors.first { $0.problemRank == .lungTumor } ?? tumors.first)?.id
    func isOfThis(_ record: Record, _ field: String) -> Bool {
      guard case .link(let other)? = record[field] else { return isFirst }
      return other == id
    }
    let returns = tumors.filter { tumor in
      guard tumor.id != id else { return false }
      if case .link(let first)? = tumor["of"] { return first == id }
      return isFirst && ["recurrence", "metastasis"].contains(tumor.words("role"))
    }
    for tumor in Listing.oldestFirst(returns) {
      let role = tumor.describing.field("role").flatMap { field in tumor["role"].map(field.words) }
      add("Later", Self.line(tumor, role))
    }
    let treatments = others.filter { $0.kind == .treatment && isOfThis($0, "diagnosis") }
    for (place, one) in Listing.oldestFirst(treatments).enumerated() {
      add(place == 0 ? "Treatments" : "", Self.line(one, Self.course(one)))
    }
    var place = 0
    for report in Listing.oldestFirst(reports)
    where report.kind == .result || isOfThis(report, "diagnosis") {
      add(place == 0 ? "Reports" : "", Self.line(report, Self.finding(report, hidden)))
      place += 1
    }
  }

  /// How a treatment went, in a few words.
  private static func course(_ treatment: Record) -> String? {
    let status = treatment.describing.field("status").flatMap { field in
      treatment["status"].map(field.words)
    }
    let given = treatment.words("cyclesGiven").map { given in
      treatment.words("cyclesPlanned").map { "\(given) of \($0) cycles" } ?? "\(given) cycles"
    }
    let parts = [
      given, treatment.words("activity").map { "\($0) a cycle" }, treatment.words("radiationDose"),
      status, treatment.words("response"),
    ]
    let text = parts.compactMap { $0 }.joined(separator: ", ")
    return text.isEmpty ? nil : text
  }

  /// What a report says, in its own words; not before it was read on its own.
  private static func finding(_ report: Record, _ hidden: Set<RecordID>) -> String? {
    if hidden.contains(report.id) { return "not read here yet: netvault show pathology" }
    if report.kind == .result {
      return [report.words("value"), report.words("finding")].compactMap { $0 }.first
    }
    return report.words("conclusion").map { "\"\($0.onOneLine(max: 160))\"" }
  }
}

extension Listing {
  /// As a story is told; what has no date comes last.
  static func oldestFirst(_ records: [Record]) -> [Record] {
    let dated = records.filter { $0.when?.date != nil }
    return newestFirst(dated).reversed() + records.filter { $0.when?.date == nil }
  }
}
