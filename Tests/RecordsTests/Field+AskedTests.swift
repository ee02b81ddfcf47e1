import Records
import Testing

@Suite struct `A field for a shorter talk` {
  @Test func `is asked at once, whatever else was answered`() throws {
    let field = try #require(KindDescription.of(.question).field("answeredBy"))
    #expect(!field.isAsked)
    let asked = field.asked()
    #expect(asked.isAsked && asked.condition == .always)
    #expect(asked.name == field.name && asked.help == field.help && asked.type == field.type)
  }

  @Test func `may be a question of no kind`() {
    let field = Field.ask("answer1", "Answer 1", "And?", help: "Any words.")
    #expect(field.flag == "answer1" && field.type == .longText && field.isAsked)
  }
}
