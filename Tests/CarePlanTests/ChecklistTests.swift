import CarePlan
import Records
import Testing

@Suite struct `A checklist` {
  private static let ana = MadeUp.record(.person, "ana", ["name": .text("Ana Brandt")])

  private func lists(_ records: [Record], upcoming: [Upcoming] = []) -> [Checklist] {
    Checklist.all(
      in: ChecklistFacts(records + [Self.ana], upcoming: upcoming, today: MadeUp.today))
  }

  private func entry(_ name: String, _ lists: [Checklist]) throws -> ChecklistEntry {
    try #require(lists.flatMap(\.entries).first { $0.name == name }, "\(name)")
  }

  private func said(
    _ item: String, _ fields: [String: Value], about: String? = nil
  ) -> Record {
    var fields = fields
    fields["what"] = .text("as it was")
    fields["item"] = .text(item)
    fields["about"] = about.map { .link(RecordID($0)) }
    return MadeUp.record(.checklistItem, "said-\(item)", fields)
  }

  @Test func `has the lists in their order, and nothing is done in an empty vault`() {
    let lists = lists([])
    #expect(lists.map(\.known) == CareList.allCases)
    let done = lists.flatMap(\.done).map(\.name)
    #expect(
      done == ["visit-2", "visit-3", "after-treatment-9", "after-treatment-10"],
      "nothing is untold where nothing was noticed")
    #expect(lists[0].word == "insurance" && lists[8].title == "end-of-life papers")
  }

  @Test func `is done by what the vault shows, and says what that is`() throws {
    let report = MadeUp.record(
      .document, "report",
      ["title": .text("Pathology report"), "date": MadeUp.when("2020-05-16")])
    let pathology = try entry("new-doctor-2", lists([report]))
    #expect(pathology.status == .done && pathology.isShownByVault && pathology.by == nil)
    #expect(pathology.evidence == "Pathology report, 16 May 2020")
    // The words of a report are not the report.
    let words = MadeUp.record(.pathology, "words", ["diagnosis": .text("typical carcinoid")])
    let missing = try entry("new-doctor-2", lists([words]))
    #expect(
      missing.status == .open && missing.missing == "its words are here, and the paper is not")
  }

  @Test func `believes a person more than the vault, and the vault where nobody said anything`()
    throws
  {
    let wish = MadeUp.record(.wish, "wish", ["what": .text("to be at home")])
    #expect(try entry("end-of-life-1", lists([wish])).status == .done)
    let open = said("end-of-life-1", ["status": .choice("open")])
    #expect(try entry("end-of-life-1", lists([wish, open])).status == .open)
    let given = said("end-of-life-1", ["owner": .text("Jonas")])
    let helped = try entry("end-of-life-1", lists([wish, given]))
    #expect(helped.status == .done && helped.owner == "Jonas")
    let done = said(
      "travel-3",
      ["status": .choice("done"), "evidence": .text("packed"), "doneBy": .text("Jonas")])
    let packed = try entry("travel-3", lists([done]))
    #expect(packed.status == .done && packed.evidence == "packed" && packed.by == "Jonas")
    let not = said(
      "travel-3", ["status": .choice("not-needed"), "reason": .text("no trip")])
    let travel = try #require(lists([not]).first { $0.known == .travel })
    #expect(travel.needed.count == 10 && travel.entries.count == 11)
    #expect(travel.entries[2].reason == "no trip")
  }

  @Test func `has an item for each policy, permission and refusal`() throws {
    let records = [
      MadeUp.record(
        .coverage, "acme",
        [
          "insurer": .text("Acme"), "premium": .quantity(Quantity("240", unit: "USD")),
          "paidThrough": MadeUp.when("2026-10-31"), "end": MadeUp.when("2026-12-31"),
        ]),
      MadeUp.record(
        .authorization, "pet",
        [
          "service": .text("PET scan"), "status": .choice("approved"),
          "validTo": MadeUp.when("2026-11-30"), "number": .text("A-1"),
        ]),
      MadeUp.record(
        .claim, "ct",
        [
          "service": .text("CT of the chest"), "denied": MadeUp.when("2026-11-02"),
          "appealDeadline": MadeUp.when("2027-05-01"),
        ]),
    ]
    let scan = Upcoming(
      .check, of: RecordID("next"), what: "DOTATATE PET/CT", day: MadeUp.day("2026-12-03"),
      why: "every 12 months")
    let lists = lists(records, upcoming: [scan])
    let premium = try entry("insurance-5@acme", lists)
    #expect(premium.what == "Pay the premium: Acme")
    #expect(premium.missing == "it was paid until 31 October 2026")
    #expect(premium.due == MadeUp.day("2026-10-31"))
    #expect(try entry("insurance-6@acme", lists).missing == "it ends on 31 December 2026")
    let allowed = try entry("insurance-7@pet", lists)
    #expect(
      allowed.missing
        == "it ends on 30 November 2026, and the next day for it is 3 December 2026")
    #expect(try entry("insurance-8@pet", lists).evidence == "A-1")
    #expect(try entry("insurance-12@ct", lists).status == .open)
    #expect(try entry("insurance-13@ct", lists).due == MadeUp.day("2027-05-01"))
  }

  @Test func `sees a call about the refusal, and no other`() throws {
    let denial = MadeUp.record(
      .authorization, "pet",
      [
        "service": .text("PET scan"), "status": .choice("denied"),
        "decided": MadeUp.when("2026-11-02"),
      ])
    func call(_ about: String, _ day: String) -> Record {
      MadeUp.record(
        .call, about,
        ["with": .text("Acme, Sam"), "about": .text(about), "date": MadeUp.when(day)])
    }
    let wrong = [denial, call("the premium", "2026-11-05"), call("PET scan", "2026-11-01")]
    #expect(try entry("insurance-12@pet", lists(wrong)).status == .open)
    let right = try entry(
      "insurance-12@pet", lists([denial, call("refusal of the PET", "2026-11-05")]))
    #expect(right.status == .done && right.evidence == "call: Acme, Sam, 5 November 2026")
  }

  @Test func `does not take a CT of the chest for a PET/CT`() throws {
    let old = MadeUp.record(
      .authorization, "pet",
      [
        "service": .text("Ga-68 DOTATATE PET/CT"), "status": .choice("approved"),
        "validTo": MadeUp.when("2025-02-28"),
      ])
    let scan = Upcoming(
      .check, of: RecordID("ct"), what: "CT of the chest and upper belly",
      day: MadeUp.day("2026-12-17"), why: "every 6 months")
    let names = lists([old], upcoming: [scan]).flatMap(\.entries).map(\.name)
    #expect(!names.contains("insurance-7@pet"), "it is over, and nothing is ahead for it")
  }

  @Test func `says who does it: a role, until somebody says a name`() throws {
    let own = MadeUp.record(
      .checklistItem, "own",
      ["what": .text("call about the bill"), "list": .text("Insurance"), "owner": .text("Jonas")])
    let lists = lists([own])
    let call = try entry("own", lists)
    #expect(call.list == "Insurance" && call.status == .open && call.owner == "Jonas")
    #expect(lists[0].entries.last == call)
    let owner = Owner(Self.ana)
    for name in ["Ana", "ana brandt", "me", "patient"] { #expect(owner.role(of: name) == .patient) }
    #expect(owner.role(of: "Jonas") == .caregiver)
    #expect(owner.isMeant("Jonas Brandt", by: "jonas") && owner.isMeant("Jonas", by: "caregiver"))
    #expect(!owner.isMeant("Ana", by: "caregiver") && owner.isMeant("Ana", by: "patient"))
  }

  @Test func `may be one of a person's own`() {
    let items = [
      MadeUp.record(
        .checklistItem, "a", ["what": .text("tell the clinic"), "list": .text("moving")]),
      MadeUp.record(
        .checklistItem, "b",
        ["what": .text("sell the car"), "list": .text("Moving"), "status": .choice("done")]),
      MadeUp.record(.checklistItem, "c", ["what": .text("water the plants")]),
    ]
    let own = lists(items).filter { $0.known == nil }
    #expect(own.map(\.title) == ["moving", Checklist.noList])
    #expect(own[0].done.count == 1 && own[0].needed.count == 2)
    #expect(own[0].word == "moving")
  }

  @Test func `keeps what was said of a record that is gone`() throws {
    let told = said(
      "insurance-12", ["status": .choice("done"), "evidence": .text("called")], about: "gone")
    let left = lists([told]).flatMap(\.entries).filter { $0.record == told }
    #expect(left.count == 1 && left[0].status == .done && left[0].evidence == "called")
  }

  @Test func `gives days to what somebody took on, as long as it is open`() {
    let wish = MadeUp.record(.wish, "wish", ["what": .text("to be at home")])
    let records = [
      Self.ana, wish,
      said("end-of-life-1", ["due": MadeUp.when("2026-12-01")]),
      said("travel-4", ["due": MadeUp.when("2026-12-02"), "owner": .text("Jonas")]),
    ]
    let all = Upcoming.all(in: records, today: MadeUp.today)
    #expect(all.map(\.what) == ["Ask the doctor for a letter about medicines and needles"])
    #expect(all[0].saidBy == "Jonas" && all[0].why == "on the list \"travel\"")
  }
}
