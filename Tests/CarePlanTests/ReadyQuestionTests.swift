import CarePlan
import Records
import Testing

@Suite struct `Questions to choose from` {
  private let topics = KindDescription.of(.question).field("topic")?.options.map(\.token) ?? []

  @Test func `are read in full, each with a name, a topic, a source and a day`() {
    #expect(ReadyQuestion.all.count == 40)
    #expect(Set(ReadyQuestion.all.map(\.id)).count == 40)
    #expect(Set(ReadyQuestion.all.map(\.text)).count == 40)
    for question in ReadyQuestion.all {
      #expect(topics.contains(question.topic), "\(question.id)")
      #expect(question.source.contains("American Cancer Society"), "\(question.id)")
      #expect(question.asOf.wholeMatch(of: /20[0-9]{2}-[0-9]{2}-[0-9]{2}/) != nil)
    }
  }

  @Test func `are there for every topic`() {
    #expect(ReadyQuestion.topics == topics)
    for topic in topics { #expect(ReadyQuestion.of(topic: topic).count >= 3) }
  }

  @Test func `are plain: a short sentence that asks`() {
    for question in ReadyQuestion.all {
      #expect(question.text.hasSuffix("?"), "\(question.text)")
      #expect(question.text.split(separator: " ").count <= 20, "\(question.text)")
      #expect(!question.text.contains("!"))
    }
  }

  @Test func `have names that are easy to type`() {
    #expect(ReadyQuestion.named("Choosing-1")?.text == "Which treatments could I have?")
    #expect(ReadyQuestion.named("nothing") == nil)
    for question in ReadyQuestion.all {
      #expect(question.id.wholeMatch(of: /[a-z]+-[0-9]/) != nil, "\(question.id)")
    }
  }
}
