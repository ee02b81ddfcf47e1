/// What is worth saying about a vault today. It reads a little of much, and never everything, so that
/// a vault of a hundred thousand records answers at once.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Vault

struct StandingFacts {
  let owner: Record
  let today: PartialDate
  let counts: [Kind: Int]
  let dues: [Due]
  /// What else has a day: doses, insurance, deadlines, things to do. Checks and visits have their own.
  let upcoming: [Upcoming]
  /// Whether checks still hold after a new treatment or a return of the tumor.
  let restarts: [RestartQuestion]
  let gaps: [Gap]
  /// Symptoms that nobody on the team is written down as knowing of: how many, and the newest.
  let untoldSymptoms: (count: Int, first: [Record])
  /// What is taken or done besides the treatment and the team does not know of.
  let untoldMeans: [Record]
  /// Questions without an answer: how many, and the newest.
  let questions: (count: Int, first: [Record])
  /// Appointments from today on, the next one first.
  let visits: (count: Int, first: [Record])
  /// Planned visits of the last weeks of which nobody wrote whether they were kept.
  let unsure: [Record]
  let drafts: [Begun]
  let backup: LastBackup?

  /// Something that was begun and not saved.
  struct Begun: Hashable {
    let kind: Kind
    let isChange: Bool
    let day: PartialDate?
  }

  /// True where there is nothing but the person.
  var isEmpty: Bool { counts.allSatisfy { $0.key == .person || $0.value == 0 } }

  init(_ vault: Vault, _ talk: Talk) throws {
    today = talk.today
    owner = try vault.owner
    counts = try vault.counts()
    let has = Set(counts.filter { $0.value > 0 }.keys)
    func some(_ query: FieldsQuery) throws -> (count: Int, first: [Record]) {
      has.contains(query.kind) ? try vault.some(of: query, limit: 20) : (0, [])
    }
    var records = try vault.records(of: Self.few.intersection(has))
    records += try Self.reports(vault, has)
    let days = records + (try Self.results(of: records, vault)) + (try Self.dated(some))
    dues = Due.all(in: days, today: today)
    let day = today
    upcoming = Upcoming.all(in: days, today: day)
      .filter { ![.check, .visit].contains($0.topic) && Self.isNear($0, day) }
    restarts = RestartQuestion.all(in: days, today: today)
    gaps = Gap.all(in: records)
    untoldSymptoms = try some(FieldsQuery(.symptom, without: "toldTo"))
    untoldMeans = records.filter { $0.kind != .symptom && $0.isUntold(on: talk.today) }
    questions = try some(FieldsQuery(.question, without: "answer"))
    let ahead = try some(FieldsQuery(.visit, since: today))
    let open = ahead.first.filter { !["cancelled", "missed", "kept"].contains($0.words("status")) }
    visits = (ahead.count - (ahead.first.count - open.count), open)
    let weeks = PartialDate(dayNumber: today.dayNumber - Self.unsureDays)
    unsure = try some(FieldsQuery(.visit, without: "said", since: weeks)).first
      .filter { !$0.isRetracted && Visits.isUnsure($0, today: talk.today) }
    drafts = try Self.drafts(vault, talk.today)
    backup = LastBackup.of(vault, talk.environment)
  }

  /// Kinds of which a person has tens, and all count.
  private static let few: Set<Kind> = [
    .person, .diagnosis, .followUp, .absence, .treatment, .medicine, .teamMember, .wish,
    .allergy, .familyHistory, .pathology, .coverage, .authorization, .referral, .plan,
    .checklistItem,
  ]

  /// What is months ahead is not counted among what is due: `netvault due` has it.
  private static func isNear(_ one: Upcoming, _ today: PartialDate) -> Bool {
    one.standing(on: today) != .ahead || one.day.firstDay.dayNumber - today.dayNumber <= nearDays
  }

  private static let nearDays = 30

  /// For so many days a visit is asked for that nobody wrote up.
  private static let unsureDays = 31

  /// Of kinds with thousands of records, those that have a day to keep.
  private static func dated(
    _ some: (FieldsQuery) throws -> (count: Int, first: [Record])
  ) throws -> [Record] {
    try [
      FieldsQuery(.procedure, with: "treatment"), FieldsQuery(.claim, with: "denied"),
      FieldsQuery(.call, with: "by"),
    ].flatMap { try some($0).first }
  }

  private static func reports(_ vault: Vault, _ has: Set<Kind>) throws -> [Record] {
    var records: [Record] = []
    if has.contains(.result) {
      records += try vault.records(of: [.result], withWords: Gap.reportWords, limit: 200)
    }
    if has.contains(.document) {
      records += try vault.records(of: [.document], withWords: Gap.operationWords, limit: 50)
    }
    // A file may know a treatment only as a procedure.
    if !has.contains(.treatment), has.contains(.procedure) {
      records += try vault.records(of: [.procedure])
    }
    return records
  }

  /// The results that checks point to, for the day on which they were done.
  private static func results(of records: [Record], _ vault: Vault) throws -> [Record] {
    try records.compactMap { record in
      guard record.kind == .followUp, case .link(let id)? = record["result"] else { return nil }
      return try vault.record(id)
    }
  }

  /// How long a draft is offered, in days.
  private static let draftDays = 30

  private static func drafts(_ vault: Vault, _ today: PartialDate) throws -> [Begun] {
    var begun: [Begun] = []
    for name in try vault.memoNames(startingWith: "draft/") {
      guard let memo = try vault.memo(name), let day = Moment(memo.at)?.date,
        today.dayNumber - day.dayNumber <= draftDays,
        let kind = memo.value["kind"]?.string.flatMap({ Kind(rawValue: $0) })
      else { continue }
      let first = memo.value["began"]?.string.flatMap { Moment($0)?.date } ?? day
      begun.append(Begun(kind: kind, isChange: memo.value["record"] != nil, day: first))
    }
    return begun.sorted { ($0.day?.dayNumber ?? 0) > ($1.day?.dayNumber ?? 0) }
  }
}
