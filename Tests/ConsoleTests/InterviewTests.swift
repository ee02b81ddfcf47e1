import Console
import Records
import Testing

private func input() throws -> FieldInput {
  FieldInput(
    today: try #require(PartialDate("2026-11-21")), born: PartialDate("1961-06-14"))
}

private func talk(
  _ kind: Kind, typing typed: [String], answers: [String: Value] = [:], isEdit: Bool = false,
  options: TerminalOptions = TerminalOptions(color: false), columns: Int = 72
) throws -> (screen: String, outcome: Interview.Outcome, order: DatePhrase.Order?) {
  let scene = Scene(typing: typed, options: options, columns: columns)
  var interview = Interview(
    KindDescription.of(kind), terminal: scene.terminal, input: try input(), answers: answers,
    isEdit: isEdit)
  let outcome = try interview.run()
  #expect(scene.device.left == [], "Everything that was typed was asked for.")
  return (scene.device.screen, outcome, interview.learnedOrder)
}

@Suite struct `An interview` {
  @Test func `dump`() throws {
    let found = try talk(
      .diagnosis,
      typing: [
        "?", "typical carcinoid", "spring 2020", "<", "April 2020", "1", "right lower lobe", "?",
        "T1b N0 M0", "<", "", "-", "Dr. Okafor, thoracic surgery", "no", "5", "2 %", "",
      ])
    print(found.screen, found.outcome)
    let acc = try talk(
      .allergy, typing: ["penicillin", "hives; swelling", "", "3/4/2020", "1", "", "", ""],
      options: TerminalOptions(color: false, isAccessible: true))
    print(acc.screen, acc.outcome)
  }
}
