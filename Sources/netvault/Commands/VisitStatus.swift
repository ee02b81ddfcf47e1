internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault visit kept`: somebody was there.
struct VisitKept: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "kept", abstract: "Note that a visit was kept.",
    discussion: """
      Examples:
        netvault visit kept
        netvault visit kept oncology
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "visit"))
  var what: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    let marking = VisitMarking(talk: talk, status: "kept", again: nil, isNotAgain: true)
    return try marking.perform(what)
  }
}

/// `netvault visit missed`: nobody was there, and perhaps it is booked again.
struct VisitMissed: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "missed", abstract: "Note that a visit was missed, and book it again.",
    discussion: """
      Examples:
        netvault visit missed
        netvault visit missed oncology --again "2026-12-03 10:30"
        netvault visit missed oncology --not-again
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions
  @OptionGroup var booking: VisitBooking

  func perform(_ talk: Talk) throws -> Exit {
    try booking.marking("missed", talk).perform(booking.what)
  }
}

/// `netvault visit cancelled`: it was called off, and perhaps it is booked again.
struct VisitCancelled: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancelled", abstract: "Note that a visit was called off, and book it again.",
    discussion: """
      Examples:
        netvault visit cancelled
        netvault visit cancelled oncology --again "3 December 10:30"
      """, aliases: ["canceled"])

  @OptionGroup(title: "Options of every command") var options: GlobalOptions
  @OptionGroup var booking: VisitBooking

  func perform(_ talk: Talk) throws -> Exit {
    try booking.marking("cancelled", talk).perform(booking.what)
  }
}

/// Which visit, and whether another takes its place.
struct VisitBooking: ParsableArguments {
  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "visit"))
  var what: [String] = []

  @Option(help: ArgumentHelp("The new day.", valueName: "date"))
  var again: String?

  @Flag(help: "It is not booked again.")
  var notAgain = false

  func marking(_ status: String, _ talk: Talk) -> VisitMarking {
    VisitMarking(talk: talk, status: status, again: again, isNotAgain: notAgain)
  }
}

/// How a visit went, and the visit that takes its place.
struct VisitMarking {
  let talk: Talk
  let status: String
  let again: String?
  let isNotAgain: Bool

  func perform(_ what: [String]) throws -> Exit {
    guard again == nil || !isNotAgain else { throw Problem.againOrNot }
    var day = try again.map { try ScheduleDay.next($0, "The new day", "again", talk) }
    if let day { try checkAhead(day) }
    let vault = try talk.open(talk.options.dryRun ? .read : .write)
    var visit = try choose(what, vault)
    if status != "cancelled", let date = visit.when?.date, date.firstDay > talk.today {
      throw Problem.visitStillToCome
    }
    var brokenOff: Problem?
    if day == nil, !isNotAgain, talk.terminal.settings.canAsk {
      (day, brokenOff) = try ask(visit)
    }
    visit["status"] = .choice(status)
    var steps: [Change.Step] = []
    var new: Record?
    if let day {
      let planned = try rebooked(visit, day, vault)
      visit["rebooked"] = .link(planned.id)
      new = planned
      steps.append(.add(planned))
    }
    guard !talk.options.dryRun else {
      talk.terminal.say("The visit would be noted as \(status). Nothing was changed.")
      return .done
    }
    let who = try talk.who(in: vault)
    visit.provenance.who = who
    steps.append(.update(visit))
    try talk.apply(
      Change("visit \(status)", at: talk.now, who: who, steps: steps), to: vault)
    try vault.close()
    if let brokenOff { throw Problem.stoppedSaved(1, as: brokenOff) }
    if talk.options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "record": .object(RecordsJSON.object(visit)),
          "rebooked": new.map { .object(RecordsJSON.object($0)) } ?? .null,
        ])
    }
    say(visit, new)
    return .done
  }

  private func say(_ visit: Record, _ new: Record?) {
    talk.terminal.say(Styled("Noted as \(status): \(Visits.words(visit))."))
    if let new { talk.terminal.say(Styled("Planned now: \(Visits.words(new)).")) }
    if status == "kept" {
      talk.terminal.say("Next: netvault visit write    (what was said and decided)")
    } else if new == nil {
      talk.terminal.say("When it has a new day: netvault visit \(status) --again DATE")
      talk.terminal.say("Next: netvault visit")
    } else {
      talk.terminal.say("Next: netvault visit    (take it back: netvault undo)")
    }
  }

  /// The new day, where there is one. How the visit went is known by now: a talk that breaks off here
  /// keeps it.
  private func ask(_ visit: Record) throws(Problem) -> (day: When?, brokenOff: Problem?) {
    let device = talk.terminal.device
    device.deferStops(true)
    defer { device.deferStops(false) }
    talk.terminal.explain(Styled(Visits.words(visit), .bold))
    do throws(Problem) {
      let isBooked = try Prompt(talk.terminal).yes("Book it again?", flag: "again")
      let day =
        isBooked ? try ScheduleDay.ask("When?", flag: "again", talk, check: checkAhead) : nil
      if device.isStopped { throw .stopped }
      return (day, nil)
    } catch {
      guard error.endsTalk else { throw error }
      return (nil, error)
    }
  }

  private func checkAhead(_ day: When) throws(Problem) {
    guard let date = day.date, date.lastDay >= talk.today else { throw .rebookedToPast }
  }

  /// The same visit on another day.
  private func rebooked(_ visit: Record, _ day: When, _ vault: Vault) throws -> Record {
    var fields: [String: Value] = ["date": .when(day), "status": .choice("planned")]
    for name in ["what", "who", "place", "questions"] { fields[name] = visit[name] }
    return try talk.newRecord(.visit, fields, in: vault)
  }

  /// The one that is meant. Without words: what is over and not written up, today's, and, where
  /// it was called off, what is to come.
  private func choose(_ what: [String], _ vault: Vault) throws -> Record {
    if !what.isEmpty {
      let record = try Choosing(talk: talk, vault: vault)
        .record(Passing.words(what, of: .visit))
      guard record.kind == .visit else { throw Problem.notAVisit }
      return record
    }
    let visits = try Visits(talk: talk, vault: vault)
    let today = visits.ahead.filter { $0.when?.date == talk.today }
    let ahead = visits.ahead.filter { $0.when?.date != talk.today }
    let found = Array(
      (status == "cancelled" ? today + ahead + visits.unsure : today + visits.unsure).prefix(20))
    guard let first = found.first else { throw Problem.noVisitToCome }
    guard found.count > 1 else { return first }
    let choice = try Prompt(talk.terminal).choice(
      "Which visit was it?", found.map { Visits.words($0) }, flag: "VISIT")
    return found[choice]
  }
}
