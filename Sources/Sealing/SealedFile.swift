internal import CPageLog

/// One vault file, open and locked. SQLite runs on it through a VFS.
///
///     try SealedFile.looksLikeVault(at: path)             // before asking for a passphrase
///     let file = try SealedFile.open(at: path, passphrase: secret)
///     var configuration = Configuration()                 // GRDB
///     let settings = file.databaseSettings
///     configuration.prepareDatabase { db in
///       try unsafe settings.apply(to: db.sqliteConnection)
///     }
///     let queue = try DatabaseQueue(path: file.databaseURI, configuration: configuration)
///     …
///     try queue.close()                                   // first the database,
///     try file.close()                                    // then the file
///
/// A transaction that SQLite reports as committed is on the disk. Without `close()` nothing is
/// lost; the next opening only has more to read. One connection at a time, one thread at a time.
/// `compact()`, `rekey` and the slot functions may be called while the database is open, between
/// transactions.
@safe
package final class SealedFile {
  /// What the vault is opened for.
  package enum Mode: Sendable {
    /// Shared with other readers. Never changes a byte of the file.
    case read
    /// Alone.
    case write
    /// Reads what can be read of a file that is damaged or cut short. Never writes.
    case salvage
  }

  /// The file SQLite is told to open. Names a loan of this open file, never a key.
  package let databaseURI: String
  /// What the file was opened for.
  package let mode: Mode
  let calls: FileCalls
  var log: OpaquePointer?
  var master: Secret
  var header: Header
  /// 0 or 1: which header copy is `header`.
  var headerIndex: Int
  /// How much a compaction would have left out when the last one could not be done.
  var deadBytesRefused: UInt64 = 0
  /// The folder where this computer notes what it saw last. When set, closing notes it there.
  package var notes: String?
  /// True while work of several commits is not finished: this state is not noted as seen.
  package var isUnfinished = false
  /// The index of the slot that the secret belonged to. Nil when the master key itself was given.
  package internal(set) var openedSlot: Int?

  private init(
    log: OpaquePointer, master: consuming Secret, header: Header, headerIndex: Int, slot: Int?,
    mode: Mode, loan: String, calls: FileCalls
  ) {
    unsafe self.log = log
    self.master = master
    self.header = header
    self.headerIndex = headerIndex
    openedSlot = slot
    self.mode = mode
    self.calls = calls
    databaseURI = "file:vault?vfs=\(NV_VFS_NAME)&log=\(loan)"
  }

  /// 16 random bytes, the same as long as the vault lives.
  package var vaultID: [UInt8] { header.vaultID }

  /// The open log and its place, or `closed`.
  @unsafe
  func opened() throws(SealError) -> (log: OpaquePointer, place: OpaquePointer) {
    guard let log = unsafe log else { throw .closed }
    return unsafe (log, nv_log_place(log))
  }

  deinit {
    guard let log = unsafe log else { return }
    // A connection that is still open would read freed memory: rather leave the log to it.
    if unsafe nv_vfs_take_back(log) == NV_OK.int32 { unsafe nv_log_free(log) }
  }
}

extension SealedFile {
  /// Makes an empty vault. A file that is there is left alone; on failure there is none.
  package static func create(
    at path: String, passphrase: borrowing Secret, label: String = "",
    cost: KDFCost = .standard, pageSize: UInt32 = 4096, through calls: FileCalls = .real
  ) throws(SealError) -> SealedFile {
    guard Header.allowedPageSizes.contains(pageSize) else { throw .pageSizeNotAllowed }
    let master = try Secret.random(count: Int(NV_KEY_SIZE))
    let vaultID = try randomBytes(Int(NV_ID_SIZE))
    var header = Header(
      sequence: 0, vaultID: vaultID, pageSize: pageSize,
      slots: [KeySlot](repeating: .empty, count: KeySlot.count),
      sealed: SealedPart(created: calls.now))
    header.slots[0] = try KeySlot.wrap(
      master, under: passphrase, as: .passphrase, cost: cost, vaultID: vaultID, index: 0)
    header.sealed.notes[0] = SealedPart.SlotNote(created: calls.now, label: label)

    let place = try Place.create(path, through: calls)
    do throws(SealError) {
      for index in 0..<2 {
        header.sequence += 1
        let bytes = try header.bytes(master: master)
        try unsafe Sealing.write(bytes, place.pointer, at: index * Header.size)
      }
      try unsafe check(nv_place_sync(place.pointer), place.pointer)
      try unsafe check(nv_place_sync_folder(place.pointer), place.pointer)
    } catch {
      place.remove()
      throw error
    }
    do throws(SealError) {
      return try start(
        place: place, master: master, header: header, headerIndex: 1, slot: 0, mode: .write,
        calls: calls)
    } catch {
      var reason: Int32 = 0
      _ = unsafe nv_place_remove(calls.table, path, &reason)
      throw error
    }
  }

  /// Opens a vault with a passphrase.
  package static func open(
    at path: String, passphrase: borrowing Secret, mode: Mode = .write,
    lockTimeout: Duration = .seconds(5), through calls: FileCalls = .real
  ) throws(SealError) -> SealedFile {
    try open(
      at: path, with: passphrase, as: .passphrase, mode: mode, lockTimeout: lockTimeout,
      calls: calls)
  }

  /// Opens a vault with a recovery secret: at once, because there is nothing to guess.
  package static func open(
    at path: String, recovery: borrowing Secret, mode: Mode = .write,
    lockTimeout: Duration = .seconds(5), through calls: FileCalls = .real
  ) throws(SealError) -> SealedFile {
    try open(
      at: path, with: recovery, as: .recovery, mode: mode, lockTimeout: lockTimeout, calls: calls)
  }

