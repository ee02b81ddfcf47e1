/// One check in full: its steps on their days, the next days, and where each of them comes from.
internal import CarePlan
internal import Console
internal import JSON
internal import Records

struct CheckPage {
  let talk: Talk
  let check: Record
  let due: Due?
  private let plan: CheckPlan
  private let days: [CheckDays.One]

  init(talk: Talk, check: Record, results: [Record], count: Int) {
    self.talk = talk
    self.check = check
    let dates = Dictionary(
      results.compactMap { one in one.when?.date.map { (one.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    plan = CheckPlan(check, dateOf: { dates[$0] })
    due = Due(check, today: talk.today, dateOf: { dates[$0] })
    days = plan.isPaused ? [] : plan.days.map { Array($0.prefix(count)) } ?? []
  }

  func show() {
    talk.terminal.answer(Styled(check.title, .bold))
    talk.terminal.answer()
    Listing.show(lines, talk)
    talk.terminal.say()
    talk.terminal.say("Next: netvault schedule done    (or: netvault schedule edit)")
  }

  private var lines: [(label: String, text: String)] {
    var lines: [(String, String)] = []
    func add(_ label: String, _ text: String?) {
      if let text { lines.append((label, text)) }
    }
    add("Asked by", check.words("askedBy") ?? "nobody named")
    for (place, span) in spans.enumerated() { add(place == 0 ? "How often" : "", span.words) }
    if spans.isEmpty { add("How often", check.words("every") ?? "once") }
    add("Last done", due?.last?.spelled)
    guard let due else {
      add("Due", "not any more")
      return lines
    }
    add("Due", due.day == nil ? nil : due.spelledDay)
    add("How it stands", due.trouble.map { PlanWording.words($0) } ?? due.words)
    add("Why that day", due.why)
    add("Not before", due.earliest?.spelled)
    add("Not after", due.latest?.spelled)
    add("Until", check.words("until") ?? "no end was said")
    add("Where", due.place)
    add("Why paused", check.words("pauseReason"))
    for (place, one) in days.dropFirst().enumerated() {
      add(place == 0 ? "After that" : "", spelled(one))
    }
    if check["rule"] != nil {
      add("General rule", "not your doctor's word, which stands above it")
      add("Source", check.words("source"))
      add("Read on", check.words("asOf").flatMap { PartialDate($0)?.spelled })
    }
    return lines
  }

  private var spans: [Phases.Span] {
    guard case .phases(let phases) = plan.steps else { return [] }
    return phases.spans
  }

  private func spelled(_ one: CheckDays.One) -> String {
    one.span?.phase.isAbout ?? plan.isAbout ? "about \(one.day.spelled)" : one.day.spelled
  }

  var json: JSONValue {
    [
      "format": RecordsJSON.format, "record": .object(RecordsJSON.object(check)),
      "steps": .array(
        spans.map { span in
          [
            "every": .string(span.phase.often), "from": .string(span.start.description),
            "until": span.end.map { .string($0.description) } ?? .null,
          ]
        }),
      "due": due?.day.map { .string($0.description) } ?? .null,
      "why": due?.why.map { .string($0) } ?? .null,
      "standing": due.map { .string($0.words) } ?? .null,
      "days": .array(days.map { .string($0.day.description) }),
    ]
  }
}
