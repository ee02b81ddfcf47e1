internal import ArgumentParser
internal import Console
internal import JSON
internal import Reading
internal import Records
internal import Sealing
internal import Vault

/// `netvault import`: reads files from a hospital, shows what is new, and adds it.
struct Import: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a FHIR file from a hospital; show what is new first.",
    discussion: """
      Examples:
        netvault import riverside-export.json
        netvault import Downloads/my-records/ --dry-run

      The file itself is kept with what it added. Importing it twice adds nothing.
      """)

  enum Differing: String, ExpressibleByArgument, CaseIterable {
    case mine
    case file
    case both
  }

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(
    help: ArgumentHelp("Files, or a folder of files.", valueName: "file"),
    completion: .file(extensions: ["json", "ndjson"]))
  var paths: [String]

  @Option(
    help: ArgumentHelp("Which person of a file about several, by number.", valueName: "number"))
  var patient: String?

  @Flag(help: "Take what is whole in a file that is cut short or damaged.")
  var partial = false

  @Option(help: "Where file and vault differ: keep yours, use the file's, or keep both.")
  var differing: Differing?

  func perform(_ talk: Talk) throws -> Exit {
    let incoming = try IncomingFiles(paths)
    for one in incoming.files.prefix(10) {
      talk.terminal.say(Styled("Reading \(one.file.name)..."))
    }
    let found = try ReadFiles(incoming: incoming, now: talk.now, takesParts: partial).read()
    let facts = try Patients(found, name: paths.first ?? "").facts(patient, talk)
    let vault = try talk.open(options.dryRun ? .read : .write)
    let known = try vault.knownForMatching().map { KnownRecord($0.record, wasEdited: $0.isEdited) }
    let plan = ImportPlan(adding: facts.map(\.record), to: known)
    let view = ImportView(plan: plan, found: found)
    view.show(to: talk.terminal)
    if !options.dryRun {
      try confirm(plan, talk)
      let change = ImportChange(plan, found, incoming, talk).change(
        answers: try answers(plan, view, talk), who: try talk.who(in: vault))
      try talk.apply(change, to: vault)
    }
    try vault.close()
    if options.json { talk.answer(json: view.json) }
    receipt(plan, talk)
    return found.skipped.isEmpty ? .done : .partsSkipped
  }

  /// Asks before anything is added, and warns when the file may be about somebody else.
  private func confirm(_ plan: ImportPlan, _ talk: Talk) throws {
    guard !plan.isEmpty else { return }
    if plan.isAboutOthers {
      talk.terminal.say(Styled(ImportView.otherPerson))
      talk.terminal.say("Make sure that it is about the same person.")
    }
    let prompt = Prompt(talk.terminal)
    if try !prompt.yes("Add these?", default: !plan.isAboutOthers, flag: "yes") {
      throw Problem.declined
    }
  }

  /// One answer for each record in which file and vault differ.
  private func answers(
    _ plan: ImportPlan, _ view: ImportView, _ talk: Talk
  ) throws -> [Differing] {
    try plan.differs.map { change in
      if let differing { return differing }
      if options.yes { return .both }
      for line in view.difference(change) { talk.terminal.explain(Styled(line)) }
      let choice = try Prompt(talk.terminal).choice(
        "Which one is right?", ["keep mine", "use the file", "keep both"], default: 1,
        flag: "differing")
      return [.mine, .file, .both][choice]
    }
  }

  private func receipt(_ plan: ImportPlan, _ talk: Talk) {
    if options.dryRun {
      talk.terminal.say("Nothing was changed.")
    } else if plan.isEmpty {
      talk.terminal.say("Nothing is new. The vault has all of it already.")
    } else {
      let changed = plan.updates.count + plan.differs.count
      talk.terminal.say(
        Styled(
          "Added \(plan.new.count), brought up to date \(changed). The file is kept with them."))
      talk.terminal.say("Take it back with: netvault undo")
      talk.terminal.say("Next: netvault")
    }
  }
}

extension ImportPlan {
  /// True when the vault has everything already.
  var isEmpty: Bool { new.isEmpty && updates.isEmpty && differs.isEmpty }

  /// True when the file may be about somebody else than the vault.
  var isAboutOthers: Bool { new.contains { $0.kind == .person } }
}
