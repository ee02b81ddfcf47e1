internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault insurance appeal`: one refusal, step by step, and what was done about it.
struct InsuranceAppeal: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "appeal", abstract: "Show a refusal and its last days, or note what was done.",
    discussion: """
      Examples:
        netvault insurance appeal                          all refusals, and how each stands
        netvault insurance appeal ultrasound
        netvault insurance appeal ultrasound --filed today --deadline 2027-03-01
        netvault insurance appeal ultrasound --decided today --outcome "they pay now"

      A refusal that is not here yet: netvault insurance claim add, or authorization add.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("When the letter of refusal came.", valueName: "date"))
  var noticed: String?

  @Option(help: ArgumentHelp("The last day, as the letter prints it.", valueName: "date"))
  var deadline: String?

  @Option(help: ArgumentHelp("Which appeal it is, such as external review.", valueName: "words"))
  var level: String?

  @Option(help: ArgumentHelp("When you sent the appeal.", valueName: "date"))
  var filed: String?

  @Option(help: ArgumentHelp("When the appeal was decided.", valueName: "date"))
  var decided: String?

  @Option(help: ArgumentHelp("How it ended, such as: they pay now.", valueName: "words"))
  var outcome: String?

  private var given: [(field: String, flag: String, words: String)] {
    [
      ("noticed", "noticed", noticed), ("appealDeadline", "deadline", deadline),
      ("appealLevel", "level", level), ("appealFiled", "filed", filed),
      ("appealDecided", "decided", decided), ("appealOutcome", "outcome", outcome),
    ].compactMap { field, flag, words in words.map { (field, flag, $0) } }
  }

  func perform(_ talk: Talk) throws -> Exit {
    let changes = try values(talk)
    let isChanging = !changes.isEmpty && !options.dryRun
    let vault = try talk.open(isChanging ? .write : .read)
    let desk = try InsuranceDesk(talk: talk, vault: vault)
    if what.isEmpty, changes.isEmpty, desk.denials.count != 1 { return try list(desk) }
    let denial = try desk.denial(what)
    if changes.isEmpty { return show(denial, desk) }
    var record = denial.record
    for (field, value) in changes { record[field] = value }
    if record.kind == .authorization, record.words("status") == "denied",
      record["appealFiled"] != nil
    {
      record["status"] = .choice("appeal")
    }
    try FieldInput(today: talk.today).checkTogether(record.fields, of: record.describing)
    guard !options.dryRun else {
      talk.terminal.say("It would be noted with \(denial.what). Nothing was changed.")
      return .done
    }
    let who = try talk.who(in: vault)
    record.provenance.who = who
    guard record.fields != denial.record.fields else {
      talk.terminal.say("Nothing is different. Nothing was changed.")
      return .declined
    }
    try talk.apply(
      Change("insurance appeal", at: talk.now, who: who, steps: [.update(record)]), to: vault)
    try vault.close()
    if options.json {
      talk.answer(
        json: ["format": RecordsJSON.format, "record": .object(RecordsJSON.object(record))])
      return .done
    }
    if let after = Denial(record, desk.policies) { say(after, desk) }
    talk.terminal.say("Saved.")
    talk.terminal.say("Next: netvault insurance deadlines    (take it back: netvault undo)")
    return .done
  }

  /// What the flags say, read before the vault is opened.
  private func values(_ talk: Talk) throws(Problem) -> [(String, Value)] {
    let claim = KindDescription.of(.claim)
    var values: [(String, Value)] = []
    for (name, flag, words) in given {
      guard let field = claim.field(name) else { continue }
      if field.type == .when {
        let isAhead = name == "appealDeadline"
        let phrase = DatePhrase(
          today: talk.today, direction: isAhead ? .next : .past, label: field.label, flag: flag)
        values.append((name, .when(try phrase.when(words))))
      } else {
        let text = Printable.line(words).trimmedSpaces
        guard !text.isEmpty else { throw .flagEmpty(flag) }
        values.append((name, .text(text)))
      }
    }
    return values
  }

  private func list(_ desk: InsuranceDesk) throws -> Exit {
    let talk = desk.talk
    let denials = desk.denials
    guard !denials.isEmpty else { throw Problem.noDenials }
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format, "refusals": .array(denials.map { json($0, desk) }),
        ])
      return .done
    }
    try desk.remember(denials.map(\.record.id))
    var table = Table(
      ["Refused on", "What", "How it stands", "Last day"].map { Table.Column($0) },
      isNumbered: true)
    for (place, denial) in denials.enumerated() {
      if denial.stage == .toFile { table.attention.insert(place) }
      let next = InsuranceDeadline.steps(of: denial).first { $0.day != nil }
      let isPlain = options.plain
      table.add([
        (isPlain ? denial.written?.description : denial.written?.spelled) ?? "not known",
        denial.what, StageWords.of(denial),
        next.flatMap { one in
          isPlain
            ? one.day?.description
            : one.day.map { "\($0.spelled), \(one.words(on: talk.today))" }
        } ?? "",
      ])
    }
    table.write(to: talk.terminal)
    talk.terminal.say(
      "Next: netvault insurance appeal 1    (a letter: netvault insurance letter appeal 1)")
    return .done
  }

  private func show(_ denial: Denial, _ desk: InsuranceDesk) -> Exit {
    let talk = desk.talk
    if options.json {
      talk.answer(
        json: ["format": RecordsJSON.format, "refusals": .array([json(denial, desk)])])
      return .done
    }
    say(denial, desk)
    talk.terminal.say()
    talk.terminal.say(
      "Next: netvault insurance letter appeal    (sent it: netvault insurance appeal --filed today)"
    )
    return .done
  }

  /// What is known of it, then its next last days.
  private func say(_ denial: Denial, _ desk: InsuranceDesk) {
    let talk = desk.talk
    desk.heading(denial.what, isFirst: true)
    let letter = denial.record.when("appealDeadline")
    let rows = [
      ("How it stands", StageWords.of(denial)), ("Insurer", denial.record.words("insurer")),
      ("Number", denial.record.words("number")),
      ("Letter of", denial.written?.spelled), ("Letter came on", denial.noticed?.spelled),
      ("Reason given", denial.reason), ("Appeal", denial.record.words("appealLevel")),
      ("Appeal sent on", denial.filed?.spelled), ("Last day by the letter", letter?.spelled),
      ("Decided on", denial.decided?.spelled), ("Outcome", denial.record.words("appealOutcome")),
    ]
    Listing.show(rows.compactMap { label, text in text.map { (label, $0) } }, talk)
    let list = DeadlineList(desk)
    for one in InsuranceDeadline.steps(of: denial) {
      desk.heading(one.what)
      desk.paragraph(
        nil, one.day.map { "Last day: \($0.spelled)" } ?? "The day is not known.",
        list.lines(one))
    }
    let calls = Self.calls(about: denial.what, in: desk.records(.call))
    if !calls.isEmpty {
      desk.heading("Calls about it")
      for call in calls {
        let reference = call.words("reference").map { ", reference \($0)" } ?? ""
        desk.paragraph(
          nil, "\(call.when?.spelled ?? "date not known"): \(call.title)\(reference)", [])
      }
    }
  }

  /// Calls that share a word of its name with it, short words aside.
  static func calls(about what: String, in calls: [Record]) -> [Record] {
    let words = what.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 4 }
    return calls.filter { call in
      let text = call.searchText.lowercased()
      return words.contains { text.contains($0) }
    }
  }

  private func json(_ denial: Denial, _ desk: InsuranceDesk) -> JSONValue {
    let list = DeadlineList(desk)
    return [
      "record": .object(RecordsJSON.object(denial.record)),
      "stage": .string(denial.stage.rawValue), "level": .string(denial.level.rawValue),
      "plan": .string(denial.sort.rawValue),
      "deadlines": .array(InsuranceDeadline.steps(of: denial).map { list.json($0) }),
    ]
  }
}
