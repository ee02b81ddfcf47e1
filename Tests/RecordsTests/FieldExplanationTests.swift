internal import Records
internal import Testing

@Suite struct `The explanation of a question` {
  @Test(arguments: Kind.allCases)
  func `has an example of this very field`(kind: Kind) {
    for field in KindDescription.of(kind).fields {
      let words = field.explanation(in: kind)
      #expect(words.hasPrefix(field.help), "\(field.name) of \(kind)")
      #expect(words.contains { $0 == "." || $0 == ":" }, "\(field.name) of \(kind)")
      if field.condition != .fromFiles {
        #expect(!field.hasGeneralExample(in: kind), "\(field.name) of \(kind): \(words)")
      }
    }
  }

  @Test func `is one of its type where the help names none`() throws {
    let date = try #require(KindDescription.of(.followUp).field("last"))
    #expect(date.explanation(in: .followUp).contains("or example: "))
    let parts = try #require(KindDescription.of(.vitalSign).field("parts"))
    #expect(parts.explanation(in: .vitalSign).contains("systolic 120 mmHg"))
  }
}
