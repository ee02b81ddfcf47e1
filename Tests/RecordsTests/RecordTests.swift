internal import Records
internal import Testing

@Suite struct `A record` {
  private let told = Provenance(origin: .person, who: "Ana", entered: "2026-11-21T10:00:00Z")

  private func result() -> Record {
    Record(
      id: RecordID("1"), kind: .result,
      fields: [
        "name": .coded(
          Coded("Chromogranin A", [Coding(system: "http://loinc.org", code: "9811-1")])),
        "value": .quantity(Quantity("412.0", unit: "ng/mL")),
        "date": .when(When(start: Moment("2026-05-14"))),
      ], provenance: told)
  }

  @Test func `says what it is and never what it holds`() {
    let record = result()
    var dumped = ""
    dump(record, to: &dumped)
    for text in [record.description, record.debugDescription, "\(record)", dumped] {
      #expect(!text.contains("412"))
      #expect(!text.contains("Chromogranin"))
    }
    #expect("\([record["value"]])".contains("412") == false)
  }

  @Test func `has a title and a date from the fields its kind names`() {
    #expect(result().title == "Chromogranin A")
    #expect(result().when?.spelled == "14 May 2026")
    let empty = Record(id: RecordID("2"), kind: .result, fields: [:], provenance: told)
    #expect(empty.title == "result")
    #expect(empty.when == nil)
  }

  @Test func `can be searched by words, codes and values`() {
    let text = result().searchText
    for word in ["Chromogranin A", "9811-1", "412.0 ng/mL", "14 May 2026", "result"] {
      #expect(text.contains(word))
    }
  }

  @Test func `gets an identifier of 32 hexadecimal digits`() {
    var generator = SystemRandomNumberGenerator()
    let first = RecordID(using: &generator)
    #expect(first.text.count == 32 && first.text.allSatisfy(\.isHexDigit))
    #expect(first != RecordID(using: &generator))
  }
}
