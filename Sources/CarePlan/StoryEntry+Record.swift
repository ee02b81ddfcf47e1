package import Records

// What the story says of a record that is read in full.

extension StoryEntry {
  /// The lines of one record. What lasts has a line where it begins and one where it ends.
  package static func entries(of record: Record, today: PartialDate) -> [StoryEntry] {
    guard !record.isRetracted || record.kind == .visit else { return [] }
    switch record.kind {
    case .treatment: return treatment(record)
    case .medicine: return medicine(record)
    case .option: return option(record)
    case .visit: return [visit(record, today)]
    case .diagnosis: return [diagnosis(record)]
    default:
      let label = record.kind == .pathology ? "Pathology" : capital(record.describing.one)
      return [
        StoryEntry(
          label, joined([record.title, said(record, "conclusion")], ". "), kind: record.kind,
          when: record.when, records: [record.id])
      ]
    }
  }

  private static func diagnosis(_ record: Record) -> StoryEntry {
    let role = words(record, "role")
    let isPlain = ["primary", "other"].contains(record.words("role") ?? "other")
    return StoryEntry(
      "Diagnosis",
      joined(
        [record.title, words(record, "stage") ?? words(record, "stageGroup"), isPlain ? nil : role]
      ),
      kind: .diagnosis, when: record.when, records: [record.id])
  }

  private static func treatment(_ record: Record) -> [StoryEntry] {
    let label = record.words("type").flatMap { labels[$0] } ?? "Treatment"
    let status = record.words("status")
    var text = joined([record.title, words(record, "who") ?? words(record, "place")])
    if status == "planned" { text += " (planned)" }
    if status == "not-done" {
      text += joined([" (not done)", words(record, "statusReason")], ": ")
    }
    if status == "stopped", record.when("end") == nil {
      text += joined([" (stopped)", words(record, "statusReason")], ": ")
    }
    if let goal = words(record, "goal") { text += ". Goal: \(goal)" }
    var start = StoryEntry(
      label, text, kind: .treatment, when: record.when("start") ?? record.when,
      records: [record.id])
    start.isAhead = status == "planned"
    guard let end = record.when("end")?.date, let began = record.when("start")?.date, began != end
    else {
      start.decided = said(record, "response")
      return [start]
    }
    let verb = status == "stopped" ? "Stopped" : "Ended"
    let last = StoryEntry(
      label, joined(["\(verb): \(record.title)", words(record, "statusReason")]), kind: .treatment,
      when: record.when("end"), records: [record.id], decided: said(record, "response"))
    return [start, last]
  }

  private static func medicine(_ record: Record) -> [StoryEntry] {
    let begin = record.when("start") ?? record.when("written")
    var lines: [StoryEntry] = []
    if begin != nil || record.when("stop") == nil {
      let verb = record.words("status") == "planned" ? "planned: " : "started: "
      lines.append(
        StoryEntry(
          "Medicine",
          begin == nil
            ? joined([record.title, words(record, "dose")])
            : verb + joined([record.title, words(record, "dose")]),
          kind: .medicine, when: begin, records: [record.id]))
    }
    if let stop = record.when("stop"), stop.date != begin?.date {
      lines.append(
        StoryEntry(
          "Medicine", joined(["stopped: \(record.title)", words(record, "stopReason")]),
          kind: .medicine, when: stop, records: [record.id]))
    }
    return lines
  }

  private static func option(_ record: Record) -> [StoryEntry] {
    var lines = [
      StoryEntry(
        "Option",
        joined([
          "talked about: \(record.title)",
          words(record, "recommendedBy").map { "recommended by \($0)" },
        ]),
        kind: .option, when: record.when("date"), records: [record.id],
        decided: said(record, "decision"))
    ]
    if let opinion = said(record, "secondOpinion"), let when = record.when("secondOpinionDate") {
      lines.append(
        StoryEntry(
          "Second opinion",
          joined([words(record, "secondOpinionFrom"), record.title]), kind: .option, when: when,
          records: [record.id], decided: opinion))
    }
    return lines
  }

  private static func visit(_ record: Record, _ today: PartialDate) -> StoryEntry {
    let status = record.words("status")
    let isAhead = record.when?.date.map { $0.firstDay > today } ?? (status == "planned")
    var text = record.title
    if isAhead { text += " (planned)" }
    if status == "missed" || status == "cancelled" { text += " (\(status ?? ""))" }
    var entry = StoryEntry(
      "Visit", text, kind: .visit, when: record.when, records: [record.id],
      decided: said(record, "decided") ?? said(record, "said"))
    entry.isAhead = isAhead
    return entry
  }

  /// Short words for the kinds of treatment, to begin a line with.
  private static let labels = [
    "surgery": "Surgery", "somatostatin-analog": "Injections", "chemotherapy": "Chemotherapy",
    "targeted": "Targeted", "radionuclide": "PRRT", "radiation": "Radiation",
    "ablation": "Ablation", "embolization": "Embolization", "trial": "Trial",
    "supportive": "Support", "integrative": "Integrative", "watchful-waiting": "Waiting",
    "declined": "Not treated",
  ]

  private static func words(_ record: Record, _ field: String) -> String? {
    guard let value = record[field], let words = record.describing.field(field)?.words(value),
      !words.isEmpty
    else { return nil }
    return words
  }

  /// A longer text on one line.
  private static func said(_ record: Record, _ field: String) -> String? {
    words(record, field)?.onOneLine(max: 200)
  }

  private static func joined(_ parts: [String?], _ sign: String = ", ") -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: sign)
  }

  private static func capital(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
