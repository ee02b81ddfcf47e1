internal import FoundationEssentials
internal import GRDB
package import Records

package import struct Records.Record

extension Vault {
  /// Joins another copy of this vault to it, in one transaction. The other copy is only read.
  ///
  /// - Parameter answers: For each dispute of the plan as many answers as it has questions.
  /// - Parameter makeID: Names a record that is made where both versions are kept.
  @discardableResult
  package func merge(
    _ plan: MergePlan, from other: Vault, answers: [[MergeAnswer]] = [], at now: String,
    who: String? = nil, makeID: () -> RecordID
  ) throws(MergeError) -> Receipt {
    guard !plan.isEmpty else { return Receipt() }
    return try joining(other) { mine, theirs in
      let material = try MergeMaterial(mine, theirs)
      let merging = try Merging(plan, material, Change(MergeNote.command, at: now, who: who))
      try merging.write(answers, makeID)
      return try merging.finish()
    }
  }

  private func joining(
    _ other: Vault, _ body: (Database, Database) throws -> Receipt
  ) throws(MergeError) -> Receipt {
    var result: Result<Receipt, MergeError> = .failure(.there(.damaged))
    do throws(VaultError) {
      try other.read { theirs in
        do {
          try self.queue.inTransaction { mine in
            result = .success(try body(mine, theirs))
            return .commit
          }
        } catch {
          result = .failure(self.blame(error, other))
        }
      }
    } catch {
      throw .there(error)
    }
    let receipt = try result.get()
    hasWritten = true
    return receipt
  }
}

/// Writes one merge. It lives as long as the transaction it is in.
struct Merging {
  private let plan: MergePlan
  private let material: MergeMaterial
  private let applying: Applying
  /// By the other copy's number of a change, the number here.
  private let changes: [Int64: Int64]
  private let firstChange: Int64
  private let firstVersion: Int64
  private let firstSource: Int64

  init(_ plan: MergePlan, _ material: MergeMaterial, _ change: Change) throws {
    self.plan = plan
    self.material = material
    firstChange = try Applying.next("change", material.mine)
    firstVersion = try Applying.next("version", material.mine)
    firstSource = try Applying.next("source", material.mine)
    changes = try Self.bringChanges(plan, material, from: firstChange)
    applying = try Applying(material.mine, change: change)
  }

  /// Writes the other copy's changes that are needed here, with the times and names they had there.
  private static func bringChanges(
    _ plan: MergePlan, _ material: MergeMaterial, from first: Int64
  ) throws -> [Int64: Int64] {
    var known = material.changes.here
    var needed = Set(plan.merges.flatMap { $0.brought.map(\.change) })
    for one in try material.newSources() { needed.formUnion(try material.listings(of: one)) }
    var next = first
    for number in needed.sorted() where known[number] == nil {
      guard let change = material.changes.theirs[number] else {
        throw MergeError.there(.damaged)
      }
      // Both copies may have taken back the same change; a change is taken back once.
      let sql = "SELECT EXISTS (SELECT 1 FROM change WHERE undoes = ?)"
      var undone = change.undoes.flatMap { known[$0] }
      if try Bool.fetchOne(material.mine, sql: sql, arguments: [undone]) == true { undone = nil }
      try material.mine.execute(
        sql: "INSERT INTO change (number, at, command, who, undoes) VALUES (?, ?, ?, ?, ?)",
        arguments: [next, change.mark.at, change.mark.command, change.mark.who, undone])
      known[number] = next
      next += 1
    }
    return known
  }

  func write(_ answers: [[MergeAnswer]], _ makeID: () -> RecordID) throws {
    for sha256 in try material.newFiles() { try keep(sha256) }
    for source in try material.newSources() { try add(source) }
    try records(answers, makeID)
    for (sha256, isListed) in plan.listings.sorted(by: { $0.key < $1.key }) {
      let sql = "SELECT number FROM source WHERE sha256 = ?"
      guard let number = try Int64.fetchOne(applying.db, sql: sql, arguments: [sha256]) else {
        throw VaultError.unknownFile(sha256)
      }
      try applying.setListed(isListed, source: number)
    }
  }

  /// Notes which rows came with the merge. Without any but lines about what was given, which are no
  /// part of the history, there is no change.
  func finish() throws -> Receipt {
    try giveLines()
    var receipt = applying.receipt
    if applying.hasChanged {
      let note = MergeNote(
        merge: applying.number, firstChange: firstChange,
        versions: firstVersion..<applying.nextVersion, firstSource: firstSource)
      try note.save(applying.db, at: applying.change.at)
    } else {
      try applying.db.execute(
        sql: "DELETE FROM change WHERE number >= ?", arguments: [firstChange])
      receipt.change = nil
    }
    return receipt
  }
}

