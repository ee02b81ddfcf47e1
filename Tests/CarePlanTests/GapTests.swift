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
