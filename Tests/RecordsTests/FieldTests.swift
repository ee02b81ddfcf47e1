internal import Records
internal import Testing

@Suite struct `A question that depends on another answer` {
  private func field(_ name: String, of kind: Kind) throws -> Field {
    try #require(KindDescription.of(kind).field(name))
  }

  private func asked(_ kind: Kind, _ answers: [String: Value]) -> Set<String> {
    Set(
      KindDescription.of(kind).fields.filter { $0.condition.holds(with: answers) }.map(\.name))
  }

  @Test func `asks for Gy only where there was radiation, and for GBq only for PRRT`() {
    let gray = ["radiationArea", "radiationDose", "fractions"]
    let becquerel = ["activity", "totalActivity", "cycle"]
    for option in KindDescription.of(.treatment).field("type")?.options ?? [] {
      let asked = asked(.treatment, ["type": .choice(option.token)])
      #expect(gray.allSatisfy(asked.contains) == (option.token == "radiation"), "\(option.token)")
      #expect(
        becquerel.allSatisfy(asked.contains) == (option.token == "radionuclide"), "\(option.token)")
      #expect(asked.contains("trialNumber") == (option.token == "trial"), "\(option.token)")
      #expect(asked.contains("approach") == (option.token == "surgery"), "\(option.token)")
    }
    #expect(asked(.treatment, [:]).isDisjoint(with: gray + becquerel))
  }

  @Test func `asks why only of what was stopped`() {
    #expect(!asked(.medicine, ["status": .choice("current")]).contains("stopReason"))
    #expect(asked(.medicine, ["status": .choice("stopped")]).contains("stopReason"))
    #expect(asked(.treatment, ["status": .choice("not-done")]).contains("statusReason"))
  }

  @Test func `ties a return and a second cancer to the first diagnosis`() {
    for role in ["recurrence", "metastasis", "second-cancer"] {
      #expect(asked(.diagnosis, ["role": .choice(role)]).contains("of"), "\(role)")
    }
    #expect(!asked(.diagnosis, ["role": .choice("primary")]).contains("of"))
    #expect(asked(.diagnosis, ["role": .choice("recurrence")]).contains("recurrenceType"))
  }

  @Test func `asks for stage and Ki-67 also where nobody said what kind of diagnosis it is`() {
    #expect(asked(.diagnosis, [:]).isSuperset(of: ["stage", "ki67", "histology"]))
    #expect(asked(.diagnosis, ["role": .choice("other")]).isDisjoint(with: ["stage", "ki67"]))
  }

  @Test func `looks for words in a text, whatever their case`() {
    for name in ["Ga-68 DOTATATE PET/CT", "octreotide scan"] {
      #expect(asked(.imaging, ["name": .coded(Coded(name))]).contains("tracer"), "\(name)")
    }
    #expect(!asked(.imaging, ["name": .coded(Coded("CT of the chest"))]).contains("tracer"))
  }

  @Test func `takes any answer where none is named, and meets one of several`() throws {
    let positive = try field("nodesPositive", of: .treatment)
    #expect(!positive.condition.holds(with: [:]))
    #expect(positive.condition.holds(with: ["nodesExamined": .text("9")]))
    let quit = try field("quit", of: .habit)
    #expect(quit.condition.holds(with: ["what": .list([.text("food"), .text("Smoking")])]))
  }

  @Test func `is never asked where only files bring the answer`() throws {
    let intent = try field("intent", of: .medicine)
    #expect(intent.condition == .fromFiles)
    #expect(!intent.condition.holds(with: ["intent": .text("order")]))
  }

  @Test(arguments: Kind.allCases) func `looks only at fields before it, and at answers they offer`(
    kind: Kind
  ) throws {
    for field in KindDescription.of(kind).fields {
      let (name, answers): (String, [String])
      switch field.condition {
      case .always, .fromFiles: continue
      case .answered(let one, let wanted), .unless(let one, let wanted):
        (name, answers) = (one, wanted)
      }
      let other = try #require(KindDescription.of(kind).field(name), "\(field.name) of \(kind)")
      #expect(!field.isRequired, "\(field.name) of \(kind)")
      guard !other.options.isEmpty else { continue }
      for answer in answers {
        #expect(other.option(answer) != nil, "\(field.name) of \(kind) waits for \(answer)")
      }
    }
  }
}
