import Console
import Records
import Testing

private func input() throws -> FieldInput {
  FieldInput(today: try #require(PartialDate("2026-11-21")), born: PartialDate("1961-06-14"))
}

private func field(_ kind: Kind, _ name: String) throws -> Field {
  try #require(KindDescription.of(kind).field(name))
}

private func value(_ text: String, _ kind: Kind, _ name: String) throws -> Value {
  try input().value(text, for: try field(kind, name), of: kind)
}

private func refusal(
  _ text: String, _ kind: Kind, _ name: String, isFlag: Bool = true
) throws -> [String]? {
  let (input, field) = (try input(), try field(kind, name))
  return problem { () throws(Problem) in
    try input.value(text, for: field, of: kind, isFlag: isFlag)
  }?.lines
}

@Suite struct `What a person types for a field` {
  @Test func `is text, or words that can have a code`() throws {
    #expect(try value("  right lower lobe ", .diagnosis, "site") == .text("right lower lobe"))
    #expect(
      try value("typical carcinoid", .diagnosis, "name") == .coded(Coded("typical carcinoid")))
    #expect(try value("one\ntwo", .diagnosis, "note") == .text("one\ntwo"))
    #expect(try value("one\ntwo", .diagnosis, "site") == .text("one two"))
  }

  @Test(arguments: [
    ("left", "left"), ("Left", "left"), ("both sides", "both"), ("bo", "both"),
  ])
  func `is a choice by its name or its words`(typed: String, token: String) throws {
    #expect(try value(typed, .diagnosis, "side") == .choice(token))
  }

  @Test func `is a choice by its number only where numbers are shown`() throws {
    let (input, side) = (try input(), try field(.diagnosis, "side"))
    #expect(try input.value("2", for: side, isFlag: false) == .choice("right"))
    #expect(
      try refusal("2", .diagnosis, "side") == [
        "--side \"2\" is not one of the answers.", "It can be:  left, right, both",
      ])
    #expect(
      try refusal("4", .diagnosis, "side", isFlag: false) == [
        "There is no number 4.", "The numbers go from 1 to 3.",
      ])
  }

  @Test func `is a choice that is not on the list`() throws {
    #expect(
      try refusal("rigth", .diagnosis, "side") == [
        "--side \"rigth\" is not one of the answers. Did you mean right?",
        "It can be:  left, right, both",
      ])
    #expect(
      try refusal("came back", .diagnosis, "status")
        == nil)
    #expect(
      try refusal("came", .diagnosis, "status", isFlag: false) == [
        "\"came\" can be \"came back\" or \"came back after a pause\".",
        "Type more of it, or its number.",
      ])
  }

  @Test func `is a date`() throws {
    let date = try #require(PartialDate("2020-04"))
    #expect(try value("April 2020", .diagnosis, "diagnosed") == .when(When(date)))
    #expect(
      try refusal("3/4/2021", .result, "date") == [
        "3/4/2021 can be 3 April or March 4.", "Write --date 2021-04-03 or 2021-03-04.",
      ])
    #expect(
      try refusal("2031", .diagnosis, "diagnosed") == [
        "\"When\" must be today or in the past.", "Is the year right?",
      ])
    #expect(
      try refusal("when I was 58", .diagnosis, "diagnosed") == [
        "That was between June 2019 and June 2020.", "Write --diagnosed 2019 or 2020.",
      ])
  }

  @Test func `is the next such day for an appointment`() throws {
    let thursday = try #require(PartialDate("2026-11-26"))
    #expect(
      try value("Thursday 10:30", .visit, "date")
        == .when(When(start: Moment(thursday, time: "10:30"))))
    #expect(try value("Thursday", .followUp, "due") == .when(When(thursday)))
    #expect(
      try value("Thursday", .procedure, "date")
        == .when(When(try #require(PartialDate("2026-11-19")))))
  }

  @Test func `is a number with its unit, or the words`() throws {
    #expect(try value("18", .diagnosis, "size") == .quantity(Quantity("18", unit: "mm")))
    #expect(try value("1.8 cm", .diagnosis, "size") == .quantity(Quantity("1.8", unit: "cm")))
    #expect(
      try value("<5.10 ng/mL", .result, "value")
        == .quantity(Quantity("5.10", unit: "ng/mL", comparator: "<")))
    #expect(try value("like a pea", .diagnosis, "size") == .text("like a pea"))
    #expect(try value("less than 5 mm", .diagnosis, "size").words == "<5 mm")
  }

  @Test func `is asked back where a number can be read in two ways`() throws {
    #expect(
      try refusal("1,8", .diagnosis, "size") == [
        "--size \"1,8\" can be read in more than one way.",
        "A point stands before the decimals, and nothing between thousands.", "Write 1.8.",
      ])
    #expect(
      try refusal("1,500 mm", .diagnosis, "size")?.last == "Write \"1500 mm\" or \"1.500 mm\".")
    #expect(try refusal("18 kg", .diagnosis, "size")?.first?.contains("usually in mm") == true)
    #expect(try value("$1,234.50", .claim, "billed").words == "1234.50 $")
  }

  @Test func `is on the scale that the question names`() throws {
    #expect(try value("4/10", .symptom, "bother") == .text("4"))
    for typed in ["11", "-1", "a lot", "4.5"] {
      #expect(
        try refusal(typed, .symptom, "bother")?.first
          == "\"\(typed)\" is not on the scale from 0 to 10.")
    }
  }

  @Test func `is no date before birth, where it happened to the person`() throws {
    #expect(
      try refusal("1960", .vaccine, "date") == [
        "That is before the date of birth.", "Is the year right?",
      ])
    #expect(try refusal("1961", .vaccine, "date") == nil)
    // A letter of the parents can be older.
    #expect(try refusal("1955", .document, "date") == nil)
  }

  @Test func `is several answers between semicolons`() throws {
    #expect(
      try value("hives; swelling ;", .allergy, "reaction")
        == .list([.coded(Coded("hives")), .coded(Coded("swelling"))]))
    #expect(
      try value("12 High Street, Riverside", .person, "address")
        == .text("12 High Street, Riverside"))
    let reaction = try field(.allergy, "reaction")
    #expect(
      try input().value(["hives", "a; b"], for: reaction)
        == .list([.coded(Coded("hives")), .coded(Coded("a")), .coded(Coded("b"))]))
  }

  @Test func `is one answer for a field that takes one`() throws {
    let (input, site) = (try input(), try field(.diagnosis, "site"))
    #expect(
      problem { () throws(Problem) in try input.value(["a", "b"], for: site) }
        == .flagTwice("site"))
    #expect(
      problem { () throws(Problem) in try input.value("  ", for: site) } == .flagEmpty("site"))
  }

  @Test func `is a name and a number for a part`() throws {
    #expect(
      try value("systolic 120 mmHg; diastolic: 80", .vitalSign, "parts")
        == .list([
          .part(Part(Coded("systolic"), .quantity(Quantity("120", unit: "mmHg")))),
          .part(Part(Coded("diastolic"), .quantity(Quantity("80")))),
        ]))
    #expect(try value("normal", .vitalSign, "parts") == .text("normal"))
  }

  @Test func `is another record, where somebody can find it`() throws {
    var finding = try input()
    finding.link = { words, kinds throws(Problem) in
      guard words == "lobectomy", kinds == [.diagnosis] else {
        throw .nothingFound(words, close: nil)
      }
      return RecordID("00ff")
    }
    let of = try field(.diagnosis, "of")
    #expect(try finding.value("lobectomy", for: of) == .link(RecordID("00ff")))
    #expect(try input().value("lobectomy", for: of) == .text("lobectomy"))
    #expect(
      problem { () throws(Problem) in try finding.value("x", for: of) }?.exit == .nothingFound)
  }

  @Test func `is missing, and each flag is named`() throws {
    let input = try input()
    #expect(
      problem { () throws(Problem) in try input.checkRequired([:], of: .of(.vaccine)) }?.what
        == "A record of this kind (vaccine) needs more: --name.")
    try input.checkRequired(["name": .text("flu")], of: .of(.vaccine))
  }

  @Test func `never reaches a terminal as a command`() throws {
    #expect(try value("a\u{1B}[2Jb", .diagnosis, "site") == .text("a?[2Jb"))
  }
}
