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
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Flag(inversion: .prefixedNo, help: "Leave it out of exports, or no longer.")
  var `private`: Bool?

  @Flag(help: "Change it as a form in your own editor.")
  var editor = false

  @Argument(parsing: .allUnrecognized, help: .hidden)
  var arguments: [String] = []

  func perform(_ talk: Talk) async throws -> Exit {
    let words = arguments.prefix { !$0.hasPrefix("--") }
    let vault = try talk.open(options.dryRun ? .read : .write)
    let record = try Choosing(talk: talk, vault: vault).record(Array(words))
    let kind = record.describing
    let flags = try FieldFlags(Array(arguments.dropFirst(words.count)), of: kind)
    guard flags.words.isEmpty else {
      throw Problem.extraWords(flags.words.joined(separator: " "))
    }
    let input = FieldInput(today: talk.today)
    var changed = record
    for (name, value) in try input.values(flags.values, of: kind) { changed[name] = value }
    for name in flags.cleared { changed[name] = nil }
    if let isPrivate = `private` { changed.isPrivate = isPrivate }
    if editor {
      changed.fields = try await form(changed, input, talk)
    } else if arguments.count == words.count, `private` == nil {
      guard talk.terminal.settings.canAsk else {
        throw Problem.needsAnswer(
          "What should be changed?", flag: kind.fields.first?.flag ?? "note",
          noInput: options.noInput)
      }
      var interview = Interview(
        kind, terminal: talk.terminal, input: input, answers: changed.fields, isEdit: true)
      guard case .answered(let answers, _) = try interview.run() else { throw Problem.declined }
      changed.fields = answers
    }
    try Links(vault: vault).resolve(&changed.fields, of: kind)
    try input.checkRequired(changed.fields, of: kind)
    return try save(changed, was: record, vault, talk)
  }

  /// The fields as the person left them in the editor's form.
  private func form(
    _ record: Record, _ input: FieldInput, _ talk: Talk
  ) async throws -> [String: Value] {
    let path = talk.environment["PATH"] ?? "/usr/bin:/bin"
    let choice = EditorChoice(
      visual: talk.environment["VISUAL"], editor: talk.environment["EDITOR"],
      resolve: { Editor.resolve($0, path: path) })
    guard let choice else { throw Problem.noEditor }
    let form = RecordForm(record.describing, record.fields)
    switch try await Editor(choice, on: talk.terminal).edit(form, with: input) {
    case .changed(let fields): return fields
    case .unchanged: return record.fields
    }
  }

  private func save(
    _ changed: Record, was record: Record, _ vault: Vault, _ talk: Talk
  ) throws -> Exit {
    guard changed != record else {
      talk.terminal.say("Nothing is different. Nothing was changed.")
      return .declined
    }
    guard !options.dryRun else {
      talk.terminal.say("It would be changed. Nothing was changed.")
      return .done
    }
    var changed = changed
    changed.provenance.who = try talk.who(in: vault)
    try talk.apply(
      Change("edit", at: talk.now, who: changed.provenance.who, steps: [.update(changed)]),
      to: vault)
    try vault.close()
    if options.json {
      talk.answer(
        json: ["format": RecordsJSON.format, "record": .object(RecordsJSON.object(changed))])
    }
    talk.terminal.say("Saved. The old version is kept: netvault history")
    talk.terminal.say("Take it back: netvault undo")
    return .done
  }
}
