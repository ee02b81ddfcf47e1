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
        netvault add diagnosis --editor

      Each kind has flags of its own: netvault add result --help
      What you have answered is kept as a draft for 30 days, locked in the vault.
      """,
    subcommands: KindTags.adding, aliases: ["new"])

  /// What people add most. Everything else is one answer away.
  static let everyday: [Kind] = [
    .diagnosis, .treatment, .result, .imaging, .pathology, .medicine, .allergy, .symptom, .visit,
    .question, .teamMember, .document, .note,
  ]

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  func perform(_ talk: Talk) async throws -> Exit {
    try await Adding(
      kind: try kind(talk), arguments: [], isPrivate: false, isNone: false, usesEditor: false
    ).perform(talk)
  }

  private func kind(_ talk: Talk) throws -> KindDescription {
    let first = Self.everyday.map { KindDescription.of($0) }
    let prompt = Prompt(talk.terminal)
    let others = KindDescription.all.filter {
      !Self.everyday.contains($0.kind) && $0.kind != .absence && $0.kind != .person
    }
    let choice = try prompt.choice(
      "What do you want to add?", first.map(\.one) + ["something else"], also: others.map(\.one),
      help: "Type the number, or the word. Something else shows all other kinds.", flag: "KIND")
    if choice < first.count { return first[choice] }
    // A word for one of the others answers the first question already.
    if choice > first.count { return others[choice - first.count - 1] }
    return others[try prompt.choice("Which one?", others.map(\.one), flag: "KIND")]
  }
}

/// `netvault add KIND`. The flags of the fields come from the kind's description.
struct AddKind<Tag: KindTag>: TalkingCommand {
  static var configuration: CommandConfiguration {
    let kind = KindDescription.of(Tag.kind)
    return CommandConfiguration(
      commandName: Tag.kind.rawValue, abstract: kind.about,
      usage: "netvault add \(Tag.kind.rawValue) [--FIELD VALUE ...] [<options>]",
      discussion: KindHelp.isWanted ? KindHelp.flags(of: kind) : "",
      aliases: Array(Set(kind.names).subtracting([Tag.kind.rawValue])).sorted())
  }

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Flag(help: "Leave it out of exports unless asked for.")
  var `private` = false

  @Flag(help: "Record that there is none of this kind.")
  var noneKnown = false

  @Flag(help: "Fill in a form in your own editor.")
  var editor = false

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    try await Adding(
      kind: KindDescription.of(Tag.kind), arguments: arguments, isPrivate: `private`,
      isNone: noneKnown, usesEditor: editor
    ).perform(talk)
  }
}

/// Adds one record.
struct Adding {
  let kind: KindDescription
  let arguments: [String]
  let isPrivate: Bool
  let isNone: Bool
  let usesEditor: Bool
  /// What else becomes of the others of its kind, such as the one whose place it takes. It is asked
  /// when the answers are there, before anything is saved.
  var beside: (([String: Value], [Record]) throws -> [Change.Step])?
  /// The command to go on with, where it is not the list of its kind.
  var next: String?

  func perform(_ talk: Talk) async throws -> Exit {
    let flags = try FieldFlags(arguments, of: kind)
    var input = FieldInput(today: talk.today, order: DateOrder(talk.environment).order)
    input.further = PlanWording.check
    // Mistakes in flags are said before the passphrase is asked for.
    do {
      _ = try fields(flags, input)
    } catch {
      // The date of birth is in the vault.
      guard (error as? Problem) == .ageWithoutBirth else { throw error }
    }
    guard talk.terminal.settings.canAsk, !isNone else {
      let vault = try talk.open(talk.options.dryRun ? .read : .write)
      input.born = try vault.owner.when("born")?.date
      var (target, fields) = (kind, try fields(flags, input))
      if isNone { (target, fields) = try none(talk) }
      try input.checkRequired(fields, of: target)
      try input.checkTogether(fields, of: target)
      let steps = try beside?(fields, try vault.records(of: target.kind)) ?? []
      try Links(vault: vault).resolve(&fields, of: target)
      let record = try record(target, fields, vault, talk)
      if !talk.options.dryRun { try add(record, and: steps, to: vault, talk) }
      try vault.close()
      return end(record, target, talk)
    }
    return try await asked(flags, input, talk)
  }

  /// With somebody to ask: the vault is open only for moments.
  private func asked(_ flags: FieldFlags, _ given: FieldInput, _ talk: Talk) async throws -> Exit {
    var input = given
    let isDry = talk.options.dryRun
    let isWritable = try talk.canWrite()
    // Where nothing can be saved, nobody should have to find out after ten answers.
    let vault = try talk.open(isDry || isWritable ? .read : .write)
    input.born = try vault.owner.when("born")?.date
    var (target, fields) = (kind, try fields(flags, input))
    let lent = LentVault(vault, talk)
    let recalling = try Recalling(
      kind, in: vault, lent: lent, today: talk.today, who: talk.options.typist)
    let drafts = try Drafts.all(in: vault, today: talk.today)
      .filter { $0.kind == kind.kind && $0.record == nil }
    let known = beside == nil ? [] : try vault.records(of: kind.kind)
    try vault.close()

    var draft = Draft(kind.kind, now: talk.now)
    var isOld = false
    if case .goOn(let old) = try OfferedDraft.choose(drafts, talk, lent) {
      (draft, isOld) = (old, true)
    }
    let answering = Answering(talk, kind, draft, isOld: isOld, in: lent)
    if usesEditor || draft.form != nil {
      fields.merge(draft.progress.answers) { given, _ in given }
      guard let answers = try await answering.edit(fields, with: input) else {
        throw Problem.formUnchanged
      }
      fields = answers
    } else {
      var interview = Interview(kind, terminal: talk.terminal, input: input, answers: fields)
      interview.memory = recalling.memory
      let outcome = try answering.ask(&interview)
      if let order = interview.learnedOrder { DateOrder(talk.environment).remember(order) }
      switch outcome {
      case .answered(let answers, _): fields = answers
      case .none: (target, fields) = try none(talk)
      case .stopped: throw Problem.declined
      }
    }
    try input.checkTogether(fields, of: target)
    let steps = try beside?(fields, known) ?? []
    if isDry {
      let record = lent.look { vault in
        var found = fields
        try Links(vault: vault).resolve(&found, of: target)
        return try self.record(target, found, vault, talk)
      }
      return record.map { end($0, target, talk) } ?? .done
    }
    let record = try answering.save { vault in
      var found = fields
      try Links(vault: vault).resolve(&found, of: target)
      let record = try self.record(target, found, vault, talk)
      try add(record, and: steps, to: vault, talk)
      return record
    }
    return end(record, target, talk)
  }

  /// What the flags say. Words without a flag answer the first question: `add note "Call the clinic"`.
  private func fields(_ flags: FieldFlags, _ input: FieldInput) throws -> [String: Value] {
    var fields = try input.values(flags.values, of: kind)
    guard !flags.words.isEmpty else { return fields }
    let words = flags.words.joined(separator: " ")
    guard let first = kind.fields.first(where: \.isRequired), fields[first.name] == nil else {
      throw Problem.extraWords(words)
    }
    let spoken = SpokenWords(words, for: first, of: kind, input, known: fields)
    fields[first.name] = try input.value(spoken.words, for: first, of: kind.kind)
    if let date = spoken.date { fields[date.name] = date.value }
    return fields
  }

  private func record(
    _ kind: KindDescription, _ fields: [String: Value], _ vault: Vault, _ talk: Talk
  ) throws -> Record {
    var generator = SystemRandomNumberGenerator()
    return Record(
      id: RecordID(using: &generator), kind: kind.kind, fields: fields, isPrivate: isPrivate,
      provenance: Provenance(origin: .person, who: try talk.who(in: vault), entered: talk.now))
  }

  private func add(
    _ record: Record, and others: [Change.Step], to vault: Vault, _ talk: Talk
  ) throws {
    try talk.apply(
      Change(
        "add", at: talk.now, who: record.provenance.who, steps: [.add(record)] + others),
      to: vault)
  }

  private func end(_ record: Record, _ kind: KindDescription, _ talk: Talk) -> Exit {
    guard !talk.options.dryRun else {
      talk.terminal.say("It would be saved. Nothing was changed.")
      return .done
    }
    if talk.options.json {
      talk.answer(
        json: ["format": RecordsJSON.format, "record": .object(RecordsJSON.object(record))])
    }
    talk.terminal.say("Saved.")
    talk.terminal.say(
      "Next: \(next ?? "netvault list \(kind.kind.rawValue)")    (take it back: netvault undo)")
    return .done
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
