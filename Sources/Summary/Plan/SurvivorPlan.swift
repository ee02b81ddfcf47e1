package import Records

/// The survivorship care plan as one value: every field that a plan should have, and for each what
/// is known, that there is none, that nobody knows, or that nobody asked. It is what the person's
/// records and named sources say, and no advice.
package struct SurvivorPlan: Sendable {
  package enum State: String, Sendable, CaseIterable {
    case known
    case none
    case notAsked = "not-asked"
    case unknown

    /// What stands in place of a value.
    package var words: String {
      switch self {
      case .known: "known"
      case .none: "none"
      case .notAsked: "not asked yet"
      case .unknown: "not known"
      }
    }
  }

  /// One thing that is said in a field, with where it comes from.
  package struct Item: Hashable, Sendable {
    package let words: String
    package let marks: Marks
    /// A named source with its day, where no record says it.
    package let source: String?
    package let records: [RecordID]

    init(_ words: String, from records: [Record] = [], source: String? = nil) {
      self.words = words.clean
      marks = Marks(records.map(\.provenance))
      self.source = source
      self.records = records.map(\.id)
    }
  }

  package struct Entry: Hashable, Sendable {
    package let field: PlanField
    package let state: State
    package let items: [Item]

    /// True where somebody could still add something.
    package var isMissing: Bool { state == .notAsked && !field.add.isEmpty }
  }

  package struct Part: Hashable, Sendable {
    package let part: PlanPart
    package let entries: [Entry]
  }

  package let name: String
  package let born: String
  package let madeOn: PartialDate
  /// How it stands with the plan of the person's own team.
  package let request: String
  package let parts: [Part]
  package let sources: [Source]
  /// The record of the plan, where there is one.
  package let plan: Record?
  private let numbers: [DocumentKey: Int]

  package static let notice =
    "This page is not medical advice; it says what your team said, and what named sources say."

  /// What the letters beside the lines mean.
  package static let legend =
    "D: from a document · P: told by the patient · ?: sources disagree · S: a named source"

  /// - Parameter withPrivate: Whether records that are marked private come along: on the person's
  ///   own screen they do, on paper they do not.
  package init(
    of records: [Record], person: Record? = nil, on today: PartialDate, withPrivate: Bool = false
  ) {
    let facts = PlanFacts(records, person: person, today: today, withPrivate: withPrivate)
    parts = PlanPart.allCases.map { part in
      Part(part: part, entries: PlanField.of(part).map { facts.entry($0) })
    }
    name = facts.person?.said("name", max: 80) ?? "Name not given"
    born = facts.person?.when("born")?.column ?? "not known"
    madeOn = today
    request = facts.requestWords
    plan = facts.plan
    var list = SourceList(records: records, files: [])
    list.meet(parts.flatMap(\.entries).flatMap(\.items).map(\.marks))
    sources = list.sources
    numbers = Dictionary(
      sources.map { ($0.key, $0.number) }, uniquingKeysWith: { first, _ in first })
  }

  package var entries: [Entry] { parts.flatMap(\.entries) }

  package var missing: [Entry] { entries.filter(\.isMissing) }

  package func entry(_ id: String) -> Entry? { entries.first { $0.field.id == id } }

  /// `D1 P`, or `S` for a named source.
  package func marker(_ item: Item) -> String {
    var words: [String] = item.marks.isDisputed ? ["?"] : []
    let known = item.marks.documents.compactMap { numbers[$0] }
    words += known.prefix(2).map { "D\($0)" }
    if known.count > 2 { words.append("+") }
    if item.marks.isTold { words.append("P") }
    if item.source != nil { words.append("S") }
    return words.joined(separator: " ")
  }
}
