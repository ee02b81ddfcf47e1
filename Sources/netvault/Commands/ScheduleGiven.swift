internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault schedule given`: an injection, an infusion or a cycle was given. One change writes down the
/// day, and counts the next one from it.
struct ScheduleGiven: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "given", abstract: "Note that an injection, infusion or cycle was given.",
    discussion: """
      Examples:
        netvault schedule given lanreotide --on 2026-11-10 --where "City Clinic, left side"
        netvault schedule given lanreotide --next 2026-12-08
        netvault schedule given                       choose from your treatments
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("When; today, if nothing is said.", valueName: "date"))
  var on: String?

  @Option(help: ArgumentHelp("Where, and on which side of the body.", valueName: "words"))
  var `where`: String?

  @Option(help: ArgumentHelp("Who gave it.", valueName: "name"))
  var who: String?

  @Option(help: ArgumentHelp("The day that is booked for the next one.", valueName: "date"))
  var next: String?

  func perform(_ talk: Talk) throws -> Exit {
    let day =
      try on.map { try ScheduleDay.past($0, "The day it was given", "on", talk) }
      ?? When(talk.today)
    let booked = try next.map { try ScheduleDay.next($0, "The next day", "next", talk) }
    if let booked, let date = booked.date, let given = day.date, date.lastDay <= given.lastDay {
      throw Problem.rebookedToPast
    }
    let vault = try talk.open(options.dryRun ? .read : .write)
    let treatment = try treatment(try ScheduleFacts(talk: talk, vault: vault), vault, talk)
    if let start = treatment.when("start")?.date, let date = day.date,
      date.lastDay < start.firstDay
    {
      throw Problem.givenBeforeStart
    }
    try ScheduleDay.check(day, vault)
    let before = try vault.some(
      of: FieldsQuery(.procedure, with: "treatment"), limit: ScheduleFacts.mostGiven
    ).first
    let isKnown = before.contains {
      $0["treatment"] == .link(treatment.id) && $0.when?.date == day.date
    }
    guard !isKnown else { throw Problem.givenAlready }

    let procedure = try procedure(treatment, day, in: vault, talk)
    let changed = changed(treatment, day, booked)
    guard !options.dryRun else {
      talk.terminal.say("It would be written down as given. Nothing was changed.")
      return .done
    }
    let who = try talk.who(in: vault)
    var update = changed
    update.provenance.who = who
    try talk.apply(
      Change(
        "schedule given", at: talk.now, who: who, steps: [.add(procedure), .update(update)]),
      to: vault)
    try vault.close()
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "record": .object(RecordsJSON.object(procedure)),
          "treatment": .object(RecordsJSON.object(update)),
        ])
    }
    say(treatment, changed, day, talk)
    return .done
  }

  private func say(_ treatment: Record, _ changed: Record, _ day: When, _ talk: Talk) {
    talk.terminal.say(Styled("Noted: \(treatment.title), given on \(day.spelled)."))
    if let dose = Dose(changed, today: talk.today) {
      let cycles = dose.cycles.map { ". \($0.capitalizedFirst)" } ?? ""
      if let next = dose.spelledDay {
        talk.terminal.say(Styled("The next one: \(next), \(dose.why ?? "")\(cycles)."))
      }
    } else {
      talk.terminal.say("That was the last one that was planned.")
    }
    talk.terminal.say("Next: netvault schedule    (take it back: netvault undo)")
  }

  /// The treatment that is meant, among those that are given again and again.
  private func treatment(
    _ facts: ScheduleFacts, _ vault: Vault, _ talk: Talk
  ) throws -> Record {
    if !what.isEmpty {
      let record = try Choosing(talk: talk, vault: vault)
        .record(Passing.words(what, of: .treatment))
      guard record.kind == .treatment else { throw Problem.notATreatment }
      return record
    }
    guard !facts.doses.isEmpty else { throw Problem.noDoses }
    let doses = Array(facts.doses.prefix(20))
    let names = doses.map { "\($0.what), \($0.spelledDay ?? "day not known")" }
    let choice =
      doses.count == 1 && !talk.terminal.settings.canAsk
      ? 0 : try Prompt(talk.terminal).choice("Which one was given?", names, flag: "WHAT")
    guard let record = facts.records[doses[choice].treatment] else { throw Problem.noDoses }
    return record
  }

  private func procedure(
    _ treatment: Record, _ day: When, in vault: Vault, _ talk: Talk
  ) throws -> Record {
    var fields: [String: Value] = [
      "name": .coded(Coded(treatment.words("name") ?? treatment.title)), "date": .when(day),
      "status": .text("done"), "treatment": .link(treatment.id),
    ]
    fields["place"] = `where`.map { .text($0) }
    fields["who"] = who.map { .text($0) }
    return try talk.newRecord(.procedure, fields, in: vault)
  }

  /// One that is written down later does not put the last one back.
  private func changed(_ treatment: Record, _ day: When, _ booked: When?) -> Record {
    var treatment = treatment
    let isLast =
      treatment.when("lastGiven")?.date.map { last in
        day.date.map { $0.lastDay >= last.firstDay } ?? false
      } ?? true
    if isLast {
      treatment["lastGiven"] = .when(day)
      treatment["nextDose"] = nil
      if let place = `where` { treatment["givenWhere"] = .text(place) }
    }
    if let booked { treatment["nextDose"] = .when(booked) }
    let given = treatment.words("cyclesGiven")
    if given != nil || treatment.words("cyclesPlanned") != nil {
      let count = given.map { $0.split { !$0.isNumber }.first.flatMap { Int($0) } } ?? 0
      if let count { treatment["cyclesGiven"] = .text(String(count + 1)) }
    }
    if treatment.words("status") == "planned" { treatment["status"] = .choice("current") }
    return treatment
  }
}
