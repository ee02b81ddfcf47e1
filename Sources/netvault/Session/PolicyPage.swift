/// The policies: what the card says, whom to call, what was used up, and what to look at.
internal import CarePlan
internal import Console
internal import JSON
internal import Records
internal import Vault

struct PolicyPage {
  let desk: InsuranceDesk
  private var talk: Talk { desk.talk }
  private var today: PartialDate { desk.talk.today }

  init(_ desk: InsuranceDesk) { self.desk = desk }

  var current: [Policy] { desk.policies.filter { !$0.hasEnded(on: today) } }
  var ended: [Policy] { desk.policies.filter { $0.hasEnded(on: today) } }

  func show() throws {
    let shown = current + ended
    try desk.remember(shown.map(\.record.id))
    if talk.terminal.settings.plain { return plain(shown) }
    var number = 1
    for policy in current {
      let stop = talk.terminal.settings.isAccessible ? "." : " "
      desk.heading("\(number)\(stop) \(policy.name)", isFirst: number == 1)
      Listing.show(rows(policy, number), talk)
      number += 1
    }
    if !ended.isEmpty {
      desk.heading("Ended", isFirst: current.isEmpty)
      for policy in ended {
        desk.paragraph(number, policy.name, [period(policy)])
        number += 1
      }
    }
    let looks = looks
    if !looks.isEmpty {
      desk.heading("To look at")
      for words in looks { desk.paragraph(nil, words, []) }
    }
  }

  /// What is to be looked at: gaps, and what comes soon.
  var looks: [String] { desk.gaps.map(\.words) + soon() }

  func period(_ policy: Policy) -> String {
    switch (policy.start, policy.end) {
    case (let start?, let end?): "from \(start.spelled) until \(end.spelled)"
    case (let start?, nil): "since \(start.spelled)"
    case (nil, let end?): "until \(end.spelled)"
    case (nil, nil): "nobody wrote down since when"
    }
  }

  /// - Parameter number: Its number on the screen; nil on paper.
  func rows(_ policy: Policy, _ number: Int?) -> [(label: String, text: String)] {
    let record = policy.record
    func words(_ field: String) -> String? {
      record[field].flatMap { value in record.describing.field(field)?.words(value) }
    }
    var rows: [(label: String, text: String)] = []
    func add(_ label: String, _ text: String?) {
      if let text, !text.isEmpty { rows.append((label, text)) }
    }
    add("Member number", words("memberId"))
    add("Group number", words("groupId"))
    add("Kind of plan", words("type"))
    add("Order", policy.rankWords)
    add("Through", words("employer"))
    add("Covers you", period(policy))
    for (place, phone) in record.list("phone").enumerated() {
      rows.append((place == 0 ? "Call" : "", phone.words))
    }
    let files = record.attachments.count
    if files > 0 {
      let open = number.map { ": netvault show \($0) --open" } ?? " in the vault"
      add("Card", Listing.count(files, "file") + open)
    }
    if let premium = Premium(policy, today: today) {
      let amount = [premium.amount, premium.dueWords].compactMap { $0 }.joined(separator: ", ")
      add(
        "Premium",
        [amount, premium.words(on: today)].filter { !$0.isEmpty }.joined(separator: ". "))
    }
    add("Renews on", words("renewal"))
    return rows + costs(policy)
  }

  /// What the plan asks in its year, what the claims add up to, and what was typed: each with where
  /// it comes from.
  private func costs(_ policy: Policy) -> [(label: String, text: String)] {
    let year = PlanYear(policy, in: desk.shown, today: today)
    let record = policy.record
    let uses = [
      ("Deductible", year.deductible, record.words("deductible")),
      ("Most you pay in a year", year.outOfPocket, record.words("outOfPocketMax")),
      ("Deductible outside the network", year.deductibleOut, record.words("deductibleOut")),
      ("Most outside the network", year.outOfPocketOut, record.words("outOfPocketMaxOut")),
    ]
    var rows: [(label: String, text: String)] = []
    for (label, use, asked) in uses where asked != nil || !use.counted.isEmpty || use.typed != nil {
      let parts = [
        asked ?? "not written down", "By the claims here: \(use.counted.printed)",
        use.typed.map { "By your entry: \($0)" },
      ]
      rows.append((label, parts.compactMap { $0 }.joined(separator: ". ")))
    }
    if !rows.isEmpty {
      let guess = year.isGuessed ? "; when the plan's year begins is not written down" : ""
      rows.append(
        (
          "Counted",
          "\(Listing.count(year.claims, "claim")) from \(year.from.spelled) "
            + "to \(year.until.spelled)\(guess)"
        ))
    }
    if let law = year.lawLimit {
      rows.append(
        (
          "Most by law, \(law.year)",
          "\(law.one) for one person, \(law.family) for a family, in the network. "
            + "Source: \(law.source), looked up on \(law.asOf.spelled), second-hand"
        ))
    }
    let families = ["deductibleFamily", "outOfPocketMaxFamily", "deductibleFamilyUsed"]
    let family = families.compactMap { field in
      record.words(field).map { "\(record.describing.field(field)?.label ?? field): \($0)" }
    }
    if !family.isEmpty { rows.append(("Family", family.joined(separator: ". "))) }
    return rows
  }

