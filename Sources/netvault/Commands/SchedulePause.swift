internal import ArgumentParser
internal import CarePlan
internal import Console
internal import Records
internal import Sealing
internal import Vault

/// `netvault schedule pause`: no day is due until it goes on.
struct SchedulePause: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause", abstract: "Pause a check, with the reason.",
    discussion: """
      Examples:
        netvault schedule pause CT --reason "a new treatment has begun"
        netvault schedule pause --all --reason "in hospital" --on 2026-11-02
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Flag(help: "All checks.")
  var all = false

  @Option(help: ArgumentHelp("Why it is paused.", valueName: "words"))
  var reason: String?

  @Option(help: ArgumentHelp("Since when; today, if nothing is said.", valueName: "date"))
  var on: String?

  func perform(_ talk: Talk) throws -> Exit {
    let day = try on.map { try ScheduleDay.past($0, "The day of the pause", "on", talk) }
    let vault = try talk.open(options.dryRun ? .read : .write)
    let facts = try ScheduleFacts(talk: talk, vault: vault)
    let chosen: [Record]
    if all {
      chosen = facts.dues.filter { $0.standing != .paused }
        .compactMap { facts.records[$0.record] }
      guard !chosen.isEmpty else { throw Problem.noSchedule }
    } else {
      let check = try facts.choose(
        what, among: { $0.standing != .paused }, "Which one is paused?", vault, talk)
      guard check.when("pausedOn") == nil else { throw Problem.alreadyPaused }
      chosen = [check]
    }
    let why =
      try reason.map { $0.trimmedSpaces }
      ?? Prompt(talk.terminal).line(
        "Why is it paused?", help: "For example: a new treatment has begun.", flag: "reason")
    guard !why.isEmpty else { throw Problem.flagEmpty("reason") }
    let since = day ?? When(talk.today)
    try ScheduleDay.check(since, vault)
    let checks = chosen.map { Self.paused($0, since: since, why: why) }
    return try CheckChange(talk: talk, vault: vault, command: "schedule pause").save(
      checks, said: "Paused: \(Listing.count(checks.count, "check")), since \(since.spelled).")
  }

  static func paused(_ check: Record, since: When, why: String) -> Record {
    var check = check
    check["pausedOn"] = .when(since)
    check["pauseReason"] = .text(why)
    return check
  }
}

/// `netvault schedule resume`: it goes on, as before or from a new day.
struct ScheduleResume: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with a check that was paused.",
    discussion: """
      Examples:
        netvault schedule resume CT --as-before
        netvault schedule resume CT --from 2026-12-01
        netvault schedule resume --all --as-before

      From a new day, the steps are counted from the first one again.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Flag(help: "All checks that are paused.")
  var all = false

  @Flag(help: "The days are counted as before the pause.")
  var asBefore = false

  @Option(help: ArgumentHelp("The days are counted anew, from this one.", valueName: "date"))
  var from: String?

  func perform(_ talk: Talk) throws -> Exit {
    guard from == nil || !asBefore else { throw Problem.oneAnswerOnly }
    var start = try from.map { try ScheduleDay.start($0, "The first day", "from", talk) }
    let vault = try talk.open(options.dryRun ? .read : .write)
    let facts = try ScheduleFacts(talk: talk, vault: vault)
    let paused = facts.checks.filter { $0.when("pausedOn") != nil }
    guard !paused.isEmpty else { throw Problem.notPaused }
    let chosen = try choose(paused, facts, vault, talk)
    if start == nil, !asBefore {
      let choice = try Prompt(talk.terminal).choice(
        "How does it go on?", ["as before", "counted anew, from a day that I say"],
        help: "Your doctor can say which. Counted anew begins with the first step again.",
        flag: "from")
      if choice == 1 { start = try Self.askStart(of: chosen, vault, talk) }
    }
    if let start { try ScheduleDay.check(start, vault) }
    let checks = try chosen.map { check in
      try Self.resumed(check, from: start, facts, vault)
    }
    return try CheckChange(talk: talk, vault: vault, command: "schedule resume").save(
      checks, said: "It goes on: \(Listing.count(checks.count, "check")).")
  }

  private func choose(
    _ paused: [Record], _ facts: ScheduleFacts, _ vault: Vault, _ talk: Talk
  ) throws -> [Record] {
    if all { return paused }
    if what.isEmpty, paused.count == 1 { return paused }
    let check = try facts.choose(
      what, among: { $0.standing == .paused }, "Which one goes on?", vault, talk)
    guard check.when("pausedOn") != nil else { throw Problem.notPaused }
    return [check]
  }

  /// Going on answers for what happened during the pause.
  private static func resumed(
    _ check: Record, from start: When?, _ facts: ScheduleFacts, _ vault: Vault
  ) throws -> Record {
    var check = check
    check["pausedOn"] = nil
    check["pauseReason"] = nil
    if let start { check = try Self.anew(check, from: start) }
    let events = try vault.records(of: [.diagnosis, .treatment])
    let results = try ScheduleFacts.results(of: [check], vault)
    let open = RestartQuestion.all(in: [check] + results + events, today: facts.today)
    return Self.answered(check, open.map(\.event))
  }

  static func anew(_ check: Record, from start: When) throws(Problem) -> Record {
    var check = check
    check["countedFrom"] = .when(start)
    for name in ["due", "movedTo", "skipped", "statusReason"] { check[name] = nil }
    if check["status"] != nil { check["status"] = .choice("open") }
    try PlanWording.check(check)
    return check
  }

  /// Asks from which day checks are counted anew. A day from which they cannot be is asked again.
  static func askStart(of checks: [Record], _ vault: Vault, _ talk: Talk) throws -> When {
    let born = try vault.owner.when("born")?.date
    return try ScheduleDay.ask("From which day?", flag: "from", talk, direction: .any) {
      day throws(Problem) in
      try ScheduleDay.check(day, born: born)
      for check in checks { _ = try anew(check, from: day) }
    }
  }

  static func answered(_ check: Record, _ events: [Record]) -> Record {
    guard !events.isEmpty else { return check }
    var check = check
    var links = check.list("answered")
    links += events.map { .link($0.id) }.filter { !links.contains($0) }
    check["answered"] = links.count == 1 ? links[0] : .list(links)
    return check
  }
}

