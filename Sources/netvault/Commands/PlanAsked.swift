internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Summary
internal import Vault

/// `netvault plan asked`: the team was asked for a survivorship care plan.
struct PlanAsked: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "asked", abstract: "Note that you asked your team for a care plan.",
    discussion: """
      Examples:
        netvault plan asked --of "Dr. Lee"
        netvault plan asked --of "Dr. Lee" --on yesterday
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(help: ArgumentHelp("Whom you asked.", valueName: "name"))
  var of: String?

  @Option(help: ArgumentHelp("When; today, if nothing is said.", valueName: "date"))
  var on: String?

  func perform(_ talk: Talk) throws -> Exit {
    let day = try PlanRecord.day(on, label: "The day you asked", flag: "on", talk)
    let vault = try talk.open(options.dryRun ? .read : .write)
    let name =
      try of.map { $0.trimmedSpaces }
      ?? Prompt(talk.terminal).line(
        "Whom did you ask for the plan? (for example, Dr. Lee)", flag: "of")
    guard !name.isEmpty else { throw Problem.flagEmpty("of") }
    var plan = try PlanRecord(vault: vault, talk)
    plan.record["request"] = .choice("asked")
    plan.record["askedOf"] = .text(name)
    plan.record["askedOn"] = .when(day)
    guard !options.dryRun else {
      talk.terminal.say("It would be noted that \(name) was asked. Nothing was changed.")
      return .done
    }
    try plan.save("plan asked", talk, vault)
    try vault.close()
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "record": .object(RecordsJSON.object(plan.record)),
        ])
    }
    talk.terminal.say("Noted: you asked \(name) for a care plan on \(day.spelled).")
    talk.terminal.say("Next, when it comes: netvault plan received --file FILE")
    return .done
  }
}

/// `netvault plan received`: the team's plan is there, and its file is kept with it.
struct PlanReceived: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "received", abstract: "Keep the care plan that your team gave you.",
    discussion: """
      Examples:
        netvault plan received --file plan.pdf --from "Dr. Lee"
        netvault plan received --file plan.pdf --review "May 2027"
        netvault plan received --on-paper --from "Dr. Lee"
        netvault plan received --file plan.pdf --activity "CT every 12 months"

      Write each line of what is planned after --activity. Then netvault plan follow can make
      checks of them.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(
    help: ArgumentHelp("The plan as a file; may be repeated.", valueName: "file"),
    completion: .file())
  var file: [String] = []

  @Flag(help: "It is only on paper; there is no file.")
  var onPaper = false

  @Option(help: ArgumentHelp("Who made it.", valueName: "name"))
  var from: String?

  @Option(help: ArgumentHelp("When it came; today, if nothing is said.", valueName: "date"))
  var on: String?

  @Option(help: ArgumentHelp("When it is to be looked at again.", valueName: "date"))
  var review: String?

  @Option(help: ArgumentHelp("Who keeps everything together for you.", valueName: "name"))
  var coordinator: String?

  @Option(help: ArgumentHelp("One line of what is planned; may be repeated.", valueName: "words"))
  var activity: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    let day = try PlanRecord.day(on, label: "The day it came", flag: "on", talk)
    let again = try review.map { words throws(Problem) in
      try DatePhrase(
        today: talk.today, direction: .any, label: "The day to look again", flag: "review"
      ).when(words)
    }
    let files = try self.files(talk)
    let vault = try talk.open(options.dryRun ? .read : .write)
    var plan = try PlanRecord(vault: vault, talk)
    plan.record["request"] = .choice("received")
    plan.record["receivedOn"] = .when(day)
    if plan.record["date"] == nil { plan.record["date"] = .when(day) }
    if let again { plan.record["review"] = .when(again) }
    if let coordinator { plan.record["coordinator"] = .text(coordinator.trimmedSpaces) }
    if let from { plan.record["who"] = .list([.text(from.trimmedSpaces)]) }
    if !activity.isEmpty {
      let known = plan.record.list("activities")
      let new = activity.map { Value.coded(Coded($0.trimmedSpaces)) }
      plan.record["activities"] = .list(known + new.filter { !known.contains($0) })
    }
    guard !options.dryRun else {
      talk.terminal.say(
        "The plan would be kept, with \(Listing.count(files.count, "file")). Nothing was changed.")
      return .done
    }
    if files.isEmpty {
      try plan.save("plan received", talk, vault)
    } else {
      plan.record.provenance.who = try talk.who(in: vault)
      var target = AttachTarget(plan.record, isNew: plan.isNew)
      try KeepingFiles(files, vault, try talk.location(), talk)
        .keep(with: &target, as: "plan received")
      plan.record = target.record
    }
    try vault.close()
    tell(plan.record, files, day, talk)
    return .done
  }

  /// The files, looked at before the vault is opened to write.
  private func files(_ talk: Talk) throws -> [FileToKeep] {
    let own = try talk.location()
    func look(_ path: String) throws(Problem) -> FileToKeep {
      let file = try FileToKeep(path)
      guard !file.isSame(as: own) else { throw .attachesItself(path) }
      return file
    }
    var files = try file.map { path throws(Problem) in try look(path) }
    if files.isEmpty, !onPaper {
      guard talk.terminal.settings.canAsk else { throw Problem.planNeedsFile }
      while files.isEmpty {
        let path = try Prompt(talk.terminal).line(
          "Where is the file? (only on paper: press Ctrl-C, and add --on-paper)", flag: "file")
        do throws(Problem) {
          files = [try look(path)]
        } catch {
          // A name that was mistyped is no reason to begin again.
          for line in error.lines { talk.terminal.explain(Styled("  \(line)")) }
        }
      }
    }
    for file in files where file.namesPlace {
      talk.terminal.say(Styled(PicturePlace(file.name).words))
      if talk.terminal.settings.canAsk, !options.dryRun,
        try !Prompt(talk.terminal).yes(PicturePlace("").question)
      {
        throw Problem.declined
      }
    }
    return files
  }

  private func tell(_ plan: Record, _ files: [FileToKeep], _ day: When, _ talk: Talk) {
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "record": .object(RecordsJSON.object(plan)),
          "files": .array(files.map { .string($0.name) }),
        ])
    }
    talk.terminal.say("Noted: the plan came on \(day.spelled).")
    for file in files {
      talk.terminal.say(Styled("Kept: \(file.name), \(FileName.size(file.length))."))
    }
    let hasChecks = PlanActivity.all(of: plan).contains { $0.check != nil }
    talk.terminal.say(
      hasChecks
        ? "Next: netvault plan follow    (makes checks of what is planned)"
        : "Next: netvault plan fill    (take it back: netvault undo)")
  }
}
