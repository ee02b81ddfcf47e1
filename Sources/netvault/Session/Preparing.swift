/// What a person needs to know before a visit, in the order in which it is talked about.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Vault
internal import Writing

struct Preparing {
  let talk: Talk
  let visit: Record?
  let last: Record?
  /// From when on things count as new.
  let since: PartialDate
  let news: [StoryEntry]
  let questions: [Record]
  let medicines: [Record]
  let untold: [Record]
  /// What was written down of how heavy things are, newest first.
  let heavy: [Distress.Entry]
  let toDecide: [Record]
  let due: [Due]
  let doses: [Dose]
  /// Visits before today of which nobody wrote whether they were kept.
  let unsure: [Record]
  let owner: String

  /// Where no visit before is known, this many months back are looked at.
  private static let usualMonths = 6

  init(talk: Talk, vault: Vault, visit: Record?, _ visits: Visits) throws {
    self.talk = talk
    self.visit = visit
    last = visits.before(visit)
    since =
      last?.when?.date?.lastDay ?? talk.today.adding(months: -Self.usualMonths) ?? talk.today
    owner = try vault.ownerName
    // What happened on the day of the last visit was known there.
    let first = last == nil ? since : PartialDate(dayNumber: since.dayNumber + 1) ?? since
    news = try Telling(vault: vault, today: talk.today)
      .entries(about: nil, in: DateRange(since: first, until: talk.today))
      .filter { entry in
        entry.kind != .visit
          || (!entry.isAhead
            && visits.all.contains { entry.records == [$0.id] && $0.id != visit?.id })
      }
    let all = try QuestionList(talk: talk, vault: vault).open
    questions =
      all.filter { $0["visit"] == visit.map { .link($0.id) } }
      + all.filter { $0["visit"] != visit.map { .link($0.id) } }
    medicines = try vault.records(of: .medicine)
      .filter { !$0.isRetracted && $0.isTaken(on: talk.today) }.sorted { $0.title < $1.title }
    untold = try NotTold(talk: talk, vault: vault).records()
    heavy = Distress.forVisit(try vault.records(of: .support), since: since)
    toDecide = try vault.records(of: .option)
      .filter { !$0.isRetracted && $0.words("decision") == nil }
    let schedule = try ScheduleFacts(talk: talk, vault: vault)
    due = Self.near(schedule.dues, talk.today)
    doses = schedule.doses.filter { dose in
      dose.day.map { $0.firstDay.dayNumber - talk.today.dayNumber <= Self.nearDays } ?? true
    }
    unsure = visits.unsure.filter { $0.id != visit?.id }
  }

  private static let nearDays = 62

  /// Overdue, due now, or due within two months.
  private static func near(_ due: [Due], _ today: PartialDate) -> [Due] {
    due.filter { one in
      switch one.standing {
      case .overdue, .now, .notKnown, .paused: true
      case .ahead: one.day.map { $0.firstDay.dayNumber - today.dayNumber <= nearDays } ?? false
      }
    }
  }

  // MARK: What it says

  private var parts: [Handout.Part] {
    let sinceWords =
      last.map { "New since your last visit (\(Visits.words($0)))" }
      ?? "New since \(since.spelled)"
    return [
      Handout.Part(sinceWords, news.map { Handout.Item(Self.words($0)) }),
      Handout.Part("To ask", questions.map { QuestionList.item($0) }, isNumbered: true),
      Handout.Part(
        "To decide",
        toDecide.map { one in
          Handout.Item(
            one.title + (one.when("decideBy").map { ", by \($0.spelled)" } ?? "")
              + (one.words("recommendedBy").map { ", recommended by \($0)" } ?? ""))
        }),
      Handout.Part("Tell them: nobody on the team knows of it yet", untold.map { untoldItem($0) }),
      Handout.Part("How heavy it was", heavy.map { Handout.Item($0.words) }),
      Handout.Part("Medicines now", medicines.map { Handout.Item(medicine($0)) }),
      Handout.Part(
        "Due",
        due.map { Handout.Item(Self.words($0)) }
          + doses.map { Handout.Item(Self.words($0, talk.today)) }),
      Handout.Part(
        "Were these visits kept?", unsure.prefix(3).map { Handout.Item(Visits.words($0)) }),
    ]
  }

