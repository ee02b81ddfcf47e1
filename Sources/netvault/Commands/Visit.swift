internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault visit`: get ready for a visit, and write down afterwards what was said.
struct Visit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prepare for, or write up, a visit: questions, changes, decisions.",
    discussion: """
      Examples:
        netvault visit                     what is new, what to ask, what you take, what is due
        netvault visit print               the same on a sheet, with room to write
        netvault visit write               afterwards: what was said, decided, and comes next
        netvault visit missed              or kept, or cancelled; and book it again
      """,
    subcommands: [
      VisitPrepare.self, VisitPrint.self, VisitWrite.self, VisitKept.self, VisitMissed.self,
      VisitCancelled.self,
    ],
    defaultSubcommand: VisitPrepare.self)
}

/// `netvault visit prepare`, which need not be written out.
struct VisitPrepare: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare", abstract: "Show what is new, what to ask, what you take, what is due.",
    discussion: """
      Examples:
        netvault visit prepare
        netvault visit prepare oncology      where several visits are planned
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "visit"))
  var what: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    let visits = try Visits(talk: talk, vault: vault)
    let preparing = try Preparing(talk: talk, vault: vault, visit: visits.planned(what), visits)
    if options.json {
      talk.answer(json: preparing.json)
      return .done
    }
    preparing.show()
    return .done
  }
}

struct VisitPrint: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Write the preparation to a file, with room for answers.",
    discussion: """
      Examples:
        netvault visit print
        netvault visit print oncology --large-print
        netvault visit print --format text -o -
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @OptionGroup(title: "The sheet") var sheet: SheetOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "visit"))
  var what: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    let visits = try Visits(talk: talk, vault: vault)
    let preparing = try Preparing(talk: talk, vault: vault, visit: visits.planned(what), visits)
    return try sheet.write(preparing.handout(), named: "visit", talk)
  }
}

/// `netvault visit write`: one question at a time, also for the answers to what was asked.
struct VisitWrite: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Write down what was said and decided at a visit.",
    discussion: """
      Examples:
        netvault visit write
        netvault visit write oncology --said "All is calm." --decided "CT in October"

      At a terminal it asks one question at a time, also for the answers to your questions.
      A visit that is not there yet: netvault add visit
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "visit"))
  var what: [String] = []

  @Option(help: ArgumentHelp("What was said.", valueName: "words"))
  var said: String?

  @Option(help: ArgumentHelp("What was decided.", valueName: "words"))
  var decided: String?

  @Option(help: ArgumentHelp("What comes next.", valueName: "words"))
  var next: String?

  func perform(_ talk: Talk) throws -> Exit {
    var vault = try talk.open(.read)
    let visits = try Visits(talk: talk, vault: vault)
    let visit = try visits.past(what)
    let questions = try QuestionList(talk: talk, vault: vault).open
    try vault.close()
    var writing = WritingUp(talk: talk, visit: visit, questions: questions)
    let given = [("said", said), ("decided", decided), ("next", next)]
    if given.contains(where: { $0.1 != nil }) {
      for (name, words) in given { if let words { writing.take(name, words) } }
    } else {
      try writing.ask()
    }
    guard writing.hasChanged else { throw writing.brokenOff ?? Problem.declined }
    guard !options.dryRun else {
      talk.terminal.say("The visit would be written up. Nothing was changed.")
      return .done
    }
    vault = try talk.openAgain(vault)
    let who = try talk.who(in: vault)
    try talk.apply(
      Change("visit write", at: talk.now, who: who, steps: writing.steps(by: who)), to: vault)
    let left = try QuestionList(talk: talk, vault: vault).open.count
    try vault.close()
    if let problem = writing.brokenOff { throw Problem.stoppedSaved(writing.count, as: problem) }
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "record": .object(RecordsJSON.object(writing.visit)),
          "answered": .array(writing.answered.map { .string($0.id.text) }),
        ])
    }
    let answered = writing.answered.count
    talk.terminal.say(
      answered > 0
        ? "Saved, with the answers to \(Listing.count(answered, "question")). "
          + "\(Listing.count(left, "question")) still open." : "Saved.")
    talk.terminal.say(
      writing.visit.words("next") != nil
        ? "Next: netvault add follow-up    (for what was asked of you, and when)"
        : "Next: netvault timeline")
    return .done
  }
}
