internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records

/// `netvault insurance clocks`: the rules, each with its source; or one of them from a day.
struct InsuranceClocks: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "clocks", abstract: "Show the rules for last days, or count one from a day.",
    discussion: """
      Examples:
        netvault insurance clocks
        netvault insurance clocks cobra-election --from 2026-11-30 --or 2026-12-05
        netvault insurance clocks external --from today

      A letter's own day always counts before a rule. This needs no vault.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("The name of one rule.", valueName: "rule"))
  var rule: String?

  @Option(help: ArgumentHelp("The day that it counts from.", valueName: "date"))
  var from: String?

  @Option(
    name: .customLong("or"),
    help: ArgumentHelp("Another such day; the later one counts.", valueName: "date"))
  var other: String?

  func perform(_ talk: Talk) throws -> Exit {
    guard let rule else {
      let days = [from, other].compactMap { $0 }
      guard days.isEmpty else { throw Problem.needsWords("insurance clocks", words: "rule") }
      return list(InsuranceClock.all, talk)
    }
    guard let clock = InsuranceClock.named(rule) else {
      throw Problem.noSuchClock(
        rule, close: Suggest.closest(to: rule, among: InsuranceClock.all.map(\.id)))
    }
    var days: [PartialDate] = []
    for (flag, words) in [("from", from), ("or", other)] {
      guard let words else { continue }
      guard clock.shape == .after else { throw Problem.clockCountsNothing(clock.id) }
      let date = try KindWord.date(words, flag: flag, talk)
      guard date.day != nil else { throw Problem.clockNeedsDay }
      days.append(date)
    }
    guard !days.isEmpty else { return list([clock], talk) }
    return count(clock, days, talk)
  }

  private func count(_ clock: InsuranceClock, _ days: [PartialDate], _ talk: Talk) -> Exit {
    let last = clock.last(afterLaterOf: days)
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "day": last.json,
          "countedFrom": days.max().json, "rule": DeadlineList.json(clock, on: talk.today),
        ])
      return .done
    }
    if options.plain {
      talk.terminal.answer(Styled(last?.description ?? ""))
      return .done
    }
    let later = days.count > 1 ? ", the later of the two days" : ""
    talk.terminal.answer(Styled("\(clock.what): \(last?.spelled ?? "not known")", .bold))
    talk.terminal.answer(
      Styled("\(clock.length) after \(days.max()?.spelled ?? "")\(later)."))
    talk.terminal.answer(Styled("It counts from \(clock.countedFrom)."))
    talk.terminal.answer(Styled(clock.sourceWords(on: talk.today)))
    talk.terminal.say("A day that a letter prints counts before this one.")
    return .done
  }

  private func list(_ clocks: [InsuranceClock], _ talk: Talk) -> Exit {
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format,
          "rules": .array(clocks.map { DeadlineList.json($0, on: talk.today) }),
        ])
      return .done
    }
    guard !options.plain else {
      var table = Table(Array(repeating: Table.Column(""), count: 7))
      for one in clocks {
        table.add([
          one.id, one.plans.joined(separator: ","), length(one, talk), one.countedFrom, one.what,
          one.source, one.asOf.description,
        ])
      }
      table.write(to: talk.terminal)
      return .done
    }
    for (place, one) in clocks.enumerated() {
      if place > 0 { talk.terminal.answer() }
      talk.terminal.answer(Styled(one.id, .bold))
      talk.terminal.answer(Styled("\(one.what)."))
      talk.terminal.answer(
        Styled("For: \(one.plans.joined(separator: ", ")) plans. \(length(one, talk))."))
      talk.terminal.answer(Styled(one.sourceWords(on: talk.today)))
    }
    talk.terminal.say()
    talk.terminal.say("Second-hand means: another page was read that names the first source.")
    talk.terminal.say("There is no rule here for other things: the letter says the day.")
    return .done
  }

  private func length(_ clock: InsuranceClock, _ talk: Talk) -> String {
    switch clock.shape {
    case .after: "\(clock.length) after \(clock.countedFrom)"
    case .birth: "around the month of the birthday"
    case .window, .yearly:
      clock.window(onOrAfter: talk.today).map { "\($0.from.spelled) to \($0.until.spelled)" }
        ?? "over"
    }
  }
}
