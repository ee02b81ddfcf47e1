import CarePlan
import Records
import Testing

@Suite struct `Rules of sources` {
  private static let all: [(name: String, source: String, asOf: String)] =
    ScreeningRule.all.map { ($0.id, $0.source, $0.asOf) }
    + EffectEntry.all.map { ($0.id, $0.source, $0.asOf) }
    + Sign.all.map { ($0.id, $0.source, $0.asOf) }
    + Helpline.all.map { ($0.id, $0.source, $0.asOf) }
    + Concern.all.map { ($0.id, $0.source, $0.asOf) }
    + Advice.all.map { ($0.id, $0.source, $0.asOf) }

  @Test func `are read in full`() {
    #expect(ScreeningRule.all.count == 13)
    #expect(EffectEntry.all.count == 30)
    #expect(Sign.all.count == 12)
    #expect(Helpline.all.count == 1)
    #expect(Concern.all.count == 13)
    #expect(Advice.all.count == 4)
    for names in [
      ScreeningRule.all.map(\.id), EffectEntry.all.map(\.id), Sign.all.map(\.id),
      Concern.all.map(\.id),
    ] {
      #expect(Set(names).count == names.count)
    }
  }

  @Test func `each name their source and the day on which it was looked up`() {
    for rule in Self.all {
      #expect(rule.source.count > 20, "\(rule.name)")
      #expect(PartialDate(rule.asOf)?.day != nil, "\(rule.name)")
    }
    for rule in ScreeningRule.all {
      #expect(rule.source.contains("American Cancer Society"), "\(rule.id)")
    }
    #expect(
      ScreeningRule.all.filter { $0.cancer == "cervical" }
        .allSatisfy { $0.source.contains("updated 4 December 2025") })
    #expect(
      ScreeningRule.all.filter { $0.cancer == "colorectal" }
        .allSatisfy { $0.source.contains("updated 27 May 2026") })
  }

  @Test func `say so when they were looked up more than 18 months ago`() throws {
    let rule = try #require(ScreeningRule.all.first)
    #expect(rule.asOf == "2026-11-21")
    // Eighteen months later is 21 May 2028: not yet more than 18 months.
    #expect(!rule.isOld(on: MadeUp.day("2028-05-21")))
    #expect(rule.isOld(on: MadeUp.day("2028-05-22")))
    #expect(!rule.sourceWords(on: MadeUp.today).contains("look whether"))
    #expect(
      rule.sourceWords(on: MadeUp.day("2028-05-22")).contains("look whether it is still so"))
  }

  @Test func `are plain`() {
    for words in ScreeningRule.all.map(\.words) + EffectEntry.all.map(\.words)
      + Sign.all.map(\.words) + Advice.all.map(\.words)
    {
      #expect(words.hasSuffix("."), "\(words)")
      for sentence in words.split(separator: #/[.:] /#) {
        #expect(sentence.split(separator: " ").count <= 20, "\(sentence)")
      }
    }
  }

  @Test func `of signs tell apart what the American Cancer Society names`() {
    #expect(Sign.all.filter(\.isFromACS).map(\.id) == ["any"])
    for sign in Sign.all where !sign.isFromACS {
      #expect(sign.source.contains("not from the American Cancer Society"))
    }
  }

  @Test func `of effects are there only for treatments whose effects were read`() {
    let treatments = Set(EffectEntry.all.map(\.treatment))
    #expect(
      treatments == [
        "somatostatin-analog", "radionuclide", "everolimus", "chest-radiation", "any",
      ])
    // No source was read for these.
    for none in ["surgery", "chemotherapy", "ablation", "embolization"] {
      #expect(EffectEntry.of(none).isEmpty)
    }
  }
}
