/// Everything about insurance on paper: what the cards say, last days with their reasons, bills to ask
/// about, permissions and referrals, and calls with their reference numbers.
internal import CarePlan
internal import Console
internal import Records
internal import Writing

struct InsuranceSheet {
  private let desk: InsuranceDesk
  private var today: PartialDate { desk.talk.today }

  init(_ desk: InsuranceDesk) { self.desk = desk }

  func handout(owner: String) -> Handout {
    let page = PolicyPage(desk)
    return Handout(
      title: "My insurance", about: "\(owner), \(today.spelled)",
      parts: page.current.map { policy in Handout.Part(policy.name, rows(policy, page)) } + [
        Handout.Part(
          "Ended", page.ended.map { Handout.Item($0.name, details: [page.period($0)]) }),
        Handout.Part("To look at", page.looks.map { Handout.Item($0) }),
        Handout.Part("Last days", deadlines),
        Handout.Part("Permissions and referrals", permissions),
        Handout.Part("Bills to ask about", bills),
        Handout.Part("Calls", calls),
        Handout.Part(
          "For the next call",
          [Handout.Item("Day, name, reference number, what was promised", room: 4)]),
      ],
      end: ["A day that a letter prints always counts. This sheet gives no advice."])
  }

  /// A label with nothing in it goes on with the one above.
  private func rows(_ policy: Policy, _ page: PolicyPage) -> [Handout.Item] {
    var label = ""
    return page.rows(policy, nil).map { row in
      if !row.label.isEmpty { label = row.label }
      return Handout.Item("\(label): \(row.text)")
    }
  }

  private var deadlines: [Handout.Item] {
    let list = DeadlineList(desk)
    return desk.deadlines.map { Handout.Item(DeadlineList.head($0), details: list.lines($0)) }
  }

  private var permissions: [Handout.Item] {
    let open =
      Listing.newestFirst(desk.records(.authorization))
      .filter { AuthorizationPart.isOpen($0, desk) }
      + Listing.newestFirst(desk.records(.referral)).filter { ReferralPart.isOpen($0, desk) }
    return open.map { record in
      let status = record["status"].flatMap { record.describing.field("status")?.words($0) }
      return Handout.Item(
        record.title,
        details: [
          status.map { "How it stands: \($0)" }, record.words("number").map { "Number: \($0)" },
          record.when("validTo").map { "Until: \($0.spelled)" },
        ].compactMap { $0 })
    }
  }

  private var bills: [Handout.Item] {
    desk.findings.filter(\.sort.isOpen).map {
      Handout.Item($0.about, details: [$0.words], room: 1, tick: false)
    }
  }

  /// The last ones, with the number to name in the next.
  private var calls: [Handout.Item] {
    let calls = desk.facts.filter { $0.kind == .call }
    return Listing.newestFirst(desk.records(.call)).prefix(10).map { call in
      Handout.Item(
        "\(call.when?.spelled ?? "date not known"): \(call.title)",
        details: [
          call.words("about").map { "About: \($0)" },
          call.words("reference").map { "Reference number: \($0)" },
          CallPromise(call).map { "\($0.what): \($0.words(on: today, later: calls))" },
        ].compactMap { $0 })
    }
  }
}
