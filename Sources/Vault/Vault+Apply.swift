internal import GRDB
internal import Records
internal import Sealing

internal import struct Records.Record

extension Vault {
  /// Applies a change in one transaction: all of it is kept, or none.
  ///
  /// A change that turns out to change nothing leaves no trace in the history.
  @discardableResult
  package func apply(_ change: Change) throws(VaultError) -> Receipt {
    try inOneTransaction(change) { applying in
      for file in change.files { try applying.keep(file) }
      for source in change.sources { try applying.list(source) }
      for step in change.steps { try applying.apply(step) }
    }
  }

  /// Runs `body`, and takes everything back when it throws or changes nothing.
  func inOneTransaction(
    _ change: Change, undoes undone: Int64? = nil, compacting: Bool = true,
    _ body: (Applying) throws -> Void
  ) throws(VaultError) -> Receipt {
    var receipt = Receipt()
    try attempt {
      try queue.inTransaction { db in
        let applying = try Applying(db, change: change, undoes: undone)
        try body(applying)
        receipt = applying.receipt
        guard applying.hasChanged else {
          receipt.change = nil
          return .rollback
        }
        return .commit
      }
    }
    if receipt.change != nil { hasWritten = true }
    if compacting { file?.compactIfDue() }
    return receipt
  }
}

extension Applying {
  func apply(_ step: Change.Step) throws {
    switch step {
    case .add(let record): try add(record)
    case .update(let record): try update(record)
    case .remove(let id): try remove(id)
    case .restore(let id, let version): try restore(id, version: version)
    }
  }

  func add(_ record: Record) throws {
    try insert(record, isAsRead: change.isFromFile)
    receipt.added += 1
  }

  func update(_ record: Record) throws {
    let stored = try stored(record.id)
    guard stored.kind == record.kind else { throw VaultError.otherKind(record.id) }
    guard !stored.isRemoved else { throw VaultError.unknownRecord(record.id) }
    let record = try named(record)
    var version = try Version(record, isAsRead: change.isFromFile)
    // A person who marks a record private has not changed what the file said.
    if stored.version.isAsRead, stored.version.fields == version.fields { version.isAsRead = true }
    guard version != stored.version else {
      receipt.unchanged += 1
      return
    }
    try write(version, record, of: stored)
    receipt.updated += 1
  }

  func remove(_ id: RecordID) throws {
    let stored = try stored(id)
    guard !stored.isRemoved else {
      receipt.unchanged += 1
      return
    }
    try remove(stored)
    receipt.removed += 1
  }

  func restore(_ id: RecordID, version step: Int?) throws {
    let stored = try stored(id)
    var version = stored.version
    if let step {
      guard let older = try self.version(step, of: stored) else {
        throw VaultError.unknownVersion(id)
      }
      version = older
    }
    version.isRemoved = false
    guard version != stored.version else {
      receipt.unchanged += 1
      return
    }
    let fields = try FieldsBatch.read(version.fields, of: stored.kind)
    try write(version, version.record(of: stored, fields: fields), of: stored)
    if stored.isRemoved { receipt.restored += 1 } else { receipt.updated += 1 }
  }
}
