internal import Records

internal import struct Records.Record

/// What becomes of one record when another copy is joined to this one. Made from two histories;
/// changes neither.
struct RecordMerge {
  enum Outcome {
    /// Only the other copy has it.
    case new
    /// Both say the same.
    case same
    /// Changed in this copy only.
    case here
    /// Changed in the other copy only.
    case there
    /// Changed in both, and nothing contradicts.
    case joined
    /// Changed in both, and a person decides.
    case asked
    /// Emptied from the bin here; the other copy still has it.
    case backInBin
    /// The other copy put it in its bin and emptied that; this copy did not touch it since.
    case toBin
  }

  let id: RecordID
  let kind: Kind
  private(set) var outcome: Outcome
  /// The other copy's versions that are not here, oldest first.
  private(set) var brought: [RecordPast.Entry] = []
  /// The record as it will be; nil while a person has to be asked.
  private(set) var result: Version?
  private(set) var dispute: ThreeWay?
  /// The last change on each side, where there is a dispute.
  private(set) var lastChanges: (mine: PastVersion, theirs: PastVersion)?
  /// The record of the person whose vault it is: there is one.
  var isOwner = false

  /// True when the answer is about in the bin or not, and not about fields.
  var isAboutBin: Bool {
    guard let dispute else { return false }
    return dispute.mine.isRemoved != dispute.theirs.isRemoved
  }

  /// True when nothing has to be written for it.
  var isEmpty: Bool { brought.isEmpty && result == nil && dispute == nil }
}

extension RecordMerge {
  /// A record that only the other copy has.
  ///
  /// - Parameter wasEmptied: True when it was here once and was emptied from the bin, and the other
  ///   copy did not touch it since. It comes back into the bin.
  init(new theirs: RecordPast, wasEmptied: Bool) {
    var last = theirs.entries[theirs.entries.count - 1].version
    if wasEmptied { last.isRemoved = true }
    self.init(
      id: theirs.id, kind: theirs.kind, outcome: wasEmptied ? .backInBin : .new,
      brought: theirs.effective.isEmpty ? theirs.entries : theirs.effective, result: last)
  }

  /// A record that the other copy has emptied from its bin. Here it goes to the bin, where nothing
  /// is lost.
  init(emptiedThere mine: RecordPast) {
    var last = mine.entries[mine.entries.count - 1].version
    let isHere = !last.isRemoved
    last.isRemoved = true
    self.init(
      id: mine.id, kind: mine.kind, outcome: isHere ? .toBin : .here, brought: [],
      result: isHere ? last : nil)
  }

  /// A record that both copies have, and not only from a merge that was taken back.
  init(mine: RecordPast, theirs: RecordPast) throws {
    let comparison = Comparison(mine, theirs)
    let now = mine.entries[mine.entries.count - 1].version
    let then = theirs.entries[theirs.entries.count - 1].version
    self.init(
      id: mine.id, kind: mine.kind, outcome: .same, brought: comparison.brought, result: nil)
    let known = mine.entries.map(\.version)
    func isKnown(_ one: RecordPast.Entry) -> Bool {
      known.contains { $0.saysSame(as: one.version) }
    }
    if comparison.onlyTheirs.isEmpty {
      outcome = comparison.onlyMine.isEmpty ? .same : .here
      if brought.allSatisfy(isKnown) { brought = [] }
    } else if now.saysSame(as: then) {
      if brought.allSatisfy(isKnown) { brought = [] }
    } else if comparison.onlyMine.isEmpty || comparison.bases.isAll(now) {
      outcome = .there
      result = then
    } else if comparison.bases.isAll(then) {
      outcome = .here
    } else {
      let isLater = Self.order(mine).lexicographicallyPrecedes(Self.order(theirs))
      try join(now, then, comparison.bases, isTheirsLater: isLater)
      lastChanges = (
        mine.entries[mine.entries.count - 1].past, theirs.entries[theirs.entries.count - 1].past
      )
    }
    // What stays as it is must stay so behind the versions that were brought.
    if result == nil, dispute == nil, !brought.isEmpty { result = now }
  }

  /// By the last change; the fields only make sure that both copies find the same order.
  private static func order(_ past: RecordPast) -> [String] {
    guard let last = past.entries.last else { return [] }
    return [last.past.at, last.version.fields]
  }

  /// Both copies changed it.
  private mutating func join(
    _ mine: Version, _ theirs: Version, _ bases: [Version], isTheirsLater: Bool
  ) throws {
    // Two files say it, nobody else does, and there is no version that both come from: as with an
    // import, what was read last counts.
    if bases.isEmpty, mine.isAsRead, theirs.isAsRead, !mine.isRemoved, !theirs.isRemoved {
      outcome = .joined
      let read = [mine, theirs].map { [$0.provenance.entered, $0.fields] }
      result = read[1].lexicographicallyPrecedes(read[0]) ? mine : theirs
      return
    }
    let threeWay = try ThreeWay(kind, mine: mine, theirs: theirs, bases: bases)
    let isInDoubt = mine.isRemoved != theirs.isRemoved || !threeWay.disputed.isEmpty
    if isInDoubt, !(mine.isRemoved && theirs.isRemoved) {
      outcome = .asked
      dispute = threeWay
      return
    }
    // Of what is in the bin on both sides nobody is asked: the later word stands.
    outcome = .joined
    let later = isTheirsLater ? MergeAnswer.theirs : .mine
    let answers = threeWay.disputed.map { _ in later }
    result = threeWay.result(answers, canBeTwo: false).version
  }

