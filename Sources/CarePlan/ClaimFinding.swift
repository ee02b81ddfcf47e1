package import Records

/// What the papers about one bill say against each other. It says what stands there, and whom to
/// ask; never what to do about it.
package struct ClaimFinding: Hashable, Sendable {
  package enum Sort: String, CaseIterable, Sendable {
    case billWithoutStatement = "bill-without-statement"
    case statementWithoutBill = "statement-without-bill"
    case differs
    case billTwice = "bill-twice"
    case paidTwice = "paid-twice"
    case paidMore = "paid-more"
    case outOfNetwork = "out-of-network"
    case denied = "denied-without-appeal"
    case replacedTwice = "replaced-twice"
    case mixedCurrency = "mixed-currency"
    case belowZero = "below-zero"
    case notRead = "not-read"
    case overMaximum = "over-maximum"

    /// False for what is only said, and asks for nothing.
    package var isOpen: Bool { self != .statementWithoutBill }
  }

  package let sort: Sort
  package let records: [RecordID]
  /// `Harbor Clinic, 3 October 2026, CT of the chest`
  package let about: String
  package let words: String

  init(_ sort: Sort, _ papers: [ClaimPaper], _ words: String) {
    self.sort = sort
    records = papers.map(\.id)
    about = papers.first?.name ?? ""
    self.words = words
  }

  init(_ sort: Sort, of records: [RecordID], about: String, _ words: String) {
    self.sort = sort
    self.records = records
    self.about = about
    self.words = words
  }

  /// Every finding, in the order of the days of service. What the person disputes already is left in:
  /// its dispute is said with it.
  package static func all(in records: [Record], today: PartialDate) -> [ClaimFinding] {
    let matching = ClaimMatching(records)
    let papers = matching.chain.counted
    var found: [ClaimFinding] = []
    for pair in matching.pairs {
      found += papersMissing(pair) + amounts(pair) + payments(pair)
      for paper in pair.papers { found += alone(paper, among: papers) }
    }
    for group in matching.chain.replacedTwice {
      let days = group.compactMap { $0.record.when("created")?.spelled ?? $0.day?.spelled }
      found.append(
        ClaimFinding(
          .replacedTwice, group,
          "\(group.count) statements take the place of the same claim"
            + (days.isEmpty ? "." : " (\(days.joined(separator: "; "))).")
            + " Only the last one is counted. Ask the insurer which one holds."))
    }
    return found + PlanYear.findings(in: records, today: today)
  }

  private static func papersMissing(_ pair: ClaimMatching.Pair) -> [ClaimFinding] {
    guard let best = pair.best, best.sort != .notSaid, best.sort != .both else { return [] }
    if pair.statement == nil {
      // An insurer that answered with a letter has the claim.
      if best.isDenied { return [] }
      return [
        ClaimFinding(
          .billWithoutStatement, [best],
          "There is a bill\(owed(best)), and no statement of the insurer (EOB) here. "
            + "Ask the insurer whether the claim has come.")
      ]
    }
    if pair.bill == nil {
      return [
        ClaimFinding(
          .statementWithoutBill, [best],
          "There is the insurer's statement (EOB), and no bill here. A statement is not a bill.")
      ]
    }
    return []
  }

  private static func owed(_ paper: ClaimPaper) -> String {
    (paper.owes ?? paper.billed).map { " of \($0.printed)" } ?? ""
  }

  private static func amounts(_ pair: ClaimMatching.Pair) -> [ClaimFinding] {
    guard let statement = pair.statement else { return twice(pair) }
    let dispute = statement.record.words("dispute") ?? pair.bill?.record.words("dispute")
    let more = dispute.map { " Your note: \($0)" } ?? ""
    if let bill = pair.bill, bill.id != statement.id, let onBill = bill.owes,
      let onStatement = statement.owes, !onBill.isSame(as: onStatement)
    {
      let unlike = onBill.currency != onStatement.currency
      return [
        ClaimFinding(
          .differs, [statement, bill],
          "The bill says \(onBill.printed), the insurer's statement says \(onStatement.printed). "
            + (unlike ? "The currencies differ, so netvault does not compare them. " : "")
            + "Ask the provider why.\(more)")
      ] + twice(pair)
    }
    if statement.record.words("match") == "differing", statement.sort == .both {
      return [
        ClaimFinding(
          .differs, [statement],
          "You wrote that the bill and the insurer's statement differ"
            + (statement.owes.map { ". The statement says \($0.printed)." } ?? ".") + more)
      ] + twice(pair)
    }
    return twice(pair)
  }

  private static func twice(_ pair: ClaimMatching.Pair) -> [ClaimFinding] {
    guard !pair.again.isEmpty else { return [] }
    let count = pair.again.count + 1
    let papers = [pair.bill].compactMap { $0 } + pair.again
    return [
      ClaimFinding(
        .billTwice, papers,
        "\(count) bills here are for the same visit and amount. Ask whether it is the same bill again."
      )
    ]
  }

  /// Paid on two papers, or more than the statement says is owed.
  private static func payments(_ pair: ClaimMatching.Pair) -> [ClaimFinding] {
    var seen: Set<RecordID> = []
    let paying = pair.papers.filter {
      $0.paid.map { !$0.isZero } ?? false && seen.insert($0.id).inserted
    }
    let sum = MoneySum(paying.compactMap(\.paid))
    let owes = pair.statement?.owes ?? pair.bill?.owes
    let isOver =
      owes.flatMap { owes in sum.of(owes.currency).map { $0.isMore(than: owes) } } ?? false
    guard isOver || (paying.count > 1 && owes == nil) else { return [] }
    let days = paying.map { paper in
      "\(paper.paid?.printed ?? "") on \(paper.record.when("paidOn")?.spelled ?? "a day not known")"
    }
    let says = owes.map { " The papers say that you owe \($0.printed)." } ?? ""
    return [
      ClaimFinding(
        paying.count > 1 ? .paidTwice : .paidMore, paying,
        "You paid \(days.joined(separator: ", and ")).\(says) Ask the provider about it.")
    ]
  }

  private static func alone(_ paper: ClaimPaper, among others: [ClaimPaper]) -> [ClaimFinding] {
    var found: [ClaimFinding] = []
    if paper.record.words("network") == "out" {
      let inside = others.contains { other in
        other.id != paper.id && other.record.words("network") == "in"
          && other.isSameProvider(as: paper)
      }
      found.append(
        ClaimFinding(
          .outOfNetwork, [paper],
          "It was counted as outside the network."
            + (inside ? " Another statement counts the same provider as in the network." : "")
            + " Ask the insurer why."))
    }
    let denial = Denial(paper.record, [])
    if let denial, denial.stage == .toFile {
      found.append(
        ClaimFinding(
          .denied, [paper],
          "The insurer refused to pay, and no appeal is written down here."))
    }
    let currencies = Set(paper.amounts.map(\.currency))
    if currencies.count > 1 {
      let names = currencies.map { $0.isEmpty ? "no currency" : $0 }.sorted()
      found.append(
        ClaimFinding(
          .mixedCurrency, [paper],
          "Its amounts are in \(names.joined(separator: " and ")). "
            + "They are kept apart, and never added up."))
    }
    if paper.amounts.contains(where: \.isNegative) {
      found.append(
        ClaimFinding(
          .belowZero, [paper],
          "An amount on it is below zero. It is shown as printed, and left out of every sum."))
    }
    if paper.hasUnread {
      found.append(
        ClaimFinding(
          .notRead, [paper],
          "An amount on it is written in words, so it is in no sum."))
    }
    return found
  }
}
