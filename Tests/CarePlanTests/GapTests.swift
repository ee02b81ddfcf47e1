import CarePlan
import Records
import Testing

@Suite struct `What is missing` {
  static func words(_ records: [Record]) -> [String] { Gap.all(in: records).map(\.words) }

  static let tumor = MadeUp.record(
    .diagnosis, "tumor",
    [
      "name": .coded(Coded("typical carcinoid")), "role": .choice("primary"),
      "stage": .text("T1b N0 M0"), "diagnosed": MadeUp.when("2020-04-22"),
    ])

  @Test func `is everything when nothing is known`() {
    let words = Self.words([])
    #expect(words.first == "diagnosis of the tumor")
    #expect(words.contains("allergies (not asked)"))
    #expect(words.contains("whom to call"))
  }

  @Test func `is what the pathology report did not say`() {
    let words = Self.words([Self.tumor])
    #expect(words.contains("Ki-67"))
    #expect(words.contains("mitoses"))
    #expect(!words.contains("stage"))
    #expect(!words.contains("histology type"))
    let report = MadeUp.record(
      .pathology, "report",
      ["name": .coded(Coded("biopsy")), "conclusion": .text("Ki-67 2 %, no mitoses")])
    #expect(!Self.words([Self.tumor, report]).contains("Ki-67"))
  }

  @Test(
    arguments: [
      ("Ki-67 was not reported.", true), ("Ki-67 pending", true), ("Ki-67: 3 %", false),
      ("proliferation 2-3 % (Ki-67)", false), ("Chromogranin positive.", true),
    ])
  func `is still missing when a report only names it`(conclusion: String, isMissing: Bool) {
    let report = MadeUp.record(
      .pathology, "report",
      ["name": .coded(Coded("biopsy")), "conclusion": .text(conclusion)])
    #expect(Self.words([Self.tumor, report]).contains("Ki-67") == isMissing)
  }

  @Test func `is missing when the test was ordered and has no value`() {
    let name = Value.coded(Coded("Ki-67"))
    let empty = MadeUp.record(.result, "r", ["name": name, "absent": .coded(Coded("not done"))])
    let done = MadeUp.record(.result, "r", ["name": name, "value": .quantity(Quantity("3"))])
    #expect(Self.words([Self.tumor, empty]).contains("Ki-67"))
    #expect(!Self.words([Self.tumor, done]).contains("Ki-67"))
  }

  @Test func `is the operation note after an operation`() {
    let surgery = MadeUp.record(
      .treatment, "surgery",
      ["name": .coded(Coded("lobectomy")), "type": .choice("surgery")])
    let note = MadeUp.record(.document, "note", ["title": .text("Operation note")])
    #expect(!Self.words([Self.tumor]).contains("operation note"))
    #expect(Self.words([Self.tumor, surgery]).contains("operation note"))
    #expect(!Self.words([Self.tumor, surgery, note]).contains("operation note"))
  }

  @Test func `is not a list that was answered with none`() {
    let none = MadeUp.record(
      .absence, "none", ["of": .choice("allergy"), "answer": .choice("none-known")])
    #expect(!Self.words([none]).contains("allergies (not asked)"))
    let notAsked = MadeUp.record(
      .absence, "none", ["of": .choice("allergy"), "answer": .choice("not-asked")])
    #expect(Self.words([notAsked]).contains("allergies (not asked)"))
  }

  @Test func `is no treatment when a procedure treats cancer`() {
    let procedure = MadeUp.record(
      .procedure, "p", ["name": .coded(Coded("Combined chemotherapy and radiation therapy"))])
    #expect(!Self.words([procedure]).contains("treatments (not asked)"))
  }
}
