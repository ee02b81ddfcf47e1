import Codes
import Testing

@Suite struct `The code table` {
  static let entries = CodeTable.shared.entries

  @Test func `has every row of the file`() {
    #expect(Self.entries.count == 228)
  }

  @Test(arguments: entries)
  func `says what, where from and when in every row`(entry: CodeEntry) {
    #expect(!entry.code.isEmpty && entry.code == entry.code.filter { !$0.isWhitespace })
    #expect(!entry.words.isEmpty)
    #expect(!entry.source.isEmpty)
    #expect(entry.asOf.count == 10 && entry.asOf.split(separator: "-").count == 3)
  }

  @Test(arguments: entries)
  func `has well-formed codes of known systems`(entry: CodeEntry) {
    switch entry.system {
    case CodeSystem.loinc: #expect(CheckDigit.isLOINC(entry.code))
    case CodeSystem.snomed: #expect(CheckDigit.isSNOMED(entry.code))
    case CodeSystem.rxNorm: #expect(Int(entry.code) != nil)
    case CodeSystem.icdO3: #expect(entry.code.contains("/") && entry.code.count == 6)
    case CodeSystem.icd10CM: #expect(entry.code.first?.isLetter == true)
    case CodeSystem.nciThesaurus: #expect(entry.code.first == "C")
    default: Issue.record("a system that nobody named")
    }
  }

  @Test func `has each code once`() {
    let keys = Set(Self.entries.map { $0.system + " " + $0.code })
    #expect(keys.count == Self.entries.count)
  }

  @Test func `has a row for every group`() {
    #expect(Set(Self.entries.map(\.group)) == Set(CodeGroup.allCases))
  }

  /// Codes that could not be seen in a source, or that mean something else.
  @Test(arguments: [
    (CodeSystem.loinc, "44695-5"), (CodeSystem.loinc, "85330-9"), (CodeSystem.rxNorm, "7617"),
    (CodeSystem.snomed, "20418004"), (CodeSystem.snomed, "444188003"),
    (CodeSystem.snomed, "173172000"), (CodeSystem.snomed, "3932008"),
    (CodeSystem.icdO3, "8040/0"), (CodeSystem.icd10CM, "E34.0"),
  ])
  func `leaves out what is not verified`(system: String, code: String) {
    #expect(CodeTable.shared.entry(system, code) == nil)
  }

  @Test func `ships no texts of CPT`() {
    #expect(!Self.entries.contains { $0.system == CodeSystem.cpt })
  }

  @Test func `finds groups and codes`() {
    #expect(CodeTable.shared.group(of: CodeSystem.loinc, "9811-1") == .tumorMarker)
    #expect(CodeTable.shared.group(of: CodeSystem.icd10CM, "C7A.090") == .lungNET)
    #expect(CodeTable.shared.group(of: CodeSystem.loinc, "no such code") == nil)
    #expect(CodeTable.shared.codes(of: .noKnown).count == 5)
  }

  @Test func `leaves out rows that are not well-formed`() {
    let text = "group\tsystem\tcode\twords\tsource\tas of\nno-such-group\ta\tb\tc\td\te\nmen1\ta\n"
    #expect(CodeTable(tsv: Array(text.utf8)).entries.isEmpty)
  }
}
