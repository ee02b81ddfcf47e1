internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault reminders`: a small file that says when something is due, and can be read without the
/// passphrase.
struct Reminders: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let this computer say how many things are due, without the passphrase.",
    discussion: """
      Examples:
        netvault reminders              how they stand, and what the file says
        netvault reminders on
        netvault reminders install      look once a day
        netvault reminders off

      They are off until you turn them on. The file has days and neutral words, and no more.
      """,
    subcommands: [
      RemindersShow.self, RemindersOn.self, RemindersOff.self, RemindersInstall.self,
      RemindersUninstall.self,
    ],
    defaultSubcommand: RemindersShow.self)
}

/// Where the reminders of the vault that is meant are. It is not opened for that.
struct RemindersPlace {
  let vaultID: [UInt8]
  let path: String

  init(_ talk: Talk) throws(Problem) {
    let place = try talk.location()
    do {
      vaultID = try SealedFile.looksLikeVault(at: place).vaultID
    } catch {
      throw SealWording.problem(error, path: place)
    }
    path = RemindersFile.path(
      ofVault: vaultID, isPractice: PracticePlace.isHere(place, talk.environment),
      talk.environment)
  }

  /// Nil where there is none.
  func read() throws(Problem) -> RemindersFile? {
    do throws(RemindersFile.Trouble) {
      return try RemindersFile.read(path)
    } catch {
      switch error {
      case .missing: return nil
      case .unreadable(let why): throw .remindersUnreadable(path, why: why)
      }
    }
  }
}

/// `netvault reminders show`, which need not be written out.
struct RemindersShow: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show how reminders stand, and all that the file says.",
    discussion: """
      Example:
        netvault reminders show
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let place = try RemindersPlace(talk)
    let file = try place.read()
    let installed = Installing.all(talk.environment).filter(\.isInPlace).map(\.name)
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "on": .bool(file != nil),
          "file": file == nil ? .null : .string(place.path),
          "made": file.map { .string($0.made.description) } ?? .null,
          "lines": .array((file?.lines ?? []).map { Self.json($0) }),
          "installed": .array(installed.map { .string($0) }),
        ])
      return .done
    }
    guard let file else {
      talk.terminal.answer("Reminders are off for this vault.")
      if !installed.isEmpty {
        talk.terminal.answer(Styled("In place: \(installed.joined(separator: ", "))"))
      }
      talk.terminal.say("Next: netvault reminders on")
      return .done
    }
    if !options.plain {
      talk.terminal.answer(Styled("Reminders are on. Made on \(file.made.spelled)."))
      talk.terminal.answer(Styled("The file: \(place.path)"))
      talk.terminal.answer(
        Styled(
          "Looked at: "
            + (installed.isEmpty ? "when you type it" : installed.joined(separator: ", "))))
      talk.terminal.answer()
      talk.terminal.answer(Styled("All that it says", .bold))
    }
    var table = Table(["From", "Until", "What"].map { Table.Column($0) })
    for line in file.lines {
      table.add(
        options.plain
          ? [line.from.description, line.until?.description ?? "", line.words]
          : [line.from.spelled, line.until?.spelled ?? "", line.words])
    }
    table.write(to: talk.terminal)
    talk.terminal.say(Styled("\(file.due(on: talk.today)) of \(file.lines.count) due today."))
    talk.terminal.say(
      installed.isEmpty
        ? "Next: netvault reminders install    (or: netvault due --quiet)"
        : "Next: netvault due --quiet    (off again: netvault reminders off)")
    return .done
  }

  private static func json(_ line: RemindersFile.Line) -> JSONValue {
    [
      "from": .string(line.from.description),
      "until": line.until.map { .string($0.description) } ?? .null, "words": .string(line.words),
    ]
  }
}

struct RemindersOn: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "on", abstract: "Write the reminders file, after saying what it reveals.",
    discussion: """
      Examples:
        netvault reminders on
        netvault reminders on --yes
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let place = try RemindersPlace(talk)
    // A file that cannot be read is made anew; one that can says that they are on.
    let old = try? place.read()
    if old != nil { throw Problem.remindersOnAlready }
    let settings = talk.terminal.settings
    guard settings.canAsk || settings.assumesYes || options.dryRun else {
      throw Problem.needsAnswer("Write this file?", flag: "yes", noInput: settings.noInput)
    }
    let vault = try talk.open(.read)
    guard let keeping = KeepingReminders(talk, vault.file, at: try talk.location()) else {
      throw Problem.internalError(report: nil)
    }
    let file = try keeping.made(vault)
    try vault.close()
    say(file, keeping.path, talk)
    guard !options.dryRun else {
      talk.terminal.say("Nothing was written.")
      return .done
    }
    guard
      try Prompt(talk.terminal).yes(
        "Write this file?", default: nil, help: "Yes writes it. No leaves everything as it is.")
    else {
      throw Problem.declined
    }
    try file.write(to: keeping.path, talk.environment)
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "written": .string(keeping.path),
          "lines": .number(String(file.lines.count)),
        ])
    }
    talk.terminal.say("Reminders are on. They follow every change of this vault.")
    talk.terminal.say("Next: netvault due --quiet    (once a day: netvault reminders install)")
    return .done
  }

  /// Exactly what anybody learns who reads it.
  private func say(_ file: RemindersFile, _ path: String, _ talk: Talk) {
    talk.terminal.explain("This writes a file that is not locked:")
    talk.terminal.explain(Styled("  \(path)"))
    let count = Listing.count(file.lines.count, "line")
    talk.terminal.explain(Styled("It has \(count) now, such as:"))
    let samples = file.lines.prefix(3).map { "\($0.from) \($0.words)" }
    for sample in samples.isEmpty ? ["2026-12-03 Health appointment"] : samples {
      talk.terminal.explain(Styled("  \(sample)"))
    }
    talk.terminal.explain("Who reads it learns on which days something is due, and how many.")
    talk.terminal.explain(
      "It says only \"Health appointment\", \"Insurance date\" or \"Thing to do\".")
    talk.terminal.explain("It has no names, no illness, no numbers of records.")
    talk.terminal.explain("Only you, and who can read your files, can read it.")
  }
}

struct RemindersOff: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "off", abstract: "Take the reminders file away.",
    discussion: """
      Example:
        netvault reminders off
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let place = try RemindersPlace(talk)
    guard RemindersFile.isThere(place.path) else { throw Problem.remindersOffAlready }
    guard !options.dryRun else {
      talk.terminal.say(Styled("\(place.path) would be removed. Nothing was changed."))
      return .done
    }
    guard RemindersFile.remove(place.path) else {
      throw Problem.cannotWrite(place.path, instead: nil)
    }
    if options.json {
      talk.answer(json: ["format": RecordsJSON.format, "removed": .string(place.path)])
    }
    talk.terminal.say("Reminders are off. The file is gone.")
    let left = Installing.all(talk.environment).contains { $0.isInPlace }
    talk.terminal.say(
      left ? "Next: netvault reminders uninstall" : "Next: netvault due")
    return .done
  }
}