  /// How many answers it needs.
  var questions: Int { isAboutBin ? 1 : dispute?.disputed.count ?? 0 }

  /// The version that the answers make, and the second record where both are kept.
  func resolved(
    _ answers: [MergeAnswer], makeID: () -> RecordID
  ) -> (result: Version?, second: (record: Record, version: Version)?) {
    guard let dispute else { return (result, nil) }
    guard !isAboutBin else {
      switch answers.first ?? .both {
      case .mine: return (dispute.mine, nil)
      case .theirs: return (dispute.theirs, nil)
      case .both:
        let isHere = !dispute.mine.isRemoved
        let kept = dispute.disputed.map { _ in isHere ? MergeAnswer.mine : .theirs }
        var version = dispute.result(kept, canBeTwo: false).version
        version.isRemoved = false
        return (version, nil)
      }
    }
    let (version, second) = dispute.result(answers, canBeTwo: !isOwner)
    guard let second else { return (version, nil) }
    let record = Record(
      id: makeID(), kind: kind, fields: second.fields, isPrivate: second.version.isPrivate,
      provenance: second.version.provenance, attachments: second.version.attachments)
    return (version, (record, second.version))
  }
}

extension [Version] {
  /// True when each of them says the same as `version`, and there is one.
  fileprivate func isAll(_ version: Version) -> Bool {
    !isEmpty && allSatisfy { $0.saysSame(as: version) }
  }
}

/// Two histories of one record: what they share, and what each has alone.
private struct Comparison {
  /// Versions since the last common one.
  private(set) var onlyMine: [RecordPast.Entry] = []
  private(set) var onlyTheirs: [RecordPast.Entry] = []
  /// The last common version, as each side has it.
  private(set) var bases: [Version] = []
  /// What the other copy has and this one has not. What an undo took back comes once more.
  private(set) var brought: [RecordPast.Entry] = []

  init(_ mine: RecordPast, _ theirs: RecordPast) {
    let left = mine.effective
    let right = theirs.effective
    brought = Self.without(left, right)
    var isCommon = Self.isKnown(in: right, left)
    var isShared = Self.isKnown(in: left, right)
    // The same change on both sides is one, though it was made at two times.
    var same: [PastVersion] = []
    while let here = isCommon.firstIndex(of: false), let there = isShared.firstIndex(of: false),
      left[here].version.saysSame(as: right[there].version)
    {
      isCommon[here] = true
      isShared[there] = true
      same.append(right[there].past)
    }
    for past in same {
      if let place = brought.firstIndex(where: { $0.past == past }) { brought.remove(at: place) }
    }
    onlyMine = zip(left, isCommon).filter { !$1 }.map(\.0)
    onlyTheirs = zip(right, isShared).filter { !$1 }.map(\.0)
    var here = isCommon.lastIndex(of: true).map { left[$0].version }
    var there = isShared.lastIndex(of: true).map { right[$0].version }
    // Each copy has what it learnt from the other one in an order of its own. What a merge wrote
    // behind it says where the two met.
    let (ours, others) = (Self.meets(onlyMine, there), Self.meets(onlyTheirs, here))
    if others, !ours {
      onlyTheirs.removeFirst()
      there = here
    } else if ours, !others {
      onlyMine.removeFirst()
      here = there
    }
    bases = [here, there].compactMap { $0 }
    if bases.count == 2, bases[0].saysSame(as: bases[1]) { bases.removeLast() }
  }

  /// True when the first of these versions is a merge that came back to `version`.
  private static func meets(_ versions: [RecordPast.Entry], _ version: Version?) -> Bool {
    guard let version, let first = versions.first, first.past.command == MergeNote.command else {
      return false
    }
    return first.version.saysSame(as: version)
  }

  /// Which of `entries` the other list has too, each as often as it has it.
  private static func isKnown(
    in others: [RecordPast.Entry], _ entries: [RecordPast.Entry]
  ) -> [Bool] {
    var counts = Dictionary(others.map { ($0.past, 1) }, uniquingKeysWith: +)
    return entries.map { entry in
      guard let count = counts[entry.past], count > 0 else { return false }
      counts[entry.past] = count - 1
      return true
    }
  }

  private static func without(
    _ known: [RecordPast.Entry], _ entries: [RecordPast.Entry]
  ) -> [RecordPast.Entry] {
    zip(entries, isKnown(in: known, entries)).filter { !$1 }.map(\.0)
  }
}
