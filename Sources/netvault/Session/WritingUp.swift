/// What is written down after a visit: what was said, decided and comes next, and the answers to
/// the questions that were taken along.
internal import Console
internal import Records
internal import Vault

struct WritingUp {
  let talk: Talk
  private(set) var visit: Record
  let questions: [Record]
  private(set) var answered: [Record] = []
  /// Why the talk broke off, when it did.
  private(set) var brokenOff: Problem?
  private let before: Record

  /// No more questions than a person can bear after a visit.
  private static let mostAsked = 12

  init(talk: Talk, visit: Record, questions: [Record]) {
    self.talk = talk
    self.visit = visit
    before = visit
    // Those for this visit first.
    self.questions =
      questions.filter { $0["visit"] == .link(visit.id) }
      + questions.filter { $0["visit"] != .link(visit.id) }
  }

  /// How many things were written down.
  var count: Int {
    answered.count + ["said", "decided", "next", "note"].count { visit[$0] != before[$0] }
  }

  var hasChanged: Bool { visit.fields != before.fields || !answered.isEmpty }

  mutating func take(_ name: String, _ words: String) {
    visit[name] = .text(words)
    keep()
  }

  /// All of it as one interview, with its grammar: `<` goes back, `-` is not known, `.` ends early.
  mutating func ask() throws(Problem) {
    guard talk.terminal.settings.canAsk else {
      throw .needsAnswer("What was said?", flag: "said", noInput: talk.options.noInput)
    }
    let kind = visit.describing
    let asked = questions.prefix(Self.mostAsked)
    var fields = ["said", "decided", "next"].compactMap { kind.field($0)?.asked() }
    for (place, question) in asked.enumerated() {
      let text = question.words("text") ?? question.title
      fields.append(
        Field.ask(
          "answer\(place + 1)", "Answer \(place + 1)", "You wanted to ask: \(text) The answer?",
          help: "Enter leaves it open, for the next time. Write what was answered, in any words."))
    }
    let talkAbout = KindDescription(
      .visit, one: kind.one, many: kind.many, about: kind.about, titles: kind.titles,
      fields: fields)
    talk.terminal.explain(Styled(Visits.words(visit), .bold))
    let names: Set = ["said", "decided", "next", "note"]
    var interview = Interview(
      talkAbout, terminal: talk.terminal, input: FieldInput(today: talk.today),
      answers: visit.fields.filter { names.contains($0.key) }, isEdit: true)
    let talked = try AnswersSoFar.ask(&interview, talk)
    let answers = talked.answers
    brokenOff = talked.brokenOff
    for name in names where answers[name] != nil || brokenOff == nil { visit[name] = answers[name] }
    for (place, question) in asked.enumerated() {
      guard let answer = answers["answer\(place + 1)"] else { continue }
      var question = question
      question["answer"] = answer
      question["answeredBy"] = question["answeredBy"] ?? visit["who"].map { .text($0.words) }
      question["asked"] = visit.when?.date.map { .when(When($0)) } ?? .when(When(talk.today))
      question["visit"] = .link(visit.id)
      answered.append(question)
    }
    keep()
  }

  /// A visit of which something was written down was kept.
  private mutating func keep() {
    guard visit.fields != before.fields || !answered.isEmpty else { return }
    if visit.words("status") != "cancelled" { visit["status"] = .choice("kept") }
  }

  func steps(by who: String) -> [Change.Step] {
    (visit.fields == before.fields ? [] : [visit]).appending(answered).map { record in
      var record = record
      record.provenance.who = who
      return .update(record)
    }
  }
}

extension [Record] {
  fileprivate func appending(_ others: [Record]) -> [Record] { self + others }
}
