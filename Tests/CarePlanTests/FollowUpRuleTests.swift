import CarePlan
import Records
import Testing

@Suite struct `A general rule` {
  @Test func `has its source, its day and steps that can be counted, in every row`() throws {
    #expect(FollowUpRule.all.count == 1)
    #expect(Set(FollowUpRule.all.map(\.id)).count == FollowUpRule.all.count)
    for rule in FollowUpRule.all {
      #expect(PartialDate(rule.asOf)?.day != nil, "\(rule.id)")
      #expect(rule.source.contains("revised 17 December 2025"), "\(rule.id)")
      #expect(!rule.appliesTo.isEmpty && !rule.what.isEmpty && !rule.includes.isEmpty)
      #expect(rule.reading.contains("our reading"), "\(rule.id)")
      #expect(rule.saidBy == "American Cancer Society (general rule)")
      let phases = try Phases(rule.phases, from: MadeUp.day("2020-05-11"))
      #expect(phases.spans.last?.end == nil, "follow-up has no end date")
      #expect(FollowUpRule.named(rule.id.uppercased()) == rule)
    }
    #expect(FollowUpRule.named("none") == nil)
  }

  @Test func `is read as 3 months for 2 years, 6 months to year 5, then yearly`() throws {
    let rule = try #require(FollowUpRule.named("acs-no-signs"))
    let phases = try Phases(rule.phases, from: MadeUp.day("2020-05-11"))
    #expect(phases.spans.map { $0.phase.interval.count } == [3, 6, 12])
    #expect(phases.spans.map(\.start.description) == ["2020-05-11", "2022-05-11", "2025-05-11"])
    #expect(phases.spans.map { $0.phase.isAbout } == [true, true, false])
  }
}
