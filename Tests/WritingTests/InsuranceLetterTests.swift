import CarePlan
import Records
import Testing
import Writing

@Suite struct `A letter to an insurer` {
  private func record(_ kind: Kind, _ fields: [String: Value]) -> Record {
    Record(
      id: RecordID(kind.rawValue), kind: kind, fields: fields,
      provenance: Provenance(origin: .person, entered: "2026-11-14T09:30:00Z"))
  }

  private func when(_ text: String) -> Value {
    PartialDate(text).map { .when(When($0)) } ?? .text("no date")
  }

  private var owner: Record {
    record(.person, ["name": .text("Ana Brandt"), "born": when("1961-06-14")])
  }

  private var policy: Policy {
    Policy(record(.coverage, ["insurer": .text("Acme Health"), "memberId": .text("M-1")]))
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func letter(
    _ sort: InsuranceLetter.Sort, denial: Denial? = nil, about: Record? = nil, words: String = ""
  ) throws -> String {
    InsuranceLetter(
      sort, owner: owner, policy: policy, denial: denial, about: about, words: words,
      today: try #require(PartialDate("2026-11-21"))
    ).text
  }

  @Test func `of appeal has what is known, and marks for what is not`() throws {
    let claim = record(
      .claim,
      [
        "service": .coded(Coded("CT")), "number": .text("C-1"), "denied": when("2026-09-07"),
        "denialReason": .text("not [shown] to be\nneeded"), "appealDeadline": when("2027-03-06"),
      ])
    let text = try letter(.appeal, denial: Denial(claim, []))
    for words in [
      "Ana Brandt", "21 November 2026", "Acme Health", "Member number: M-1", "Claim number: C-1",
      "your letter of 7 September 2026", "\"not (shown) to be needed\"", "6 March 2027",
      "[your reasons, in your own words]", "[your address]",
    ] {
      #expect(Self.line(text).contains(words), "should have \(words)\n\(text)")
    }
    #expect(!text.contains("null") && !text.contains("Optional"))
    for line in text.split(separator: "\n") { #expect(line.count <= 72, "\(line)") }
  }

  @Test func `that asks for permission is about what was asked, or will be`() throws {
    let asked = record(.authorization, ["service": .text("PET"), "asked": when("2026-11-02")])
    #expect(try letter(.request, about: asked).contains("On 2 November 2026 you were asked"))
    let text = try letter(.request, words: "CT of the chest")
    #expect(text.contains("your permission beforehand for this: CT of the chest."))
    #expect(text.contains("[in the words of your doctor]"))
  }

  @Test func `that asks for papers goes to a clinic or to the insurer`() throws {
    let clinic = try letter(.records, words: "City Clinic")
    #expect(clinic.contains("City Clinic\n[address]") && !clinic.contains("M-1"))
    let claim = record(.claim, ["service": .coded(Coded("CT"))])
    let insurer = try letter(.records, about: claim)
    #expect(insurer.contains("Acme Health") && insurer.contains("all papers that you used"))
  }
}
