import CarePlan
import Records
import Testing

@Suite struct `Statements that take the place of others` {
  private func claim(_ number: String, replaces: [String] = [], of created: String) -> Record {
    var fields: [String: Value] = [
      "number": .text(number), "created": MadeUp.when(created), "date": MadeUp.when("2026-01-05"),
      "paper": .choice("statement"), "patientOwes": Insured.usd("10"),
    ]
    if !replaces.isEmpty { fields["replaces"] = .list(replaces.map { .text($0) }) }
    return Insured.claim(number, fields)
  }

  private func chain(_ records: Record...) -> ClaimChain { ClaimChain(ClaimPaper.all(in: records)) }

  @Test func `are counted once, however long the chain`() {
    let chain = chain(
      claim("C-1", of: "2026-02-01"), claim("C-2", replaces: ["c 1"], of: "2026-02-10"),
      claim("C-3", replaces: ["C-2"], of: "2026-02-20"), claim("C-9", of: "2026-02-05"))
    #expect(Set(chain.counted.map(\.id.text)) == ["C-3", "C-9"])
    #expect(chain.replaced.count == 2 && chain.replacedTwice.isEmpty)
  }

  @Test func `twice are named, and the last one counts`() throws {
    let records = [
      claim("C-1", of: "2026-02-01"), claim("C-2", replaces: ["C-1"], of: "2026-02-10"),
      claim("C-3", replaces: ["C-1"], of: "2026-03-01"),
    ]
    let chain = ClaimChain(ClaimPaper.all(in: records))
    #expect(chain.counted.map(\.id.text) == ["C-3"])
    #expect(chain.replacedTwice.map { $0.map(\.id.text) } == [["C-2", "C-3"]])
    let finding = try #require(
      ClaimFinding.all(in: records, today: MadeUp.today).first { $0.sort == .replacedTwice })
    #expect(finding.words.contains("10 February 2026; 1 March 2026"))
  }

  @Test func `twice are named too where the first one is not here`() {
    let chain = chain(
      claim("C-2", replaces: ["C-1"], of: "2026-02-10"),
      claim("C-3", replaces: ["C-1"], of: "2026-03-01"))
    #expect(chain.counted.map(\.id.text) == ["C-3"])
    #expect(chain.replacedTwice.count == 1)
  }

  @Test func `in a circle, or of themselves, count once`() {
    let circle = chain(
      claim("C-1", replaces: ["C-2"], of: "2026-02-01"),
      claim("C-2", replaces: ["C-1"], of: "2026-02-02"))
    #expect(circle.counted.map(\.id.text) == ["C-2"])
    let own = chain(claim("C-1", replaces: ["C-1"], of: "2026-02-01"))
    #expect(own.counted.count == 1 && own.replacedTwice.isEmpty)
  }
}
