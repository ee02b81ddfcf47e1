internal import ArgumentParser
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault edit`: changes a record; the old version is kept.
struct Edit: TalkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Change a record. The old version is kept.",
    usage: "netvault edit <what> [--FIELD VALUE ...] [--clear FIELD] [<options>]",
    discussion: """
      Examples:
        netvault edit 3
        netvault edit lobectomy --who "Dr. Okafor"
        netvault edit 3 --clear note
        netvault edit 3 --editor
        netvault edit                 go on with a change that you began
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Flag(inversion: .prefixedNo, help: "Leave it out of exports, or no longer.")
  var `private`: Bool?

  @Flag(help: "Change it as a form in your own editor.")
  var editor = false

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    let words = Array(arguments.prefix { !$0.hasPrefix("--") })
    let isWritable = try talk.canWrite()
    // While a person thinks, the vault is closed: another window can go on.
    let vault = try talk.open(options.dryRun || isWritable ? .read : .write)
    let lent = LentVault(vault, talk)
    let drafts = try Drafts.all(in: vault, today: talk.today).filter { $0.record != nil }
    let record = try record(words, drafts, vault, talk)
    let kind = record.describing
    let flags = try FieldFlags(Array(arguments.dropFirst(words.count)), of: kind)
    guard flags.words.isEmpty else {
      throw Problem.extraWords(flags.words.joined(separator: " "))
    }
    var input = FieldInput(today: talk.today, order: DateOrder(talk.environment).order)
    input.further = PlanWording.check
    input.born = try vault.owner.when("born")?.date
    let recalling = try Recalling(
      kind, in: vault, lent: lent, today: talk.today, who: talk.options.typist)
    try vault.close()

    var changed = record
    for (name, value) in try input.values(flags.values, of: kind) { changed[name] = value }
    for name in flags.cleared { changed[name] = nil }
    if let isPrivate = `private` { changed.isPrivate = isPrivate }
    let draft = drafts.first { $0.record == record.id }
    let isFlagged = arguments.count > words.count || `private` != nil
    let answering: Answering
    if isFlagged, !editor {
      answering = Answering(
        talk, kind, Draft(kind.kind, of: record.id, now: talk.now), isOld: false, in: lent)
    } else {
      guard talk.terminal.settings.canAsk else {
        throw Problem.needsAnswer(
          "What should be changed?", flag: kind.fields.first?.flag ?? "note",
          noInput: options.noInput)
      }
      (changed.fields, answering) = try await asked(
        changed, draft, Asked(talk: talk, input: input, lent: lent, recalling: recalling))
    }
    try input.checkRequired(changed.fields, of: kind)
    if changed.fields != record.fields { try input.checkTogether(changed.fields, of: kind) }
    return try save(changed, was: record, answering, talk)
  }

  /// The record that is meant. Without words, one whose change was begun.
  private func record(
    _ words: [String], _ drafts: [Draft], _ vault: Vault, _ talk: Talk
  ) throws -> Record {
    guard words.isEmpty, !drafts.isEmpty, talk.terminal.settings.canAsk else {
      return try Choosing(talk: talk, vault: vault).record(words)
    }
    var records: [Record] = []
    for draft in drafts.prefix(9) {
      if let id = draft.record, let record = try vault.record(id) { records.append(record) }
    }
    guard let first = records.first else {
      return try Choosing(talk: talk, vault: vault).record(words)
    }
    if records.count == 1 { return first }
    let names = records.map { "\($0.describing.one): \($0.title)" }
    return records[
      try Prompt(talk.terminal).choice("Which change do you go on with?", names, flag: "WHAT")]
  }

  /// What the questions need.
  private struct Asked {
    let talk: Talk
    let input: FieldInput
    let lent: LentVault
    let recalling: Recalling
  }

  /// The fields as the person answers them, at questions or in a form.
  private func asked(
    _ record: Record, _ old: Draft?, _ asked: Asked
  ) async throws -> ([String: Value], Answering) {
    let (talk, kind) = (asked.talk, record.describing)
    var draft = Draft(kind.kind, of: record.id, now: talk.now)
    var isOld = false
    if let old, case .goOn(let old) = try OfferedDraft.choose([old], talk, asked.lent) {
      (draft, isOld) = (old, true)
      draft.progress.answers = old.answers(over: record.fields)
    }
    draft.base = record.fields
    let answering = Answering(talk, kind, draft, isOld: isOld, in: asked.lent)
    if editor || draft.form != nil {
      let start = isOld ? draft.progress.answers : record.fields
      return (try await answering.edit(start, with: asked.input) ?? start, answering)
    }
    var interview = Interview(
      kind, terminal: talk.terminal, input: asked.input, answers: record.fields, isEdit: true)
    interview.memory = asked.recalling.memory
    let outcome = try answering.ask(&interview)
    if let order = interview.learnedOrder { DateOrder(talk.environment).remember(order) }
    guard case .answered(let answers, _) = outcome else { throw Problem.declined }
    return (answers, answering)
  }

  private func save(
    _ changed: Record, was record: Record, _ answering: Answering, _ talk: Talk
  ) throws -> Exit {
    guard changed != record else {
      talk.terminal.say("Nothing is different. Nothing was changed.")
      return .declined
    }
    guard !options.dryRun else {
      talk.terminal.say("It would be changed. Nothing was changed.")
      return .done
    }
    let saved = try answering.save { vault in
      // What another window changed meanwhile stays, where this one did not touch it.
      guard var now = try vault.record(record.id) else { throw VaultError.unknownRecord(record.id) }
      for name in Set(record.fields.keys).union(changed.fields.keys)
      where changed.fields[name] != record.fields[name] {
        now.fields[name] = changed.fields[name]
      }
      if changed.isPrivate != record.isPrivate { now.isPrivate = changed.isPrivate }
      try Links(vault: vault).resolve(&now.fields, of: now.describing)
      now.provenance.who = try talk.who(in: vault)
      try talk.apply(
        Change("edit", at: talk.now, who: now.provenance.who, steps: [.update(now)]), to: vault)
      return now
    }
    if options.json {
      talk.answer(
        json: ["format": RecordsJSON.format, "record": .object(RecordsJSON.object(saved))])
    }
    talk.terminal.say("Saved. The old version is kept: netvault history")
    talk.terminal.say("Take it back: netvault undo")
    return .done
  }
}
