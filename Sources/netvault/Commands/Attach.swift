internal import ArgumentParser
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault attach`: keeps files with a record.
struct Attach: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keep a copy of a letter, scan or photo with a record.",
    discussion: """
      Examples:
        netvault attach letter.pdf                     as a new document
        netvault attach ct-1.jpg ct-2.jpg --to lobectomy
        netvault attach disc.iso --to "CT of the chest"
        netvault attach --list                         every file that is kept

      A file of any size is kept, and the same file only once. To look at one: netvault show
      --open. To get it out: netvault extract. To take one away: netvault detach.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("The files.", valueName: "file"), completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The record: a number of the last list, or words.", valueName: "what"))
  var to: String?

  @Option(help: ArgumentHelp("What it is, for a new document.", valueName: "words"))
  var title: String?

  @Option(help: ArgumentHelp("Which date is on it, for a new document.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("Who wrote it, for a new document.", valueName: "name"))
  var from: String?

  @Flag(help: "Show every file that is kept, and what it is kept with.")
  var list = false

  func perform(_ talk: Talk) throws -> Exit {
    if list { return try KeptList(talk: talk).show() }
    guard !paths.isEmpty else {
      throw Problem.needsAnswer("Which file?", flag: "FILE", noInput: options.noInput)
    }
    let given = [("title", title), ("date", date), ("from", from)]
    if to != nil, let extra = given.first(where: { $0.1 != nil }) {
      throw Problem.noNewDocument(extra.0)
    }
    let own = try talk.location()
    let files = try paths.map { path throws(Problem) in try FileToKeep(path) }
    if let itself = files.first(where: { $0.isSame(as: own) }) {
      throw Problem.attachesItself(itself.path)
    }
    let places = try named(files, talk)
    let vault = try talk.open(options.dryRun ? .read : .write)
    var target = try AttachTarget(talk: talk, vault: vault, to: to, given: given, files: files)
    let keeping = try KeepingFiles(files, vault, own, talk)
    guard !options.dryRun else {
      tell(keeping, target, places, talk)
      talk.terminal.say("Nothing was changed.")
      return .done
    }
    try keeping.keep(with: &target)
    try vault.close()
    tell(keeping, target, places, talk)
    return .done
  }

  /// Says which pictures name a place, and asks whether they are to be kept as they are.
  private func named(_ files: [FileToKeep], _ talk: Talk) throws -> Set<String> {
    var places: Set<String> = []
    for file in files where file.namesPlace {
      places.insert(file.path)
      talk.terminal.say(Styled(PicturePlace(file.name).words))
    }
    if !places.isEmpty, talk.terminal.settings.canAsk, !options.dryRun,
      try !Prompt(talk.terminal).yes(PicturePlace("").question)
    {
      throw Problem.declined
    }
    return places
  }

  private func tell(
    _ keeping: KeepingFiles, _ target: AttachTarget, _ places: Set<String>, _ talk: Talk
  ) {
    let record = target.record
    if options.json {
      let files: [JSONValue] = keeping.files.map { one in
        [
          "name": .string(one.file.name), "length": .number(String(one.file.length)),
          "sha256": one.sha256.map { .string($0) } ?? .null,
          "mediaType": .string(one.file.kind.mediaType(of: one.file.name)),
          "namesPlace": .bool(places.contains(one.file.path)),
          "wasKept": .bool(one.isKept),
        ]
      }
      talk.answer(
        json: [
          "format": RecordsJSON.format, "record": .string(record.id.text),
          "kind": .string(record.kind.rawValue), "isNew": .bool(target.isNew),
          "files": .array(files),
        ])
    }
    let verb = options.dryRun ? "Would be kept" : "Kept"
    for one in keeping.files {
      let words = "\(one.file.name), \(FileName.size(one.file.length))"
      talk.terminal.say(
        Styled(
          one.isKept
            ? "Kept already, and not a second time: \(words)." : "\(verb): \(words)."))
    }
    let what = "\(record.describing.one): \(record.title)"
    talk.terminal.say(Styled(target.isNew ? "With a new \(what)." : "With the \(what)."))
    guard !options.dryRun else { return }
    talk.terminal.say("Take it back: netvault undo")
    talk.terminal.say("Next: netvault attach --list")
  }
}
