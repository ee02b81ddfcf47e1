internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault checklist`: what is to be done or to be ready, for insurance, a visit, a trip.
struct Checklists: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist", abstract: "Show what is still missing, list by list.",
    discussion: """
      Examples:
        netvault checklist                        every list, with how much of it is done
        netvault checklist insurance
        netvault checklist --owner caregiver      what a helper does, on all lists
        netvault checklist done 3 --evidence "letter of 2 November"
        netvault checklist print travel

      What the vault shows counts as done by itself. Looking writes nothing down.
      """,
    subcommands: [
      ChecklistShowList.self, ChecklistShow.self, ChecklistAdd.self, ChecklistDone.self,
      ChecklistNotNeeded.self, ChecklistOpen.self, ChecklistGive.self, ChecklistPrint.self,
    ],
    defaultSubcommand: ChecklistShowList.self)
}

/// Which items of a list are looked at.
struct ChecklistFilter: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only what this person does: patient, caregiver or a name.", valueName: "who"))
  var owner: String?

  @Flag(help: "Only what is not done yet.")
  var open = false

  func entries(_ list: Checklist, _ book: ChecklistBook) -> [ChecklistEntry] {
    list.entries.filter { entry in
      (!open || entry.status == .open)
        && (owner.map { book.owner.isMeant(entry.owner, by: $0.trimmedSpaces) } ?? true)
    }
  }

  /// One list, or, for one owner, all lists that are used: those that somebody wrote on, and the two
  /// that are always of use.
  func parts(_ typed: String, _ book: ChecklistBook) throws -> [ChecklistView.Part] {
    let lists =
      typed.isEmpty
      ? book.lists.filter { list in
        list.known == .insurance || list.known == .visit
          || list.entries.contains { $0.record != nil }
      } : [try book.list(typed)]
    let parts = lists.map { ChecklistView.Part(list: $0, entries: entries($0, book)) }
      .filter { !$0.entries.isEmpty }
    guard !parts.isEmpty else {
      throw owner.map { Problem.noItems(of: $0) } ?? .nothingOpen
    }
    return parts
  }
}

/// `netvault checklist list`, which need not be written out.
struct ChecklistShowList: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show every list, or one of them.",
    usage: "netvault checklist [<list>] [--owner <who>] [--open] [--by] [<options>]",
    discussion: """
      Examples:
        netvault checklist
        netvault checklist new-doctor --open
        netvault checklist --owner "Jonas" --by

      Lists: insurance, new-doctor, visit, travel, leaving-a-job, turning-65, second-opinion,
      after-treatment, end-of-life, and your own.
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions
  @OptionGroup var filter: ChecklistFilter

  @Flag(help: "Also who did it.")
  var by = false

  @Argument(help: ArgumentHelp("One list only.", valueName: "list"))
  var list: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    let typed = list.joined(separator: " ").trimmedSpaces
    let book = try ChecklistBook(talk: talk, vault: try talk.open(.read))
    let view = ChecklistView(book: book, showsBy: by)
    if typed.isEmpty, filter.owner == nil, !filter.open, !by {
      if options.json {
        let all = book.lists.map { ChecklistView.Part(list: $0, entries: $0.entries) }
        talk.answer(json: view.json(all))
      } else {
        view.showAll()
      }
      return .done
    }
    let parts = try filter.parts(typed, book)
    if options.json {
      talk.answer(json: view.json(parts))
    } else {
      try view.show(parts)
    }
    return .done
  }
}

struct ChecklistShow: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one item in full: why it is there, and where it was read.",
    discussion: """
      Examples:
        netvault checklist show 3
        netvault checklist show pathology
        netvault checklist show insurance 4
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    let book = try ChecklistBook(talk: talk, vault: try talk.open(.read))
    let view = ChecklistView(book: book)
    let entries = try book.choose(what)
    if options.json {
      talk.answer(
        json: [
          "format": RecordsJSON.format,
          "items": .array(entries.map { ChecklistView.json($0) }),
        ])
      return .done
    }
    for (place, entry) in entries.enumerated() {
      if place > 0 { talk.terminal.answer() }
      view.show(entry)
    }
    let word = entries.first?.ready?.id ?? "WHAT"
    talk.terminal.say(Styled("Next: netvault checklist done \(word)"))
    return .done
  }
}

struct ChecklistPrint: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Write a list to a file, with boxes to tick.",
    usage: "netvault checklist print [<list>] [--owner <who>] [--open] [<options>]",
    discussion: """
      Examples:
        netvault checklist print travel
        netvault checklist print --owner "Jonas" --open --format text -o jonas.txt
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions
  @OptionGroup var filter: ChecklistFilter
  @OptionGroup(title: "The sheet") var sheet: SheetOptions

  @Argument(help: ArgumentHelp("One list only.", valueName: "list"))
  var list: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    let typed = list.joined(separator: " ").trimmedSpaces
    let book = try ChecklistBook(talk: talk, vault: try talk.open(.read))
    let parts = try filter.parts(typed, book)
    let title =
      parts.count == 1 && !typed.isEmpty
      ? "Checklist: \(parts[0].list.title)"
      : filter.owner.map { "Checklists: \($0)" } ?? "Checklists"
    let handout = ChecklistView(book: book).handout(parts, title: title)
    // The name of a list of one's own could say too much; the name of the file says none.
    let known = parts.count == 1 ? parts[0].list.known?.rawValue : nil
    let isNeutral = known.map { $0 != CareList.endOfLife.rawValue } ?? false
    return try sheet.write(
      handout, named: isNeutral ? "checklist-\(known ?? "")" : "checklist", talk)
  }
}
