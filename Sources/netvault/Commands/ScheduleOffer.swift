internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault schedule offer`: general rules, with their sources. Nothing is switched on.
struct ScheduleOffer: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer", abstract: "Show general rules for follow-up, with their sources.",
    discussion: """
      Examples:
        netvault schedule offer
        netvault schedule offer --json

      Nothing is switched on. What your own doctor asked for stands above a general rule.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  /// Needs no vault: the rules are part of the program.
  func perform(_ talk: Talk) throws -> Exit {
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format,
          "rules": .array(FollowUpRule.all.map { Self.json($0) }),
        ])
      return .done
    }
    for rule in FollowUpRule.all {
      talk.terminal.answer(Styled(rule.what, .bold))
      talk.terminal.answer()
      Listing.show(Self.lines(rule), talk)
    }
    talk.terminal.say()
    talk.terminal.say("It is general. Ask your doctor what holds for you.")
    talk.terminal.say("Next: netvault schedule take    (or your doctor's: netvault schedule add)")
    return .done
  }

  static func lines(_ rule: FollowUpRule) -> [(label: String, text: String)] {
    [("Name", rule.id), ("For", rule.appliesTo)]
      + rule.phases.enumerated().map { ($0.offset == 0 ? "How often" : "", $0.element) }
      + [
        ("May include", rule.includes), ("Our reading", rule.reading), ("Source", rule.source),
        ("Read on", PartialDate(rule.asOf)?.spelled ?? rule.asOf),
      ]
  }

  private static func json(_ rule: FollowUpRule) -> JSONValue {
    [
      "name": .string(rule.id), "appliesTo": .string(rule.appliesTo), "what": .string(rule.what),
      "steps": .array(rule.phases.map { .string($0) }), "mayInclude": .string(rule.includes),
      "reading": .string(rule.reading), "source": .string(rule.source),
      "asOf": .string(rule.asOf),
    ]
  }
}

/// `netvault schedule take`: a general rule becomes a check of one's own, to be changed freely.
struct ScheduleTake: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Take a general rule among your checks.",
    discussion: """
      Examples:
        netvault schedule take --from 2020-05-11
        netvault schedule take acs-no-signs --from "May 2020"

      The steps are counted from the day you say, often the end of treatment.
      Change it freely: netvault schedule edit
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("The name of a rule.", valueName: "rule"))
  var rule: String?

  @Option(help: ArgumentHelp("The day from which the steps are counted.", valueName: "date"))
  var from: String?

  func perform(_ talk: Talk) throws -> Exit {
    let name = rule ?? FollowUpRule.all.first?.id ?? ""
    guard let rule = FollowUpRule.named(name) else {
      throw Problem.noSuchRule(
        name, close: Suggest.closest(to: name, among: FollowUpRule.all.map(\.id)))
    }
    let vault = try talk.open(options.dryRun ? .read : .write)
    let start = try from.map { try ScheduleDay.start($0, "The first day", "from", talk) }
    let checks = try vault.records(of: .followUp)
    guard OneThing.above(rule, among: checks) == nil else { throw Problem.doctorStandsAbove }
    let isTaken = checks.contains { !$0.isRetracted && $0.words("rule") == rule.id }
    guard !isTaken else { throw Problem.ruleTaken }
    if start == nil, talk.terminal.settings.canAsk {
      talk.terminal.explain(Styled("\(rule.what): for \(rule.appliesTo)."))
      for step in rule.phases { talk.terminal.explain(Styled("  \(step)")) }
    }
    let born = try vault.owner.when("born")?.date
    var record = try talk.newRecord(.followUp, Self.fields(rule), in: vault)
    func check(_ day: When) throws(Problem) {
      try ScheduleDay.check(day, born: born)
      record["countedFrom"] = .when(day)
      try PlanWording.check(record)
    }
    if let start {
      try check(start)
    } else {
      _ = try ScheduleDay.ask(
        "From which day are the steps counted? (for example, the operation)", flag: "from", talk,
        direction: .any, check: check)
    }
    guard !options.dryRun else {
      talk.terminal.say("The rule would be among your checks. Nothing was changed.")
      return .done
    }
    try talk.apply(
      Change(
        "schedule take", at: talk.now, who: record.provenance.who, steps: [.add(record)]),
      to: vault)
    try vault.close()
    if options.json {
      talk.answer(
        json: ["format": RecordsJSON.format, "record": .object(RecordsJSON.object(record))])
    }
    talk.terminal.say("Saved. It is a general rule: ask your doctor if it holds for you.")
    talk.terminal.say("Next: netvault schedule    (take it back: netvault undo)")
    return .done
  }
}

extension ScheduleTake {
  private static func fields(_ rule: FollowUpRule) -> [String: Value] {
    [
      "what": .coded(Coded(rule.what)), "askedBy": .text(rule.saidBy),
      "phases": .list(rule.phases.map { .text($0) }), "status": .choice("open"),
      "rule": .text(rule.id), "source": .text(rule.source), "asOf": .text(rule.asOf),
    ]
  }
}

/// `netvault schedule choose`: of two checks for one thing, one holds.
struct ScheduleChoose: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "choose", abstract: "Say which one holds, of two checks for one thing.",
    discussion: """
      Examples:
        netvault schedule choose
        netvault schedule choose 2                   the second of the last list holds

      The others go to the bin. Do both hold? Give one another name: netvault schedule edit
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(options.dryRun ? .read : .write)
    let facts = try ScheduleFacts(talk: talk, vault: vault)
    guard let first = facts.twins.first else { throw Problem.noTwins }
    let kept: Record
    if what.isEmpty {
      let names = first.map { twin in
        [twin.title, twin.words("askedBy").map { "asked by \($0)" }, twin.words("every")]
          .compactMap { $0 }.joined(separator: ", ")
      }
      kept = first[try Prompt(talk.terminal).choice("Which one holds?", names, flag: "WHAT")]
    } else {
      kept = try Choosing(talk: talk, vault: vault).record(Passing.words(what, of: .followUp))
    }
    guard let group = facts.twins.first(where: { $0.contains { $0.id == kept.id } }) else {
      throw Problem.noTwins
    }
    let others = group.filter { $0.id != kept.id }
    guard !options.dryRun else {
      talk.terminal.say(
        "\(Listing.count(others.count, "check")) would go to the bin. Nothing was changed.")
      return .done
    }
    try talk.apply(
      Change(
        "schedule choose", at: talk.now, who: try talk.who(in: vault),
        steps: others.map { .remove($0.id) }), to: vault)
    try vault.close()
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "kept": .string(kept.id.text),
          "removed": .array(others.map { .string($0.id.text) }),
        ])
    }
    talk.terminal.say("\(Listing.count(others.count, "check")) went to the bin.")
    talk.terminal.say("Next: netvault schedule    (take it back: netvault undo)")
    return .done
  }
}