extension Merging {
  /// Writes the records some hundreds at a time: their fields are read together.
  private func records(_ answers: [[MergeAnswer]], _ makeID: () -> RecordID) throws {
    var answers = answers.makeIterator()
    for start in stride(from: 0, to: plan.merges.count, by: 500) {
      var batch = FieldsBatch()
      var waiting: [Joined] = []
      for merge in plan.merges[start..<min(start + 500, plan.merges.count)] {
        let given = merge.dispute == nil ? [] : answers.next() ?? []
        precondition(merge.questions == given.count, "Each question has an answer.")
        let (result, second) = merge.resolved(given, makeID: makeID)
        if let second {
          try applying.insert(second.record, isAsRead: false)
          applying.receipt.added += 1
        }
        guard let joined = try joined(merge, result) else { continue }
        waiting.append(joined)
        batch.append(joined.last.fields, of: merge.kind)
      }
      for (joined, fields) in zip(waiting, try there { try batch.read() }) {
        try write(joined, fields)
      }
    }
  }

  /// A record with the versions that it gets, oldest first.
  private struct Joined {
    let id: RecordID
    let kind: Kind
    let stored: Stored?
    let versions: [(version: Version, change: Int64)]
    let last: Version
  }

  private func joined(_ merge: RecordMerge, _ result: Version?) throws -> Joined? {
    let stored = try applying.find(merge.id)
    var versions = try merge.brought.map { entry in
      guard let change = changes[entry.change] else { throw MergeError.there(.damaged) }
      return (version: entry.version, change: change)
    }
    if let result, result != versions.last?.version ?? stored?.version {
      versions.append((result, applying.number))
    }
    guard let last = versions.last?.version else { return nil }
    return Joined(
      id: merge.id, kind: merge.kind, stored: stored, versions: versions, last: last)
  }

  private func write(_ joined: Joined, _ fields: [String: Value]) throws {
    let last = joined.last
    let record = Record(
      id: joined.id, kind: joined.kind, fields: fields, isPrivate: last.isPrivate,
      provenance: last.provenance, attachments: last.attachments)
    try applying.insert(joined.versions, making: record, of: joined.stored)
    guard let stored = joined.stored else {
      applying.receipt.added += 1
      return
    }
    switch (stored.isRemoved, last.isRemoved) {
    case (false, true): applying.receipt.removed += 1
    case (true, false): applying.receipt.restored += 1
    default: applying.receipt.updated += 1
    }
  }
}

extension Merging {
  /// Copies a kept file, piece by piece.
  private func keep(_ sha256: String) throws {
    let row = try there {
      try Row.fetchOne(
        material.theirs, sql: "SELECT name, mediaType, number FROM attachment WHERE sha256 = ?",
        arguments: [sha256])
    }
    guard let row else { throw MergeError.there(.damaged) }
    let (theirs, number) = (material.theirs, row[2] as Int64)
    let tables = try there { try Chunks.tables(of: theirs) }
    var seq = 0
    var fault: MergeError?
    let file = IncomingFile(name: row[0], mediaType: row[1], sha256: sha256) {
      () throws(VaultError) in
      do throws(VaultError) {
        return try rethrowing {
          defer { seq += 1 }
          for table in tables {
            let chunk = try theirs.cachedStatement(
              sql: "SELECT bytes FROM \(table) WHERE attachment = ? AND seq = ?")
            let bytes = try Data.fetchOne(chunk, arguments: [number, seq])
            if let bytes { return Array(bytes) }
          }
          return []
        }
      } catch {
        fault = .there(error)
        throw error
      }
    }
    do {
      try applying.keep(file)
    } catch VaultError.otherBytes {
      throw MergeError.there(.damaged)
    } catch {
      throw fault ?? error
    }
  }

  /// Notes a source of the other copy, with the changes that listed it there. One that was emptied
  /// from the bin here comes back unlisted.
  private func add(_ new: MergeMaterial.NewSource) throws {
    let number = try applying.add(new.source, isListed: new.isListed)
    applying.receipt.sources += 1
    let listings = try there {
      try Row.fetchAll(
        material.theirs,
        sql: "SELECT change, wasListed, isListed FROM listing WHERE source = ? ORDER BY change",
        arguments: [new.number])
    }
    for row in listings {
      guard let change = changes[row[0]] else { throw MergeError.there(.damaged) }
      try applying.db.execute(
        sql: "INSERT INTO listing (change, source, wasListed, isListed) VALUES (?, ?, ?, ?)",
        arguments: [change, number, row[1] as Bool, row[2] as Bool])
    }
    if new.isListed, try material.wasEmptied(new) { try applying.setListed(false, source: number) }
  }

  private func giveLines() throws {
    for number in try material.newGiven() {
      let row = try there {
        try Row.fetchOne(
          material.theirs,
          sql: "SELECT at, recipient, format, parts, sha256, note FROM given WHERE number = ?",
          arguments: [number])
      }
      guard let row else { throw MergeError.there(.damaged) }
      try applying.db.execute(
        sql: "INSERT INTO given (at, recipient, format, parts, sha256, note)"
          + " VALUES (?, ?, ?, ?, ?, ?)",
        arguments: StatementArguments(row.databaseValues))
    }
  }
}
