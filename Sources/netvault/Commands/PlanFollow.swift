internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Summary
internal import Vault

/// `netvault plan follow`: makes checks of what the team's plan says, asking first.
struct PlanFollow: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "Make follow-up checks of what the team's plan says.",
    discussion: """
      Examples:
        netvault plan follow
        netvault plan follow --by "Dr. Lee" --yes

      "CT every 12 months" becomes a check that Dr. Lee asked for. You see all of them first.
      Lines without an interval stay as they are.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(help: ArgumentHelp("Who asked for these checks.", valueName: "name"))
  var by: String?

  func perform(_ talk: Talk) throws -> Exit {
    var vault = try talk.open(.read)
    let plans = Listing.newestFirst(try vault.records(of: .plan)).filter { !$0.isRetracted }
    guard let plan = plans.survivorPlan ?? plans.first(where: { $0["activities"] != nil }) else {
      throw Problem.noPlanYet
    }
    let all = PlanActivity.all(of: plan)
    let known = Set(
      try vault.records(of: .followUp).filter { !$0.isRetracted }
        .compactMap { $0.words("what")?.lowercased() })
    try vault.close()
    let checks = all.compactMap(\.check)
    let new = checks.filter { !known.contains($0.what.lowercased()) }
    guard !checks.isEmpty else { throw Problem.planWithoutChecks }
    guard !new.isEmpty else { throw Problem.planFollowed }
    let name = try who(plan, talk)
    for line in lines(new, all, known: checks.count - new.count) {
      talk.terminal.say(Styled(line))
    }
    guard !options.dryRun else {
      talk.terminal.say("Nothing was changed.")
      return .done
    }
    let count = Listing.count(new.count, "check")
    guard try Prompt(talk.terminal).yes("Add \(count), asked for by \(name)?") else {
      throw Problem.declined
    }
    vault = try talk.openAgain(vault)
    let records = try new.map { check in
      try talk.newRecord(.followUp, fields(check, plan, by: name), in: vault)
    }
    try talk.apply(
      Change(
        "plan follow", at: talk.now, who: try talk.who(in: vault),
        steps: records.map { .add($0) }), to: vault)
    try vault.close()
    if options.json { talk.answer(json: RecordsJSON.list(records)) }
    talk.terminal.say("Saved \(count). Say when each was done last, so that netvault can count.")
    talk.terminal.say("Next: netvault list follow-up    (take it back: netvault undo)")
    return .done
  }

  /// Who asked for it: a flag, who made the plan, or an answer.
  private func who(_ plan: Record, _ talk: Talk) throws -> String {
    if let by {
      guard !by.trimmedSpaces.isEmpty else { throw Problem.flagEmpty("by") }
      return by.trimmedSpaces
    }
    if let known = plan.list("who").first?.words ?? plan.words("askedOf") { return known }
    return try Prompt(talk.terminal).line(
      "Who asked for these checks? (for example, Dr. Lee)", flag: "by")
  }

  private func lines(
    _ new: [PlanActivity.Check], _ all: [PlanActivity], known: Int
  ) -> [String] {
    var lines = ["From your team's plan:"]
    lines += new.map { "  \($0.what): \($0.every ?? $0.phases.joined(separator: "; "))" }
    if known > 0 { lines.append("\(Listing.count(known, "check")) of it you have already.") }
    let others = all.filter { $0.check == nil }
    if !others.isEmpty {
      lines.append("Without an interval, so not a check:")
      lines += others.map { "  \($0.words)" }
    }
    return lines
  }

  private func fields(
    _ check: PlanActivity.Check, _ plan: Record, by name: String
  ) -> [String: Value] {
    var fields: [String: Value] = [
      "what": .coded(Coded(check.what)), "askedBy": .text(name), "status": .choice("open"),
      "note": .text(
        "From the care plan"
          + (plan.when("date").map { " of \($0.spelled)" } ?? "") + "."),
    ]
    if let every = check.every { fields["every"] = .text(every) }
    if !check.phases.isEmpty { fields["phases"] = .list(check.phases.map { .text($0) }) }
    return fields
  }
}