  private static func open(
    at path: String, with secret: borrowing Secret, as kind: KeySlot.Kind, mode: Mode,
    lockTimeout: Duration, calls: FileCalls
  ) throws(SealError) -> SealedFile {
    let place = try Place.open(
      path, writing: mode == .write, timeout: lockTimeout, through: calls)
    let copies = try unsafe HeaderCopies(reading: place.pointer)
    let unlocked = try unlock(copies.newest, with: secret, as: kind)
    let slot = unlocked.slot
    let (header, index) = try copies.open(master: unlocked.master)
    return try open(
      place: place, copies: copies, master: unlocked.master, header: header, headerIndex: index,
      slot: slot, mode: mode, calls: calls)
  }

  /// The end of every opening: starts the log, and puts right what a crash left behind.
  static func open(
    place: consuming Place, copies: HeaderCopies, master: consuming Secret, header: Header,
    headerIndex index: Int, slot: Int?, mode: Mode, calls: FileCalls
  ) throws(SealError) -> SealedFile {
    let file = try start(
      place: place, master: master, header: header, headerIndex: index, slot: slot, mode: mode,
      calls: calls)
    if mode == .write {
      try file.keepName()
      file.removeLeftOver()
      if copies.needsRepair || index != copies.newestIndex { try file.writeHeader() }
    }
    return file
  }

  /// Opens the log, and lends it to SQLite.
  static func start(
    place: consuming Place, master: consuming Secret, header: Header, headerIndex: Int,
    slot: Int?, mode: Mode, calls: FileCalls
  ) throws(SealError) -> SealedFile {
    guard nv_vfs_register() == 0 else { throw .engine }
    let key = try derive(.page, from: master, salt: header.vaultID)
    var anchor = header.sealed.anchor(vaultID: header.vaultID, pageSize: header.pageSize)
    var opened: OpaquePointer?
    let result = unsafe key.withBytes { bytes, _ in
      unsafe nv_log_open(place.pointer, bytes, &anchor, mode.forLog, &opened)
    }
    guard result == NV_OK.int32, let log = unsafe opened else {
      throw unsafe SealError(result, errno: nv_place_errno(place.pointer))
    }
    _ = unsafe place.release()
    var loan = [CChar](repeating: 0, count: Int(NV_LOAN_SIZE))
    let lent = unsafe nv_vfs_lend(log, &loan)
    guard lent == NV_OK.int32 else {
      unsafe nv_log_free(log)
      throw SealError(lent)
    }
    return unsafe SealedFile(
      log: log, master: master, header: header, headerIndex: headerIndex, slot: slot, mode: mode,
      loan: String(decoding: loan.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self),
      calls: calls)
  }

  /// Tries every slot of that kind.
  private static func unlock(
    _ clear: Header.Clear, with secret: borrowing Secret, as kind: KeySlot.Kind
  ) throws(SealError) -> Unlocked {
    for (index, slot) in clear.slots.enumerated() where slot.kind == kind {
      if let master = try slot.unwrap(under: secret, vaultID: clear.vaultID, index: index) {
        return Unlocked(master: master, slot: index)
      }
    }
    throw .wrongPassphrase
  }

  /// A master key, and the slot it came from.
  private struct Unlocked: ~Copyable {
    let master: Secret
    let slot: Int
  }
}

extension SealedFile {
  /// Marks this state in the header: from now on, a log that ends before it is damaged.
  ///
  /// Without it, a commit that was cut off cannot be told from one that a crash left unfinished.
  package func settle() throws(SealError) {
    let (log, place) = try unsafe opened()
    guard mode == .write else { throw .readOnly }
    var anchor = nv_anchor()
    try unsafe check(nv_log_settle(log, &anchor), place)
    header.sealed.update(from: anchor)
    try writeHeader()
  }

  /// Closes. If anything was written: compaction when it is due, else one header update.
  ///
  /// The file is closed and unlocked even when this fails; every commit is safe all the same. It
  /// fails with `syncFailed` when something was written and then a sync failed: whether the end of
  /// the log can be marked in the header is not known, so it is not, and the next opening only has
  /// more to read.
  package func close() throws(SealError) {
    let (log, _) = try unsafe opened()
    guard unsafe nv_vfs_take_back(log) == NV_OK.int32 else { throw .databaseOpen }
    defer {
      unsafe nv_log_free(log)
      unsafe self.log = nil
    }
    // Before a compaction, which leaves the commits out: what comes after goes on from here.
    if mode == .write, let notes { try? remember(inNotes: notes) }
    guard mode == .write, unsafe nv_log_changed(log) != 0 else { return }
    if facts.isCompactionDue, compactIfPossible() { return }
    try settle()
  }

  /// Writes `header`, with the next sequence, over the older copy.
  func writeHeader() throws(SealError) {
    let (log, place) = try unsafe opened()
    try unsafe check(nv_log_secure_head(log), place)
    header.sequence += 1
    do throws(SealError) {
      try unsafe HeaderCopies.write(header, index: 1 - headerIndex, master: master, place)
    } catch {
      // The copy is torn and the other one stands. Which bytes are on the disk is not known.
      unsafe nv_log_poison(log)
      throw error
    }
    headerIndex = 1 - headerIndex
  }
}

extension SealedFile.Mode {
  fileprivate var forLog: Int32 {
    switch self {
    case .read: NV_OPEN_READ
    case .write: NV_OPEN_WRITE
    case .salvage: NV_OPEN_SALVAGE
    }
  }
}
