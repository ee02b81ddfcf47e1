internal import ArgumentParser
internal import CarePlan
internal import Console
internal import Records
internal import Sealing
internal import Vault

/// `netvault schedule done`: it was done, and the next one is counted from that day.
struct ScheduleDone: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Note that a check was done.",
    discussion: """
      Examples:
        netvault schedule done CT
        netvault schedule done CT --on 2026-11-14 --result "CT November"
        netvault schedule done                        choose from those that are due

      The next one is counted from that day.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("When; today, if nothing is said.", valueName: "date"))
  var on: String?

  @Option(help: ArgumentHelp("The result, scan or visit that it was.", valueName: "words"))
  var result: String?

  func perform(_ talk: Talk) throws -> Exit {
    var day = try on.map { try ScheduleDay.past($0, "The day it was done", "on", talk) }
    let vault = try talk.open(options.dryRun ? .read : .write)
    let facts = try ScheduleFacts(talk: talk, vault: vault)
    var check = try facts.choose(
      what, among: { $0.standing != .paused }, "Which one was done?", vault, talk)
    let last = try facts.due(after: check, vault)?.last?.date
    if let result {
      let found = try linked(result, vault, talk)
      check["result"] = .link(found.id)
      if day == nil { day = found.when }
    }
    let done = day ?? When(talk.today)
    try ScheduleDay.check(done, vault)
    // A visit that is still to come is not what was done.
    if let date = done.date, date.firstDay > talk.today {
      throw Problem.futureDate("The day it was done")
    }
    if let last, let date = done.date, date.lastDay < last.firstDay {
      throw Problem.doneBeforeLast
    }
    check["last"] = .when(done)
    let recurs = check.words("every") != nil || check["phases"] != nil
    check["status"] = .choice(recurs ? "open" : "done")
    if recurs { check["due"] = nil }
    for name in ["movedTo", "skipped", "statusReason"] { check[name] = nil }
    return try CheckChange(talk: talk, vault: vault, command: "schedule done")
      .save([check], said: "Noted: \(check.title), done on \(done.spelled).")
  }

  private func linked(_ words: String, _ vault: Vault, _ talk: Talk) throws -> Record {
    if Int(words) != nil {
      let record = try Choosing(talk: talk, vault: vault).record([words])
      guard [.result, .imaging, .visit].contains(record.kind) else { throw Problem.noSuchResult }
      return record
    }
    var fields: [String: Value] = ["result": .text(words)]
    try Links(vault: vault).resolve(&fields, of: KindDescription.of(.followUp))
    guard case .link(let id)? = fields["result"], let record = try vault.record(id) else {
      throw Problem.noSuchResult
    }
    return record
  }
}

/// `netvault schedule skip`: one day is left out, and the days after it stay as they are.
struct ScheduleSkip: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "skip", abstract: "Leave out the day that is due, with the reason.",
    discussion: """
      Examples:
        netvault schedule skip CT --reason "Dr. Lee: not needed this time"
        netvault schedule skip

      The days after it stay as they are.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("Why it is left out, and who said so.", valueName: "words"))
  var reason: String?

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(options.dryRun ? .read : .write)
    let facts = try ScheduleFacts(talk: talk, vault: vault)
    var check = try facts.choose(
      what, among: { $0.day != nil }, "Which one is left out?", vault, talk)
    guard let day = try facts.due(after: check, vault)?.day else { throw Problem.noDayToSkip }
    let why =
      try reason.map { $0.trimmedSpaces }
      ?? Prompt(talk.terminal).line(
        "Why is it left out?", help: "For example: Dr. Lee said it is not needed this time.",
        flag: "reason")
    guard !why.isEmpty else { throw Problem.flagEmpty("reason") }
    check["status"] = .choice("skipped")
    check["skipped"] = .when(When(day))
    check["statusReason"] = .text(why)
    check["movedTo"] = nil
    return try CheckChange(talk: talk, vault: vault, command: "schedule skip")
      .save([check], said: "Noted: \(check.title) is left out on \(day.spelled).")
  }
}

