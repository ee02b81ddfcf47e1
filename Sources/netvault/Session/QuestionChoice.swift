/// Choosing questions from a set at a terminal: one or several numbers, or own words.
internal import CarePlan
internal import Console
internal import Records

struct QuestionChoice {
  let talk: Talk
  let list: QuestionList

  /// The questions to add, each with its topic.
  func choose(_ given: String?) throws(Problem) -> [(text: String, topic: String?)] {
    let prompt = Prompt(talk.terminal)
    var topic = given
    if topic == nil {
      let topics = ReadyQuestion.topics
      let choice = try prompt.choice(
        "What do you want to ask about?",
        ["something else, in my own words"] + topics.map { QuestionList.words(ofTopic: $0) },
        flag: "WORDS")
      if choice > 0 { topic = topics[choice - 1] }
    }
    guard let topic else {
      return [(try prompt.line("What do you want to ask?", flag: "WORDS"), nil)]
    }
    let ready = list.ready(topic)
    guard !ready.isEmpty else { throw .questionsKnown }
    return try several(of: ready, topic, prompt)
  }

  /// `1 3 4`, `1,3`, `all`, or a question in own words.
  private func several(
    of ready: [ReadyQuestion], _ topic: String, _ prompt: Prompt
  ) throws(Problem) -> [(text: String, topic: String?)] {
    talk.terminal.explain()
    for (place, one) in ready.enumerated() {
      talk.terminal.explain(
        Styled(
          talk.terminal.settings.isAccessible
            ? "\(place + 1): \(one.text)" : "\(place < 9 ? " " : "") \(place + 1)  \(one.text)"))
    }
    while true {
      let typed = try prompt.line(
        "Which ones?",
        help:
          "Numbers with spaces between, such as 1 3 4; or all; or a question in your own words.",
        flag: "pick")
      if typed.lowercased() == "all" { return ready.map { ($0.text, $0.topic) } }
      let parts = typed.split { $0 == " " || $0 == "," }
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == parts.count else { return [(typed, topic)] }
      if let wrong = numbers.first(where: { !(1...ready.count).contains($0) }) {
        talk.terminal.report(.numberOutside(wrong, last: ready.count))
        continue
      }
      return numbers.map { (ready[$0 - 1].text, ready[$0 - 1].topic) }
    }
  }
}
