import Console
import Records
import Testing

private func together(_ kind: Kind, _ dates: [String: String], status: String? = nil) throws
  -> Problem?
{
  let input = FieldInput(today: try #require(PartialDate("2026-11-21")))
  var fields: [String: Value] = [:]
  for (name, date) in dates { fields[name] = .when(When(try #require(PartialDate(date)))) }
  if let status { fields["status"] = .choice(status) }
  let all = fields
  return problem { () throws(Problem) in try input.checkTogether(all, of: .of(kind)) }
}

@Suite struct `Answers together` {
  @Test func `may not end before they start`() throws {
    #expect(
      try together(.treatment, ["start": "2020-05", "end": "2020-04"])?.what
        == "\"End\" is before \"Start\".")
    // What is known less precisely can still be true.
    #expect(try together(.treatment, ["start": "2020-05-11", "end": "2020"]) == nil)
    #expect(try together(.medicine, ["start": "2021", "stop": "2020"]) != nil)
    #expect(try together(.authorization, ["validFrom": "2026-05", "validTo": "2026-06"]) == nil)
  }

  @Test func `let only a planned treatment be still to come`() throws {
    let problem = try together(.treatment, ["start": "2031"])
    #expect(problem?.what == "\"Start\" must be today or in the past.")
    #expect(problem?.next == "If it is planned, add:  --status planned")
    #expect(try together(.treatment, ["start": "2031"], status: "done") != nil)
    #expect(try together(.treatment, ["start": "2031"], status: "planned") == nil)
    #expect(try together(.treatment, ["start": "2026-11-21"], status: "current") == nil)
    #expect(try together(.visit, ["date": "2031"]) == nil)
  }
}

@Suite struct `Amounts together` {
  private func mixed(_ kind: Kind, _ fields: [String: String]) throws -> Problem? {
    let input = FieldInput(today: try #require(PartialDate("2026-11-21")))
    let all = fields.mapValues { Value.quantity(Quantity("5", unit: $0)) }
    return problem { () throws(Problem) in try input.checkTogether(all, of: .of(kind)) }
  }

  @Test func `of one paper are in one currency`() throws {
    #expect(try mixed(.claim, ["billed": "USD", "planPaid": "EUR"])?.name == "currencies-mixed")
    #expect(try mixed(.claim, ["billed": "USD", "planPaid": "usd"]) == nil)
    #expect(try mixed(.claim, ["billed": "USD", "planPaid": "$"]) == nil)
    // Receipts of a journey are papers of their own.
    #expect(try mixed(.visit, ["parking": "USD", "meals": "EUR"]) == nil)
  }

  @Test func `are never below zero`() throws {
    let input = FieldInput(today: try #require(PartialDate("2026-11-21")))
    let field = try #require(KindDescription.of(.claim).field("billed"))
    #expect(
      problem { () throws(Problem) in _ = try input.value("-5 USD", for: field) }?.name
        == "money-below-zero")
    // A value of a test may be below zero.
    let value = try #require(KindDescription.of(.result).field("value"))
    #expect(problem { () throws(Problem) in _ = try input.value("-5", for: value) } == nil)
  }

  @Test func `follow each other in time, from a refusal to its end`() throws {
    #expect(try together(.claim, ["denied": "2026-05-02", "appealFiled": "2026-05-01"]) != nil)
    #expect(
      try together(.claim, ["appealFiled": "2026-05-02", "appealDecided": "2026-05-01"]) != nil)
    #expect(
      try together(.coverage, ["enrolFrom": "2026-12-15", "enrolUntil": "2026-11-01"]) != nil)
    #expect(try together(.coverage, ["start": "2026-12-15", "end": "2026-11-01"]) != nil)
  }
}
