internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault checklist add`: an item of one's own.
struct ChecklistAdd: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an item of your own to a list.",
    usage: "netvault checklist add <list> <words> [--owner <who>] [--due <date>] [<options>]",
    discussion: """
      Examples:
        netvault checklist add insurance "call about the bill" --owner "Jonas" --due tomorrow
        netvault checklist add moving "tell the clinic" --new
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("On which list.", valueName: "list"))
  var list: String?

  @Argument(help: ArgumentHelp("What is to be done.", valueName: "words"))
  var words: [String] = []

  @Option(help: ArgumentHelp("Who does it.", valueName: "who"))
  var owner: String?

  @Option(help: ArgumentHelp("By when.", valueName: "date"))
  var due: String?

  @Flag(help: "Begin a list of your own with it.")
  var new = false

  func perform(_ talk: Talk) throws -> Exit {
    var vault = try talk.open(.read)
    let book = try ChecklistBook(talk: talk, vault: vault)
    let marking = ChecklistMarking(book: book)
    let day = try due.map { try marking.day($0) }
    if let owner, owner.trimmedSpaces.isEmpty { throw Problem.flagEmpty("owner") }
    try vault.close()
    let title = try title(book)
    var text = words.joined(separator: " ").trimmedSpaces
    if text.isEmpty {
      text = try Prompt(talk.terminal).line(
        "What is to be done?", help: "For example: call about the bill.", flag: "WORDS")
    }
    let isKnown = book.find(title)?.open.contains { $0.what.lowercased() == text.lowercased() }
    if isKnown == true { throw Problem.itemKnown }
    guard !options.dryRun else {
      talk.terminal.say("1 item would be added. Nothing was changed.")
      return .done
    }
    vault = try talk.openAgain(vault)
    var fields: [String: Value] = [
      "what": .text(text), "list": .text(title), "status": .choice("open"),
    ]
    fields["owner"] = owner.map { .text($0.trimmedSpaces) }
    fields["due"] = day.map { .when($0) }
    let record = try talk.newRecord(.checklistItem, fields, in: vault)
    try talk.apply(
      Change(
        "checklist add", at: talk.now, who: try talk.who(in: vault), steps: [.add(record)]),
      to: vault)
    try vault.close()
    if options.json { talk.answer(json: RecordsJSON.list([record])) }
    let word = CareList(words: title)?.rawValue ?? "\"\(title)\""
    talk.terminal.say("Saved.\(day.map { " By \($0.spelled)." } ?? "")")
    talk.terminal.say(Styled("Next: netvault checklist \(word)    (take it back: netvault undo)"))
    return .done
  }

  private func title(_ book: ChecklistBook) throws -> String {
    guard let typed = list?.trimmedSpaces, !typed.isEmpty else {
      let names = book.lists.map(\.title)
      return names[try Prompt(book.talk.terminal).choice("On which list?", names, flag: "LIST")]
    }
    if let list = book.find(typed) { return list.title }
    guard new else { throw Problem.noSuchListToAdd(typed, close: book.close(to: typed)) }
    return typed
  }
}

struct ChecklistDone: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Note that something of a list is done.",
    discussion: """
      Examples:
        netvault checklist done 3
        netvault checklist done "case manager" --evidence "Kim, 555-0177" --by "Jonas"
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("Numbers of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("What shows that it is done.", valueName: "words"))
  var evidence: String?

  @Option(help: ArgumentHelp("Who did it; who is typing, if nothing is said.", valueName: "name"))
  var by: String?

  func perform(_ talk: Talk) throws -> Exit {
    try ChecklistMarking.run(talk, "checklist done", what) { entry, record, who in
      guard entry.status != .done else { throw Problem.itemAlready("done") }
      record["status"] = .choice("done")
      record["evidence"] = evidence.map { .text($0.trimmedSpaces) }
      record["doneBy"] = .text(by?.trimmedSpaces ?? who)
      record["reason"] = nil
      return "done"
    }
  }
}

struct ChecklistNotNeeded: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "not-needed", abstract: "Note that something of a list is not needed, and why.",
    discussion: """
      Examples:
        netvault checklist not-needed 3 --reason "the plan asks for no permission"
        netvault checklist not-needed travel-4
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("Numbers of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("Why it is not needed.", valueName: "words"))
  var reason: String?

  func perform(_ talk: Talk) throws -> Exit {
    if let reason, reason.trimmedSpaces.isEmpty { throw Problem.flagEmpty("reason") }
    return try ChecklistMarking.run(
      talk, "checklist not-needed", what,
      asking: {
        try reason?.trimmedSpaces
          ?? Prompt(talk.terminal).line(
            "Why is it not needed?", help: "For example: no trip is planned.", flag: "reason")
      },
      { entry, record, _, answer in
        guard entry.status != .notNeeded else { throw Problem.itemAlready("not needed") }
        record["status"] = .choice("not-needed")
        record["reason"] = .text(answer)
        (record["evidence"], record["doneBy"]) = (nil, nil)
        return "not needed"
      })
  }
}

struct ChecklistOpen: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open something of a list again.",
    discussion: """
      Example:
        netvault checklist open pathology
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("Numbers of the last list, or words.", valueName: "what"))
  var what: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    try ChecklistMarking.run(talk, "checklist open", what) { entry, record, _ in
      guard entry.status != .open else { throw Problem.itemAlready("open") }
      record["status"] = .choice("open")
      for field in ["evidence", "doneBy", "reason"] { record[field] = nil }
      return "open again"
    }
  }
}

/// `netvault checklist give`: who does it, and by when.
struct ChecklistGive: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "give", abstract: "Say who does something of a list, and by when.",
    discussion: """
      Examples:
        netvault checklist give 3 --owner "Jonas" --due "in 2 weeks"
        netvault checklist give "letter of medical need" --owner me
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("Numbers of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("Who does it.", valueName: "who"))
  var owner: String?

  @Option(help: ArgumentHelp("By when.", valueName: "date"))
  var due: String?

  func perform(_ talk: Talk) throws -> Exit {
    guard owner != nil || due != nil else { throw Problem.giveNeedsMore }
    if let owner, owner.trimmedSpaces.isEmpty { throw Problem.flagEmpty("owner") }
    return try ChecklistMarking.run(
      talk, "checklist give", what, due: due,
      { _, record, day in
        if let owner { record["owner"] = .text(owner.trimmedSpaces) }
        if let day { record["due"] = .when(day) }
        let who = owner.map { " to \($0.trimmedSpaces)" } ?? ""
        return "given\(who)\(day.map { ", by \($0.spelled)" } ?? "")"
      })
  }
}
