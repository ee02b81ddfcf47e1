internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Summary
internal import Vault

/// `netvault plan concerns`: what troubles the person, to tick and to talk about.
struct PlanConcerns: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "concerns", abstract: "Tick what troubles you, to talk about it with your team.",
    discussion: """
      Examples:
        netvault plan concerns                    the list, with what you ticked
        netvault plan concerns fatigue money
        netvault plan concerns --other "driving"
        netvault plan concerns fatigue --talked   you talked about it
        netvault plan concerns --none             none of these troubles you
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("Concerns, by number or name.", valueName: "concern"))
  var concerns: [String] = []

  @Option(help: ArgumentHelp("Something that is not on the list.", valueName: "words"))
  var other: String?

  @Flag(help: "You talked about these: take them off.")
  var talked = false

  @Flag(help: "None of these troubles you.")
  var none = false

  func perform(_ talk: Talk) throws -> Exit {
    let chosen = try concerns.map { word throws(Problem) in
      guard let concern = Concern.named(word) else {
        throw .notAChoice(
          word, close: Suggest.closest(to: word, among: Concern.all.map(\.id)),
          choices: Concern.all.map(\.id), flag: nil)
      }
      return concern
    }
    if none, !chosen.isEmpty || other != nil { throw Problem.noneAndSome }
    let isReading = chosen.isEmpty && other == nil && !none
    if talked, chosen.isEmpty {
      throw Problem.needsAnswer(
        "Which concern did you talk about?", flag: "CONCERN", noInput: options.noInput)
    }
    let vault = try talk.open(isReading || options.dryRun ? .read : .write)
    let items = try vault.records(of: .checklistItem).filter(\.isOpenConcern)
    guard !isReading else {
      show(items, talk)
      return .done
    }
    let steps = try steps(chosen, items, vault, talk)
    guard !steps.isEmpty else { throw Problem.concernsKnown }
    guard !options.dryRun else {
      talk.terminal.say(
        "\(Listing.count(steps.count, "concern")) would be changed. Nothing was changed.")
      return .done
    }
    try talk.apply(
      Change("plan concerns", at: talk.now, who: try talk.who(in: vault), steps: steps), to: vault)
    let left = try vault.records(of: .checklistItem).filter(\.isOpenConcern)
    try vault.close()
    if options.json { talk.answer(json: RecordsJSON.list(left)) }
    talk.terminal.say(
      none
        ? "Noted: none of these troubles you."
        : "Saved. \(Listing.count(left.count, "concern")) to talk about.")
    talk.terminal.say("Next: netvault plan concerns    (take it back: netvault undo)")
    return .done
  }

  private func steps(
    _ chosen: [Concern], _ items: [Record], _ vault: Vault, _ talk: Talk
  ) throws -> [Change.Step] {
    let who = try talk.who(in: vault)
    if none {
      var plan = try PlanRecord(vault: vault, talk)
      let label = PlanField.all.first { $0.id == "concerns" }?.label ?? ""
      let known = plan.record.list("noneOf")
      if !known.contains(where: { $0.words == label }) {
        plan.record["noneOf"] = .list(known + [.text(label)])
      }
      let done = items.map { Self.talkedAbout($0, by: who, today: talk.today) }
      return plan.hasChanged ? done + [plan.step(by: who)] : done
    }
    if talked {
      return items.filter { item in chosen.contains { $0.id == item.words("item") } }
        .map { Self.talkedAbout($0, by: who, today: talk.today) }
    }
    var new = chosen.filter { $0.ticked(in: items) == nil }
      .map { Self.fields($0, words: $0.words.capitalizedFirst) }
    if let other, let concern = Concern.named("other") {
      guard !other.trimmedSpaces.isEmpty else { throw Problem.flagEmpty("other") }
      if !items.contains(where: { $0.title == other.trimmedSpaces }) {
        new.append(Self.fields(concern, words: other.trimmedSpaces))
      }
    }
    return try new.map { .add(try talk.newRecord(.checklistItem, $0, in: vault)) }
  }

  static func fields(_ concern: Concern, words: String) -> [String: Value] {
    [
      "what": .text(words), "list": .text(Concern.list), "status": .choice("open"),
      "item": .text(concern.id), "why": .text("Ticked by you, to talk about with your team."),
      "source": .text(concern.source), "asOf": .text(concern.asOf),
    ]
  }

  private static func talkedAbout(
    _ item: Record, by who: String, today: PartialDate
  ) -> Change.Step {
    var item = item
    item["status"] = .choice("done")
    item["evidence"] = .text("talked about on \(today.spelled)")
    item.provenance.who = who
    return .update(item)
  }

  private func show(_ items: [Record], _ talk: Talk) {
    if options.json {
      let all: [JSONValue] = Concern.all.map { concern in
        [
          "concern": .string(concern.id), "words": .string(concern.words),
          "ticked": .bool(concern.ticked(in: items) != nil), "source": .string(concern.source),
          "asOf": .string(concern.asOf),
        ]
      }
      talk.answer(
        json: [
          "format": RecordsJSON.format, "concerns": .array(all),
          "others": .array(others(items).map { .string($0.title) }),
        ])
      return
    }
    var table = Table(["Concern", "Ticked"].map { Table.Column($0) }, isNumbered: true)
    for concern in Concern.all {
      let isTicked = concern.ticked(in: items) != nil
      if isTicked { table.attention.insert(table.rows.count) }
      table.add([concern.words, isTicked ? "yes" : "no"])
    }
    for item in others(items) { table.add([item.title, "yes"]) }
    table.write(to: talk.terminal)
    guard !options.plain else { return }
    if let first = Concern.all.first {
      talk.terminal.answer(Styled("Source: \(first.sourceWords(on: talk.today)).", .dim))
    }
    talk.terminal.say()
    talk.terminal.say("Next: netvault plan concerns 2    (ticks number 2)")
  }

  /// Those in the person's own words.
  private func others(_ items: [Record]) -> [Record] {
    items.filter { item in
      item.words("item") == "other" && item.title != Concern.named("other")?.words.capitalizedFirst
    }
  }
}
