import CarePlan
import Records
import Testing

@Suite struct `What has a day in insurance` {
  private func all(_ records: Record..., today: String = "2026-11-21") -> [Upcoming] {
    Upcoming.all(in: records, today: MadeUp.day(today))
  }

  private func permission(_ more: [String: Value]) -> Record {
    MadeUp.record(
      .authorization, "pet",
      [
        "service": .text("PET"), "status": .choice("approved"), "number": .text("A-1"),
        "insurer": .text("Acme"), "validTo": MadeUp.when("2026-12-31"),
      ].merging(more) { $1 })
  }

  @Test func `is the end of permission and of a referral`() throws {
    let one = try #require(all(permission([:])).first)
    #expect(one.topic == .authorization && one.day.description == "2026-12-31")
    #expect(one.why == "valid until 31 December 2026, number A-1" && one.saidBy == "Acme")
    #expect(all(permission(["unitsApproved": .text("4 doses"), "unitsUsed": .text("4")])).isEmpty)
    #expect(all(permission(["validTo": MadeUp.when("2026-10-20")])).isEmpty)
    #expect(all(permission(["validTo": MadeUp.when("2026-10-21")])).count == 1)
    let referral = MadeUp.record(
      .referral, "r", ["service": .text("PRRT"), "validTo": MadeUp.when("2027-01-01")])
    #expect(all(referral).map(\.topic) == [.referral])
  }

  @Test func `is a premium, the end of grace, and a renewal`() {
    let policy = Insured.policy(
      "A", from: "2026-01-01", to: nil,
      [
        "premium": Insured.usd("240"), "premiumDue": .text("the 1st of each month"),
        "paidThrough": MadeUp.when("2026-10-31"), "grace": .text("30 days"),
        "renewal": MadeUp.when("2027-01-01"), "enrolUntil": MadeUp.when("2026-12-15"),
      ])
    let found = all(policy)
    #expect(
      found.map { $0.day.description } == ["2026-11-01", "2026-12-01", "2026-12-15", "2027-01-01"])
    #expect(found.map(\.topic) == [.premium, .premium, .enrollment, .enrollment])
    #expect(Set(found.map(\.name)).count == 4)
    #expect(found.allSatisfy { $0.topic.neutralWords == "Insurance date" })
  }

  @Test func `is the last day of an appeal, by letter or rule, with its source`() throws {
    let claim = Insured.claim("ct", ["denied": MadeUp.when("2026-09-07")])
    let rule = try #require(all(claim).first)
    #expect(rule.topic == .deadline && rule.day.description == "2027-03-06")
    #expect(rule.saidBy == "HealthCare.gov, Internal appeals" && !rule.isTheirs)
    let letter = Insured.claim(
      "ct", ["denied": MadeUp.when("2026-09-07"), "appealDeadline": MadeUp.when("2026-10-01")])
    let past = try #require(all(letter).first)
    // What is past stays.
    #expect(past.standing(on: MadeUp.today) == .overdue && past.saidBy == "the letter")
    #expect(past.name == rule.name)
    // The rule does not explain a day that is the letter's.
    #expect(past.why == "the letter says 1 October 2026; the rule would give 6 March 2027")
  }

  @Test func `is a window until it closes, and never late`() {
    let policy = Insured.policy(
      "A", from: "2026-01-01", to: nil,
      ["enrolFrom": MadeUp.when("2026-11-12"), "enrolUntil": MadeUp.when("2026-12-03")])
    #expect(
      all(policy, today: "2026-11-11").map { $0.standing(on: MadeUp.day("2026-11-11")) } == [.ahead]
    )
    #expect(
      all(policy, today: "2026-12-03").map { $0.standing(on: MadeUp.day("2026-12-03")) } == [.now])
    #expect(all(policy, today: "2026-12-04").isEmpty)
  }

  @Test func `is what was promised and not heard of yet`() {
    let call = MadeUp.record(
      .call, "c",
      [
        "with": .text("Acme"), "date": MadeUp.when("2026-11-01"), "promised": .text("a letter"),
        "by": MadeUp.when("2026-11-20"), "reference": .text("R-1"),
      ])
    let found = all(call)
    #expect(found.map(\.what) == ["Promised: a letter"] && found.allSatisfy(\.isTheirs))
    #expect(found.first?.why == "promised in a call on 1 November 2026, reference R-1")
    #expect(all(call, today: "2027-06-01").isEmpty)
  }

  @Test func `is the window at 65, with the person's record`() {
    let found = all(Insured.person(born: "1961-12-01"))
    #expect(found.map(\.topic) == [.enrollment])
    #expect(found.first?.earliest?.description == "2026-09-01")
    #expect(found.first?.standing(on: MadeUp.today) == .now)
  }
}
