import Console
import Records
import Testing

private struct Talk {
  var screen: String
  var fields: [String: Value] = [:]

  init(
    _ kind: Kind, typing typed: [String], memory: InterviewMemory,
    goingOn draft: Interview.Progress? = nil, isEdit: Bool = false
  ) throws {
    let scene = Scene(typing: typed)
    let input = FieldInput(today: try #require(PartialDate("2026-11-21")))
    var interview = Interview(.of(kind), terminal: scene.terminal, input: input, isEdit: isEdit)
    interview.memory = memory
    if let draft { interview.goOn(from: draft) }
    if case .answered(let fields, _) = try interview.run() { self.fields = fields }
    screen = scene.device.screen
    #expect(scene.device.left == [], "Everything that was typed was asked for.\n\(screen)")
  }
}

private func words(_ lists: [String: [String]]) -> InterviewMemory {
  InterviewMemory(words: { field, _ in lists[field.name] ?? [] })
}

@Suite struct `What an interview offers` {
  @Test func `is a numbered list that also takes other words`() throws {
    let people = words(["who": ["Dr. Okafor", "Dr. Lee, City Clinic"]])
    let talk = try Talk(.vaccine, typing: ["flu", "", "?", "2", "", ""], memory: people)
    #expect(
      talk.screen.contains(
        """
        3 of 3  Who gave it?
          1  Dr. Okafor
          2  Dr. Lee, City Clinic
          A number, or your own words.
          > ?
        """))
    #expect(talk.screen.contains("Type a number of the list, or other"))
    #expect(talk.fields["who"]?.words == "Dr. Lee, City Clinic")
    let other = try Talk(.vaccine, typing: ["flu", "", "3", "Dr. Roth", "", ""], memory: people)
    #expect(other.screen.contains("There is no number 3."))
    #expect(other.fields["who"]?.words == "Dr. Roth")
  }

  @Test func `takes several numbers where several answers are wanted`() throws {
    let talk = try Talk(
      .allergy, typing: ["nuts", "1, 3", ".", ""],
      memory: words(["reaction": ["hives", "swelling", "rash"]]))
    #expect(talk.fields["reaction"]?.words == "hives, rash")
  }

  @Test func `shows nine at most`() throws {
    let many = (1...40).map { "Name \($0)" }
    let talk = try Talk(.vaccine, typing: ["flu", "", ".", ""], memory: words(["who": many]))
    #expect(talk.screen.contains("  9  Name 9\n"))
    #expect(!talk.screen.contains("Name 10"))
  }

