import Console
import Records
import Testing

private func input() throws -> FieldInput {
  FieldInput(
    today: try #require(PartialDate("2026-11-21")), born: PartialDate("1961-06-14"))
}

private struct Talk {
  var screen: String
  var outcome: Interview.Outcome
  var order: DatePhrase.Order?

  init(
    _ kind: Kind, typing typed: [String], answers: [String: Value] = [:], isEdit: Bool = false,
    options: TerminalOptions = TerminalOptions(color: false), columns: Int = 72
  ) throws {
    let scene = Scene(typing: typed, options: options, columns: columns)
    var interview = Interview(
      KindDescription.of(kind), terminal: scene.terminal, input: try input(), answers: answers,
      isEdit: isEdit)
    outcome = try interview.run()
    screen = scene.device.screen
    order = interview.learnedOrder
    #expect(scene.device.left == [], "Everything that was typed was asked for.")
  }

  /// The answers in words.
  var words: [String: String] {
    guard case .answered(let fields, _) = outcome else { return [:] }
    return fields.mapValues(\.words)
  }

  var notKnown: Set<String> {
    guard case .answered(_, let names) = outcome else { return [] }
    return names
  }
}

@Suite struct `An interview` {
  @Test func `goes from the first question to a check of all answers`() throws {
    let talk = try Talk(
      .diagnosis,
      typing: [
        "?", "typical carcinoid", "spring 2020", "<", "April 2020", "1", "right lower lobe", "?",
        "T1b N0 M0", "<", "", "-", "Dr. Okafor, thoracic surgery", "report", "no", "6", "2 %",
        "",
      ])
    #expect(
      talk.screen == """
        8 questions, perhaps a few more.
        Enter keeps [this]. ? explains. < goes back.
        - means you don't know. A full stop (.) finishes early.

        1 of 8  What were you told you have?  > ?
          As the report says it, often under "Diagnosis": typical carcinoid of
          the lung, atypical carcinoid of the lung, or other words.
          > typical carcinoid
        2 of 8  When did you get the diagnosis?  > spring 2020
          "Spring 2020", no month. Right? [yes] <
        2 of 8  When did you get the diagnosis? [spring 2020]
          > April 2020
          April 2020, no day.
        3 of 8  What kind of diagnosis is it?
          1  the lung neuroendocrine tumor
          2  the tumor came back
          3  the tumor has spread
          4  another cancer
          5  carcinoid syndrome
          6  MEN1
          7  DIPNECH
          8  another illness
          > 1
        4 of 8  Which side and part of the lung, or of the body?
          > right lower lobe
        5 of 8  Stage, if you know it  > ?
          Written like T1b N0 M0. T is the tumor, N the lymph nodes, M the
          spread. Copy it as printed.
          > T1b N0 M0
        6 of 8  Ki-67, if you know it  > <
        5 of 8  Stage, if you know it [T1b N0 M0]  >\u{20}
        6 of 8  Ki-67, if you know it  > -
        7 of 8  Who told you?  > Dr. Okafor, thoracic surgery
        8 of 8  Where did you read this just now?
          1  a report in my hand
          2  from memory
          3  told by somebody
          > report

        There are 25 more questions, such as "Stage group" and "Staged".
        More questions? [no] no

        Check your answers
          1  What               typical carcinoid
          2  When               April 2020
          3  Kind of diagnosis  the lung neuroendocrine tumor
          4  Where              right lower lobe
          5  Stage (TNM)        T1b N0 M0
          6  Ki-67              Not known
          7  Told by            Dr. Okafor, thoracic surgery
          8  Read from          a report in my hand
        Save? [yes]  or a number to change it: 6
        Ki-67, if you know it  > 2 %

        Check your answers
          1  What               typical carcinoid
          2  When               April 2020
          3  Kind of diagnosis  the lung neuroendocrine tumor
          4  Where              right lower lobe
          5  Stage (TNM)        T1b N0 M0
          6  Ki-67              2 %
          7  Told by            Dr. Okafor, thoracic surgery
          8  Read from          a report in my hand
        Save? [yes]  or a number to change it:\u{20}

        """)
    #expect(
      talk.words == [
        "name": "typical carcinoid", "diagnosed": "April 2020", "role": "primary",
        "site": "right lower lobe", "stage": "T1b N0 M0", "ki67": "2 %",
        "toldBy": "Dr. Okafor, thoracic surgery", "copiedFrom": "report",
      ])
    #expect(talk.notKnown == [])
  }

  @Test func `is sentences from top to bottom in accessible mode`() throws {
    let talk = try Talk(
      .allergy, typing: ["penicillin", "hives; swelling", "", "3/4/2020", "1", "", "", ""],
      options: TerminalOptions(color: false, isAccessible: true))
    #expect(
      talk.screen == """
        4 questions.
        Enter keeps the answer that is there. A question mark explains.
        A less-than sign goes back. A dash means you don't know.
        A full stop finishes early.

        Question 1 of 4. Allergic to what?
        Answer: penicillin
        Question 2 of 4. What happened?
        Answer: hives; swelling
        Question 3 of 4. How bad was it?
        Answer:\u{20}
        Question 4 of 4. Since when?
        Answer: 3/4/2020
        3/4/2020 can be two days:
        1: 3 April 2020.
        2: 4 March 2020.
        Type 1 or 2: 1
        Read all dates in figures with the day first? [yes]:\u{20}

        There are 6 more questions, such as "Kind" and "Category".
        More questions? [no]:\u{20}

        Check your answers
        1. Substance: penicillin.
        2. Reaction: hives, swelling.
        3. Severity: Not provided.
        4. Since: 3 April 2020.
        Save? [yes] or a number to change it:\u{20}

        """)
    #expect(talk.order == .dayFirst)
  }

  @Test func `asks a mistake again, the second time in other words`() throws {
    let talk = try Talk(
      .vaccine, typing: ["", "", "flu", "Martch", "Martch", "2031", "mar 2021", ".", ""])
    #expect(
      talk.screen.contains(
        """
        1 of 3  Which vaccine?  >\u{20}
          This one answer is needed to save the record.
          Write what you know, even a few words. Ctrl-C stops.
          >\u{20}
          It cannot be saved without this. Any words will do.
          > flu
        2 of 3  When?  > Martch
          "Martch" is not a date netvault knows. Did you mean March 2026?
          You can also type:  2021   mar 2021   14 3 2021   2 weeks ago
          > Martch
          Still not a date netvault knows. A year alone is enough, such as 2021.
          > 2031
          "Date" must be today or in the past.
          Is the year right?
          > mar 2021
          March 2021, no day.
        3 of 3  Who gave it?  > .

        Check your answers
        """))
    #expect(talk.words == ["name": "flu", "date": "March 2021"])
  }

  @Test func `takes another date instead of yes or no`() throws {
    let talk = try Talk(
      .vaccine, typing: ["flu", "yesterday", "14 Nov", "no", "2 weeks ago", "yes", ".", ""])
    #expect(
      talk.screen.contains(
        """
        2 of 3  When?  > yesterday
          Friday 20 November 2026. Right? [yes] 14 Nov
          14 November 2026. Right? [yes] no
        2 of 3  When?  > 2 weeks ago
          Saturday 7 November 2026. Right? [yes] yes
        """))
    #expect(talk.words["date"] == "7 November 2026")
  }

  @Test func `asks which year an age means`() throws {
    let talk = try Talk(.vaccine, typing: ["flu", "when I was 58", "2020", ".", ""])
    #expect(
      talk.screen.contains(
        """
          That was between June 2019 and June 2020.
          Which year? 2020
          2020, no month.
        """))
    #expect(talk.words["date"] == "2020")
  }

  @Test func `does not ask what flags have answered`() throws {
    let talk = try Talk(
      .vaccine, typing: ["Dr. Roth", "", ""],
      answers: ["name": .coded(Coded("flu")), "date": .text("2021")])
    #expect(talk.screen.contains("1 question."))
    #expect(talk.screen.contains("1 of 1  Who gave it?"))
    #expect(talk.words["who"] == "Dr. Roth")
  }

  @Test func `asks everything that the record holds for an edit`() throws {
    let talk = try Talk(
      .vaccine, typing: ["", "", "A17", "", "", ""],
      answers: [
        "name": .coded(Coded("flu", [Coding(system: "s", code: "88")])), "lot": .text("A16"),
      ], isEdit: true)
    #expect(talk.screen.contains("1 of 4  Which vaccine? [flu]  > \n"))
    #expect(talk.screen.contains("Which lot number is on the card? [A16]"))
    #expect(talk.screen.contains("> A17"))
    guard case .answered(let fields, _) = talk.outcome else {
      Issue.record("It was saved.")
      return
    }
    #expect(fields["name"] == .coded(Coded("flu", [Coding(system: "s", code: "88")])))
    #expect(fields["lot"] == .text("A17"))
  }

  @Test func `takes "none" to the first question as a fact of its own`() throws {
    let talk = try Talk(.allergy, typing: ["none", ""])
    #expect(talk.outcome == .none)
    #expect(talk.screen.contains("  You have no allergies, as far as you know. Right? [yes] \n"))
  }

  @Test func `remembers what is not known, and what there is none of`() throws {
    let talk = try Talk(.allergy, typing: ["penicillin", "none", "-", "-", "", ""])
    #expect(talk.words == ["substance": "penicillin", "reaction": "none"])
    #expect(talk.notKnown == ["severity", "since"])
  }

  @Test func `goes back from the check and from the further questions`() throws {
    let talk = try Talk(
      .vaccine, typing: ["<", "flu", "", "Roth", "<", "Dr. Roth", "", "<", "", ""])
    #expect(talk.screen.contains("This is the first question."))
    #expect(talk.words == ["name": "flu", "who": "Dr. Roth"])
  }

  @Test func `asks further questions on request`() throws {
    let talk = try Talk(.vaccine, typing: ["flu", "", "", "yes", "1", "2", "", ""])
    #expect(talk.screen.contains("3 of 4  Was it given?"))
    #expect(talk.words["status"] == "not-done")
  }

  @Test func `finishes early, but not without what is needed`() throws {
    let talk = try Talk(.vaccine, typing: [".", "flu", ""])
    #expect(talk.words == ["name": "flu"])
  }

  @Test func `changes an answer by the name of its line`() throws {
    let talk = try Talk(.vaccine, typing: ["flu", ".", "given by", "Dr. Roth", "7", "no"])
    #expect(talk.screen.contains("  There is no number 7.\n  The numbers go from 1 to 3."))
    #expect(talk.outcome == .stopped)
  }

  @Test func `tells of every answer, for a draft`() throws {
    let scene = Scene(typing: ["flu", "2021", ".", ""])
    var drafts: [Int] = []
    var interview = Interview(.of(.vaccine), terminal: scene.terminal, input: try input())
    interview.draft = { drafts.append($0.answers.count) }
    _ = try interview.run()
    #expect(drafts == [1, 2])
  }

  @Test func `asks nothing without a terminal, and names the flags`() throws {
    let scene = Scene(canAsk: false)
    var missing = Interview(.of(.vaccine), terminal: scene.terminal, input: try input())
    #expect(
      problem { () throws(Problem) in try missing.run() }
        == .missingFlags(["name"], kind: "vaccine"))
    var complete = Interview(
      .of(.vaccine), terminal: scene.terminal, input: try input(),
      answers: ["name": .text("flu")])
    #expect(try complete.run() == .answered(["name": .text("flu")], notKnown: []))
    #expect(scene.device.screen == "")
  }

  @Test func `ends when the person ends it`() throws {
    let scene = Scene(typing: ["flu"])
    var interview = Interview(.of(.vaccine), terminal: scene.terminal, input: try input())
    #expect(
      problem { () throws(Problem) in try interview.run() } == .endedBeforeAnswer(flag: "date"))
  }

  @Test func `fits a narrow terminal`() throws {
    let talk = try Talk(
      .vaccine, typing: ["influenza vaccine, inactivated, high dose", ".", ""], columns: 40)
    for line in talk.screen.split(separator: "\n") where !line.contains(">") {
      #expect(line.count <= 40, "\(line)")
    }
  }
}
