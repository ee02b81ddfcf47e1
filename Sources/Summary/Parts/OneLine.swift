internal import CarePlan
internal import Records

/// The lines that let a doctor place the patient: the tumor and what was done, the last scan in
/// its own words, and why the patient comes.
extension Facts {
  func oneLines() -> [Line] {
    var lines: [Line] = []
    if let tumor = tumors.first(where: { $0.problemRank == .lungTumor }) ?? tumors.first {
      lines.append(tumorLine(tumor))
    } else if !scope.leaveOut.contains(.diagnosis) {
      lines.append(Line(.diagnosis, ["Diagnosis of the tumor: not found in these records"]))
    }
    if let scan = newest(.imaging).first(where: { $0.said("conclusion") != nil && $0.when != nil }),
      let conclusion = scan.said("conclusion", max: 160)
    {
      lines.append(
        Line(
          .imaging,
          ["Last scan with a report: \(scan.plainName), \(scan.dateColumn): \(conclusion.quoted)"],
          from: [scan]))
    }
    if let person, let reason = person.said("reason", max: 240) {
      lines.append(Line(.person, ["Why I come: \(reason)"], from: [person]))
    }
    return lines
  }

  private func tumorLine(_ tumor: Record) -> Line {
    let surgeries = newest(.treatment).filter {
      $0.words("type") == "surgery" && !["planned", "not-done"].contains($0.words("status"))
    }
    // Of several parts of one operation, the one that says most is the operation itself.
    let surgery = surgeries.filter { $0.sortDay == surgeries.first?.sortDay }
      .max { $0.fields.count < $1.fields.count }
    let date = tumor.when.map { "found \($0.column)" } ?? Record.noDate
    let removed = surgery.map { surgery in
      let margins = surgery.said("margins", max: 40).map { " (\($0))" } ?? ""
      return "\(surgery.plainName) \(surgery.dateColumn)\(margins)"
    }
    let status = tumor.said("status").map { "status: \($0)" }
    let text = [
      tumor.plainName.capital, siteWords(tumor), tumor.said("stage", max: 60),
      tumor.said("stageGroup", "stage", max: 20), date, removed, status,
    ].joinedWords(", ")
    return Line(.diagnosis, [text + "."], from: [tumor, surgery].compactMap { $0 })
  }
}
