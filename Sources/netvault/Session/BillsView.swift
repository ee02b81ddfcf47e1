/// Bills beside the insurer's statements: what does not fit, and what does.
internal import CarePlan
internal import Console
internal import JSON
internal import Records

struct BillsView {
  let desk: InsuranceDesk
  let findings: [ClaimFinding]
  let matching: ClaimMatching
  private var talk: Talk { desk.talk }

  init(_ desk: InsuranceDesk) {
    self.desk = desk
    findings = desk.findings
    matching = ClaimMatching(desk.facts)
  }

  private var fitting: [ClaimMatching.Pair] {
    let found = Set(findings.filter(\.sort.isOpen).flatMap(\.records))
    return matching.pairs.filter { pair in !pair.papers.contains { found.contains($0.id) } }
  }

  func show(all: Bool) throws {
    let shown = findings.filter(\.sort.isOpen)
    let pairs = all ? fitting : []
    let ids = shown.compactMap(\.records.first) + pairs.compactMap { $0.best?.id }
    try desk.remember(ids)
    if talk.terminal.settings.plain { return plain(shown) }
    var number = 1
    if !shown.isEmpty { desk.heading("To look at", isFirst: true) }
    for one in shown {
      desk.paragraph(number, one.about, [one.words], attention: one.sort.isOpen)
      number += 1
    }
    if !pairs.isEmpty { desk.heading("Nothing to look at", isFirst: shown.isEmpty) }
    for pair in pairs {
      guard let best = pair.best else { continue }
      let owes = best.owes.map { ". You owe \($0.printed)" } ?? ""
      desk.paragraph(number, best.name, [Self.papers(pair) + owes + "."])
      number += 1
    }
    let hidden = all ? 0 : fitting.count
    if shown.isEmpty { talk.terminal.answer("All the papers here fit together.") }
    if !matching.chain.replaced.isEmpty {
      talk.terminal.say(
        "\(Listing.count(matching.chain.replaced.count, "older statement")) not counted: newer ones took their place."
      )
    }
    if hidden > 0 { talk.terminal.say("\(hidden) without a finding: --all") }
  }

  private static func papers(_ pair: ClaimMatching.Pair) -> String {
    switch (pair.bill, pair.statement) {
    case (_?, _?): "The bill and the insurer's statement fit together"
    case (nil, let paper?) where paper.sort == .notSaid: "Which paper it is was not said"
    case (nil, _): "The insurer's statement (EOB), and no bill here"
    case (_?, nil): "A bill"
    }
  }

  private func plain(_ shown: [ClaimFinding]) {
    var table = Table(Array(repeating: Table.Column(""), count: 3))
    for one in shown { table.add([one.sort.rawValue, one.about, one.words]) }
    table.write(to: talk.terminal)
  }

  var json: JSONValue {
    [
      "format": RecordsJSON.format,
      "findings": .array(
        findings.map { one in
          [
            "sort": .string(one.sort.rawValue), "about": .string(one.about),
            "words": .string(one.words),
            "records": .array(one.records.map { .string($0.text) }),
          ]
        }),
      "pairs": .array(
        matching.pairs.map { pair in
          [
            "bill": (pair.bill?.id.text).json, "statement": (pair.statement?.id.text).json,
            "again": .array(pair.again.map { .string($0.id.text) }),
            "owes": (pair.best?.owes?.printed).json,
          ]
        }),
      "replaced": .array(matching.chain.replaced.map(\.text).sorted().map { .string($0) }),
    ]
  }
}
