/// The schedule on a screen, on paper and for programs: each day with how it came about and who asked.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Vault
internal import Writing

struct ScheduleView {
  let talk: Talk
  let facts: ScheduleFacts

  private var settings: TerminalSettings { talk.terminal.settings }

  func show() throws {
    LastList(vault: try talk.location(), talk.environment)
      .remember(facts.dues.map(\.record) + facts.doses.map(\.treatment))
    showChecks()
    showDoses()
    guard !settings.plain else { return }
    let notes = notes
    for note in notes {
      talk.terminal.answer()
      talk.terminal.answer(Styled(note.words))
    }
    talk.terminal.say()
    for note in notes where note.command != next && !note.command.isEmpty {
      talk.terminal.say("To answer: \(note.command)")
    }
    talk.terminal.say("Next: \(next)")
  }

  private func showChecks() {
    guard !facts.dues.isEmpty else { return }
    let rows = facts.dues.map { due in
      Row(
        what: due.what, day: day(due.day, due.spelledDay), stands: stands(due), why: Self.why(due),
        isLate: due.standing == .overdue)
    }
    show("Checks", rows, from: 1)
  }

  private func showDoses() {
    guard !facts.doses.isEmpty else { return }
    let rows = facts.doses.map { dose in
      let words = dose.words(on: facts.today)
      return Row(
        what: dose.what, day: day(dose.day, dose.spelledDay), stands: words, why: Self.why(dose),
        isLate: words.hasPrefix("LATE"))
    }
    if !facts.dues.isEmpty, !settings.plain { talk.terminal.answer() }
    show("Injections, infusions and cycles", rows, from: facts.dues.count + 1)
  }

  /// One check or dose, in words.
  private struct Row {
    let what: String
    let day: String
    let stands: String
    let why: String
    let isLate: Bool
  }

  /// The room for a number before each.
  private static let indent = 4

  /// Two lines each: what and when, then how that day came about. It reads the same at any width.
  private func show(_ title: String, _ rows: [Row], from first: Int) {
    if settings.plain {
      var table = Table(Array(repeating: Table.Column(""), count: 4))
      for row in rows { table.add([row.what, row.day, row.stands, row.why]) }
      return table.write(to: talk.terminal)
    }
    talk.terminal.answer(Styled(title, .bold))
    for (place, row) in rows.enumerated() {
      let number = first + place
      let when = row.day.isEmpty ? "" : "\(row.day), "
      if settings.isAccessible {
        let why = row.why.isEmpty ? "" : " Why: \(row.why)."
        let due = when.isEmpty ? row.stands.capitalizedFirst : "Due: \(when)\(row.stands)"
        talk.terminal.answer(Styled("\(number). \(row.what). \(due).\(why)"))
        continue
      }
      let style = row.isLate ? Styled.Style.attention : .plain
      let lines = Wrap.lines(
        "\(row.what): \(when)\(row.stands)",
        width: settings.answersAreTerminal ? settings.textWidth - Self.indent : Int.max)
      for (place, line) in lines.enumerated() {
        let head = place > 0 ? "    " : "\(number < 10 ? " " : "")\(number)  "
        talk.terminal.answer(Styled(head) + Styled(line, style))
      }
      if !row.why.isEmpty { talk.terminal.answer(Styled("    \(row.why)", .dim)) }
    }
  }

  private func day(_ day: PartialDate?, _ words: String?) -> String {
    settings.plain ? day?.description ?? "" : words ?? ""
  }

  private func stands(_ due: Due) -> String {
    due.day == nil && due.trouble != nil
      ? due.trouble.map { PlanWording.words($0) } ?? "" : due.words
  }