/// `netvault schedule review`: a new treatment began, or the tumor came back. Do the checks still hold?
struct ScheduleReview: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Say if checks still hold after a new treatment.",
    discussion: """
      Examples:
        netvault schedule review                     asks what becomes of them
        netvault schedule review --pause
        netvault schedule review --from 2026-11-03
        netvault schedule review --as-before

      netvault never stops or begins a plan by itself. Your doctor says what holds.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Flag(help: "Pause them, until your doctor says how they go on.")
  var pause = false

  @Flag(help: "They hold as they are.")
  var asBefore = false

  @Option(help: ArgumentHelp("Count the steps anew, from this day.", valueName: "date"))
  var from: String?

  func perform(_ talk: Talk) throws -> Exit {
    let answers = [pause, asBefore, from != nil].count { $0 }
    guard answers <= 1 else { throw Problem.oneAnswerOnly }
    var start = try from.map { try ScheduleDay.start($0, "The first day", "from", talk) }
    let vault = try talk.open(options.dryRun ? .read : .write)
    let facts = try ScheduleFacts(talk: talk, vault: vault)
    guard !facts.restarts.isEmpty else { throw Problem.nothingToReview }
    var isPause = pause
    if answers == 0 {
      for question in facts.restarts {
        talk.terminal.explain(Styled(ScheduleView.words(question)))
        for check in question.checks { talk.terminal.explain(Styled("  \(check.title)")) }
      }
      let choice = try Prompt(talk.terminal).choice(
        "What becomes of these checks?",
        [
          "they are paused, until my doctor says how they go on",
          "the steps are counted anew, from a day that I say", "they hold as they are",
        ], help: "If nobody has said anything yet, ask your doctor. You can change it later.",
        flag: "pause")
      isPause = choice == 0
      if choice == 1 {
        start = try ScheduleResume.askStart(
          of: facts.restarts.flatMap(\.checks), vault, talk)
      }
    }
    if let start { try ScheduleDay.check(start, vault) }
    let checks = try changed(facts, isPause: isPause, start)
    let count = Listing.count(checks.count, "check")
    let said =
      isPause
      ? "Paused: \(count)."
      : start.map { "Counted anew from \($0.spelled): \(count)." }
        ?? "They hold as they are: \(count)."
    return try CheckChange(talk: talk, vault: vault, command: "schedule review")
      .save(checks, said: said)
  }

  private func changed(
    _ facts: ScheduleFacts, isPause: Bool, _ start: When?
  ) throws(Problem) -> [Record] {
    var changed: [Record] = []
    for check in facts.checks {
      let asked = facts.restarts.filter { $0.checks.contains { $0.id == check.id } }
      guard let last = asked.last else { continue }
      var check = check
      if isPause {
        check = SchedulePause.paused(
          check, since: When(facts.today),
          why: last.isReturn ? "the tumor came back" : "a new treatment began")
      } else if let start {
        check["pausedOn"] = nil
        check["pauseReason"] = nil
        check = try ScheduleResume.anew(check, from: start)
      }
      changed.append(ScheduleResume.answered(check, asked.map(\.event)))
    }
    return changed
  }
}