  private static func words(_ entry: StoryEntry) -> String {
    let day = entry.dateWords ?? entry.date?.spelled ?? "date not known"
    return "\(day): \(entry.label), \(entry.text)"
      + (entry.decided.map { ". Decided: \($0)" } ?? "")
  }

  private func untoldItem(_ record: Record) -> Handout.Item {
    let when = record.kind == .symptom ? record.when.map { ", \($0.spelled)" } ?? "" : ""
    let bother = record.words("bother").map { ", bothers \($0)" } ?? ""
    return Handout.Item("\(record.title) (\(record.describing.one)\(when)\(bother))")
  }

  private func medicine(_ record: Record) -> String {
    var text = record.title
    if let dose = record.words("dose") { text += ", \(dose)" }
    if let start = record.when("start"), let date = start.date, date.lastDay >= since {
      text += " (new: since \(start.isPeriod ? date.spelled : start.spelled))"
    }
    return text
  }

  private static func words(_ due: Due) -> String {
    let who = due.askedBy.map { ", asked by \($0)" } ?? ""
    let last = due.last.map { ". Last: \($0.spelled)" } ?? ""
    let window = due.window.map { " \($0.capitalizedFirst)." } ?? ""
    return "\(due.what)\(who)\(last). \(due.words.capitalizedFirst).\(window)"
  }

  private static func words(_ dose: Dose, _ today: PartialDate) -> String {
    let last = dose.last.map { ". Last given: \($0.spelled)" } ?? ""
    let cycles = dose.cycles.map { ". \($0)" } ?? ""
    return "\(dose.what)\(last)\(cycles). \(dose.words(on: today).capitalizedFirst)."
  }

  private var heading: String {
    guard let visit else { return "No visit is planned" }
    let place = visit.words("place").map { ", \($0)" } ?? ""
    return "For: \(Visits.words(visit))\(place)"
  }

  func show() {
    let terminal = talk.terminal
    terminal.answer(Styled(heading, .bold))
    let own = visit.map { $0.list("questions").map(\.words) } ?? []
    for part in parts where !part.items.isEmpty {
      terminal.answer()
      terminal.answer(Styled(part.title, .bold))
      for (place, item) in part.items.enumerated() {
        let number = part.isNumbered ? "\(place + 1)  " : ""
        terminal.answer(
          Styled(
            terminal.settings.isAccessible
              ? (part.isNumbered ? "\(place + 1). " : "") + item.text : "  \(number)\(item.text)"))
      }
    }
    if !own.isEmpty {
      terminal.answer()
      terminal.answer(Styled("Written with the visit", .bold))
      for words in own { terminal.answer(Styled("  \(words)")) }
    }
    if parts.allSatisfy({ $0.items.isEmpty }), own.isEmpty {
      terminal.answer()
      terminal.answer("There is nothing new, and nothing to ask.")
    }
    terminal.say()
    if !unsure.isEmpty { terminal.say("To answer: netvault visit kept, or netvault visit missed") }
    if visit == nil { terminal.say("To write one down: netvault add visit") }
    terminal.say("Next: netvault visit print    (afterwards: netvault visit write)")
  }

  func handout() -> Handout {
    let own = visit.map { $0.list("questions").map { Handout.Item($0.words, room: 3) } } ?? []
    return Handout(
      title: visit.map { Visits.words($0) } ?? "For my next visit",
      about: "\(owner), \(talk.today.spelled)",
      parts: parts + [
        Handout.Part("Written with the visit", own),
        Handout.Part(
          "Afterwards",
          ["What was said", "What was decided", "What comes next"].map {
            Handout.Item($0, room: 3)
          }),
      ])
  }

  var json: JSONValue {
    func list(_ records: [Record]) -> JSONValue {
      .array(records.map { .object(RecordsJSON.object($0)) })
    }
    return [
      "format": RecordsJSON.format,
      "visit": visit.map { .object(RecordsJSON.object($0)) } ?? .null,
      "last": last.map { .object(RecordsJSON.object($0)) } ?? .null,
      "since": .string(since.description),
      "new": .array(news.map { TimelineView.json($0) }), "questions": list(questions),
      "toDecide": list(toDecide), "notTold": list(untold),
      "distress": .array(heavy.map { .string($0.words) }), "medicines": list(medicines),
      "due": .array(due.map { .string(Self.words($0)) }),
      "doses": .array(doses.map { .string(Self.words($0, talk.today)) }),
      "toConfirm": list(unsure),
    ]
  }
}
