internal import CarePlan
package import Records

/// The one value that every output is made of: ordered sections on two pages.
///
/// It is made from everything known, the reader and a day, and asks no clock. Every writer shows
/// the same lines; each line carries the records it stands on.
package struct Summary: Sendable {
  package let name: String
  /// `14 June 1961 (65)`.
  package let born: String
  package let sex: String?
  package let died: String?
  package let recipient: String?
  package let madeOn: PartialDate
  /// Page 1 and page 2.
  package let pages: [[Section]]
  /// Every line of every part, also what does not fit on paper.
  package let parts: [SummaryPart: [Line]]
  package let sources: [Source]
  /// The person's own record.
  package let person: Record?
  /// The records that may be given away: not private, not personal, not taken back.
  package let records: [Record]
  /// What was chosen to be given.
  package let scope: Scope
  private let numbers: [DocumentKey: Int]

  package init(
    of records: [Record], person: Record? = nil, for recipient: String? = nil,
    on today: PartialDate,
    scope: Scope = Scope(), files: [SourceFile] = []
  ) {
    let facts = Facts(
      records, person: person, recipient: recipient, today: today, scope: scope)
    let parts = facts.parts
    let layout = Layout(parts, sources: SourceList(records: records, files: files))

    self.person = facts.person
    self.records = facts.all
    self.recipient = recipient.map { $0.short(60) }.flatMap { $0.isEmpty ? nil : $0 }
    self.scope = scope
    self.parts = layout.parts
    pages = layout.pages
    sources = layout.sources
    madeOn = today
    name = facts.person?.said("name", max: 80) ?? "Name not given"
    sex = facts.person?.said("sex", max: 30)
    died = facts.person?.when("died").map(\.column)
    born = Self.born(facts.person?.when("born"), today: facts.person?.when("died")?.date ?? today)
    numbers = Dictionary(
      sources.map { ($0.key, $0.number) }, uniquingKeysWith: { first, _ in first })
  }

  private static func born(_ when: When?, today: PartialDate) -> String {
    guard let when else { return "date of birth not known" }
    guard let date = when.start?.date, when.words == nil, date.firstDay <= today.firstDay else {
      return when.column
    }
    let about = date.day == nil || when.isAbout ? "about " : ""
    return "\(when.column) (\(about)\(date.years(until: today)))"
  }

  /// `D1`, `D1 P`, `?`, or nothing for what no record says.
  package func marker(_ marks: Marks) -> String {
    var words: [String] = marks.isDisputed ? ["?"] : []
    let known = marks.documents.compactMap { numbers[$0] }.filter { $0 <= SourceList.limit }
    words += known.prefix(2).map { "D\($0)" }
    if known.count > 2 { words.append("+") }
    if known.isEmpty, !marks.documents.isEmpty { words.append("D") }
    if marks.isTold { words.append("P") }
    return words.joined(separator: " ")
  }

  /// Made by whom, when: on both pages.
  package var madeBy: String { "made by the patient on \(madeOn.spelled)" }

  /// Only some parts, for a card or a page for emergencies.
  package func sections(_ parts: [SummaryPart]) -> [Section] {
    pages.joined().filter { parts.contains($0.part) }
  }

  /// What an emergency page holds.
  package static let emergencyParts: [SummaryPart] = [.alerts, .oneLine, .call]
}