  /// `3 months after 14 May 2026, asked by Dr. Okafor`
  private static func why(_ due: Due) -> String {
    let who = due.askedBy
    let why =
      due.why == CheckPlan.asked
      ? who.map { "the day that \($0) asked for" } ?? CheckPlan.asked
      : [due.why, who.map { "asked by \($0)" }].compactMap { $0 }.joined(separator: ", ")
    return [why, due.day == nil ? nil : due.every, due.window, due.place.map { "at \($0)" }]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private static func why(_ dose: Dose) -> String {
    [
      dose.why, dose.cycles, dose.who.map { "by \($0)" },
      dose.place.map { "given at \($0)" },
    ].compactMap { $0 }.joined(separator: "; ")
  }

  // MARK: what somebody has to decide

  /// What is worth a sentence: what stands aside, what is there twice, what has to be answered.
  private var notes: [(words: String, command: String)] {
    var notes: [(String, String)] = []
    for (aside, above) in facts.aside.sorted(by: { $0.key < $1.key }) {
      guard let rule = facts.records[aside], let own = facts.records[above] else { continue }
      let who = own.words("askedBy").map { " (\($0))" } ?? ""
      notes.append(
        (
          "A general rule stands aside: \(rule.title). Your own check holds: \(own.title)\(who).",
          ""
        ))
    }
    for twins in facts.twins {
      let names = twins.map { twin in
        twin.words("askedBy").map { "asked by \($0)" } ?? "nobody named"
      }
      notes.append(
        (
          "\(twins.count) checks for one thing: \(twins[0].title) "
            + "(\(names.joined(separator: "; "))). Which one holds?", "netvault schedule choose"
        ))
    }
    for question in facts.restarts {
      notes.append(
        (
          "\(Self.words(question)) \(question.checks.count == 1 ? "Does it" : "Do they") still hold?",
          "netvault schedule review"
        ))
    }
    for (place, visit) in facts.unsure.prefix(3).enumerated() {
      notes.append(
        (
          "Was this visit kept? \(Visits.words(visit)).",
          place == 0 ? "netvault visit kept    (or: visit missed)" : ""
        ))
    }
    return notes
  }

  /// `lanreotide began on 3 November 2026. 2 checks are counted from before that.`
  static func words(_ question: RestartQuestion) -> String {
    let day = question.day.day == nil ? "in \(question.day.spelled)" : "on \(question.day.spelled)"
    let count = question.checks.count
    let what =
      if !question.isReturn {
        "began \(day)"
      } else if question.isDayKnown {
        "was found \(day)"
      } else {
        "came back, as written down here \(day)"
      }
    return "\(question.event.title) \(what). \(Listing.count(count, "check")) "
      + "\(count == 1 ? "is" : "are") counted from before that."
  }

  private var next: String {
    if !facts.restarts.isEmpty { return "netvault schedule review" }
    if !facts.twins.isEmpty { return "netvault schedule choose" }
    if facts.dues.contains(where: { $0.standing == .overdue || $0.standing == .now }) {
      return "netvault schedule done    (or: skip, move)"
    }
    if let dose = facts.doses.first, let day = dose.day, day.firstDay <= facts.today {
      return "netvault schedule given"
    }
    return "netvault schedule show 1    (explains every day of it)"
  }

  // MARK: on paper

  func handout(owner: String) -> Handout {
    func item(_ due: Due) -> Handout.Item {
      Handout.Item(
        "\(due.what): \(due.spelledDay ?? stands(due))",
        details: [
          due.day == nil ? nil : due.words.capitalizedFirst, Self.why(due).capitalizedFirst,
          due.last.map { "Last done: \($0.spelled)" },
        ].compactMap { $0 }, room: 1)
    }
    let late = facts.dues.filter { $0.standing == .overdue }
    let paused = facts.dues.filter { $0.standing == .paused }
    let others = facts.dues.filter { ![.overdue, .paused].contains($0.standing) }
    let rules = facts.dues.compactMap { facts.records[$0.record] }.filter { $0["rule"] != nil }
    return Handout(
      title: "My checks and injections", about: "\(owner), \(facts.today.spelled)",
      parts: [
        Handout.Part("Overdue", late.map { item($0) }),
        Handout.Part("Due, or still to come", others.map { item($0) }),
        Handout.Part(
          "Injections, infusions and cycles",
          facts.doses.map { dose in
            Handout.Item(
              "\(dose.what): \(dose.spelledDay ?? "day not known")",
              details: [
                dose.words(on: facts.today).capitalizedFirst, Self.why(dose).capitalizedFirst,
              ].filter { !$0.isEmpty },
              room: 1)
          }),
        Handout.Part("Paused", paused.map { item($0) }),
      ],
      end: rules.map { rule in
        "\(rule.title): a general rule. Source: \(rule.words("source") ?? "not named"). "
          + "Read on: \(rule.words("asOf") ?? "not known"). Your doctor's word stands above it."
      })
  }

  // MARK: for programs

  var json: JSONValue {
    [
      "format": RecordsJSON.format, "today": .string(facts.today.description),
      "checks": .array(facts.dues.map { json($0) }),
      "doses": .array(facts.doses.map { json($0) }),
      "aside": .array(
        facts.aside.sorted { $0.key < $1.key }.map { one in
          ["record": .string(one.key.text), "above": .string(one.value.text)]
        }),
      "twins": .array(
        facts.twins.map { .array($0.map { .string($0.id.text) }) }),
      "toReview": .array(
        facts.restarts.map { question in
          [
            "record": .string(question.event.id.text), "what": .string(question.event.title),
            "date": .string(question.day.description),
            "checks": .array(question.checks.map { .string($0.id.text) }),
          ]
        }),
      "visitsToConfirm": .array(facts.unsure.map { .object(RecordsJSON.object($0)) }),
      "next": .string(next),
    ]
  }

  private func json(_ due: Due) -> JSONValue {
    func text(_ words: String?) -> JSONValue { words.map { .string($0) } ?? .null }
    let record = facts.records[due.record]
    return [
      "record": .string(due.record.text), "what": .string(due.what), "askedBy": text(due.askedBy),
      "every": text(due.every), "step": text(due.step),
      "last": due.last.map { ValueJSON.write($0) } ?? .null,
      "due": text(due.day?.description), "isAbout": .bool(due.isAbout),
      "earliest": text(due.earliest?.description), "latest": text(due.latest?.description),
      "why": text(due.why), "place": text(due.place),
      "isOverdue": .bool(due.standing == .overdue), "isPaused": .bool(due.standing == .paused),
      "standing": .string(due.words), "rule": text(record?.words("rule")),
      "source": text(record?.words("source")), "asOf": text(record?.words("asOf")),
    ]
  }

  private func json(_ dose: Dose) -> JSONValue {
    func text(_ words: String?) -> JSONValue { words.map { .string($0) } ?? .null }
    return [
      "record": .string(dose.treatment.text), "what": .string(dose.what),
      "every": text(dose.interval?.spelled),
      "last": dose.last.map { ValueJSON.write($0) } ?? .null,
      "due": text(dose.day?.description), "isAbout": .bool(dose.isAbout), "why": text(dose.why),
      "place": text(dose.place), "who": text(dose.who),
      "cyclesPlanned": dose.planned.map { .number(String($0)) } ?? .null,
      "cyclesGiven": dose.given.map { .number(String($0)) } ?? .null,
      "isLate": .bool(dose.day.map { $0.lastDay < facts.today } ?? false),
      "standing": .string(dose.words(on: facts.today)),
    ]
  }
}
