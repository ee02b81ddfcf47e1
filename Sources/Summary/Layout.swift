internal import Records

extension Facts {
  /// Every line of every part that a record can fill.
  var parts: [SummaryPart: [Line]] {
    [
      .alerts: alertLines(), .oneLine: oneLines(), .diagnosis: diagnosisLines(),
      .story: storyLines(), .medicines: medicineLines(), .due: dueLines(), .call: callLines(),
      .results: resultLines() + vitalLines(), .pathology: pathologyLines(),
      .scans: scanLines(), .past: pastLines(),
      .wishes: wishLines(), .questions: questionLines(), .personal: personalLines(),
      .missing: missingLines(),
    ]
  }
}

/// Which line stands on which page.
///
/// Page 1 is cut from the bottom, and what is cut goes on at the top of page 2; what page 2 cannot
/// hold is counted. Sources are numbered in the order in which a reader meets them.
struct Layout {
  let pages: [[Section]]
  let parts: [SummaryPart: [Line]]
  let sources: [Source]

  init(_ parts: [SummaryPart: [Line]], sources list: SourceList) {
    var list = list
    let first = Self.drafts(SummaryPart.allCases.filter(\.isOnFirstPage), parts)
    let counts = first.fitted(
      in: Paper.heights - Paper.firstHeader,
      grow: [.alerts, .oneLine, .medicines, .story, .due, .diagnosis, .call])
    var firstPage: [Section] = []
    var continued: [Draft] = []
    for (draft, count) in zip(first, counts) {
      let (kept, cut) = draft.split(count)
      list.meet(kept)
      let rest = cut.isEmpty ? nil : "\(cut.count)\(kept.isEmpty ? "" : " more") on page 2"
      firstPage.append(Section(draft.part, kept, rest: rest))
      if !cut.isEmpty {
        continued.append(
          Draft(draft.part, cut, share: draft.part.continuedShare, isContinued: true))
      }
    }
    let second = continued + Self.drafts(SummaryPart.allCases.filter { !$0.isOnFirstPage }, parts)
    let (secondPage, found) = Self.secondPage(second, parts[.missing] ?? [], list)
    pages = [firstPage, secondPage]
    sources = found.sources
    self.parts = parts.merging([.sources: found.lines()]) { first, _ in first }
  }

  private static func drafts(_ order: [SummaryPart], _ parts: [SummaryPart: [Line]]) -> [Draft] {
    order.compactMap { part in
      guard part != .missing, let lines = parts[part], !lines.isEmpty else { return nil }
      return Draft(part, lines, keep: part.keep(lines), share: part.share)
    }
  }

  /// Sources and what is missing close the page and are never cut, so room is kept for the files
  /// of every line that could be shown.
  private static func secondPage(
    _ drafts: [Draft], _ missing: [Line], _ list: SourceList
  ) -> ([Section], SourceList) {
    var widest = list
    for draft in drafts { widest.meet(draft.lines) }
    let missing = Draft(.missing, missing, share: missing.count)
    let closing = Draft(.sources, widest.lines(), share: SourceList.limit + 1)
    let room =
      Paper.heights - Paper.secondHeader - missing.height(missing.lines.count)
      - closing.height(closing.lines.count)
    // Where not even every part has a line, another part counts what is left out.
    let least = drafts.reduce(Sheets.zero) { $0 + $1.height(1) }
    let note = !least.fits(room) ? Paper.heading + 2 * Paper.row : 0
    let counts = drafts.fitted(in: room - note, grow: [.results, .pathology, .scans])

    var list = list
    var sections: [Section] = []
    var left: [String] = []
    for (draft, count) in zip(drafts, counts) {
      let (kept, cut) = draft.split(count)
      list.meet(kept)
      guard !kept.isEmpty else {
        left.append("\(draft.part.title) \(cut.count)")
        continue
      }
      let rest = cut.isEmpty ? nil : "Not shown: \(cut.count) more; ask for the full record"
      sections.append(Section(draft.part, kept, isContinued: draft.isContinued, rest: rest))
    }
    if !left.isEmpty {
      let words = left.joined(separator: " \u{B7} ")
      sections.append(Section(.notShown, [Line(.note, [words])]))
    }
    if !list.sources.isEmpty { sections.append(Section(.sources, list.lines())) }
    sections.append(Section(.missing, missing.lines))
    return (sections, list)
  }
}

extension SummaryPart {
  /// How many lines a part gets before any other gets more.
  var share: Int {
    switch self {
    case .alerts, .oneLine, .medicines: .max
    case .diagnosis: 5
    case .story: 6
    case .due: 5
    case .call: 3
    case .results: 8
    case .pathology: 2
    case .scans: 3
    case .past: 8
    case .wishes: 3
    case .questions: 3
    case .personal: 4
    case .notShown, .sources, .missing: .max
    }
  }

  /// How many lines a part keeps until there is no other way.
  var least: Int {
    switch self {
    case .alerts, .oneLine: .max
    case .medicines: 8
    case .diagnosis, .story, .results: 3
    case .due, .call: 2
    default: 1
    }
  }

  /// What of page 1 goes on on page 2, at most, before page 2 has had its own.
  var continuedShare: Int { self == .alerts || self == .medicines ? .max : 5 }

  /// Which lines to keep first: the page's order, but for two parts.
  ///
  /// The treatment story is told from the oldest on, and its newest steps matter as much as the
  /// first. Results and the past have several topics, of which each should have its say.
  func keep(_ lines: [Line]) -> [Int]? {
    switch self {
    case .story:
      let (last, first) = (lines.indices.reversed(), lines.indices.prefix(2))
      return Array(first) + last.filter { !first.contains($0) }
    case .results:
      return lines.indices.sorted { (lines[$0].turn, $0) < (lines[$1].turn, $1) }
    case .past:
      var turns: [Kind: Int] = [:]
      let order = lines.indices.map { index -> (Int, Int) in
        let turn = turns[lines[index].kind, default: 0]
        turns[lines[index].kind] = turn + 1
        return (turn, index)
      }
      return order.sorted { $0 < $1 }.map(\.1)
    default: return nil
    }
  }
}
