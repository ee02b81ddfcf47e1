import CarePlan
import Records
import Testing

/// Each question that a list asks of the vault, with what shows it and what is missing.
@Suite struct `What the vault says to a list` {
  private func answers(
    _ question: FactQuestion, _ records: [Record], upcoming: [Upcoming] = [],
    given: [ChecklistFacts.Given] = []
  ) -> [FactAnswer] {
    ChecklistFacts(records, upcoming: upcoming, given: given, today: MadeUp.today)
      .answers(to: question)
  }

  private func one(
    _ question: FactQuestion, _ records: [Record], given: [ChecklistFacts.Given] = []
  ) throws -> FactAnswer {
    let answers = answers(question, records, given: given)
    try #require(answers.count == 1)
    return answers[0]
  }

  private func person(_ fields: [String: Value]) -> Record {
    MadeUp.record(.person, "ana", fields)
  }

  @Test func `about papers and wishes`() throws {
    let wish = MadeUp.record(
      .wish, "w",
      ["what": .text("to be at home"), "whoDecides": .text("Jonas"), "paper": .text("blue folder")])
    #expect(try one(.directive, [wish]).evidence == "blue folder")
    #expect(
      try one(.directive, [person(["directive": .text("Dr. Roth has it")])]).evidence
        == "Dr. Roth has it")
    #expect(try one(.proxy, [wish]).evidence == "Jonas")
    #expect(try one(.wishes, [wish]).evidence == "1 wish")
    #expect(!(try one(.hospice, [wish]).isDone))
    let asked = MadeUp.record(
      .plan, "p",
      [
        "name": .text("survivorship care plan"), "request": .choice("asked"),
        "askedOf": .text("Dr. Lee"), "askedOn": MadeUp.when("2026-11-03"),
      ])
    #expect(try one(.carePlan, [asked]).missing == "asked for of Dr. Lee on 3 November 2026")
    var received = asked
    received["request"] = .choice("received")
    #expect(try one(.carePlan, [received]).isDone)
  }

  @Test func `about a summary: one of the last three months counts`() throws {
    func given(_ day: String) -> [ChecklistFacts.Given] {
      [ChecklistFacts.Given(to: "Dr. Lee", day: MadeUp.day(day))]
    }
    #expect(
      try one(.summary, [], given: given("2026-08-21")).evidence == "for Dr. Lee, 21 August 2026")
    let old = try one(.summary, [], given: given("2026-08-20"))
    #expect(!old.isDone && old.missing == "the last one is of 20 August 2026")
  }

  @Test func `about an operation note: only where there was an operation`() throws {
    #expect(answers(.operation, []).isEmpty)
    let surgery = MadeUp.record(
      .treatment, "s", ["name": .text("lobectomy"), "type": .choice("surgery")])
    #expect(!(try one(.operation, [surgery]).isDone))
    let note = MadeUp.record(.document, "n", ["title": .text("Operation note")])
    #expect(try one(.operation, [surgery, note]).evidence == "Operation note")
  }

  @Test func `about policies: paid, used, and what comes after`() throws {
    func cover(_ name: String, _ fields: [String: Value]) -> Record {
      MadeUp.record(.coverage, name, ["insurer": .text(name)].merging(fields) { $1 })
    }
    let money = Value.quantity(Quantity("240", unit: "USD"))
    let byItself = cover("Acme", ["premium": money, "autopay": .choice("yes")])
    #expect(try one(.premium, [byItself]).evidence == "taken from an account by itself")
    let paid = cover("Acme", ["premium": money, "paidThrough": MadeUp.when("2026-11-21")])
    #expect(try one(.premium, [paid]).evidence == "paid until 21 November 2026")
    let late = cover("Acme", ["premium": money, "paidThrough": MadeUp.when("2026-11-20")])
    #expect(try one(.premium, [late]).due == MadeUp.day("2026-11-20"))
    #expect(answers(.premium, [cover("Acme", [:])]).isEmpty, "nobody said that it costs anything")
    let over = cover("Old", ["premium": money, "end": MadeUp.when("2026-11-20")])
    #expect(answers(.premium, [over]).isEmpty, "it is over")

    let ends = cover("Acme", ["end": MadeUp.when("2026-12-31")])
    let joins = cover("Best", ["start": MadeUp.when("2027-01-01")])
    let gap = cover("Best", ["start": MadeUp.when("2027-01-02")])
    #expect(try one(.coverEnd, [ends, joins]).evidence == "Best goes on from there")
    #expect(try one(.coverEnd, [ends, gap]).missing == "it ends on 31 December 2026")
    let used = cover(
      "Acme",
      ["deductible": money, "deductibleUsed": .quantity(Quantity("100", unit: "USD"))])
    #expect(try one(.deductible, [used]).evidence == "Acme: 100 USD of 240 USD")
    let window = cover("Acme", ["enrolUntil": MadeUp.when("2026-12-15")])
    #expect(try one(.enrollment, [window]).due == MadeUp.day("2026-12-15"))
  }

  @Test func `about bills: the day each came, and whether it fits the statement`() throws {
    func bill(_ name: String, _ fields: [String: Value]) -> Record {
      MadeUp.record(
        .claim, name,
        [
          "service": .text(name), "paper": .choice("bill"),
          "patientOwes": .quantity(Quantity("150", unit: "USD")),
        ].merging(fields) { $1 })
    }
    let dated = bill("CT", ["received": MadeUp.when("2026-11-02"), "match": .choice("matching")])
    let undated = bill("visit", ["match": .choice("differing")])
    #expect(try one(.billDays, [dated]).evidence == "every bill here has its day: 1")
    #expect(
      try one(.billDays, [dated, undated]).missing == "the day on which this came: visit")
    #expect(answers(.billMatch, [dated, undated]).map(\.isDone) == [true, false])
    let paid = bill("old", ["paidOn": MadeUp.when("2026-11-02")])
    #expect(answers(.billMatch, [paid]).isEmpty, "a bill that is paid needs no comparing")
  }

  @Test func `about visits that were missed, and what nobody was told`() throws {
    let missed = MadeUp.record(
      .visit, "m",
      [
        "what": .text("oncology"), "date": MadeUp.when("2026-10-01"), "status": .choice("missed"),
      ])
    #expect(try one(.missedVisit, [missed]).missing == "it was on 1 October 2026")
    let new = MadeUp.record(
      .visit, "n", ["what": .text("oncology"), "date": MadeUp.when("2026-12-01")])
    var again = missed
    again["rebooked"] = .link(RecordID("n"))
    #expect(try one(.missedVisit, [again, new]).evidence == "oncology, 1 December 2026")
    let cough = MadeUp.record(
      .symptom, "c", ["what": .text("cough"), "date": MadeUp.when("2026-11-20")])
    let answer = try one(.untoldSymptoms, [cough])
    #expect(!answer.isDone && answer.missing == "cough")
    var told = cough
    told["toldTo"] = .text("Dr. Lee")
    #expect(try one(.untoldSymptoms, [told]).evidence == "everything in the diary was told")
  }

  @Test func `about people and dates`() throws {
    let kim = MadeUp.record(
      .teamMember, "kim",
      ["name": .text("Kim"), "role": .text("case manager of the insurer")])
    #expect(try one(.caseManager, [kim]).evidence == "Kim")
    let born = person(["born": MadeUp.when("1961-06-14")])
    #expect(try one(.turning65, [born]).evidence == "65 in June 2026")
    let leap = person(["born": MadeUp.when("1964-02-29")])
    #expect(try one(.turning65, [leap]).evidence == "65 in February 2029")
    #expect(try one(.turning65, []).missing == "the date of birth")
    let other = MadeUp.record(.referral, "r", ["service": .text("lung function test")])
    let opinion = MadeUp.record(.referral, "o", ["service": .text("a second opinion")])
    #expect(!(try one(.referral, [other]).isDone))
    #expect(try one(.referral, [other, opinion]).evidence == "a second opinion")
  }

  @Test func `counts nothing that its sender took back`() throws {
    let wrong = MadeUp.record(
      .document, "n",
      ["title": .text("Pathology report"), "status": .text("entered-in-error")])
    #expect(!(try one(.pathology, [wrong]).isDone))
  }

  @Test(
    arguments: [
      ("MEN1", "written down"), ("MEN 1, from her mother", "written down"),
      ("multiple endocrine neoplasia type 1", "written down"), ("MEN2", nil), ("women1", nil),
    ] as [(String, String?)])
  func `about MEN1 in the family, by all of its names`(words: String, evidence: String?) throws {
    let family = MadeUp.record(
      .familyHistory, "m",
      ["relation": .text("mother"), "condition": .list([.coded(Coded(words))])])
    #expect(try one(.men1, [family]).evidence == evidence)
  }
}
