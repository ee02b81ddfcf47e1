internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault symptoms`: the diary, and what no doctor was told yet.
struct Symptoms: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the diary, and what no doctor was told yet.",
    discussion: """
      Examples:
        netvault symptoms
        netvault symptoms add "flushing after lunch, 10 minutes"
        netvault symptoms told flushing --whom "Dr. Lee"
        netvault symptoms print

      The diary does not warn anyone. If something feels like an emergency, call your emergency
      number.
      """,
    subcommands: [SymptomsList.self, SymptomsAdd.self, SymptomsTold.self, SymptomsPrint.self],
    defaultSubcommand: SymptomsList.self)
}

/// `netvault symptoms list`, which need not be written out.
struct SymptomsList: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the diary, newest first.",
    discussion: """
      Examples:
        netvault symptoms list --since 2026
        netvault symptoms list --not-told
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(help: ArgumentHelp("Only what was noticed on or after this date.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only what was noticed on or before this date.", valueName: "date"))
  var until: String?

  @Flag(help: "Only what no doctor or nurse was told yet.")
  var notTold = false

  @Flag(help: "Show all of a long diary.")
  var all = false

  func perform(_ talk: Talk) throws -> Exit {
    let range = try KindWord.range(since: since, until: until, talk)
    let vault = try talk.open(.read)
    let diary = try Diary(talk: talk, vault: vault)
    let shown = diary.entries.filter {
      range.contains($0.when?.date) && (!notTold || $0.isUntold(on: talk.today))
    }
    if options.json {
      talk.answer(json: diary.json(shown))
      return .done
    }
    guard !shown.isEmpty else {
      guard diary.entries.isEmpty else {
        throw notTold ? Problem.allTold : .noneThere("symptoms", all: "symptoms")
      }
      throw Problem.noneOfKind("symptoms", add: "symptom")
    }
    try diary.show(shown, all: all)
    return .done
  }
}

struct SymptomsAdd: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Write down something that was noticed.",
    usage: "netvault symptoms add [<words>] [--FIELD VALUE ...] [<options>]",
    discussion: """
      Examples:
        netvault symptoms add
        netvault symptoms add --what "flushing after lunch" --date yesterday --bother 4

      It asks the same as netvault add symptom, and takes the same flags.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    let exit = try await Passing.add(KindTags.Symptom.self, arguments, options, talk)
    if exit == .done { Diary.sayNoWarning(talk) }
    return exit
  }
}

/// `netvault symptoms told`: a doctor or a nurse knows of it now.
struct SymptomsTold: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "told", abstract: "Note that a doctor or nurse knows of a symptom now.",
    discussion: """
      Examples:
        netvault symptoms told flushing --whom "Dr. Lee"
        netvault symptoms told --all --whom "nurse Kim" --on yesterday
        netvault symptoms told                     choose from those not told yet
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("Who knows of it now.", valueName: "name"))
  var whom: String?

  @Option(help: ArgumentHelp("When it was told; today, if nothing is said.", valueName: "date"))
  var on: String?

  @Flag(help: "Everything that nobody was told yet.")
  var all = false

  func perform(_ talk: Talk) throws -> Exit {
    var day = When(talk.today)
    if let on {
      day = try DatePhrase(
        today: talk.today, direction: .past, label: "The day it was told", flag: "on"
      ).when(on)
    }
    let vault = try talk.open(options.dryRun ? .read : .write)
    let diary = try Diary(talk: talk, vault: vault)
    let chosen = try choose(diary, vault, talk)
    let name =
      try whom.map { $0.trimmedSpaces }
      ?? Prompt(talk.terminal).line("Who knows of it now? (for example, Dr. Lee)", flag: "whom")
    guard !name.isEmpty else { throw Problem.flagEmpty("whom") }
    let who = try talk.who(in: vault)
    let steps = chosen.map { symptom -> Change.Step in
      var symptom = symptom
      let before = symptom.isUntold(on: talk.today) ? nil : symptom.words("toldTo")
      symptom["toldTo"] = .text([before, name].compactMap { $0 }.joined(separator: ", "))
      symptom["toldOn"] = .when(day)
      symptom.provenance.who = who
      return .update(symptom)
    }
    let count = Listing.count(steps.count, "symptom")
    guard !options.dryRun else {
      talk.terminal.say("\(count) would be noted as told to \(name). Nothing was changed.")
      return .done
    }
    try talk.apply(Change("symptoms told", at: talk.now, who: who, steps: steps), to: vault)
    try vault.close()
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "told": .array(chosen.map { .string($0.id.text) }),
          "whom": .string(name),
        ])
    }
    talk.terminal.say("Noted: \(name) knows of \(count).")
    let left = diary.entries.count { $0.isUntold(on: talk.today) } - chosen.count
    talk.terminal.say(
      left > 0
        ? "Next: netvault symptoms told    (\(left) more that nobody knows of)"
        : "Next: netvault symptoms")
    return .done
  }

  private func choose(_ diary: Diary, _ vault: Vault, _ talk: Talk) throws -> [Record] {
    if !what.isEmpty {
      let record = try Choosing(talk: talk, vault: vault)
        .record(Passing.words(what, of: .symptom))
      guard record.kind == .symptom else { throw Problem.notASymptom }
      return [record]
    }
    let untold = diary.entries.filter { $0.isUntold(on: talk.today) }
    guard !untold.isEmpty else { throw Problem.allTold }
    if all || untold.count == 1 { return untold }
    let names = untold.prefix(20).map { "\($0.title), \($0.when?.spelled ?? "date not known")" }
    let choice = try Prompt(talk.terminal).choice(
      "Which one was told?", ["all \(untold.count) of them"] + names, flag: "all")
    return choice == 0 ? untold : [untold[choice - 1]]
  }
}

struct SymptomsPrint: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Write the diary to a file, for a visit.",
    discussion: """
      Examples:
        netvault symptoms print
        netvault symptoms print --since 2026-09 --format text -o diary.txt
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @OptionGroup(title: "The sheet") var sheet: SheetOptions

  @Option(help: ArgumentHelp("Only what was noticed on or after this date.", valueName: "date"))
  var since: String?

  func perform(_ talk: Talk) throws -> Exit {
    let range = try KindWord.range(since: since, until: nil, talk)
    let vault = try talk.open(.read)
    let diary = try Diary(talk: talk, vault: vault)
    let shown = diary.entries.filter { range.contains($0.when?.date) }
    guard !shown.isEmpty else { throw Problem.noneOfKind("symptoms", add: "symptom") }
    return try sheet.write(try diary.handout(shown), named: "symptoms", talk)
  }
}
