package import Records

/// Something a new doctor will look for and not find. It says what is missing, not what to do.
package struct Gap: Hashable, Sendable {
  /// In the doctor's words: `Ki-67`, `operation note`.
  package let words: String
  /// The kind of record that would fill it.
  package let kind: Kind

  /// The words by which a report or a result can fill a gap: each is the beginning of a word.
  package static let reportWords = [
    "ki-67", "ki67", "mitos", "mitotic", "necrosis", "stage group", "tumor size", "size tumor",
  ]
  /// The words by which a document is an operation note.
  package static let operationWords = ["operation", "operative", "surgery", "surgical"]

  /// What is missing. It is enough to hand over the records that could fill a gap: the person,
  /// diagnoses, treatments, procedures, answers "none", reports and documents with the words above,
  /// and some of the medicines, allergies, relatives, helpers and wishes.
  package static func all(in records: [Record]) -> [Gap] {
    let facts = records.filter { !$0.isRetracted }
    return tumor(facts) + lists(facts) + help(facts)
  }

  private static func tumor(_ facts: [Record]) -> [Gap] {
    let tumors = facts.filter { $0.kind == .diagnosis && $0.problemRank == .lungTumor }
    guard !tumors.isEmpty else {
      let hasCancer = facts.contains { $0.kind == .diagnosis && $0.problemRank.isTumor }
      return hasCancer ? [] : [Gap(words: "diagnosis of the tumor", kind: .diagnosis)]
    }
    let reports = facts.filter { $0.kind == .pathology || $0.kind == .result }
    func said(_ fields: [String], orIn words: [String]) -> Bool {
      tumors.contains { tumor in
        fields.contains { tumor.words($0).map { $0 != "unknown" } ?? false }
      }
        || reports.contains { $0.says(words) }
    }
    var gaps: [Gap] = []
    func need(_ words: String, _ kind: Kind, _ isThere: Bool) {
      if !isThere { gaps.append(Gap(words: words, kind: kind)) }
    }
    need("day of the diagnosis", .diagnosis, tumors.contains { $0.when?.date != nil })
    need("histology type", .diagnosis, tumors.contains { hasType($0) })
    need("stage", .diagnosis, said(["stage", "stageGroup"], orIn: ["stage group"]))
    need("Ki-67", .diagnosis, said(["ki67"], orIn: ["ki-67", "ki67"]))
    need("mitoses", .diagnosis, said(["mitoses"], orIn: ["mitos", "mitotic"]))
    need("necrosis", .diagnosis, said(["necrosis"], orIn: ["necrosis"]))
    need("tumor size", .diagnosis, said(["size"], orIn: ["tumor size", "size tumor"]))
    need("pathology report", .pathology, facts.contains { $0.kind == .pathology })
    need(
      "operation note", .document,
      !facts.contains { $0.kind == .treatment && $0.words("type") == "surgery" }
        || facts.contains { isOperationNote($0) })
    return gaps
  }

  private static func hasType(_ tumor: Record) -> Bool {
    if let type = tumor.words("histology"), type != "unknown" { return true }
    let name = tumor.words("name")?.lowercased() ?? ""
    return name.contains("typical")
  }

  private static func isOperationNote(_ record: Record) -> Bool {
    guard record.kind == .document else { return false }
    let title = ((record.words("title") ?? "") + " " + (record.words("type") ?? "")).lowercased()
    return operationWords.contains { title.contains($0) }
  }

  /// The lists for which "none" is an answer of its own.
  private static func lists(_ facts: [Record]) -> [Gap] {
    let answered = Set(
      facts.filter { $0.kind == .absence }.compactMap { answer in
        answer.words("answer") == "none-known" ? answer.words("of") : nil
      })
    let asked: [(Kind, String)] = [
      (.allergy, "allergies (not asked)"), (.medicine, "medicines (not asked)"),
      (.treatment, "treatments (not asked)"), (.familyHistory, "family history (not asked)"),
    ]
    return asked.compactMap { kind, words in
      let isThere =
        answered.contains(kind.rawValue)
        || facts.contains { fact in
          fact.kind == kind
            || kind == .treatment && fact.kind == .procedure && fact.isCancerTreatment
        }
      return isThere ? nil : Gap(words: words, kind: kind)
    }
  }

  private static func help(_ facts: [Record]) -> [Gap] {
    var gaps: [Gap] = []
    let team = facts.filter { $0.kind == .teamMember }
    if !team.contains(where: { $0.words("phone") != nil || $0.words("phoneNight") != nil }) {
      gaps.append(Gap(words: "whom to call", kind: .teamMember))
    }
    let person = facts.first { $0.kind == .person }
    if person?.words("directive") == nil, !facts.contains(where: { $0.kind == .wish }) {
      gaps.append(Gap(words: "advance directive", kind: .wish))
    }
    return gaps
  }
}

extension Record {
  /// Whether a report or a result gives a value for one of these. "Ki-67 was not reported" names it
  /// and gives none.
  fileprivate func says(_ words: [String]) -> Bool {
    if kind == .result {
      let name = coded("name")?.text.lowercased() ?? ""
      guard !words.contains(where: { name.contains($0) }) else {
        return fields["value"] != nil || fields["finding"] != nil || self.words("conclusion") != nil
      }
    }
    let text = searchText.lowercased()
    return words.contains { word in
      text.ranges(of: word).contains { range in
        let after = text[range.upperBound...].prefix(Self.reach)
        let before = text[..<range.lowerBound].suffix(Self.reach)
        // "ki-67 3 %", "1 mitosis per 2 mm2", "no necrosis".
        return !Self.isDenied(after)
          && (after.contains(where: \.isNumber) || before.contains(where: \.isNumber)
            || before.contains("no ") || after.contains("none") || after.contains("absent")
            || after.contains("present") || after.contains("yes") || after.contains("no"))
      }
    }
  }

  /// How many letters around a word can belong to it.
  private static let reach = 24

  private static func isDenied(_ text: Substring) -> Bool {
    ["not reported", "not done", "not performed", "not known", "pending", "not determined"]
      .contains { text.contains($0) }
  }
}
