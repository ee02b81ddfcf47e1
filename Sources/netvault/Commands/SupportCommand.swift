internal import ArgumentParser
internal import CarePlan
internal import Console
internal import Records
internal import Sealing
internal import Vault

/// `netvault support`: how heavy things are, and who or what helps.
struct SupportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "support", abstract: "Show how heavy things are, and who helps.",
    discussion: """
      Examples:
        netvault support
        netvault support add "afraid before the scan" --distress 6
        netvault support add "rides to the clinic" --type programme --contact 555-0122
        netvault support print

      Worry and low mood are common after such an illness. Talking helps many people.
      netvault warns nobody. If it feels like an emergency, call your emergency number.
      """,
    subcommands: [SupportList.self, SupportAdd.self, SupportPrint.self],
    defaultSubcommand: SupportList.self)
}

/// `netvault support list`, which need not be written out.
struct SupportList: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the numbers over time, people, and programmes.",
    discussion: """
      Examples:
        netvault support list
        netvault support list --since 2026
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(help: ArgumentHelp("Only what is from this date on.", valueName: "date"))
  var since: String?

  func perform(_ talk: Talk) throws -> Exit {
    let range = try KindWord.range(since: since, until: nil, talk)
    let vault = try talk.open(.read)
    let view = try SupportView(talk: talk, vault: vault, range: range)
    if options.json {
      talk.answer(json: view.json)
      return .done
    }
    try view.show()
    return .done
  }
}

struct SupportAdd: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Write down how heavy it is, or who helps.",
    usage: "netvault support add [<words>] [--FIELD VALUE ...] [<options>]",
    discussion: """
      Examples:
        netvault support add
        netvault support add --what "waiting for the scan" --distress 6 --date today

      It asks the same as netvault add support, and takes the same flags.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    let exit = try await Passing.add(KindTags.Support.self, arguments, options, talk)
    if exit == .done, !options.dryRun, let words = words(talk) { talk.terminal.say(Styled(words)) }
    return exit
  }

  /// What is said after a number, however high it is: no number here is called high. It is said
  /// only where the note comes along to a visit.
  private func words(_ talk: Talk) -> String? {
    guard !arguments.contains("--private") else { return nil }
    let flag = "--distress"
    let joined = arguments.first { $0.hasPrefix(flag + "=") }.map { $0.dropFirst(flag.count + 1) }
    let number =
      joined.map { String($0) }
      ?? arguments.firstIndex(of: flag).flatMap { place in
        arguments.indices.contains(place + 1) ? arguments[place + 1] : nil
      }
    if let number {
      return number == "0"
        ? nil : "Your team wants to know about this too. It is in your notes for the next visit."
    }
    // Asked one by one, only the person knows whether there was a number.
    return talk.terminal.settings.canAsk
      ? "Your team wants to know how you are. A number goes into your notes for the next visit."
      : nil
  }
}

struct SupportPrint: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Write the notes to a file, for a talk with your team.",
    discussion: """
      Examples:
        netvault support print
        netvault support print --format text -o -

      Notes that are marked private stay out.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @OptionGroup(title: "The sheet") var sheet: SheetOptions

  func perform(_ talk: Talk) throws -> Exit {
    let vault = try talk.open(.read)
    let view = try SupportView(
      talk: talk, vault: vault, range: DateRange(since: nil, until: nil))
    return try sheet.write(try view.handout(), named: "support", talk)
  }
}