  @Test func `takes with Enter what is usual`() throws {
    let today = Value.when(When(try #require(PartialDate("2026-11-21"))))
    let memory = InterviewMemory(usual: { field, _ in field.name == "date" ? today : nil })
    let talk = try Talk(.symptom, typing: ["cough", "", ".", ""], memory: memory)
    #expect(talk.screen.contains("[21 November 2026]"))
    #expect(talk.fields["date"] == today)
    let unknown = try Talk(.symptom, typing: ["cough", "-", ".", ""], memory: memory)
    #expect(unknown.fields["date"] == nil)
  }
}

@Suite struct `A number in an interview` {
  private let last = InterviewMemory(unit: { field, _ in field.name == "value" ? "ng/mL" : nil })

  @Test(arguments: [
    (["88 ng/mL"], "88 ng/mL", nil as String?),
    (["88", ""], "88 ng/mL", "  88 ng/mL, the unit of last time. Right? [yes]"),
    (["88", "no", "mg/dL"], "88 mg/dL", "Which unit stands beside it?"),
    (["88 mg/dL", ""], "88 mg/dL", "Last time the unit was ng/mL. Now it is mg/dL. Right?"),
    (["1,5", "", ""], "1.5 ng/mL", "  That is 1.5. Right? [yes]"),
    (["1,500", "2", ""], "1.500 ng/mL", "  1,500 can be two numbers:"),
    (["less than 5 ng/mL", ""], "<5 ng/mL", "  That is <5 ng/mL. Right?"),
    (["positive", ""], "positive", "  That is no number. Keep the words? [yes]"),
    (["positiv", "88 ng/mL"], "88 ng/mL", "  That is no number. Keep the words? [yes]"),
  ])
  func `is said back where anything had to be worked out`(
    typed: [String], words: String, said: String?
  ) throws {
    let talk = try Talk(.result, typing: ["CgA"] + typed + [".", ""], memory: last)
    #expect(talk.fields["value"]?.words == words, "\(talk.screen)")
    if let said { #expect(talk.screen.contains(said), "\(talk.screen)") }
  }

  @Test func `is asked for its unit, and takes no other number for one`() throws {
    let talk = try Talk(
      .result, typing: ["CgA", "88", "below 100", "ng/mL", ".", ""], memory: .none)
    #expect(talk.screen.contains("That is no unit."))
    #expect(talk.fields["value"]?.words == "88 ng/mL")
  }

  @Test func `of a blood pressure is two`() throws {
    let talk = try Talk(
      .vitalSign, typing: ["blood pressure", "120/80", "", ".", ""], memory: .none)
    #expect(talk.screen.contains("Systolic 120 mmHg, diastolic 80 mmHg. Right?"))
    #expect(talk.fields["parts"]?.words == "systolic 120 mmHg, diastolic 80 mmHg")
  }
}

@Suite struct `A record that a question points to` {
  private let first = InterviewMemory.Linked(id: RecordID("01"), words: "typical carcinoid (2020)")
  private let second = InterviewMemory.Linked(id: RecordID("02"), words: "MEN1 (2021)")

  private var memory: InterviewMemory {
    let all = [first, second]
    return InterviewMemory(
      records: { _, typed in
        typed.map { typed in all.filter { $0.words.lowercased().contains(typed.lowercased()) } }
          ?? all
      },
      title: { id in all.first { $0.id == id }?.words })
  }

  private func note(_ typed: [String]) throws -> Talk {
    try Talk(.note, typing: ["Call", ".", "about"] + typed + [""], memory: memory)
  }

  @Test func `is picked by its number, and named on the check`() throws {
    let talk = try note(["1"])
    #expect(
      talk.screen.contains(
        """
          1  typical carcinoid (2020)
          2  MEN1 (2021)
          3  none of these
          A number, or words of another record.
        """))
    #expect(talk.fields["about"] == .link(first.id))
    #expect(talk.screen.contains("  typical carcinoid (2020)\n"))
  }

  @Test func `is found by words, and confirmed`() throws {
    let talk = try note(["men1", ""])
    #expect(talk.screen.contains("  MEN1 (2021). Right? [yes]"))
    #expect(talk.fields["about"] == .link(second.id))
  }

  @Test func `can be one of several with the words, or none`() throws {
    #expect(try note(["(2", "2"]).fields["about"] == .link(second.id))
    #expect(try note(["3"]).fields["about"] == nil)
    #expect(try note(["none of these"]).fields["about"] == nil)
  }

  @Test func `stays words where there is no such record`() throws {
    let talk = try note(["lobectomy"])
    #expect(talk.screen.contains("No record has these words. They are kept as words."))
    #expect(talk.fields["about"] == .text("lobectomy"))
  }
}

@Suite struct `An interview that goes on` {
  @Test func `begins where it was left, and knows what was answered`() throws {
    let talk = try Talk(
      .vaccine, typing: ["<", "", "Dr. Roth", "", ""], memory: .none,
      goingOn: Interview.Progress(
        answers: ["name": .coded(Coded("flu"))], notKnown: ["date"], passed: ["name", "date"]))
    #expect(talk.screen.contains("1 question. "))
    #expect(talk.screen.contains("3 of 3  Who gave it?"))
    #expect(talk.screen.contains("2 of 3  When?"))
    #expect(talk.fields["name"]?.words == "flu")
    #expect(talk.fields["who"]?.words == "Dr. Roth")
  }
}
