internal import CarePlan
internal import Records

/// What comes next: visits and checks, tests for other cancers, effects and signs to watch for.
extension PlanFacts {
  static let nextFinders: [String: @Sendable (PlanFacts) -> [Item]] = [
    "visits": { $0.visitItems },
    "checks": { facts in facts.dues.filter { !$0.isVisit }.map { facts.item($0) } },
    "vaccines": { $0.vaccineItems },
    "primary-care": { $0.primaryCareItems },
    "screening": { $0.screeningItems },
    "not-now": { $0.notNowItems },
    "own-effects": { $0.ownEffects },
    "effects": { $0.effectItems },
    "at-once": { $0.atOnceItems },
    "signs": { $0.signItems },
  ]

  private var dues: [Due] { Due.all(in: facts.all, today: today) }

  private func item(_ due: Due) -> Item {
    let record = facts.newest(.followUp).first { $0.id == due.record }
    let often = due.every ?? record?.said("phases", max: 160)
    let text = [
      due.what.capital, often, "asked for by \(due.askedBy ?? "nobody who is named")",
      record?.said("until", "until", max: 60), due.last.map { "last \($0.column)" },
      due.day.map { "due \($0.spelled)" }, due.words,
      due.window,
    ].joinedWords(", ")
    return Item(text, from: [record].compactMap { $0 })
  }

  /// Checks that are visits, and visits that are booked.
  private var visitItems: [Item] {
    let booked = Upcoming.all(in: facts.all, today: today).filter { $0.topic == .visit }
      .map { visit in
        let text = [
          visit.day.spelled + (visit.time.map { ", \($0)" } ?? ""), visit.what, visit.place,
        ].joinedWords(": ")
        return Item(text, from: facts.newest(.visit).filter { $0.id == visit.record })
      }
    return dues.filter(\.isVisit).map { item($0) } + booked
  }

  private var primaryCareItems: [Item] {
    let asked = dues.filter { due in
      ["family doctor", "primary care"].contains { due.what.lowercased().contains($0) }
    }.map { item($0) }
    return asked + advice(["family-doctor"])
  }

  /// What the American Cancer Society says to everybody.
  func advice(_ names: [String]) -> [Item] {
    Advice.all.filter { names.contains($0.id) }
      .map { Item($0.words, source: $0.sourceWords(on: today)) }
  }

  // MARK: vaccines

  private var vaccineItems: [Item] {
    let kept = facts.repeated(facts.newest(.vaccine)).map { vaccines in
      let vaccine = vaccines[0]
      let notDone = vaccine.words("status") == "not-done"
      let text = [
        vaccine.plainName, notDone ? "not given" : vaccine.dateColumn,
        notDone ? vaccine.said("statusReason", max: 80) : vaccine.said("who", "by", max: 60),
      ].joinedWords(", ")
      return Item(text, from: [vaccine])
    }
    let notes = effects.flatMap { effect in
      effect.entries.filter { $0.sort == .vaccine }.map { entry in
        Item("\(effect.treatment): \(entry.words)", source: entry.sourceWords(on: today))
      }
    }
    return kept + notes
  }

  private var effects: [TreatmentEffects] { TreatmentEffects.all(in: facts.all) }

  // MARK: tests for other cancers

  private var screeningItems: [Item] {
    let screening = screening
    return (screening.raised + screening.unsure).flatMap { topic -> [Item] in
      let title = topic.title(isSexKnown: screening.sex != .notKnown)
      var words = "\(title). \(topic.rule.words)"
      if case .unsure(let why) = topic.standing { words += " \(why)" }
      words += " \(ScreeningTopic.advice)"
      let asked = topic.asked.map { due in
        Item("\(title), asked for by your own team. \(item(due).words)", from: records(due.record))
      }
      let last = topic.last.map { done in
        Item(
          "\(title), last done: \(done.what), \(done.when?.column ?? Record.noDate)",
          from: records(done.record))
      }
      let notes = topic.notes.map {
        Item("\(title). \($0)", source: "netvault, from your records of \(today.spelled)")
      }
      return asked + [Item(words, source: topic.rule.sourceWords(on: today))]
        + [last].compactMap { $0 } + notes
    }
  }

  private func records(_ id: RecordID) -> [Record] { facts.all.filter { $0.id == id } }

