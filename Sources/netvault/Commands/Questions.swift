internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault questions`: what a person wants to ask, and what was answered.
struct Questions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what you want to ask next time.",
    discussion: """
      Examples:
        netvault questions
        netvault questions add "Is the cough from a medicine?"
        netvault questions add                    choose from questions that many people ask
        netvault questions answer cough
        netvault questions print
      """,
    subcommands: [
      QuestionsList.self, QuestionsAdd.self, QuestionsSets.self, QuestionsAnswer.self,
      QuestionsPrint.self,
    ],
    defaultSubcommand: QuestionsList.self)
}

/// `netvault questions list`, which need not be written out.
struct QuestionsList: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the questions without an answer.",
    discussion: """
      Examples:
        netvault questions list
        netvault questions list --all
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Flag(help: "Also those that were answered.")
  var all = false

  func perform(_ talk: Talk) throws -> Exit {
    let list = try QuestionList(talk: talk, vault: try talk.open(.read))
    let shown = all ? list.all : list.open
    if options.json {
      talk.answer(json: RecordsJSON.list(shown))
      return .done
    }
    guard !shown.isEmpty else { throw list.all.isEmpty ? Problem.noQuestions : .allAnswered }
    try list.show(shown)
    talk.terminal.say()
    let answered = list.all.count - list.open.count
    let more = answered > 0 && !all ? " \(answered) answered: --all" : ""
    talk.terminal.say("\(Listing.count(list.open.count, "open question")).\(more)")
    talk.terminal.say("Next: netvault questions print    (then: netvault questions answer)")
    return .done
  }
}

/// `netvault questions add`: in own words, or chosen.
struct QuestionsAdd: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Write down a question, or choose from those many people ask.",
    usage: "netvault questions add [<words>] [--topic <topic>] [--pick <name>] [<options>]",
    discussion: """
      Examples:
        netvault questions add "Is the cough from a medicine?" --whom "Dr. Lee"
        netvault questions add --topic choosing          choose some of that topic
        netvault questions add --pick choosing-1 --pick choosing-4

      What there is to choose from: netvault questions sets
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("The question in your own words.", valueName: "words"))
  var words: [String] = []

  @Option(help: ArgumentHelp("What it is about.", valueName: "topic"))
  var topic: String?

  @Option(help: ArgumentHelp("A question of a set, by its name.", valueName: "name"))
  var pick: [String] = []

  @Option(help: ArgumentHelp("Whom you want to ask.", valueName: "name"))
  var whom: String?

  func perform(_ talk: Talk) throws -> Exit {
    let token = try topic.map { try QuestionTopic.token($0) }
    let picked = try pick.map { name throws(Problem) in
      guard let question = ReadyQuestion.named(name) else {
        throw .noSuchQuestion(
          name, close: Suggest.closest(to: name, among: ReadyQuestion.all.map(\.id)))
      }
      return question
    }
    let text = words.joined(separator: " ").trimmedSpaces
    var vault = try talk.open(.read)
    let list = try QuestionList(talk: talk, vault: vault)
    var texts = picked.map { (text: $0.text, topic: Optional($0.topic)) }
    if !text.isEmpty { texts.append((text, token)) }
    try vault.close()
    if texts.isEmpty { texts = try QuestionChoice(talk: talk, list: list).choose(token) }
    let known = Set(list.all.compactMap { $0.words("text") })
    let new = texts.filter { !known.contains($0.text) }
    guard !new.isEmpty else { throw Problem.questionsKnown }
    guard !options.dryRun else {
      talk.terminal.say(
        "\(Listing.count(new.count, "question")) would be added. Nothing was changed.")
      return .done
    }
    vault = try talk.openAgain(vault)
    let records = try new.map { one in
      var fields: [String: Value] = ["text": .text(one.text)]
      fields["topic"] = one.topic.map { .choice($0) }
      fields["whom"] = whom.map { .text($0) }
      return try talk.newRecord(.question, fields, in: vault)
    }
    try talk.apply(
      Change(
        "questions add", at: talk.now, who: try talk.who(in: vault),
        steps: records.map { .add($0) }), to: vault)
    try vault.close()
    if options.json { talk.answer(json: RecordsJSON.list(records)) }
    talk.terminal.say("Saved \(Listing.count(records.count, "question")).")
    talk.terminal.say("Next: netvault questions print    (take it back: netvault undo)")
    return .done
  }
}

/// `netvault questions sets`: what many people ask.
struct QuestionsSets: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sets", abstract: "Show questions that many people ask, to choose from.",
    discussion: """
      Examples:
        netvault questions sets
        netvault questions sets side-effects
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("One topic only.", valueName: "topic"))
  var topic: String?

  /// Needs no vault: the sets are part of the program.
  func perform(_ talk: Talk) throws -> Exit {
    let topics = try topic.map { [try QuestionTopic.token($0)] } ?? ReadyQuestion.topics
    let shown = topics.flatMap { ReadyQuestion.of(topic: $0) }
    guard !options.json else {
      let list: [JSONValue] = shown.map { one in
        [
          "name": .string(one.id), "topic": .string(one.topic), "text": .string(one.text),
          "source": .string(one.source), "asOf": .string(one.asOf),
        ]
      }
      talk.answer(json: ["format": RecordsJSON.format, "questions": .array(list)])
      return .done
    }
    for (place, topic) in topics.enumerated() {
      if place > 0 { talk.terminal.answer() }
      if !options.plain {
        talk.terminal.answer(Styled(QuestionList.words(ofTopic: topic).capitalizedFirst, .bold))
      }
      var table = Table([Table.Column(""), Table.Column("")])
      for one in ReadyQuestion.of(topic: topic) { table.add([one.id, one.text]) }
      table.write(to: talk.terminal)
    }
    let sources = shown.reduce(into: [String]()) { sources, one in
      if !sources.contains(one.source) { sources.append(one.source) }
    }
    talk.terminal.say()
    talk.terminal.say("The words are netvault's own. The topics come from:")
    for source in sources { talk.terminal.say(Styled("  \(source)")) }
    talk.terminal.say("Next: netvault questions add --pick \(shown.first?.id ?? "choosing-1")")
    return .done
  }
}

/// Words that name a topic.
enum QuestionTopic {
  static func token(_ word: String) throws(Problem) -> String {
    let options = KindDescription.of(.question).field("topic")?.options ?? []
    let wanted = word.lowercased()
    let match = options.first { option in
      option.token == wanted || option.words.lowercased() == wanted
        || (wanted.count > 2
          && (option.token.hasPrefix(wanted)
            || option.words.lowercased().hasPrefix(wanted)))
    }
    guard let match else {
      throw .notAChoice(
        word, close: Suggest.closest(to: wanted, among: options.map(\.token)),
        choices: options.map(\.token), flag: "topic")
    }
    return match.token
  }
}
