internal import ArgumentParser
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault add`: a few questions, or flags that answer them, make a record.
struct Add: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer a few questions to add a record.",
    discussion: """
      Examples:
        netvault add result
        netvault add result --name "chromogranin A" --value "88 ng/mL" --date 2026-11-10
        netvault add note --text "Ask about the next scan."

      Each kind has flags of its own: netvault add result --help
      """,
    subcommands: KindTags.adding, aliases: ["new"])

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) throws -> Exit {
    let kinds = KindDescription.all
    let choice = try Prompt(talk.terminal).choice(
      "What do you want to add?", kinds.map(\.one), flag: "KIND")
    return try Adding(kind: kinds[choice], arguments: [], isPrivate: false, isNone: false)
      .perform(talk)
  }
}

/// `netvault add KIND`. The flags of the fields come from the kind's description.
struct AddKind<Tag: KindTag>: TalkingCommand {
  static var configuration: CommandConfiguration {
    let kind = KindDescription.of(Tag.kind)
    return CommandConfiguration(
      commandName: Tag.kind.rawValue, abstract: kind.about,
      usage: "netvault add \(Tag.kind.rawValue) [--FIELD VALUE ...] [<options>]",
      discussion: KindHelp.flags(of: kind),
      aliases: Array(Set(kind.names).subtracting([Tag.kind.rawValue])).sorted())
  }

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Flag(help: "Leave it out of exports unless asked for.")
  var `private` = false

  @Flag(help: "Record that there is none of this kind.")
  var noneKnown = false

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) throws -> Exit {
    try Adding(
      kind: KindDescription.of(Tag.kind), arguments: arguments, isPrivate: `private`,
      isNone: noneKnown
    ).perform(talk)
  }
}

/// Adds one record.
struct Adding {
  let kind: KindDescription
  let arguments: [String]
  let isPrivate: Bool
  let isNone: Bool

  func perform(_ talk: Talk) throws -> Exit {
    let flags = try FieldFlags(arguments, of: kind)
    let input = FieldInput(today: talk.today)
    var (target, fields) = (kind, try input.values(flags.values, of: kind))
    if isNone { (target, fields) = try none(talk) }
    if !flags.words.isEmpty { try take(flags.words, into: &fields, input) }
    let vault = try talk.open(talk.options.dryRun ? .read : .write)
    if !isNone {
      var interview = Interview(kind, terminal: talk.terminal, input: input, answers: fields)
      switch try interview.run() {
      case .answered(let answers, _): fields = answers
      case .none: (target, fields) = try none(talk)
      case .stopped: throw Problem.declined
      }
    }
    try Links(vault: vault).resolve(&fields, of: target)
    var generator = SystemRandomNumberGenerator()
    let record = Record(
      id: RecordID(using: &generator), kind: target.kind, fields: fields, isPrivate: isPrivate,
      provenance: Provenance(origin: .person, who: try talk.who(in: vault), entered: talk.now))
    guard !talk.options.dryRun else {
      talk.terminal.say("It would be saved. Nothing was changed.")
      return .done
    }
    try talk.apply(
      Change("add", at: talk.now, who: try talk.who(in: vault), steps: [.add(record)]), to: vault)
    try vault.close()
    if talk.options.json {
      talk.answer(
        json: ["format": RecordsJSON.format, "record": .object(RecordsJSON.object(record))])
    }
    talk.terminal.say("Saved.")
    talk.terminal.say(
      "Next: netvault list \(target.kind.rawValue)    (take it back: netvault undo)")
    return .done
  }

  /// Words without a flag answer the first question: `add note "Call the clinic"`.
  private func take(
    _ words: [String], into fields: inout [String: Value], _ input: FieldInput
  ) throws {
    guard let first = kind.fields.first(where: \.isRequired), fields[first.name] == nil else {
      throw Problem.extraWords(words.joined(separator: " "))
    }
    fields[first.name] = try input.value(
      words.joined(separator: " "), for: first, of: kind.kind)
  }

  private func none(_ talk: Talk) throws -> (KindDescription, [String: Value]) {
    let absence = KindDescription.of(.absence)
    guard kind.canBeNone, absence.field("of")?.option(kind.kind.rawValue) != nil else {
      throw Problem.noneMeansNothing(kind.many)
    }
    return (
      absence,
      [
        "of": .choice(kind.kind.rawValue), "answer": .choice("none-known"),
        "date": .when(When(talk.today)),
      ]
    )
  }
}
