/// What is due: overdue, now, and in the days ahead, with why and who said so.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Writing

struct DueList {
  let talk: Talk
  let overdue: [Upcoming]
  let now: [Upcoming]
  let ahead: [Upcoming]
  let until: PartialDate

  init(_ upcoming: [Upcoming], until: PartialDate, _ talk: Talk) {
    self.talk = talk
    self.until = until
    let standing = { (one: Upcoming) in one.standing(on: talk.today) }
    overdue = upcoming.filter { standing($0) == .overdue }
    now = upcoming.filter { standing($0) == .now }
    ahead = upcoming.filter { standing($0) == .ahead && $0.day.firstDay <= until.lastDay }
  }

  var isEmpty: Bool { overdue.isEmpty && now.isEmpty && ahead.isEmpty }

  private var groups: [(title: String, list: [Upcoming])] {
    [
      ("Overdue", overdue), ("Now", now), ("Until \(until.spelled)", ahead),
    ].filter { !$0.1.isEmpty }
  }

  func show() {
    let settings = talk.terminal.settings
    LastList(vault: (try? talk.location()) ?? "", talk.environment)
      .remember(groups.flatMap(\.list).map(\.record))
    if settings.plain {
      var table = Table(Array(repeating: Table.Column(""), count: 6))
      for one in groups.flatMap(\.list) {
        table.add([
          one.day.description, Self.word(one.standing(on: talk.today)), one.topic.rawValue,
          one.what, one.saidBy ?? "", one.why,
        ])
      }
      return table.write(to: talk.terminal)
    }
    var number = 1
    for (place, group) in groups.enumerated() {
      if place > 0 { talk.terminal.answer() }
      talk.terminal.answer(Styled(group.title, .bold))
      var table = Table(
        ["When", "What"].map { Table.Column($0) }, isNumbered: true)
      table.firstNumber = number
      if group.title == "Overdue" { table.attention = Set(group.list.indices) }
      for one in group.list { table.add([when(one), "\(what(one)). \(why(one))"]) }
      table.write(to: talk.terminal)
      number += group.list.count
    }
  }

  private func when(_ one: Upcoming) -> String {
    one.day.spelled + (one.time.map { ", \($0)" } ?? "")
  }

  private func what(_ one: Upcoming) -> String {
    let late =
      one.standing(on: talk.today) == .overdue
      ? ", OVERDUE \(Span.words(from: (one.latest ?? one.day).lastDay, to: talk.today))" : ""
    return one.what + (one.place.map { ", \($0)" } ?? "") + late
  }

  /// How the day came about, and who set it.
  private func why(_ one: Upcoming) -> String {
    let window = one.window.map { ". \($0.capitalizedFirst)" } ?? ""
    let saidBy = one.saidBy ?? "nobody wrote down who said so"
    // "The letter says so" names its source already.
    let source = one.why.hasPrefix(saidBy) ? "" : " (\(saidBy))"
    return one.why.capitalizedFirst + source + window
  }

  // MARK: On paper, and for programs

  func handout(owner: String) -> Handout {
    Handout(
      title: "What is due", about: "\(owner), \(talk.today.spelled)",
      parts: isEmpty
        ? [
          Handout.Part(
            "Until \(until.spelled)", [Handout.Item("Nothing is due.")])
        ]
        : groups.map { group in
          Handout.Part(
            group.title,
            group.list.map { one in
              Handout.Item(
                "\(when(one)): \(what(one))", details: [why(one)], room: 1, tick: false)
            })
        },
      end: ["Every day here was set by the person or the letter named beside it."])
  }

  private static func word(_ standing: Upcoming.Standing) -> String {
    switch standing {
    case .overdue: "overdue"
    case .now: "now"
    case .ahead: "ahead"
    }
  }

  var json: JSONValue {
    func text(_ words: String?) -> JSONValue { words.map { .string($0) } ?? .null }
    return [
      "format": RecordsJSON.format, "until": .string(until.description),
      "due": .array(
        groups.flatMap(\.list).map { one in
          [
            "topic": .string(one.topic.rawValue), "what": .string(one.what),
            "day": .string(one.day.description), "time": text(one.time),
            "earliest": text(one.earliest?.description), "latest": text(one.latest?.description),
            "standing": .string(Self.word(one.standing(on: talk.today))),
            "why": .string(one.why), "saidBy": text(one.saidBy), "place": text(one.place),
            "record": .string(one.record.text),
          ]
        }),
    ]
  }
}
