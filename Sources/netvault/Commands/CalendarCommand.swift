internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault
internal import Writing

/// `netvault calendar`: everything that has a day, as a file for any calendar.
struct CalendarCommand: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Write a calendar file of everything that has a day.",
    discussion: """
      Examples:
        netvault calendar
        netvault calendar --details --alarm 1d -o mine.ics
        netvault calendar --since 2026-11-01        only what was changed since then

      Titles say only "Health appointment", "Insurance date" or "Thing to do", unless you add
      --details. Taking in a newer file brings the same events up to date.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Flag(help: "Say what it is, why, who asked for it, and where.")
  var details = false

  @Option(
    help: ArgumentHelp("Let the calendar ring so long before: 1d, 2h, 30min.", valueName: "time"))
  var alarm: String?

  @Flag(help: "Put what is only known to the month on its first day.")
  var monthAsFirst = false

  @Option(
    help: ArgumentHelp(
      "Only what was changed on or after this date, and what was called off.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only what is on or before this date.", valueName: "date"))
  var until: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Where to; - prints it.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that is already there.")
  var replace = false

  func perform(_ talk: Talk) throws -> Exit {
    let bell = try alarm.map { typed throws(Problem) in
      guard let alarm = CalendarFile.Alarm(typed.trimmedSpaces) else {
        throw .flagValue("alarm", example: "1d")
      }
      return alarm
    }
    let changed = try since.map { try KindWord.range(since: $0, until: nil, talk) }?.since
    let last = try until.map { try day($0, talk) }
    if let last, last.lastDay < talk.today.firstDay { throw Problem.emptyCalendar }
    let path = output ?? "health-calendar-\(talk.today).ics"
    if path != "-", !replace, !options.dryRun { try OutputFile.requireFree(path) }

    let vault = try talk.open(.read)
    let found = try CalendarEvents(vault, talk, since: changed, until: last)
    let file = CalendarFile(
      found.events, madeAt: talk.now, salt: try vault.owner.id.text, showsDetails: details,
      alarm: bell, monthAsFirst: monthAsFirst)
    guard file.count > 0 || !file.leftOut.isEmpty else { throw Problem.emptyCalendar }
    let bytes = Array(file.text.utf8)
    if options.dryRun {
      talk.terminal.say(
        "\(path) would be written, with \(Listing.count(file.count, "event")). Nothing was written."
      )
      sayLeftOut(file, found, talk)
      return .done
    }
    if path == "-" {
      talk.terminal.write(bytes)
      sayLeftOut(file, found, talk)
      return .done
    }
    try OutputFile.write(bytes, to: path, replacing: replace)
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "written": .string(path),
          "bytes": .number(String(bytes.count)), "events": .number(String(file.count)),
          "leftOut": .number(String(file.leftOut.count)),
          "overdue": .number(String(found.overdue)), "details": .bool(details),
        ])
    }
    talk.terminal.say("Written: \(path)   \(Listing.count(file.count, "event"))")
    sayLeftOut(file, found, talk)
    talk.terminal.say("This file is not locked. \(reveals)")
    talk.terminal.say("Next: open it with your calendar. Whoever sees that calendar sees it, too.")
    return .done
  }

  private var reveals: String {
    details
      ? "It says what each thing is, and who asked for it."
      : "It says the days, and \"Health appointment\" or the like, and no more."
  }

  private func sayLeftOut(_ file: CalendarFile, _ found: CalendarEvents, _ talk: Talk) {
    let months = file.leftOut.count
    if months > 0 {
      talk.terminal.say(
        "\(Listing.count(months, "thing")) without a day left out. "
          + "On the first of the month: --month-as-first")
    }
    if found.overdue > 0 {
      talk.terminal.say(
        "\(Listing.count(found.overdue, "thing")) overdue left out. See: netvault due")
    }
  }

  private func day(_ typed: String, _ talk: Talk) throws(Problem) -> PartialDate {
    let when = try DatePhrase(
      today: talk.today, order: DateOrder(talk.environment).order, direction: .next,
      label: "The last day", flag: "until"
    ).when(typed)
    guard let date = when.date else { throw .flagValue("until", example: "2027-03") }
    return date
  }
}
