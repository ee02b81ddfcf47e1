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
