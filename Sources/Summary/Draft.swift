/// The lines of a part before it is known how many of them fit.
struct Draft {
  let part: SummaryPart
  /// In the order of the page.
  let lines: [Line]
  /// The order in which lines are kept when there is no room for all.
  let keep: [Int]
  /// How many lines to make room for before any part gets more than its share.
  let share: Int
  let isContinued: Bool
  private let heights: [Sheets]

  init(
    _ part: SummaryPart, _ lines: [Line], keep: [Int]? = nil, share: Int, isContinued: Bool = false
  ) {
    self.part = part
    self.lines = lines
    self.keep = keep ?? Array(lines.indices)
    self.share = min(share, lines.count)
    self.isContinued = isContinued
    heights = lines.map { Paper.height(of: $0.cells + [$0.marks.widest], in: part) }
  }

  /// How much of the page the first `count` lines to keep take, with heading and note. A part
  /// that is cut altogether keeps its heading on page 1 only.
  func height(_ count: Int) -> Sheets {
    guard !lines.isEmpty, count > 0 || part.isOnFirstPage && !isContinued else { return .zero }
    var height = Sheets(repeating: Paper.heading)
    if part.isFlow {
      let text = lines.prefix(count).map(\.sentence).joined(separator: " \u{B7} ")
      return height + Paper.height(of: [text], in: part)
    }
    for index in keep.prefix(count) { height += heights[index] }
    if part.showsHeadings, count > 0 { height += Paper.headingsHeight(part) }
    if count < lines.count { height += Paper.row }
    return height
  }

  /// The kept lines, in the order of the page, and the others.
  func split(_ count: Int) -> (kept: [Line], cut: [Line]) {
    let kept = Set(keep.prefix(count))
    return (
      lines.indices.filter { kept.contains($0) }.map { lines[$0] },
      lines.indices.filter { !kept.contains($0) }.map { lines[$0] }
    )
  }
}

extension [Draft] {
  /// How many lines of each part fit on a page of this height.
  ///
  /// Every part first gets its share. When even that is too much, lines are cut from the bottom of
  /// the page upward, at first down to the least that each part needs; when there is room, parts
  /// grow in the order of `grow`.
  func fitted(in height: Sheets, grow: [SummaryPart]) -> [Int] {
    var counts = map(\.share)
    var used = zip(self, counts).reduce(Sheets.zero) { $0 + $1.0.height($1.1) }
    for isLastResort in [false, true] {
      for place in indices.reversed() {
        let least = isLastResort ? 0 : self[place].part.least
        while !used.fits(height), counts[place] > least {
          used -= self[place].height(counts[place]) - self[place].height(counts[place] - 1)
          counts[place] -= 1
        }
      }
    }
    let order = indices.sorted { left, right in
      (grow.firstIndex(of: self[left].part) ?? grow.count, left)
        < (grow.firstIndex(of: self[right].part) ?? grow.count, right)
    }
    // What was cut gets its share back first, where there is room.
    for (place, isShare) in indices.map({ ($0, true) }) + order.map({ ($0, false) }) {
      let most = isShare ? self[place].share : self[place].lines.count
      while counts[place] < most {
        let more = self[place].height(counts[place] + 1) - self[place].height(counts[place])
        guard (used + more).fits(height) else { break }
        used += more
        counts[place] += 1
      }
    }
    return counts
  }
}
