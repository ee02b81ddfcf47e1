import CarePlan
import Records
import Testing

@Suite struct `A line of the story` {
  private func lines(_ record: Record) -> [String] {
    StoryEntry.entries(of: record, today: MadeUp.today).map { entry in
      [entry.date?.description, entry.label, entry.text, entry.decided]
        .compactMap { $0 }.joined(separator: " | ")
    }
  }

  @Test func `of a treatment says what, who and why, and a second one how it ended`() {
    let record = MadeUp.record(
      .treatment, "t",
      [
        "type": .choice("somatostatin-analog"), "name": .coded(Coded("Lanreotide 120 mg")),
        "start": MadeUp.when("2024-05"), "end": MadeUp.when("2026-02-03"),
        "status": .choice("stopped"), "statusReason": .text("gallstones"),
        "goal": .choice("control"), "who": .text("Dr. Lee"), "response": .text("stable"),
      ])
    #expect(
      lines(record) == [
        "2024-05 | Injections | Lanreotide 120 mg, Dr. Lee."
          + " Goal: to keep it in check",
        "2026-02-03 | Injections | Stopped: Lanreotide 120 mg, gallstones"
          + " | stable",
      ])
  }

  @Test func `of a treatment on one day is one`() {
    let record = MadeUp.record(
      .treatment, "t",
      [
        "type": .choice("radionuclide"), "name": .coded(Coded("Lu-177")),
        "start": MadeUp.when("2024-05-01"), "end": MadeUp.when("2024-05-01"),
      ])
    #expect(lines(record) == ["2024-05-01 | PRRT | Lu-177"])
  }

  @Test func `says what was decided at a visit and on an option`() {
    let visit = MadeUp.record(
      .visit, "v",
      [
        "what": .text("oncology"), "who": .text("Dr. Lee"), "date": MadeUp.when("2026-11-02"),
        "said": .text("All is calm."), "decided": .text("CT again in a year"),
      ])
    #expect(lines(visit) == ["2026-11-02 | Visit | oncology, Dr. Lee | CT again in a year"])
    let option = MadeUp.record(
      .option, "o",
      [
        "name": .text("lanreotide"), "recommendedBy": .text("Dr. Lee"),
        "date": MadeUp.when("2026-11-02"), "decision": .text("wait"),
        "secondOpinionFrom": .text("Dr. Roth"), "secondOpinion": .text("the same"),
        "secondOpinionDate": MadeUp.when("2026-11-10"),
      ])
    #expect(
      lines(option) == [
        "2026-11-02 | Option | talked about: lanreotide, recommended by Dr. Lee | wait",
        "2026-11-10 | Second opinion | Dr. Roth, lanreotide | the same",
      ])
  }

  @Test func `of a visit to come says so`() {
    let visit = MadeUp.record(
      .visit, "v", ["what": .text("oncology"), "date": MadeUp.when("2026-11-26")])
    #expect(lines(visit) == ["2026-11-26 | Visit | oncology (planned)"])
    #expect(StoryEntry.entries(of: visit, today: MadeUp.today)[0].isAhead)
  }

  @Test func `of a medicine is one where it starts and one where it stops`() {
    let record = MadeUp.record(
      .medicine, "m",
      [
        "name": .coded(Coded("omeprazole")), "dose": .text("20 mg"),
        "start": MadeUp.when("2020-01"), "stop": MadeUp.when("2021"),
        "stopReason": .text("not needed"),
      ])
    #expect(
      lines(record) == [
        "2020-01 | Medicine | started: omeprazole, 20 mg",
        "2021 | Medicine | stopped: omeprazole, not needed",
      ])
    #expect(
      lines(MadeUp.record(.medicine, "m", ["name": .coded(Coded("turmeric"))]))
        == ["Medicine | turmeric"])
  }

  @Test func `is not there for what was taken back`() {
    let record = MadeUp.record(
      .diagnosis, "d",
      ["name": .coded(Coded("x")), "verification": .choice("entered-in-error")])
    #expect(lines(record).isEmpty)
  }

  @Test func `names the return of the tumor`() {
    let record = MadeUp.record(
      .diagnosis, "d",
      [
        "name": .coded(Coded("Typical carcinoid")), "role": .choice("recurrence"),
        "diagnosed": MadeUp.when("2024-02"),
      ])
    #expect(lines(record) == ["2024-02 | Diagnosis | Typical carcinoid, the tumor came back"])
  }

  @Test func `folds what came in numbers on one day`() {
    let day = MadeUp.day("2020-05-11")
    func entry(_ title: String, _ date: PartialDate?) -> StoryEntry {
      StoryEntry(
        kind: .procedure, title: title, date: date, dateWords: nil, record: RecordID(title))
    }
    let many = StoryEntry.folded(["a", "b", "c", "a"].map { entry($0, day) })
    #expect(many.map(\.text) == ["4 procedures: a, b and 2 more"])
    #expect(many[0].count == 4)
    #expect(StoryEntry.folded(["a", "b", "c"].map { entry($0, day) }).count == 3)
    let apart = StoryEntry.folded([entry("a", day), entry("b", nil)])
    #expect(apart.count == 2)
  }

  @Test func `of the results of a day shows some and counts the rest`() {
    var high = MadeUp.result("CgA", "118", on: "2026-11-10")
    high["flag"] = .coded(Coded("H"))
    let other = MadeUp.result("NSE", "9", on: "2026-11-10")
    func text(_ shown: [Record], _ count: Int) -> String? {
      StoryEntry.results(shown, count: count, date: MadeUp.day("2026-11-10"))?.text
    }
    #expect(text([high], 1) == "CgA 118 ng/mL (high), Riverside")
    #expect(
      text([high, other], 12)
        == "12 results: CgA 118 ng/mL (high), NSE 9 ng/mL and 10 more, Riverside")
    #expect(text([], 0) == nil)
  }

  @Test func `stands in order: what is known less precisely first, no date last`() {
    let dates = [nil, "2021-03-14", "2021", "2020-12-31", "2021-03"].map { $0.map(MadeUp.day) }
    let entries = dates.map { date in
      StoryEntry(kind: .procedure, title: "x", date: date, dateWords: nil, record: RecordID("x"))
    }
    #expect(
      entries.sorted(by: StoryEntry.order).map { $0.date?.description }
        == ["2020-12-31", "2021", "2021-03", "2021-03-14", nil])
  }
}
