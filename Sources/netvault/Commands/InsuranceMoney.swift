internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault insurance money`: what a year cost, by the records, for oneself or for taxes.
struct InsuranceMoney: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "money", abstract: "Show what a year cost: bills, premiums, and the way there.",
    discussion: """
      Examples:
        netvault insurance money
        netvault insurance money --year 2025
        netvault insurance money --year 2025 --csv -o money-2025.csv

      Currencies are never mixed, and no distance becomes money.
      What a tax office counts, netvault does not know.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Option(help: ArgumentHelp("Which year; this one, if nothing is said.", valueName: "year"))
  var year: String?

  @Flag(help: "Every amount on a line of its own, for a spreadsheet.")
  var csv = false

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Where the spreadsheet goes to; - prints it.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that is already there.")
  var replace = false

  func perform(_ talk: Talk) throws -> Exit {
    var number = talk.today.year
    if let year {
      guard let given = PartialDate(year), given.month == nil else { throw Problem.yearUnclear }
      number = given.year
    }
    let desk = try InsuranceDesk(talk: talk, vault: try talk.open(.read))
    let money = MoneyYear(number, in: desk.facts, today: talk.today)
    let view = MoneyView(desk, money)
    guard !money.isEmpty || options.json else { throw Problem.noMoney(year: number) }
    if csv || output != nil { return try write(view.csv, talk) }
    if options.json {
      talk.answer(json: view.json)
      return .done
    }
    try view.show()
    return .done
  }

  private func write(_ text: String, _ talk: Talk) throws -> Exit {
    let path = output ?? "-"
    guard path != "-" else {
      talk.terminal.write(Array(text.utf8))
      return .done
    }
    guard !options.dryRun else {
      talk.terminal.say("\(path) would be written. Nothing was written.")
      return .done
    }
    try OutputFile.write(Array(text.utf8), to: path, replacing: replace)
    if options.json {
      talk.answer(json: ["format": RecordsJSON.format, "written": .string(path)])
    }
    talk.terminal.say("Written: \(path)")
    talk.terminal.say("This file is not locked. Anyone who has it can read it.")
    talk.terminal.say("Next: open it in a spreadsheet.")
    return .done
  }
}
