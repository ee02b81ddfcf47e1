internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Summary
internal import Vault

/// `netvault plan fill`: asks for what is missing, one question at a time.
struct PlanFill: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Be asked for what is missing in the plan.",
    discussion: """
      Examples:
        netvault plan fill
        netvault plan fill habits      one part only

      Type - for what nobody knows, none where there is none, and . to finish early.
      Without a terminal: netvault plan missing shows the command for each field.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("One part only, such as habits.", valueName: "part"))
  var part: String?

  func perform(_ talk: Talk) throws -> Exit {
    let part = try part.map { try PlanView.part($0) }
    var vault = try talk.open(.read)
    let plan = try SurvivorPlan(vault: vault, talk)
    let open = plan.missing.filter { part == nil || $0.field.part == part }.map(\.field)
    var filling = try PlanFilling(talk: talk, vault: vault, fields: open)
    try vault.close()
    guard !open.isEmpty else { throw Problem.planFull }
    guard !filling.isEmpty else { throw Problem.planNeedsRecords }
    try filling.ask()
    guard filling.hasAnswers else { throw filling.brokenOff ?? Problem.declined }
    let count = Listing.count(filling.count, "answer")
    guard !options.dryRun else {
      talk.terminal.say("\(count) would be saved. Nothing was changed.")
      return .done
    }
    vault = try talk.openAgain(vault)
    let steps = try filling.steps(in: vault)
    if !steps.isEmpty {
      try talk.apply(
        Change("plan fill", at: talk.now, who: try talk.who(in: vault), steps: steps), to: vault)
    }
    let left = try SurvivorPlan(vault: vault, talk).missing.count
    try vault.close()
    if let problem = filling.brokenOff { throw Problem.stoppedSaved(filling.count, as: problem) }
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "saved": .number(String(filling.count)),
          "missing": .number(String(left)),
        ])
    }
    talk.terminal.say("Saved \(count). \(Listing.count(left, "field")) not asked yet.")
    for command in filling.later { talk.terminal.say("To add it: \(command)") }
    talk.terminal.say(
      left > 0 ? "Next: netvault plan fill    (goes on)" : "Next: netvault plan print")
    return .done
  }
}
