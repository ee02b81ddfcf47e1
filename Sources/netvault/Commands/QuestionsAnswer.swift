internal import ArgumentParser
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Sealing
internal import Vault

/// `netvault questions answer`: what was answered, and by whom.
struct QuestionsAnswer: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Write down the answer to a question.",
    discussion: """
      Examples:
        netvault questions answer                        choose from the open ones
        netvault questions answer cough --answer "No, from the cold." --answered-by "Dr. Lee"
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @Argument(help: ArgumentHelp("A number of the last list, or words.", valueName: "what"))
  var what: [String] = []

  @Option(help: ArgumentHelp("What was answered.", valueName: "words"))
  var answer: String?

  @Option(help: ArgumentHelp("Who answered.", valueName: "name"))
  var answeredBy: String?

  @Option(help: ArgumentHelp("When it was asked; today, if nothing is said.", valueName: "date"))
  var on: String?

  func perform(_ talk: Talk) throws -> Exit {
    var day = When(talk.today)
    if let on {
      day = try DatePhrase(today: talk.today, direction: .past, label: "The day", flag: "on")
        .when(on)
    }
    var vault = try talk.open(.read)
    var question = try choose(vault, talk)
    let isNew = question.words("answer") == nil
    try vault.close()
    if let answer, !answer.trimmedSpaces.isEmpty {
      question["answer"] = .text(answer)
      if let answeredBy { question["answeredBy"] = .text(answeredBy) }
    } else {
      question.fields = try asked(question, talk)
    }
    if isNew, question["asked"] == nil { question["asked"] = .when(day) }
    guard question.words("answer") != nil else { throw Problem.declined }
    guard !options.dryRun else {
      talk.terminal.say("The answer would be saved. Nothing was changed.")
      return .done
    }
    vault = try talk.openAgain(vault)
    question.provenance.who = try talk.who(in: vault)
    try talk.apply(
      Change(
        "questions answer", at: talk.now, who: question.provenance.who,
        steps: [.update(question)]), to: vault)
    let left = try QuestionList(talk: talk, vault: vault).open.count
    try vault.close()
    if options.json {
      talk.answer(
        json: ["format": RecordsJSON.format, "record": .object(RecordsJSON.object(question))])
    }
    talk.terminal.say("Saved. \(Listing.count(left, "question")) still open.")
    talk.terminal.say("Next: netvault questions")
    return .done
  }

  private func choose(_ vault: Vault, _ talk: Talk) throws -> Record {
    if !what.isEmpty {
      let record = try Choosing(talk: talk, vault: vault)
        .record(Passing.words(what, of: .question))
      guard record.kind == .question else { throw Problem.notAQuestion }
      return record
    }
    let list = try QuestionList(talk: talk, vault: vault)
    guard !list.open.isEmpty else { throw list.all.isEmpty ? Problem.noQuestions : .allAnswered }
    let names = list.open.prefix(30).map { $0.words("text") ?? $0.title }
    let choice = try Prompt(talk.terminal).choice("Which one was answered?", names, flag: "WHAT")
    return list.open[choice]
  }

  /// Two questions, with the grammar of every interview.
  private func asked(_ question: Record, _ talk: Talk) throws -> [String: Value] {
    guard talk.terminal.settings.canAsk else {
      throw Problem.needsAnswer(
        "What was the answer?", flag: "answer", noInput: options.noInput)
    }
    talk.terminal.explain(Styled(question.words("text") ?? question.title, .bold))
    let kind = question.describing
    let few = KindDescription(
      .question, one: kind.one, many: kind.many, about: kind.about, titles: kind.titles,
      fields: ["answer", "answeredBy"].compactMap { kind.field($0)?.asked() })
    var answers = question.fields.filter { few.field($0.key) != nil }
    var interview = Interview(
      few, terminal: talk.terminal, input: FieldInput(today: talk.today), answers: answers,
      isEdit: true)
    guard case .answered(let given, _) = try interview.run() else { throw Problem.declined }
    answers = given
    return question.fields.merging(answers) { $1 }
  }
}

/// `netvault questions print`: a sheet to take along.
struct QuestionsPrint: TalkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Write the open questions to a file, in large type.",
    discussion: """
      Examples:
        netvault questions print
        netvault questions print --format text -o -
        netvault questions print --topic side-effects --large-print
      """)

  @OptionGroup(title: "Options of every command") var options: GlobalOptions

  @OptionGroup(title: "The sheet") var sheet: SheetOptions

  @Option(help: ArgumentHelp("Only this topic.", valueName: "topic"))
  var topic: String?

  func perform(_ talk: Talk) throws -> Exit {
    let token = try topic.map { try QuestionTopic.token($0) }
    let vault = try talk.open(.read)
    let list = try QuestionList(talk: talk, vault: vault)
    let shown = list.open.filter { token == nil || $0.words("topic") == token }
    guard !shown.isEmpty else { throw list.all.isEmpty ? Problem.noQuestions : .allAnswered }
    return try sheet.write(try list.handout(shown), named: "questions", talk)
  }
}
