/// The person's questions: which are open, and about what.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Vault
internal import Writing

struct QuestionList {
  let talk: Talk
  let vault: Vault
  let all: [Record]

  init(talk: Talk, vault: Vault) throws {
    self.talk = talk
    self.vault = vault
    all = try vault.records(of: .question).filter { !$0.isRetracted }
  }

  /// Those without an answer, in the order they were written down.
  var open: [Record] { all.filter { $0.words("answer") == nil } }

  /// The words of a topic's token.
  static func words(ofTopic token: String) -> String {
    KindDescription.of(.question).field("topic")?.option(token)?.words ?? token
  }

  /// Open questions by topic; those without one come first.
  func groups(_ questions: [Record]) -> [(title: String, questions: [Record])] {
    var groups: [(String, [Record])] = []
    let plain = questions.filter { $0.words("topic") == nil }
    if !plain.isEmpty { groups.append(("Your own questions", plain)) }
    var topics = ReadyQuestion.topics
    for question in questions {
      if let topic = question.words("topic"), !topics.contains(topic) { topics.append(topic) }
    }
    for topic in topics {
      let those = questions.filter { $0.words("topic") == topic }
      if !those.isEmpty { groups.append((Self.words(ofTopic: topic).capitalizedFirst, those)) }
    }
    return groups
  }

  func show(_ questions: [Record]) throws {
    let groups = groups(questions)
    LastList(vault: try talk.location(), talk.environment)
      .remember(groups.flatMap(\.questions).map(\.id))
    if talk.terminal.settings.plain {
      var table = Table(Array(repeating: Table.Column(""), count: 4))
      for one in groups.flatMap(\.questions) {
        table.add([
          one.words("topic") ?? "", one.title, one.words("whom") ?? "", one.words("answer") ?? "",
        ])
      }
      return table.write(to: talk.terminal)
    }
    var number = 1
    for (place, group) in groups.enumerated() {
      if place > 0 { talk.terminal.answer() }
      talk.terminal.answer(Styled(group.title, .bold))
      for one in group.questions {
        show(one, number)
        number += 1
      }
    }
  }

  private func show(_ question: Record, _ number: Int) {
    let whom = question.words("whom").map { " (for \($0))" } ?? ""
    let text = question.words("text") ?? question.title
    var answer = question.words("answer").map { "Answer: \($0)" }
    if let by = question.words("answeredBy"), answer != nil { answer?.append(" (\(by))") }
    if talk.terminal.settings.isAccessible {
      talk.terminal.answer(Styled("\(number). \(text)\(whom)\(answer.map { ". \($0)" } ?? "")"))
      return
    }
    talk.terminal.answer(Styled("\(number < 10 ? " " : "")\(number)  \(text)\(whom)"))
    if let answer { talk.terminal.answer(Styled("      \(answer)")) }
  }

  /// The open questions on a sheet, with lines to write the answers on.
  func handout(_ questions: [Record]) throws -> Handout {
    Handout(
      title: "My questions", about: "\(try vault.ownerName), \(talk.today.spelled)",
      parts: groups(questions).map { group in
        Handout.Part(
          group.title, group.questions.map { Self.item($0) }, isNumbered: true)
      })
  }

  static func item(_ question: Record) -> Handout.Item {
    Handout.Item(
      question.words("text") ?? question.title,
      details: question.words("whom").map { ["For \($0)"] } ?? [], room: 3)
  }

  /// The ready questions that are not among the person's own yet.
  func ready(_ topic: String) -> [ReadyQuestion] {
    let known = Set(all.compactMap { $0.words("text") })
    return ReadyQuestion.of(topic: topic).filter { !known.contains($0.text) }
  }
}
