import Records
import Summary
import Testing

@Suite struct `Two pages` {
  static func many(_ kind: Kind, _ count: Int, words: Int = 6) -> [Record] {
    (0..<count).map { number in
      let name = String(repeating: "word ", count: words) + String(number)
      return MadeUp.named(kind, name, "2020-01-01")
    }
  }

  static func count(_ summary: Summary, _ part: SummaryPart) -> Int {
    summary.pages.joined().filter { $0.part == part }.reduce(0) { $0 + $1.lines.count }
  }

  @Test func `hold everything when there is little`() {
    let summary = MadeUp.summary(Self.many(.allergy, 2) + Self.many(.medicine, 3))
    #expect(summary.pages.joined().allSatisfy { $0.rest == nil })
    #expect(!summary.pages.joined().contains { $0.part == .notShown })
  }

  @Test func `say how many lines go on on page 2`() throws {
    let summary = MadeUp.summary(Self.many(.diagnosis, 60) + Self.many(.medicine, 10))
    let first = try #require(summary.pages[0].first { $0.part == .diagnosis })
    let cut = 60 - first.lines.count
    #expect(first.rest == "\(cut) more on page 2")
    #expect(summary.pages[1].first?.title == "Diagnosis, continued")
    #expect(Self.count(summary, .medicines) == 10)
  }

  @Test func `never drop alerts or medicines without a number`() {
    for (kind, part) in [(Kind.allergy, SummaryPart.alerts), (.medicine, .medicines)] {
      let summary = MadeUp.summary(Self.many(kind, 300))
      let sections = summary.pages.joined().filter { $0.part == part }
      let shown = Self.count(summary, part)
      #expect(shown > 20)
      let second = sections.last
      #expect(second?.rest == "Not shown: \(300 - shown) more; ask for the full record")
    }
  }

  @Test func `account for every line`() {
    let kinds: [Kind] = [
      .allergy, .alert, .diagnosis, .treatment, .medicine, .imaging, .pathology, .procedure,
      .vaccine, .question, .wish, .plan,
    ]
    let summary = MadeUp.summary(kinds.flatMap { Self.many($0, 40, words: 20) })
    #expect(summary.pages.count == 2)
    for part in SummaryPart.allCases where part != .notShown && part != .sources {
      let all = summary.parts[part]?.count ?? 0
      let sections = summary.pages.joined().filter { $0.part == part }
      let shown = sections.reduce(0) { $0 + $1.lines.count }
      guard shown < all else { continue }
      let counted = sections.compactMap(\.rest).last ?? ""
      let notShown = summary.pages[1].first { $0.part == .notShown }?.lines.first?.sentence ?? ""
      #expect(
        counted.contains("\(all - shown) ") || notShown.contains("\(part.title) \(all - shown)"))
    }
  }

  @Test func `keep whom to call when everything else is long`() {
    let summary = MadeUp.summary(
      Self.many(.diagnosis, 60) + Self.many(.treatment, 30) + Self.many(.medicine, 8)
        + Self.many(.teamMember, 10))
    let call = summary.pages[0].first { $0.part == .call }
    #expect((call?.lines.count ?? 0) >= 2)
  }

  @Test func `show the newest steps of a long story beside the first`() throws {
    let story = (0..<60).map { number in
      MadeUp.named(
        .treatment, "step \(number) " + String(repeating: "word ", count: 20), "\(1960 + number)")
    }
    let section = try #require(MadeUp.summary(story).pages[0].first { $0.part == .story })
    #expect(section.lines.first?.cells[0] == "1960")
    #expect(section.lines.last?.cells[0] == "2019")
    #expect(section.rest != nil)
  }
}
