internal import GRDB
internal import Records

extension Vault {
  /// Compares another copy of this vault with it, record by record. Changes neither.
  package func mergePlan(with other: Vault) throws(MergeError) -> MergePlan {
    try bothRead(other) { mine, theirs in
      let material = try MergeMaterial(mine, theirs)
      return try material.plan()
    }
  }

  /// Reads both copies at once.
  private func bothRead<Result>(
    _ other: Vault, _ body: (Database, Database) throws -> Result
  ) throws(MergeError) -> Result {
    var found: Swift.Result<Result, MergeError> = .failure(.there(.damaged))
    do throws(VaultError) {
      try other.read { theirs in
        do {
          found = .success(try self.queue.read { mine in try body(mine, theirs) })
        } catch {
          found = .failure(self.blame(error, other))
        }
      }
    } catch {
      throw .there(error)
    }
    return try found.get()
  }

  /// Whose fault it is, and what went wrong, as exactly as the file knows it.
  func blame(_ error: any Error, _ other: Vault) -> MergeError {
    switch error as? MergeError {
    case .here(let error)?: .here(inWords(error))
    case .there(let error)?: .there(other.inWords(error))
    case nil: .here(inWords(error))
    }
  }

  private func inWords(_ error: any Error) -> VaultError {
    do throws(VaultError) { return try attempt { throw error } } catch { return error }
  }
}

/// What is read of two copies to compare them.
struct MergeMaterial {
  let mine: Database
  let theirs: Database
  let mineMerges: PastMerges
  let theirMerges: PastMerges
  let changes: SharedChanges

  init(_ mine: Database, _ theirs: Database) throws {
    self.mine = mine
    self.theirs = theirs
    mineMerges = try PastMerges(mine)
    theirMerges = try there { try PastMerges(theirs) }
    changes = SharedChanges(
      mine: try SharedChanges.read(mine), mineMerges: mineMerges,
      theirs: try there { try SharedChanges.read(theirs) }, theirMerges: theirMerges)
  }

  func plan() throws -> MergePlan {
    var plan = MergePlan()
    plan.pairs = try pairs()
    try records(&plan)
    // What is asked is written last, so that answers and disputes go hand in hand.
    plan.merges =
      plan.merges.filter { $0.dispute == nil } + plan.merges.filter { $0.dispute != nil }
    try others(&plan)
    return plan
  }

  /// The records that are new on both sides and are one fact.
  private func pairs() throws -> MergePairs {
    let left = try ids(mine)
    let right = try there { try ids(theirs) }
    let added = left.subtracting(right)
    let came = right.subtracting(left)
    guard !added.isEmpty, !came.isEmpty else { return MergePairs() }
    return MergePairs(
      try newcomers(added, mine), try there { try newcomers(came, theirs) })
  }

  private func ids(_ db: Database) throws -> Set<String> {
    try String.fetchSet(db, sql: "SELECT id FROM record")
  }

  private func newcomers(_ ids: Set<String>, _ db: Database) throws -> [MergePairs.Newcomer] {
    let attached = try Attached(db)
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT \(Version.columns), record.id, record.kind FROM record JOIN version"
        + " ON version.record = record.number AND version.step = 1\(Version.join)"
        + " ORDER BY record.number")
    var newcomers: [MergePairs.Newcomer] = []
    while let row = try rows.next() {
      guard ids.contains(row[13]) else { continue }
      guard let kind = Kind.named(row[14]) else { throw VaultError.damaged }
      newcomers.append(
        MergePairs.Newcomer(
          id: RecordID(row[13]), kind: kind,
          version: try Version(row: row, attachments: attached[row[0]])))
    }
    return newcomers
  }

  /// Walks along both copies at once: each is in the order of the identifiers.
  private func records(_ plan: inout MergePlan) throws {
    let owner = try String.fetchOne(
      mine, sql: "SELECT id FROM record WHERE number = (SELECT owner FROM vault)")
    let paired = Set(plan.pairs.here.values)
    var left = try PastReader(mine, mineMerges)
    var right = try there { try PastReader(theirs, theirMerges) }
    var here = try left.next()
    var come = try there { try right.next() }
    while here != nil || come != nil {
      if let one = come, plan.pairs.here[one.id] != nil {
        try pair(one, &plan)
        come = try there { try right.next() }
      } else if let one = here, come.map({ one.id < $0.id }) ?? true {
        if !paired.contains(one.id) { addHere(one, owner, &plan) }
        here = try left.next()
      } else if let one = come {
        if let mine = here, mine.id == one.id {
          try compare(mine, one, isOwner: mine.id.text == owner, &plan)
          here = try left.next()
        } else {
          addNew(one, &plan)
        }
        come = try there { try right.next() }
      }
    }
  }

  /// A record that only this copy has.
  private func addHere(_ one: RecordPast, _ owner: String?, _ plan: inout MergePlan) {
    if one.id.text != owner, changes.wasEmptiedThere(one) {
      plan.add(RecordMerge(emptiedThere: one))
    } else {
      plan.here += 1
    }
  }

  /// A record that is new here, or was there only until a merge was taken back.
  private func addNew(_ one: RecordPast, _ plan: inout MergePlan) {
    let wasEmptied = changes.wasEmptied(one)
    plan.add(RecordMerge(new: plan.pairs.followed(one), wasEmptied: wasEmptied))
  }

  private func pair(_ one: RecordPast, _ plan: inout MergePlan) throws {
    guard let id = plan.pairs.here[one.id] else { return }
    try compare(try PastReader.past(of: id, mine, mineMerges), one, isOwner: false, &plan)
  }

  private func compare(
    _ mine: RecordPast, _ one: RecordPast, isOwner: Bool, _ plan: inout MergePlan
  ) throws {
    if mine.effective.isEmpty, !one.effective.isEmpty { return addNew(one, &plan) }
    var merge = try RecordMerge(mine: mine, theirs: plan.pairs.followed(one))
    merge.isOwner = isOwner
    plan.add(merge)
  }
}

/// Says of what goes wrong in `body` that it is about the other copy.
func there<Result>(_ body: () throws -> Result) throws -> Result {
  do throws(VaultError) {
    return try rethrowing(body)
  } catch {
    throw MergeError.there(error)
  }
}