  /// What comes within a month, in one line each.
  private func soon() -> [String] {
    var lines = desk.deadlines.filter { $0.warning(on: today) != nil && !$0.isTheirs }.prefix(4).map
    {
      "\($0.what): \($0.about). \($0.words(on: today).capitalizedFirst), \($0.day?.spelled ?? "")."
    }
    for record in desk.records(.authorization) + desk.records(.referral) {
      guard let end = record.when("validTo")?.date, end.lastDay >= today.firstDay,
        !["denied", "appeal", "used", "expired"].contains(record.words("status") ?? ""),
        end.lastDay.dayNumber - today.firstDay.dayNumber <= 60
      else { continue }
      lines.append(
        "\(record.describing.one.capitalizedFirst) for \(record.title) ends on \(end.spelled).")
    }
    let open = desk.findings.count { $0.sort.isOpen }
    if open > 0 { lines.append("\(Listing.count(open, "finding")) about bills.") }
    let calls = desk.facts.filter { $0.kind == .call }
    for promise in desk.records(.call).compactMap({ CallPromise($0) }) {
      guard let by = promise.by, !promise.isAnswered(by: calls),
        by.lastDay.dayNumber >= today.firstDay.dayNumber - 180
      else { continue }
      lines.append("\(promise.with): \(promise.words(on: today, later: calls)) (\(promise.what)).")
    }
    return lines
  }

  private func plain(_ policies: [Policy]) {
    var table = Table(Array(repeating: Table.Column(""), count: 6))
    for policy in policies {
      table.add([
        policy.name, policy.record.words("memberId") ?? "", policy.record.words("order") ?? "",
        policy.start?.description ?? "", policy.end?.description ?? "",
        policy.record.words("phone") ?? "",
      ])
    }
    table.write(to: talk.terminal)
  }

  // MARK: JSON

  var json: JSONValue {
    [
      "format": RecordsJSON.format,
      "policies": .array((current + ended).map { json($0) }),
      "gaps": .array(
        desk.gaps.map { gap in
          [
            "sort": .string(gap.sort.rawValue), "from": .string(gap.from.description),
            "until": gap.until.json, "words": .string(gap.words),
            "records": .array(gap.policies.map { .string($0.text) }),
          ]
        }),
    ]
  }

  private func json(_ policy: Policy) -> JSONValue {
    let year = PlanYear(policy, in: desk.shown, today: today)
    func use(_ use: PlanYear.Use) -> JSONValue {
      [
        "byClaims": use.counted.json, "limit": (use.limit?.printed).json, "typed": use.typed.json,
      ]
    }
    let premium = Premium(policy, today: today)
    return [
      "record": .object(RecordsJSON.object(policy.record)),
      "sort": .string(policy.sort.rawValue),
      "order": policy.rank.map { .number(String($0)) } ?? .null,
      "inForce": .bool(policy.covers(today)),
      "premium": premium.map { premium in
        [
          "due": premium.due.json, "paidThrough": premium.paidThrough.json,
          "graceEnds": premium.graceEnds.json, "words": .string(premium.words(on: today)),
        ]
      } ?? .null,
      "year": [
        "from": .string(year.from.description), "until": .string(year.until.description),
        "beginsGuessed": .bool(year.isGuessed), "claims": .number(String(year.claims)),
        "deductible": use(year.deductible), "outOfPocket": use(year.outOfPocket),
        "deductibleOut": use(year.deductibleOut), "outOfPocketOut": use(year.outOfPocketOut),
      ],
    ]
  }
}
