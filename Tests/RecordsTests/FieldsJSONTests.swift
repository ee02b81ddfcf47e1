internal import JSON
internal import Records
internal import Testing

@Suite struct `Fields as JSON` {
  /// One value of each shape that a field's type can hold.
  private func samples(of field: Field) throws -> [Value] {
    let one: [Value] =
      switch field.type {
      case .text, .longText: [.text("Words \"with\" marks\nand lines")]
      case .choice: [.choice(field.options.first?.token ?? ""), .choice("a word of the file")]
      case .when:
        [
          .when(When(start: Moment("2021-03"))), .when(When(words: "spring 2019")),
          .when(When(start: Moment("2019"), isAbout: true)),
          .when(When(start: Moment("2020-05-11T08:00:00Z"), end: Moment("2020-06"))),
          .when(When(start: Moment("2020"), isPeriod: true)),
        ]
      case .coded:
        [
          .coded(Coded("words")),
          .coded(Coded("words", [Coding(system: "urn:x", code: "1", display: "one")])),
          .coded(Coded("", [Coding(system: nil, code: "1")])),
        ]
      case .quantity:
        [
          .quantity(Quantity("5.10", unit: "ng/mL", comparator: "<", code: "ng/mL", system: "u")),
          .quantity(Quantity("1e400")), .text("a trace"),
        ]
      case .range:
        [
          .range(ReferenceRange(text: "below 100")),
          .range(ReferenceRange(low: Quantity("3.50"), high: Quantity("5", unit: "g"))),
        ]
      case .link: [.link(RecordID("00ff")), .text("the first tumor")]
      case .parts:
        [
          .part(Part(Coded("systolic"), .quantity(Quantity("120", unit: "mm[Hg]")))),
          .part(Part(Coded("comment"), .text("fine"))),
          .part(Part(Coded("kind"), .coded(Coded("large")))),
        ]
      }
    return one + [.list(one)]
  }

  @Test(arguments: Kind.allCases)
  func `come back as they went, for every field of every kind`(kind: Kind) throws {
    for field in KindDescription.of(kind).fields {
      for value in try samples(of: field) {
        let fields = [field.name: value]
        let text = FieldsJSON.text(fields, of: kind)
        let object = try #require(try JSONValue.parse(Array(text.utf8)).object)
        #expect(try FieldsJSON.read(object, of: kind) == fields, "\(kind).\(field.name)")
      }
    }
  }

  @Test func `keep a number's digits`() {
    let text = FieldsJSON.text(["value": .quantity(Quantity("4.10", unit: "g"))], of: .result)
    #expect(text == #"{"value":{"value":4.10,"unit":"g"}}"#)
  }

  @Test func `refuse a name that the kind does not have, and do not say what it held`() {
    #expect(throws: FieldsJSONError.unknownField("secret")) {
      try FieldsJSON.read(["secret": "Ana"], of: .note)
    }
    #expect(throws: FieldsJSONError.wrongShape("date")) {
      try FieldsJSON.read(["date": "not a date"], of: .note)
    }
  }
}
