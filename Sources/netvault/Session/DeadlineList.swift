/// Last days with the reason for each: the letter's day, the rule's day, and where the rule was read.
internal import CarePlan
internal import Console
internal import JSON
internal import Records

struct DeadlineList {
  let desk: InsuranceDesk
  private var talk: Talk { desk.talk }
  private var today: PartialDate { desk.talk.today }

  init(_ desk: InsuranceDesk) { self.desk = desk }

  func show(_ deadlines: [InsuranceDeadline]) throws {
    try desk.remember(deadlines.map { $0.record ?? RecordID("") })
    if talk.terminal.settings.plain { return plain(deadlines) }
    let past = deadlines.filter { $0.isPast(on: today) }
    let ahead = deadlines.filter { $0.day != nil && !$0.isPast(on: today) }
    let unknown = deadlines.filter { $0.day == nil }
    var number = 1
    var isFirst = true
    for (title, those) in [("Past", past), ("To come", ahead), ("Without a day", unknown)]
    where !those.isEmpty {
      desk.heading(title, isFirst: isFirst)
      isFirst = false
      for one in those {
        desk.paragraph(
          number, Self.head(one), lines(one),
          attention: one.isPast(on: today) || (one.warning(on: today) ?? 30) <= 14)
        number += 1
      }
    }
  }

  static func head(_ one: InsuranceDeadline) -> String {
    let day = one.day.map { "\($0.spelled): " } ?? ""
    return "\(day)\(one.what) (\(one.about))"
  }

  /// How long, why, and by which source.
  func lines(_ one: InsuranceDeadline) -> [String] {
    var lines: [String] = []
    if one.day != nil { lines.append(one.words(on: today).capitalizedFirst + ".") }
    if let letter = one.byLetter {
      if one.isDiffering, let rule = one.byRule {
        lines.append(
          "The letter says \(letter.spelled), and it counts. By the rule it is \(rule.spelled).")
      } else {
        lines.append("The letter says \(letter.spelled), and it counts.")
      }
    }
    lines.append("Why: \(one.why).")
    if one.isTheirs { lines.append("This day is the insurer's, not yours.") }
    if let rule = one.rule { lines.append(rule.sourceWords(on: today)) }
    return lines
  }

  private func plain(_ deadlines: [InsuranceDeadline]) {
    var table = Table(Array(repeating: Table.Column(""), count: 7))
    for one in deadlines {
      table.add([
        one.day?.description ?? "", one.daysLeft(on: today).map { String($0) } ?? "", one.what,
        one.about, one.byLetter?.description ?? "", one.byRule?.description ?? "",
        one.rule?.id ?? "",
      ])
    }
    table.write(to: talk.terminal)
  }

  func json(_ deadlines: [InsuranceDeadline]) -> JSONValue {
    ["format": RecordsJSON.format, "deadlines": .array(deadlines.map { json($0) })]
  }

  func json(_ one: InsuranceDeadline) -> JSONValue {
    [
      "record": (one.record?.text).json, "part": .string(one.part), "what": .string(one.what),
      "about": .string(one.about), "day": one.day.json, "byLetter": one.byLetter.json,
      "byRule": one.byRule.json, "opens": one.opens.json,
      "daysLeft": one.daysLeft(on: today).map { .number(String($0)) } ?? .null,
      "warning": one.warning(on: today).map { .number(String($0)) } ?? .null,
      "insurers": .bool(one.isTheirs), "why": .string(one.why),
      "rule": one.rule.map { Self.json($0, on: today) } ?? .null,
    ]
  }

  static func json(_ rule: InsuranceClock, on today: PartialDate) -> JSONValue {
    [
      "name": .string(rule.id), "plans": .array(rule.plans.map { .string($0) }),
      "what": .string(rule.what), "length": .string(rule.length),
      "countedFrom": .string(rule.countedFrom), "source": .string(rule.source),
      "asOf": .string(rule.asOf.description), "firstHand": .bool(rule.isFirstHand),
      "old": .bool(rule.isOld(on: today)),
    ]
  }
}
