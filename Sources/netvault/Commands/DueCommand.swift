internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault due`: what is overdue, due now and due soon.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Show what is overdue, due now, and due soon.",
    discussion: """
      Examples:
        netvault due
        netvault due --within 60d
        netvault due --quiet        says only how many, and never asks for a passphrase
        netvault due print          the same on a sheet, with boxes to tick

      For --quiet, turn reminders on first: netvault reminders on
      """,
    subcommands: [DueShow.self, DuePrint.self], defaultSubcommand: DueShow.self)
}

/// How far ahead is looked.
struct DueSpan: ParsableArguments {
  @Option(help: ArgumentHelp("How far ahead: 60d, 8w, 6m or 1y.", valueName: "time"))
  var within: String?

  func until(_ talk: Talk) throws(Problem) -> PartialDate {
    guard let within else { return Self.day(30, "d", talk.today) ?? talk.today }
    let typed = within.trimmedSpaces.lowercased()
    let digits = typed.prefix { $0.isASCII && $0.isNumber }
    let unit = typed.dropFirst(digits.count).trimmingPrefix(" ")
    guard digits.count <= 4, let count = Int(digits), let letter = unit.first,
      ["d", "w", "m", "y", "day", "days", "week", "weeks", "month", "months", "year", "years"]
        .contains(String(unit)),
      let day = Self.day(count, letter, talk.today)
    else { throw .flagValue("within", example: "60d") }
    return day
  }

  private static func day(_ count: Int, _ unit: Character, _ today: PartialDate) -> PartialDate? {
    switch unit {
    case "d": PartialDate(dayNumber: today.dayNumber + count)
    case "w": PartialDate(dayNumber: today.dayNumber + 7 * count)
    case "m": today.adding(months: count)
    default: today.adding(months: 12 * count)
    }
  }
}

/// `netvault due show`, which need not be written out: in full; with `--quiet`, only how many, without
/// opening anything.
struct DueShow: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show it in full, or only how many with --quiet.",
    discussion: """
      Examples:
        netvault due show
        netvault due show --within 60d
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions
  @OptionGroup var span: DueSpan

  func perform(_ talk: Talk) throws -> Exit {
    let last = try span.until(talk)
    if options.quiet {
      QuietDue(talk: talk).say()
      return .done
    }
    let vault = try talk.open(.read)
    let due = DueList(
      try CareRecords(vault, today: talk.today).upcoming, until: last, talk)
    KeepingReminders(talk, vault.file, at: try talk.location())?.refresh(vault)
    if options.json {
      talk.answer(json: due.json)
      return .done
    }
    guard !due.isEmpty else {
      if options.plain { return .done }
      talk.terminal.answer(Styled("Nothing is due until \(last.spelled)."))
      talk.terminal.say("Next: netvault due --within 1y")
      return .done
    }
    due.show()
    guard !options.plain else { return .done }
    talk.terminal.say()
    talk.terminal.say("Every day here was set by the person or the letter named beside it.")
    talk.terminal.say("Next: netvault calendar    (on paper: netvault due print)")
    return .done
  }
}

struct DuePrint: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Write what is due to a file, with boxes to tick.",
    discussion: """
      Examples:
        netvault due print
        netvault due print --within 6m --large-print
        netvault due print --format text -o -

      Records that are marked private stay out.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions
  @OptionGroup var span: DueSpan
  @OptionGroup(title: "The sheet") var sheet: SheetOptions

  func perform(_ talk: Talk) throws -> Exit {
    let last = try span.until(talk)
    let vault = try talk.open(.read)
    let care = try CareRecords(vault, today: talk.today)
    let hidden = Set(care.records.filter(\.isPrivate).map(\.id))
    let due = DueList(care.upcoming.filter { !hidden.contains($0.record) }, until: last, talk)
    return try sheet.write(due.handout(owner: try vault.ownerName), named: "due", talk)
  }
}
