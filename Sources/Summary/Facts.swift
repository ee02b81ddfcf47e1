internal import CarePlan
internal import Codes
internal import Records

/// The records that a summary is made of, and the day it is made on.
struct Facts {
  let person: Record?
  let today: PartialDate
  let recipient: String?
  let scope: Scope
  private let byKind: [Kind: [Record]]
  /// Every record that may be on the page.
  let all: [Record]

  init(_ records: [Record], person: Record?, recipient: String?, today: PartialDate, scope: Scope) {
    let allowed = records.filter { scope.allows($0) && !$0.isRetracted }
    all = allowed
    byKind = Dictionary(grouping: allowed, by: \.kind)
    self.person = person ?? byKind[.person]?.first
    self.today = today
    self.recipient = recipient
    self.scope = scope
  }

  /// The newest first; what has no date comes last, and one order for equal days.
  func newest(_ kind: Kind) -> [Record] {
    (byKind[kind] ?? []).map { (day: $0.sortDay, record: $0) }
      .sorted { ($0.day, $1.record.id) > ($1.day, $0.record.id) }.map(\.record)
  }

  /// What was answered where a list has no entries; nil when nobody asked.
  func absence(of kind: Kind) -> Record? {
    let answers = newest(.absence).filter { $0.words("of") == kind.rawValue }
    return answers.first { $0.words("answer") == "none-known" } ?? answers.first
  }

  /// The line that stands where a list could be: "none known", "not asked".
  ///
  /// A list that the person chose to leave out says so: that is not the same as "not asked".
  func absenceLine(of kind: Kind, _ name: String, label: String) -> Line {
    func line(_ words: String, from records: [Record] = []) -> Line {
      let cells = label.isEmpty ? [name.capital, words] : [label, "\(name): \(words)"]
      return Line(kind, cells, sentence: "\(name.capital): \(words)", from: records)
    }
    guard !scope.leaveOut.contains(kind) else { return line("left out by the patient") }
    guard let answer = absence(of: kind) else { return line("not asked") }
    let words =
      switch answer.words("answer") {
      case "none-known": "none known"
      case "unavailable": "information unavailable"
      case "not-asked", nil: "not asked"
      case let words?: words.short(80)
      }
    let wording = answer.words("wording").map { " (\($0.short(80)))" } ?? ""
    return line("\(words)\(wording), \(answer.saidOn)", from: [answer])
  }
}

extension When {
  /// For a column of dates: the day without its time, or where a period began.
  package var column: String {
    if let words { return words.short(40) }
    let about = isAbout ? "about " : ""
    if let start { return about + start.date.spelled }
    return end.map { "until \(about)\($0.date.spelled)" } ?? "date not known"
  }

  /// What a column of dates does not say: the end of a period.
  package var rest: String? {
    guard words == nil, let start, let end, start.date != end.date else { return nil }
    return "until \(end.date.spelled)"
  }
}

extension Record {
  static let noDate = "date not known"

  var dateColumn: String { when?.column ?? Self.noDate }

  /// For facts that mostly have no date of their own: the day they were told or read.
  var dayColumn: String {
    when?.column ?? PartialDate(provenance.entered.prefix(10))?.spelled ?? Self.noDate
  }

  /// When it was written down, for answers that have no date of their own.
  var saidOn: String {
    if let when { return when.column }
    guard let day = PartialDate(provenance.entered.prefix(10)) else { return Self.noDate }
    return "\(provenance.origin == .person ? "told" : "read") \(day.spelled)"
  }

  /// The field in the words of its choices, cleaned and cut. What stands twice is said once.
  func said(_ field: String, max: Int = 120) -> String? {
    var seen: Set<String> = []
    let words = list(field).map { value in
      (describing.field(field)?.words(value) ?? value.words).plain
    }.filter { seen.insert($0).inserted }.joined(separator: ", ").short(max)
    return words.isEmpty ? nil : words
  }

  /// `label value`, when there is a value.
  func said(_ field: String, _ label: String, max: Int = 120) -> String? {
    said(field, max: max).map { "\(label) \($0)" }
  }

  /// The name that the kind's description makes the title of.
  var plainName: String {
    (words(describing.titles.first?.first ?? "") ?? title).plain.short(160)
  }

  /// What tells one medicine, vaccine or procedure from another: its codes' first, or its words.
  func nameKey(_ systems: [String]) -> String {
    if let name = coded(describing.titles.first?.first ?? "") {
      for system in systems {
        if let code = name.code(in: system) { return "\(system)|\(code)" }
      }
    }
    return plainName.lowercased()
  }
}

extension String {
  /// Without the word for its kind that SNOMED CT puts at the end of a name: `(disorder)`.
  fileprivate var plain: String {
    guard hasSuffix(")"), let open = lastIndex(of: "("),
      Self.semanticTags.contains(String(self[open...].dropFirst().dropLast()))
    else { return self }
    return String(self[..<open]).trimmedSpaces
  }

  private static let semanticTags: Set<String> = [
    "disorder", "finding", "procedure", "situation", "regime/therapy", "morphologic abnormality",
    "physical object", "event", "substance", "product", "observable entity", "record artifact",
    "person", "qualifier value",
  ]
}
