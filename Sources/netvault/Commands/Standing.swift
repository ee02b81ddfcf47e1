/// `netvault` alone: where things stand in ten lines at most, and one next step.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

enum Standing {
  static func show(_ talk: Talk) throws -> Exit {
    if talk.options.vault == nil, talk.environment["NETVAULT_VAULT"] == nil,
      talk.config.vault == nil, VaultLocation.known(talk.environment).isEmpty
    {
      return try welcome(talk)
    }
    let vault = try talk.open(.read)
    let facts = try StandingFacts(vault, talk)
    let lines = StandingLines(facts: facts)
    let next = lines.next(vault: CommandNaming.flag(talk.options.vault))
    if talk.options.json {
      talk.answer(json: json(facts, next: next))
      return .done
    }
    talk.terminal.answer(Styled("\(facts.owner.title), \(talk.today.spelled)", .bold))
    talk.terminal.answer()
    Listing.show(lines.rows(width: talk.terminal.settings.width), talk)
    // Ten lines: what stands in brackets behind a command only helps where there is room for it.
    let isShort = Columns.width("Next: \(next)") <= talk.terminal.settings.textWidth
    talk.terminal.say("Next: \(isShort ? next : command(next))")
    return .done
  }

  /// The command without what is said about it.
  private static func command(_ next: String) -> String {
    next.split(separator: "    ").first.map { String($0) } ?? next
  }

  private static func welcome(_ talk: Talk) throws -> Exit {
    if talk.options.json { throw Problem.noVaultYet }
    talk.terminal.say("There is no vault on this computer yet.")
    talk.terminal.say()
    talk.terminal.say("  netvault practice    try everything with a made-up patient")
    talk.terminal.say("  netvault init        make your own vault (about 3 minutes)")
    return .noVault
  }
}

// For other programs: all of it, and not only what fits on ten lines.
extension Standing {
  private static func json(_ facts: StandingFacts, next: String) -> JSONValue {
    var counts = JSONObject()
    for kind in Kind.allCases {
      guard let count = facts.counts[kind], count > 0 else { continue }
      counts.append(kind.rawValue, .number(String(count)))
    }
    return [
      "format": RecordsJSON.format, "name": .string(facts.owner.title),
      "today": .string(facts.today.description), "due": .array(facts.dues.map { json($0) }),
      "upcoming": .array(facts.upcoming.map { json($0) }),
      "toReview": .array(facts.restarts.map { .string($0.event.id.text) }),
      "missing": .array(facts.gaps.map { .string($0.words) }),
      "notToldYet": [
        "symptoms": json(facts.untoldSymptoms), "remedies": records(facts.untoldMeans),
      ],
      "questions": json(facts.questions), "visits": json(facts.visits),
      "visitsToConfirm": records(facts.unsure),
      "drafts": .array(facts.drafts.map { json($0) }), "records": .object(counts),
      "backup": facts.backup?.json ?? .null,
      "next": .string(command(next)),
    ]
  }

  private static func json(_ due: Due) -> JSONValue {
    [
      "record": .string(due.record.text), "what": .string(due.what),
      "askedBy": due.askedBy.map { .string($0) } ?? .null,
      "every": due.every.map { .string($0) } ?? .null,
      "last": due.last.map { ValueJSON.write($0) } ?? .null,
      "due": due.day.map { .string($0.description) } ?? .null,
      "isOverdue": .bool(due.standing == .overdue), "standing": .string(due.words),
    ]
  }

  private static func json(_ one: Upcoming) -> JSONValue {
    [
      "record": .string(one.record.text), "topic": .string(one.topic.rawValue),
      "what": .string(one.what), "due": .string(one.day.description), "why": .string(one.why),
      "saidBy": one.saidBy.map { .string($0) } ?? .null,
    ]
  }

  /// How many there are, and the first twenty.
  private static func json(_ some: (count: Int, first: [Record])) -> JSONValue {
    ["count": .number(String(some.count)), "first": records(some.first)]
  }

  private static func records(_ records: [Record]) -> JSONValue {
    .array(
      records.map { record in
        [
          "record": .string(record.id.text), "what": .string(record.title),
          "date": record.when?.start.map { .string($0.description) } ?? .null,
        ]
      })
  }

  private static func json(_ draft: StandingFacts.Begun) -> JSONValue {
    [
      "kind": .string(draft.kind.rawValue), "isChange": .bool(draft.isChange),
      "begun": draft.day.map { .string($0.description) } ?? .null,
    ]
  }
}
