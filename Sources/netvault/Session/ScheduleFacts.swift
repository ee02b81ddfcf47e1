/// Everything that is done again and again: checks that were asked for, and doses; with what somebody
/// has to decide. Read once.
internal import CarePlan
internal import Console
internal import Records
internal import Vault

struct ScheduleFacts {
  let today: PartialDate
  /// Checks and treatments by their names in the vault.
  let records: [RecordID: Record]
  let checks: [Record]
  let dues: [Due]
  let doses: [Dose]
  /// Checks of a general rule, each with the doctor's check that stands above it.
  let aside: [RecordID: RecordID]
  let twins: [[Record]]
  let restarts: [RestartQuestion]
  /// Visits whose day is over and of which nobody wrote whether they were kept.
  let unsure: [Record]

  init(talk: Talk, vault: Vault) throws {
    today = talk.today
    let all = try vault.records(of: [.followUp, .treatment, .diagnosis])
      .filter { !$0.isRetracted }
    checks = all.filter { $0.kind == .followUp }
    let results = try Self.results(of: checks, vault)
    let given = try vault.some(
      of: FieldsQuery(.procedure, with: "treatment"), limit: Self.mostGiven
    ).first
    records = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    dues = Due.all(in: checks + results, today: today)
    doses = Dose.all(in: all + given, today: today)
    aside = OneThing.aside(among: checks)
    twins = OneThing.twins(among: checks)
    restarts = RestartQuestion.all(in: all + results, today: today)
    unsure = try Visits(talk: talk, vault: vault).unsure
  }

  /// An injection a month for forty years.
  static let mostGiven = 500

  /// The results that checks point to, for the day on which they were done.
  static func results(of checks: [Record], _ vault: Vault) throws -> [Record] {
    try checks.compactMap { check in
      guard check.kind == .followUp, case .link(let id)? = check["result"] else { return nil }
      return try vault.record(id)
    }
  }

  func due(_ id: RecordID) -> Due? { dues.first { $0.record == id } }

  var isEmpty: Bool { dues.isEmpty && doses.isEmpty && aside.isEmpty }

  /// What can be done now comes first where one is to be chosen.
  func choose(
    _ what: [String], among fitting: (Due) -> Bool, _ question: String, _ vault: Vault, _ talk: Talk
  ) throws -> Record {
    if !what.isEmpty {
      let record = try Choosing(talk: talk, vault: vault)
        .record(Passing.words(what, of: .followUp))
      guard record.kind == .followUp else { throw Problem.notACheck }
      return record
    }
    let found = dues.filter(fitting).prefix(20)
    guard !found.isEmpty else { throw Problem.noSchedule }
    let names = found.map { due in
      "\(due.what), \(due.spelledDay ?? due.words)"
    }
    let choice = try Prompt(talk.terminal).choice(question, names, flag: "WHAT")
    guard let record = records[found[choice].record] else { throw Problem.noSchedule }
    return record
  }

  /// How it stands after a change, to say it at once.
  func due(after changed: Record, _ vault: Vault) throws -> Due? {
    let results = try Self.results(of: [changed], vault)
    let dates = Dictionary(
      results.compactMap { one in one.when?.date.map { (one.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    return Due(changed, today: today, dateOf: { dates[$0] })
  }
}

extension Due {
  /// `14 May 2027, 6 months after 14 November 2026, asked by Dr. Okafor.`
  var explained: String {
    guard let day = spelledDay else { return words.capitalizedFirst + "." }
    return [day, why, askedBy.map { "asked by \($0)" }].compactMap { $0 }
      .joined(separator: ", ") + "."
  }
}
