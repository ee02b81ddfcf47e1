internal import GRDB
internal import Records

/// Which changes of another copy this copy has too, under which number.
///
/// Two copies of one vault share the changes up to the moment they were copied, one by one. After
/// that they share what a merge brought from one to the other.
struct SharedChanges {
  /// A change without the number that one copy gave it.
  struct Mark: Hashable {
    let at: String
    let command: String
    let who: String?
  }

  struct Past {
    let number: Int64
    let mark: Mark
    let undoes: Int64?
    /// What it wrote, as far as that was not emptied from the bin: a number for each version.
    var written: Set<Int> = []

    /// At one second two people may do two things that look alike here: then they wrote different
    /// versions. Where one of the copies has none of them any more, nothing speaks against it.
    func isSame(as other: Past) -> Bool {
      mark == other.mark
        && (written.isEmpty || other.written.isEmpty || !written.isDisjoint(with: other.written))
    }
  }

  /// The other copy's changes by their number there.
  let theirs: [Int64: Past]
  /// By the other copy's number, the number here.
  let here: [Int64: Int64]
  private let merges: PastMerges
  /// Numbers here of what the other copy has too, and did not take back.
  private let alsoThere: Set<Int64>

  init(
    mine: [Past], mineMerges: PastMerges, theirs: [Past], theirMerges: PastMerges
  ) {
    var here: [Int64: Int64] = [:]
    var rest = 0
    for (left, right) in zip(mine, theirs) {
      guard left.number == right.number, left.undoes == right.undoes, left.isSame(as: right)
      else { break }
      here[right.number] = left.number
      rest += 1
    }
    // Behind that, only what came with a merge can be the same.
    var waiting: [Mark: [Past]] = [:]
    for one in mine.dropFirst(rest).reversed() { waiting[one.mark, default: []].append(one) }
    for one in theirs.dropFirst(rest) {
      let place = waiting[one.mark]?.lastIndex {
        (theirMerges.isBrought(one.number) || mineMerges.isBrought($0.number)) && $0.isSame(as: one)
      }
      guard let place else { continue }
      here[one.number] = waiting[one.mark]?.remove(at: place).number
    }
    self.here = here
    alsoThere = Set(here.filter { !theirMerges.isTakenBack(change: $0.key) }.values)
    self.theirs = Dictionary(
      theirs.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    merges = mineMerges
  }

  static func read(_ db: Database) throws -> [Past] {
    var written: [Int64: Set<Int>] = [:]
    let versions = try Row.fetchCursor(
      db,
      sql: "SELECT change, fields, isPrivate, isRemoved FROM version")
    while let row = try versions.next() {
      var hasher = Hasher()
      hasher.combine(row[1] as String)
      hasher.combine(row[2] as Bool)
      hasher.combine(row[3] as Bool)
      written[row[0], default: []].insert(hasher.finalize())
    }
    let sql = "SELECT number, at, command, who, undoes FROM change ORDER BY number"
    return try Row.fetchAll(db, sql: sql).map { row in
      Past(
        number: row[0], mark: Mark(at: row[1], command: row[2], who: row[3]), undoes: row[4],
        written: written[row[0]] ?? [])
    }
  }

  /// True when this copy had what that change made, and has emptied it from the bin since; and the
  /// other copy did not touch it afterwards.
  func wasEmptied(_ past: RecordPast) -> Bool {
    past.effective.allSatisfy { wasHere($0.change) }
  }

  /// The same for a record of this copy: the other one has emptied it from its bin.
  func wasEmptiedThere(_ past: RecordPast) -> Bool {
    past.effective.allSatisfy { alsoThere.contains($0.change) }
  }

  /// True for a change that both copies have, and that was not taken back here with a merge.
  func wasHere(_ change: Int64) -> Bool {
    here[change].map { !merges.isTakenBack(change: $0) } ?? false
  }
}
