/// The survivorship care plan on a terminal: part by part, every line with where it comes from.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Summary
internal import Vault
internal import Writing

extension Vault {
  /// All records, with the person whose vault it is.
  var everythingKnown: [Record] {
    get throws {
      let owner = try owner
      return try everything().filter { $0.kind != .person } + [owner]
    }
  }
}

extension SurvivorPlan {
  /// On the person's own screen private records come along.
  init(vault: Vault, _ talk: Talk, withPrivate: Bool = true) throws {
    self.init(
      of: try vault.everything(), person: try vault.owner, on: talk.today,
      withPrivate: withPrivate)
  }
}

struct PlanView {
  let talk: Talk
  let plan: SurvivorPlan

  /// The part that a word means.
  static func part(_ word: String) throws(Problem) -> PlanPart {
    let word = word.lowercased()
    if let part = PlanPart(rawValue: word) { return part }
    let close = PlanPart.allCases.filter { word.count > 2 && $0.rawValue.hasPrefix(word) }
    guard close.count == 1, let only = close.first else {
      let names = PlanPart.allCases.map(\.rawValue)
      throw .unknownWord(word, close: Suggest.closest(to: word, among: names), choices: names)
    }
    return only
  }

  func show(_ shown: [PlanPart]) {
    let settings = talk.terminal.settings
    if settings.plain { return showPlain(shown) }
    talk.terminal.answer(
      Styled("Survivorship care plan of \(plan.name), \(plan.madeOn.spelled)", .bold))
    talk.terminal.answer(Styled("Plan from the team: \(plan.request)."))
    talk.terminal.answer(Styled(SurvivorPlan.notice))
    talk.terminal.answer(Styled(SurvivorPlan.legend, .dim))
    for part in plan.parts where shown.contains(part.part) {
      talk.terminal.answer()
      talk.terminal.answer(Styled(part.part.title, .bold))
      var table = Table(["", "", ""].map { Table.Column($0) })
      var sources: [String] = []
      for entry in part.entries {
        if entry.items.isEmpty { table.add([entry.field.label, entry.state.words, ""]) }
        for (place, item) in entry.items.enumerated() {
          let label = place == 0 || settings.isAccessible ? entry.field.label : ""
          table.add([label, words(item), mark(item)])
          if let source = item.source, !sources.contains(source) { sources.append(source) }
        }
      }
      table.write(to: talk.terminal)
      for source in sources { talk.terminal.answer(Styled("  Source: \(source)", .dim)) }
    }
    talk.terminal.say()
    end()
  }

  /// A sentence that is heard gets its full stop from the table.
  private func words(_ item: SurvivorPlan.Item) -> String {
    guard talk.terminal.settings.isAccessible, item.words.hasSuffix(".") else { return item.words }
    return String(item.words.dropLast())
  }

  /// A letter for the eyes, words for the ears.
  private func mark(_ item: SurvivorPlan.Item) -> String {
    let marker = plan.marker(item)
    guard talk.terminal.settings.isAccessible else { return marker }
    return marker.isEmpty ? "" : "from: \(marker)"
  }

  /// What is missing, and one next step.
  private func end() {
    let missing = plan.missing.count
    guard missing > 0 else {
      talk.terminal.say("Every field has an answer.")
      talk.terminal.say("Next: netvault plan print")
      return
    }
    talk.terminal.say(
      "\(Listing.count(missing, "field")) not asked yet. To see which: netvault plan missing")
    talk.terminal.say(
      plan.plan == nil
        ? "Next: netvault plan asked --of NAME    (when you ask your team for a plan)"
        : "Next: netvault plan fill    (to print it: netvault plan print)")
  }

  private func showPlain(_ shown: [PlanPart]) {
    var table = Table(Array(repeating: Table.Column(""), count: 6))
    for part in plan.parts where shown.contains(part.part) {
      for entry in part.entries {
        let head = [part.part.rawValue, entry.field.id, entry.state.rawValue]
        if entry.items.isEmpty { table.add(head + ["", "", ""]) }
        for item in entry.items {
          table.add(head + [item.words, plan.marker(item), item.source ?? ""])
        }
      }
    }
    table.write(to: talk.terminal)
  }

  func showMissing() {
    var table = Table([Table.Column("Missing"), Table.Column("Add it with")])
    for entry in plan.missing { table.add([entry.field.label, entry.field.add]) }
    table.write(to: talk.terminal)
    talk.terminal.say()
    talk.terminal.say("Nobody has every answer. Your team can help with most of them.")
    talk.terminal.say("Next: netvault plan fill    (asks one question at a time)")
  }

  // MARK: For programs

  func json(_ shown: [PlanPart]) -> JSONValue {
    [
      "format": RecordsJSON.format, "name": .string(plan.name),
      "madeOn": .string(plan.madeOn.description), "request": .string(plan.request),
      "notice": .string(SurvivorPlan.notice),
      "parts": .array(
        plan.parts.filter { shown.contains($0.part) }.map { part in
          [
            "part": .string(part.part.rawValue), "title": .string(part.part.title),
            "fields": .array(part.entries.map { json($0) }),
          ]
        }),
      "documents": .array(
        plan.sources.map { ["number": .number(String($0.number)), "words": .string($0.words)] }),
    ]
  }

  var missingJSON: JSONValue {
    ["format": RecordsJSON.format, "missing": .array(plan.missing.map { json($0) })]
  }

  private func json(_ entry: SurvivorPlan.Entry) -> JSONValue {
    [
      "field": .string(entry.field.id), "label": .string(entry.field.label),
      "state": .string(entry.state.rawValue), "add": .string(entry.field.add),
      "askedForBy": .array(entry.field.sources.map { .string($0) }),
      "items": .array(
        entry.items.map { item in
          [
            "words": .string(item.words), "from": .string(plan.marker(item)),
            "source": item.source.map { .string($0) } ?? .null,
            "records": .array(item.records.map { .string($0.text) }),
          ]
        }),
    ]
  }
}

/// The plan as a file: the page, or plain text.
struct PlanSheet: Sheet {
  let plan: SurvivorPlan
  let talk: Talk

  func page(isLargePrint: Bool) -> String {
    PlanPage(isLargePrint: isLargePrint || talk.config.isLargePrint, paper: talk.config.paper)
      .text(of: plan)
  }

  var text: String { PlanText().text(of: plan) }
}