/// `netvault schedule move`: the day that is due becomes another one.
struct ScheduleMove: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Move the day that is due to another one.",
    discussion: """
      Examples:
        netvault schedule move CT --to 2026-12-03 --reason "the scanner is broken"
        netvault schedule move CT
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("The new day.", valueName: "date"))
  var to: String?

  @Option(help: ArgumentHelp("Why it was moved.", valueName: "words"))
  var reason: String?

  func perform(_ talk: Talk) throws -> Exit {
    let given = try to.map { try ScheduleDay.next($0, "The new day", "to", talk) }
    let vault = try talk.open(options.dryRun ? .read : .write)
    let facts = try ScheduleFacts(talk: talk, vault: vault)
    var check = try facts.choose(
      what, among: { $0.day != nil }, "Which one was moved?", vault, talk)
    guard let due = try facts.due(after: check, vault), due.day != nil else {
      throw Problem.noDayToSkip
    }
    func checkAhead(_ day: When) throws(Problem) {
      guard let date = day.date, date.lastDay >= talk.today else { throw .movedToPast }
    }
    if let given { try checkAhead(given) }
    let day = try given ?? ScheduleDay.ask("To which day?", flag: "to", talk, check: checkAhead)
    // The day it has now stays written down: after the moved one, all is counted from when it was
    // done.
    if due.day != check.when("movedTo")?.date { check["due"] = due.day.map { .when(When($0)) } }
    check["status"] = .choice("moved")
    check["movedTo"] = .when(day)
    check["statusReason"] = reason.map { .text($0) }
    check["skipped"] = nil
    let isLate =
      due.latest.map { late in day.date.map { $0.firstDay > late.lastDay } ?? false } ?? false
    let late = isLate ? " That is after the latest day that was said." : ""
    return try CheckChange(talk: talk, vault: vault, command: "schedule move")
      .save([check], said: "Noted: \(check.title) is moved to \(day.spelled).\(late)")
  }
}

/// Days as they are typed for the schedule.
enum ScheduleDay {
  static func past(
    _ typed: String, _ label: String, _ flag: String, _ talk: Talk
  ) throws -> When {
    try phrase(.past, label, flag, talk).when(typed)
  }

  static func next(
    _ typed: String, _ label: String, _ flag: String, _ talk: Talk
  ) throws -> When {
    try phrase(.next, label, flag, talk).when(typed)
  }

  /// The day from which all is counted: it may lie on both sides of today.
  static func start(
    _ typed: String, _ label: String, _ flag: String, _ talk: Talk
  ) throws -> When {
    try phrase(.any, label, flag, talk).when(typed)
  }

  /// Nothing of this happened before a person was born.
  static func check(_ day: When, _ vault: Vault) throws {
    try check(day, born: try vault.owner.when("born")?.date)
  }

  static func check(_ day: When, born: PartialDate?) throws(Problem) {
    if let born, let date = day.date, date.lastDay < born.firstDay { throw .beforeBirth }
  }

  /// Asks until the answer is a date, and one that can be.
  static func ask(
    _ question: String, flag: String, _ talk: Talk,
    direction: DatePhrase.Direction = .next,
    check: (When) throws(Problem) -> Void = { _ in }
  ) throws(Problem) -> When {
    let prompt = Prompt(talk.terminal)
    while true {
      let typed = try prompt.line(question, help: "For example: 3 December.", flag: flag)
      do throws(Problem) {
        let day = try phrase(direction, "The day", nil, talk).when(typed)
        try check(day)
        return day
      } catch {
        for line in error.lines { talk.terminal.explain("  \(line)") }
      }
    }
  }

  private static func phrase(
    _ direction: DatePhrase.Direction, _ label: String, _ flag: String?, _ talk: Talk
  ) -> DatePhrase {
    DatePhrase(
      today: talk.today, order: DateOrder(talk.environment).order, direction: direction,
      label: label, flag: flag)
  }
}
