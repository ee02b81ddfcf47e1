import CarePlan
import Codes
import Records
import Testing

@Suite struct `The rank of a diagnosis` {
  static func rank(_ name: String, _ codings: [Coding] = [], role: String? = nil) -> ProblemRank {
    var fields: [String: Value] = ["name": .coded(Coded(name, codings))]
    if let role { fields["role"] = .choice(role) }
    return MadeUp.record(.diagnosis, "d", fields).problemRank
  }

  @Test func `is what the person said it is`() {
    #expect(Self.rank("a lump", role: "primary") == .lungTumor)
    #expect(Self.rank("a lump", role: "metastasis") == .ofTheTumor)
  }

  @Test func `is found by code`() {
    let code = Coding(system: CodeSystem.icd10CM, code: "C7A.090")
    #expect(Self.rank("something", [code]) == .lungTumor)
    let other = Coding(system: CodeSystem.icd10CM, code: "C50.911")
    #expect(Self.rank("something", [other]) == .otherCancer)
  }

  @Test(arguments: [
    ("Atypical carcinoid of the left lung", ProblemRank.lungTumor),
    ("Carcinoid syndrome", .ofTheTumor), ("Non-small cell lung cancer (disorder)", .otherCancer),
    ("Suspected lung cancer (situation)", .finding), ("Hypertension (disorder)", .illness),
    ("Full-time employment (finding)", .circumstance), ("Stress (finding)", .circumstance),
    ("Body mass index 30+ - obesity (finding)", .finding), ("Benign tumor", .illness),
  ])
  func `is found by words`(name: String, rank: ProblemRank) {
    #expect(Self.rank(name) == rank)
  }
}