  private var notNowItems: [Item] {
    let screening = screening
    return screening.notNow.map { topic in
      guard case .notNow(let why) = topic.standing else { return Item("") }
      return Item(
        "\(topic.title(isSexKnown: screening.sex != .notKnown)). \(why)",
        source: topic.rule.sourceWords(on: today))
    }
  }

  // MARK: effects and signs

  private var ownEffects: [Item] {
    facts.newest(.lateEffect).filter { $0.words("status") != "gone" && $0.words("source") == nil }
      .map { effect in
        let text = [
          effect.plainName.capital, effect.said("of", "after", max: 60), effect.said("status"),
          effect.said("watch", "watch for:", max: 120),
          effect.said("callWhen", "call when:", max: 120),
          effect.said("callWhom", "call:", max: 80), effect.said("saidBy", "said by", max: 60),
        ].joinedWords(", ")
        return Item(text, from: [effect])
      }
  }

  /// Effects that were written down from a source, and not because somebody of the team said so.
  private var effectsFromSources: [Item] {
    facts.newest(.lateEffect).filter { $0.words("status") != "gone" }.compactMap { effect in
      guard let source = effect.said("source", max: 160) else { return nil }
      let day = effect.said("asOf", max: 20).map { PartialDate($0)?.spelled ?? $0 }
      return Item(
        [effect.plainName.capital, effect.said("of", "after", max: 60), effect.said("status")]
          .joinedWords(", "), from: [effect],
        source: [source, day.map { "as of \($0)" }]
          .joinedWords(", "))
    }
  }

  private var effectItems: [Item] {
    effectsFromSources
      + effects.flatMap { effect -> [Item] in
        let records = records(effect.record)
        let call = effect.call.map { " Call: \($0)." } ?? ""
        guard !effect.entries.isEmpty else {
          return [
            Item("\(effect.treatment.capital): \(TreatmentEffects.noList)\(call)", from: records)
          ]
        }
        let note = effect.note.map { " \($0)" } ?? ""
        return effect.bySource.map { source, entries in
          Item(
            "\(effect.treatment.capital):\(note) \(entries.map(\.words).joined(separator: " "))\(call)",
            source: source.sourceWords(on: today))
        }
      }
      + EffectEntry.of("any").prefix(1).map { first in
        Item(
          "After any treatment: "
            + EffectEntry.of("any").map(\.words).joined(separator: " "),
          source: first.sourceWords(on: today))
      }
  }

  /// What the team wants to hear of at once: of the diary and of effects.
  private var atOnceItems: [Item] {
    let symptoms = facts.newest(.symptom).filter { $0.words("reportAtOnce") == "yes" }
      .map { symptom in
        Item(
          [symptom.plainName.capital, symptom.said("saidBy", "said by", max: 60)].joinedWords(", "),
          from: [symptom])
      }
    let effects = facts.newest(.lateEffect).filter { $0.words("status") != "gone" }
      .compactMap { effect -> Item? in
        guard let when = effect.said("callWhen") else { return nil }
        return Item(
          [
            when.capital, effect.said("callWhom", "call:", max: 80),
            effect.said("saidBy", "said by", max: 60),
          ].joinedWords(", "), from: [effect])
      }
    return symptoms + effects
  }

  /// What the American Cancer Society says apart from what is general knowledge.
  private var signItems: [Item] {
    [true, false].compactMap { isFromACS in
      let signs = Sign.all.filter { $0.isFromACS == isFromACS }
      guard let first = signs.first else { return nil }
      return Item(
        signs.map(\.words).joined(separator: " "), source: first.sourceWords(on: today))
    }
  }
}

extension TreatmentEffects {
  /// The rows of each source together, without those on vaccines.
  var bySource: [(source: EffectEntry, entries: [EffectEntry])] {
    var groups: [(source: EffectEntry, entries: [EffectEntry])] = []
    for entry in entries where entry.sort != .vaccine {
      if let place = groups.firstIndex(where: { $0.source.source == entry.source }) {
        groups[place].entries.append(entry)
      } else {
        groups.append((entry, [entry]))
      }
    }
    return groups
  }
}

extension Due {
  /// True for a check that is a visit to somebody.
  fileprivate var isVisit: Bool {
    let words = what.lowercased()
    return ["visit", "appointment", "see dr", "exam", "family doctor", "clinic"]
      .contains { words.contains($0) }
  }
}
