package import Records

/// Which bill belongs to which statement of the insurer: the same provider, day and billed amount,
/// or the same number. Nothing else is taken for a match.
package struct ClaimMatching: Sendable {
  /// A bill with its statement. One record can be both.
  package struct Pair: Hashable, Sendable {
    package let bill: ClaimPaper?
    package let statement: ClaimPaper?
    /// More bills for the same.
    package let again: [ClaimPaper]

    /// What the insurer's statement says, else the bill.
    package var best: ClaimPaper? { statement ?? bill }
    package var papers: [ClaimPaper] {
      var papers = [statement, bill].compactMap { $0 } + again
      if statement?.id == bill?.id, statement != nil { papers.removeFirst() }
      return papers
    }
  }

  package let pairs: [Pair]
  package let chain: ClaimChain

  package init(_ records: [Record]) {
    let chain = ClaimChain(ClaimPaper.all(in: records))
    self.chain = chain
    let bills = chain.counted.filter { $0.sort == .bill }
    let statements = chain.counted.filter { $0.sort == .statement }
    let single = chain.counted.filter { $0.sort == .both || $0.sort == .notSaid }
    var left = bills
    var pairs: [Pair] = []
    // A bill with the same three things as a statement goes before one with the same number.
    var found: [RecordID: [ClaimPaper]] = [:]
    for test in [Self.isSameThing, Self.hasSameNumber] {
      for statement in statements + single {
        let those = left.filter { test($0, statement) }
        found[statement.id, default: []] += those
        left.removeAll { bill in those.contains { $0.id == bill.id } }
      }
    }
    for statement in statements {
      let own = found[statement.id] ?? []
      pairs.append(Pair(bill: own.first, statement: statement, again: Array(own.dropFirst())))
    }
    for paper in single {
      let own = found[paper.id] ?? []
      let isBoth = paper.sort == .both
      pairs.append(
        Pair(
          bill: isBoth ? paper : own.first, statement: paper,
          again: isBoth ? own : Array(own.dropFirst())))
    }
    // Bills without a statement; the same bill that came twice stands together.
    while let bill = left.first {
      left.removeFirst()
      let same = left.filter {
        Self.isSameThing($0, bill)
          || ($0.account != nil && $0.account == bill.account
            && $0.isSameProvider(as: bill))
      }
      left.removeAll { other in same.contains { $0.id == other.id } }
      pairs.append(Pair(bill: bill, statement: nil, again: same))
    }
    self.pairs = pairs.sorted {
      ($0.best?.day ?? .long, $0.best?.id ?? RecordID(""))
        < ($1.best?.day ?? .long, $1.best?.id ?? RecordID(""))
    }
  }

  private static func isSameThing(_ one: ClaimPaper, _ other: ClaimPaper) -> Bool {
    guard let first = one.billed, let second = other.billed else { return false }
    return one.isSameProvider(as: other) && one.isSameDay(as: other) && first.isSame(as: second)
  }

  private static func hasSameNumber(_ one: ClaimPaper, _ other: ClaimPaper) -> Bool {
    if !one.numbers.isDisjoint(with: other.numbers) { return true }
    return one.account != nil && one.account == other.account
  }
}
