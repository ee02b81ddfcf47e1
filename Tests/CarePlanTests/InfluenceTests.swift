import CarePlan
import Testing

@Suite struct `What can change a test` {
  @Test func `is read in full, and each has its source and its day`() {
    #expect(Influence.all.map(\.id) == ["cga-acid", "cga-other", "hiaa-food", "hiaa-paracetamol"])
    for influence in Influence.all {
      #expect(!influence.source.isEmpty)
      #expect(influence.asOf.wholeMatch(of: /20[0-9]{2}-[0-9]{2}-[0-9]{2}/) != nil)
      #expect(influence.words.hasSuffix("."))
      #expect(influence.words.split(separator: " ").count <= 20)
      #expect(influence.question.isEmpty || influence.question.hasSuffix("?"))
      // It names what can be, and tells nobody what to do.
      #expect(!influence.words.lowercased().contains("stop"))
    }
  }

  @Test(arguments: [
    ("Chromogranin A", ["cga-acid", "cga-other"]),
    ("CHROMOGRANIN A [Mass/volume] in Serum", ["cga-acid", "cga-other"]),
    ("5-HIAA in 24-hour urine", ["hiaa-food", "hiaa-paracetamol"]),
    ("5-Hydroxyindoleacetate", ["hiaa-food", "hiaa-paracetamol"]),
    ("Creatinine", []), ("", []),
  ])
  func `is found by the name of the test`(name: String, ids: [String]) {
    #expect(Influence.of(test: name).map(\.id) == ids)
  }

  @Test func `names the medicines of the list that it is about, and no others`() throws {
    let acid = try #require(Influence.of(test: "Chromogranin A").first)
    let list = [
      "omeprazole 20 mg", "Pantoprazole", "aripiprazole 5 mg", "amlodipine", "Esomeprazole (20)",
    ]
    #expect(acid.among(list) == ["omeprazole 20 mg", "Pantoprazole", "Esomeprazole (20)"])
  }
}
