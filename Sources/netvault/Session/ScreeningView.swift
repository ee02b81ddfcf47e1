/// Tests for other cancers, as topics for a talk with a doctor: what is asked for first, then what
/// a source says, then when it was done last. Nothing is decided here.
internal import CarePlan
internal import Console
internal import JSON
internal import Records

struct ScreeningView {
  let talk: Talk
  let screening: Screening

  private var isSexKnown: Bool { screening.sex != .notKnown }

  func show() {
    let settings = talk.terminal.settings
    if settings.plain { return showPlain() }
    talk.terminal.answer(Styled("Tests for other cancers", .bold))
    talk.terminal.answer("Your age: \(screening.age.words).")
    group("To talk about", screening.raised)
    group("Something is not known", screening.unsure)
    group("Not for you now, as your records stand", screening.notNow)
    talk.terminal.say()
    if case .notBornYet = screening.age {
      talk.terminal.say("Next: netvault edit person --born DATE")
    } else if case .notKnown = screening.age {
      talk.terminal.say("Next: netvault edit person --born DATE")
    } else if !isSexKnown {
      talk.terminal.say("Next: netvault edit person --sex WORDS")
    } else {
      talk.terminal.say(
        "Next: netvault questions add \"Which tests for other cancers do I need?\"")
    }
  }

  private func group(_ title: String, _ topics: [ScreeningTopic]) {
    guard !topics.isEmpty else { return }
    talk.terminal.answer()
    talk.terminal.answer(Styled(title, .bold))
    for topic in topics {
      talk.terminal.answer(Styled("  \(topic.title(isSexKnown: isSexKnown))"))
      for line in lines(topic) { talk.terminal.answer(Styled("    \(line)")) }
      talk.terminal.answer(
        Styled("    Source: \(topic.rule.sourceWords(on: talk.today)).", .dim))
    }
  }

  private func lines(_ topic: ScreeningTopic) -> [String] {
    var lines = topic.asked.map { due in
      let often = due.every.map { ", \($0)" } ?? ""
      let day = due.day.map { ", due \($0.spelled)" } ?? ""
      return "\(due.askedBy ?? "Somebody") asked for it: \(due.what)\(often)\(day)."
    }
    switch topic.standing {
    case .notNow(let why): return lines + [why]
    case .unsure(let why): lines += [topic.rule.words, why]
    case .raise: lines.append(topic.rule.words)
    }
    if let last = topic.last {
      lines.append("Last done: \(last.what), \(last.when?.spelled ?? "date not known").")
    } else if !topic.rule.isForNoTest {
      lines.append("Last done: nothing is written down.")
    }
    return lines + topic.notes + [ScreeningTopic.advice]
  }

  private func showPlain() {
    var table = Table(Array(repeating: Table.Column(""), count: 6))
    for topic in screening.topics {
      table.add([
        topic.rule.id, token(topic), topic.rule.words,
        topic.last?.when?.date?.description ?? "", topic.asked.first?.askedBy ?? "",
        topic.rule.sourceWords(on: talk.today),
      ])
    }
    table.write(to: talk.terminal)
  }

  private func token(_ topic: ScreeningTopic) -> String {
    switch topic.standing {
    case .raise: "raise"
    case .unsure: "unsure"
    case .notNow: "not-now"
    }
  }

  private func why(_ topic: ScreeningTopic) -> JSONValue {
    switch topic.standing {
    case .raise: .null
    case .unsure(let why), .notNow(let why): .string(why)
    }
  }

  var json: JSONValue {
    [
      "format": RecordsJSON.format, "age": .string(screening.age.words),
      "sexKnown": .bool(isSexKnown), "advice": .string(ScreeningTopic.advice),
      "topics": .array(
        screening.topics.map { topic in
          [
            "rule": .string(topic.rule.id), "cancer": .string(topic.rule.cancer),
            "for": .string(topic.rule.group.rawValue), "standing": .string(token(topic)),
            "why": why(topic), "words": .string(topic.rule.words),
            "last": topic.last.map { last in
              [
                "what": .string(last.what),
                "date": last.when.map { ValueJSON.write($0) } ?? .null,
                "record": .string(last.record.text),
              ]
            } ?? .null,
            "askedFor": .array(topic.asked.map { .string($0.record.text) }),
            "notes": .array(topic.notes.map { .string($0) }),
            "source": .string(topic.rule.source), "asOf": .string(topic.rule.asOf),
            "isOld": .bool(topic.rule.isOld(on: talk.today)),
          ]
        }),
    ]
  }
}
