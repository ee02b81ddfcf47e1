internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault insurance`: policies, permissions, bills, refusals, and the days that go with them.
struct Insurance: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show policies, bills, refusals and last days, and whom to call.",
    discussion: """
      Examples:
        netvault insurance                  policies, numbers to call, what is used up
        netvault insurance bills            bills beside the insurer's statements (EOB)
        netvault insurance deadlines        every last day, with the reason for it
        netvault insurance letter appeal    a letter to begin with
        netvault insurance money --year 2026

      It gives no advice. Every day that it shows names the letter or the rule it comes from.
      """,
    subcommands: [
      InsuranceShow.self, InsuranceAdd.self, InsuranceEdit.self,
      PartGroup<AuthorizationPart>.self, PartGroup<ReferralPart>.self, PartGroup<ClaimPart>.self,
      PartGroup<CallPart>.self, InsuranceBills.self, InsuranceAppeal.self, InsuranceDeadlines.self,
      InsuranceClocks.self, InsuranceLetters.self, InsuranceMoney.self, InsurancePrint.self,
    ],
    defaultSubcommand: InsuranceShow.self)
}

/// `netvault insurance show`, which need not be written out.
struct InsuranceShow: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show policies, numbers to call, and what is used up.",
    discussion: """
      Examples:
        netvault insurance show
        netvault insurance show --plain
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let desk = try InsuranceDesk(talk: talk, vault: try talk.open(.read))
    guard !desk.policies.isEmpty else {
      throw Problem.noneOfKind("insurance policies", add: "coverage")
    }
    let page = PolicyPage(desk)
    if options.json {
      talk.answer(json: page.json)
      return .done
    }
    try page.show()
    talk.terminal.say()
    talk.terminal.say("Next: netvault insurance deadlines    (bills: netvault insurance bills)")
    return .done
  }
}

struct InsuranceAdd: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a policy, with the numbers on its card.",
    usage: "netvault insurance add [--FIELD VALUE ...] [<options>]",
    discussion: """
      Examples:
        netvault insurance add
        netvault insurance add --insurer "Acme Health" --order primary --start 2026-01-01

      It asks the same as netvault add coverage, and takes the same flags.
      Pictures of the card: netvault attach card.jpg
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    try await Passing.add(KindTags.Coverage.self, arguments, options, talk)
  }
}

struct InsuranceEdit: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change what is known of a policy.",
    usage: "netvault insurance edit <which> [--FIELD VALUE ...] [<options>]",
    discussion: """
      Examples:
        netvault insurance edit acme
        netvault insurance edit acme --paid-through 2026-12-31
        netvault insurance edit 1 --grace "30 days"
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    try await Passing.edit(.coverage, arguments, options, talk)
  }
}

/// `netvault insurance deadlines`: every last day, past ones too.
struct InsuranceDeadlines: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines", abstract: "Show every last day, why it is that day, and its source.",
    discussion: """
      Examples:
        netvault insurance deadlines
        netvault insurance deadlines --within 30

      A day that a letter prints always counts. Days that are past stay in the list.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(help: ArgumentHelp("Only what ends within so many days.", valueName: "days"))
  var within: String?

  func perform(_ talk: Talk) throws -> Exit {
    let days = try within.map { words throws(Problem) in
      guard let days = Int(words), (0...3660).contains(days) else {
        throw .flagValue("within", example: "30")
      }
      return days
    }
    let desk = try InsuranceDesk(talk: talk, vault: try talk.open(.read))
    let shown = desk.deadlines.filter { one in
      guard let days else { return true }
      return one.daysLeft(on: talk.today).map { (0...days).contains($0) } ?? false
    }
    let list = DeadlineList(desk)
    if options.json {
      talk.answer(json: list.json(shown))
      return .done
    }
    guard !shown.isEmpty else { throw Problem.noDeadlines }
    try list.show(shown)
    talk.terminal.say()
    talk.terminal.say("Next: netvault insurance appeal    (the rules: netvault insurance clocks)")
    return .done
  }
}

/// `netvault insurance bills`: what bills and statements say against each other.
struct InsuranceBills: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "bills", abstract: "Compare bills with the insurer's statements (EOB).",
    discussion: """
      Examples:
        netvault insurance bills
        netvault insurance bills --all     also those that fit together

      A bill and a statement belong together when provider, day and billed amount are the same,
      or the number on them. The insurer's statement is not a bill.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Flag(help: "Also the papers that fit together.")
  var all = false

  func perform(_ talk: Talk) throws -> Exit {
    let desk = try InsuranceDesk(talk: talk, vault: try talk.open(.read))
    guard !desk.records(.claim).isEmpty else { throw Problem.nothingToMatch }
    let view = BillsView(desk)
    if options.json {
      talk.answer(json: view.json)
      return .done
    }
    try view.show(all: all)
    talk.terminal.say()
    talk.terminal.say("The insurer's statement (EOB) is not a bill.")
    talk.terminal.say("Next: netvault insurance call add    (write down whom you called)")
    return .done
  }
}
