internal import ArgumentParser
internal import CarePlan
internal import Console
internal import Records
internal import Sealing
internal import Summary
internal import Vault

/// `netvault plan`: the survivorship care plan, as far as records and named sources say it.
struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show your survivorship care plan, and what is missing in it.",
    discussion: """
      Examples:
        netvault plan                           what was done, and what comes next
        netvault plan fill                      be asked for what is missing
        netvault plan asked --of "Dr. Lee"      you asked your team for a plan
        netvault plan print                     a page for you and your doctors

      A survivorship care plan says what was done, what to check and what to watch for.
      Every line says where it comes from. It is not medical advice.
      """,
    subcommands: [
      PlanShow.self, PlanMissing.self, PlanFill.self, PlanAsked.self, PlanReceived.self,
      PlanFollow.self, PlanConcerns.self, PlanScreening.self, PlanEffects.self, PlanPrint.self,
    ],
    defaultSubcommand: PlanShow.self)
}

/// `netvault plan show`, which need not be written out.
struct PlanShow: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show every field of the plan, with where it comes from.",
    discussion: """
      Examples:
        netvault plan show
        netvault plan show habits
        netvault plan show --json
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("One part only, such as habits.", valueName: "part"))
  var part: String?

  func perform(_ talk: Talk) throws -> Exit {
    let part = try part.map { try PlanView.part($0) }
    let vault = try talk.open(.read)
    let view = PlanView(talk: talk, plan: try SurvivorPlan(vault: vault, talk))
    if options.json {
      talk.answer(json: view.json(part.map { [$0] } ?? PlanPart.allCases))
    } else {
      view.show(part.map { [$0] } ?? PlanPart.allCases)
    }
    return .done
  }
}

struct PlanMissing: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "missing", abstract: "Show what is missing, with the command that adds it.",
    discussion: """
      Examples:
        netvault plan missing
        netvault plan missing --plain
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    let plan = try SurvivorPlan(vault: vault, talk)
    let view = PlanView(talk: talk, plan: plan)
    if options.json {
      talk.answer(json: view.missingJSON)
      return .done
    }
    guard !plan.missing.isEmpty else { throw Problem.planFull }
    view.showMissing()
    return .done
  }
}

struct PlanPrint: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Write the plan to a file, to print and to take along.",
    discussion: """
      Examples:
        netvault plan print
        netvault plan print --large-print
        netvault plan print --format text -o -

      Records that are marked private stay out.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @OptionGroup(title: "The sheet") var sheet: SheetOptions

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    let plan = try SurvivorPlan(vault: vault, talk, withPrivate: false)
    return try sheet.write(PlanSheet(plan: plan, talk: talk), named: "care-plan", talk)
  }
}

/// Other cancers: which tests to talk about, and when each was done last.
struct PlanScreening: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "screening", abstract: "Show tests for other cancers, to talk about.",
    discussion: """
      Examples:
        netvault plan screening
        netvault plan screening --plain

      The rules are of the American Cancer Society, for people without special risks.
      netvault lists them by age, sex and smoking. Your doctor decides with you.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    let view = ScreeningView(
      talk: talk, screening: Screening(of: try vault.everythingKnown, today: talk.today))
    if options.json {
      talk.answer(json: view.json)
    } else {
      view.show()
    }
    return .done
  }
}

/// What treatments may leave behind, and whom to call.
struct PlanEffects: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "effects", abstract: "Show effects that may come later, and whom to call.",
    discussion: """
      Examples:
        netvault plan effects
        netvault plan effects --json

      What your own team said stands first. Then comes what named sources say.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    let plan = try SurvivorPlan(vault: vault, talk)
    let view = PlanView(talk: talk, plan: plan)
    if options.json {
      talk.answer(json: view.json([.effects, .signs]))
    } else {
      view.show([.effects, .signs])
    }
    return .done
  }
}
