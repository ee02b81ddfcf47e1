internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault schedule`: what is done again and again, when it is due, and who asked for it.
struct Schedule: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show checks and injections: when they are due, and who asked.",
    discussion: """
      Examples:
        netvault schedule
        netvault schedule add                        what your doctor asked for
        netvault schedule done CT --on 2026-11-14
        netvault schedule given lanreotide --on 2026-11-10
        netvault schedule offer                      a general rule, if you have none

      netvault counts the days. What you need, and how often, your doctor says.
      """,
    subcommands: [
      ScheduleList.self, ScheduleShow.self, ScheduleAdd.self, ScheduleEdit.self,
      ScheduleRemove.self, ScheduleDone.self, ScheduleSkip.self, ScheduleMove.self,
      SchedulePause.self, ScheduleResume.self, ScheduleGiven.self, ScheduleOffer.self,
      ScheduleTake.self, ScheduleReview.self, ScheduleChoose.self, SchedulePrint.self,
    ],
    defaultSubcommand: ScheduleList.self)
}

/// `netvault schedule list`, which need not be written out.
struct ScheduleList: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show what is due, how each day came about, and who asked.",
    discussion: """
      Examples:
        netvault schedule list
        netvault schedule list --plain
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let facts = try ScheduleFacts(talk: talk, vault: try talk.open(.read))
    let view = ScheduleView(talk: talk, facts: facts)
    if options.json {
      talk.answer(json: view.json)
      return .done
    }
    guard !facts.isEmpty else { throw Problem.noSchedule }
    try view.show()
    return .done
  }
}

struct SchedulePrint: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Write the schedule to a file, with room for notes.",
    discussion: """
      Examples:
        netvault schedule print
        netvault schedule print --format text -o -
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @OptionGroup(title: "The sheet") var sheet: SheetOptions

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    let facts = try ScheduleFacts(talk: talk, vault: vault)
    guard !facts.isEmpty else { throw Problem.noSchedule }
    let handout = ScheduleView(talk: talk, facts: facts).handout(owner: try vault.ownerName)
    return try sheet.write(handout, named: "schedule", talk)
  }
}

/// `netvault schedule show`: one check, and how every day of it comes about.
struct ScheduleShow: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Explain one check: its steps, its days, and who asked.",
    discussion: """
      Examples:
        netvault schedule show CT
        netvault schedule show 1 --count 12
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("How many days to show, 5 if nothing is said.", valueName: "number"))
  var count = 5

  func perform(_ talk: Talk) throws -> Exit {
    guard (1...100).contains(count) else { throw Problem.flagValue("count", example: "12") }
    let vault = try talk.open(.read)
    let facts = try ScheduleFacts(talk: talk, vault: vault)
    let check = try facts.choose(what, among: { _ in true }, "Which check?", vault, talk)
    let results = try ScheduleFacts.results(of: [check], vault)
    let page = CheckPage(talk: talk, check: check, results: results, count: count)
    if options.json {
      talk.answer(json: page.json)
      return .done
    }
    page.show()
    return .done
  }
}

struct ScheduleAdd: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a check that somebody asked for.",
    usage: "netvault schedule add [--FIELD VALUE ...] [--replace] [<options>]",
    discussion: """
      Examples:
        netvault schedule add
        netvault schedule add --what CT --asked-by "Dr. Okafor" --every "every 6 months"
        netvault schedule add --what CT --counted-from 2020-05 --phases "monthly for 1 year; yearly"

      It asks the same as netvault add follow-up, and takes the same flags. No end is needed.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Flag(help: "Let it take the place of a check for the same thing.")
  var replace = false

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    var adding = Adding(
      kind: KindDescription.of(.followUp), arguments: arguments, isPrivate: false, isNone: false,
      usesEditor: false)
    adding.next = "netvault schedule"
    adding.beside = { fields, known in
      if fields["phases"] != nil, fields["countedFrom"] == nil {
        guard talk.terminal.settings.canAsk else { throw Problem.stepsNeedStart }
      }
      return try takePlace(
        of: OneThing.others(
          for: fields["what"]?.words ?? "", among: known), talk)
    }
    return try await adding.perform(talk)
  }

  /// Two checks for one thing: which one holds is asked, never decided.
  private func takePlace(of others: [Record], _ talk: Talk) throws -> [Change.Step] {
    guard !others.isEmpty else { return [] }
    if !replace {
      guard talk.terminal.settings.canAsk else { throw Problem.checkKnown }
      let old = others[0]
      let who = old.words("askedBy").map { ", asked by \($0)" } ?? ""
      let often = old.words("every").map { ", \($0)" } ?? ""
      let choice = try Prompt(talk.terminal).choice(
        "There is a check for the same thing already. Which one holds?",
        ["the new one, in place of it", "the one that is there: \(old.title)\(who)\(often)"],
        help: "The other one goes to the bin. Its old versions are kept.", flag: "replace")
      guard choice == 0 else { throw Problem.declined }
    }
    return others.map { .remove($0.id) }
  }
}

struct ScheduleEdit: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a check: how often, who asked, its window.",
    usage: "netvault schedule edit <what> [--FIELD VALUE ...] [--clear FIELD] [<options>]",
    discussion: """
      Examples:
        netvault schedule edit CT
        netvault schedule edit CT --every "every 12 months" --asked-by "Dr. Okafor"
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    try await Passing.edit(.followUp, arguments, options, talk)
  }
}

struct ScheduleRemove: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Put a check in the bin.",
    discussion: """
      Example:
        netvault schedule remove CT
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    var remove = try Remove.parse([])
    remove.options = options
    remove.what = Passing.words(what, of: .followUp)
    return try remove.perform(talk)
  }
}
