import Records
import Summary
import Testing

@Suite struct `A summary` {
  @Test func `spells out what nobody asked`() {
    let summary = MadeUp.summary([])
    #expect(summary.sentences(.alerts) == ["Allergies: not asked"])
    #expect(summary.sentences(.medicines) == ["Medicines: not asked"])
    #expect(summary.sentences(.story) == ["Treatments: not asked"])
    #expect(summary.sentences(.diagnosis) == ["Other illnesses: not asked"])
    #expect(summary.name == "Name not given")
    #expect(summary.born == "date of birth not known")
  }

  @Test(arguments: [
    ("none-known", "Allergies: none known, told 14 November 2026"),
    ("unavailable", "Allergies: information unavailable, told 14 November 2026"),
    ("none known of this sort", "Allergies: none known of this sort, told 14 November 2026"),
  ])
  func `tells none known from not asked`(answer: String, words: String) {
    let record = MadeUp.record(
      .absence, "none", ["of": .choice("allergy"), "answer": .choice(answer)])
    #expect(MadeUp.summary([record]).sentences(.alerts) == [words])
  }

  @Test func `shows one line for repeated prescriptions, the newest`() {
    func prescription(_ name: String, _ date: String) -> Record {
      MadeUp.record(
        .medicine, name + date,
        [
          "name": .coded(
            Coded(name, [Coding(system: "http://www.nlm.nih.gov/research/umls/rxnorm", code: "1")])
          ), "written": MadeUp.when(date), "status": .choice("current"),
        ])
    }
    let summary = MadeUp.summary([
      prescription("Amlodipine 5", "2020-01-01"), prescription("amlodipine 5 mg", "2024-01-01"),
      prescription("Amlodipine 5", "2022-01-01"),
    ])
    #expect(summary.sentences(.medicines) == ["1 January 2024: amlodipine 5 mg"])
  }

  @Test func `marks what changed in the last six months`() {
    let started = MadeUp.record(
      .medicine, "a", ["name": .coded(Coded("new one")), "start": MadeUp.when("2026-07")])
    let stopped = MadeUp.record(
      .medicine, "b",
      [
        "name": .coded(Coded("old one")), "stop": MadeUp.when("2026-09-03"),
        "stopReason": .text("stomach pain"),
      ])
    let before = MadeUp.record(
      .medicine, "c", ["name": .coded(Coded("older one")), "stop": MadeUp.when("2026-01-03")])
    #expect(
      MadeUp.summary([started, stopped, before]).sentences(.medicines) == [
        "July 2026: * new one",
        "date not known: * Stopped 3 September 2026: stomach pain: old one",
      ])
  }

  @Test func `tells the treatment story from the oldest on`() {
    let story = MadeUp.summary([
      MadeUp.named(.treatment, "lanreotide", "2023-01-01"),
      MadeUp.named(.treatment, "lobectomy", "2020-05-11"),
      MadeUp.named(.procedure, "radiation therapy", "2021-01-01"),
      MadeUp.named(.procedure, "radiation therapy", "2021-02-01"),
    ]).sentences(.story)
    #expect(story.count == 3)
    #expect(story[0].hasPrefix("11 May 2020: Lobectomy"))
    #expect(story[1] == "1 January 2021: Radiation therapy, 2 times, last 1 February 2021")
    #expect(story[2].hasPrefix("1 January 2023: Lanreotide"))
  }

  @Test func `ranks circumstances of life below illnesses`() {
    let lines = MadeUp.summary([
      MadeUp.named(.diagnosis, "Full-time employment (finding)", "2026-01-01"),
      MadeUp.named(.diagnosis, "Hypertension (disorder)", "2001-01-01"),
    ]).sentences(.diagnosis)
    #expect(lines == ["1 January 2001: Hypertension", "1 January 2026: Full-time employment"])
  }

  @Test func `dates every line or says that the date is not known`() {
    for kind in [Kind.allergy, .diagnosis, .treatment, .medicine, .imaging, .procedure, .vaccine] {
      let summary = MadeUp.summary([MadeUp.named(kind, "thing")])
      let lines = summary.pages.joined().flatMap(\.lines).filter { $0.records.count == 1 }
      #expect(!lines.isEmpty)
      for line in lines { #expect(line.sentence.contains("date not known")) }
    }
  }

  @Test func `puts the questions for the reader first, and answered ones away`() {
    func question(_ text: String, _ fields: [String: Value]) -> Record {
      MadeUp.record(.question, text, fields.merging(["text": .text(text)]) { $1 })
    }
    let lines = MadeUp.summary([
      question("for all", [:]), question("for Lee", ["whom": .text("Dr. Lee")]),
      question("old", ["answer": .text("yes")]),
    ]).sentences(.questions)
    #expect(
      lines.map { $0.split(separator: ": ").last.map(String.init) } == ["for Lee", "for all"])
  }

  @Test func `counts age in whole years`() {
    func born(_ date: String) -> String {
      MadeUp.summary([
        MadeUp.record(.person, "p", ["name": .text("A"), "born": MadeUp.when(date)])
      ]).born
    }
    #expect(born("1961-11-21") == "21 November 1961 (65)")
    #expect(born("1961-11-22") == "22 November 1961 (64)")
    #expect(born("1961") == "1961 (about 65)")
  }
}
