internal import CPageLog

extension SealedFile {
  /// Writes the live pages to a new file and puts it in place of the old one.
  ///
  /// What was removed before is then gone from the file, superseded frames included. Until the
  /// rename the old file is untouched, and on failure it stays.
  package func compact() throws(SealError) {
    try rebuild(header, under: master.copy(), seals: facts.seals)
  }

  /// A compaction under a new master key, which only `passphrase` opens.
  ///
  /// The only real revocation of a passphrase that was lost: all other slots are gone, and are to
  /// be added again. Copies of the file made before still open with the old ones.
  package func rekey(
    passphrase: borrowing Secret, label: String = "", cost: KDFCost = .standard
  ) throws(SealError) {
    let new = try Secret.random(count: Int(NV_KEY_SIZE))
    var header = header
    header.slots = [KeySlot](repeating: .empty, count: KeySlot.count)
    header.sealed.notes = [SealedPart.SlotNote](repeating: .none, count: KeySlot.count)
    header.slots[0] = try KeySlot.wrap(
      new, under: passphrase, as: .passphrase, cost: cost, vaultID: vaultID, index: 0)
    header.sealed.notes[0] = SealedPart.SlotNote(created: calls.now, label: label)
    try rebuild(header, under: new, seals: 0)
    openedSlot = 0
  }

  /// Compacts when it is due. To be called after a transaction, so that the file of a long session
  /// does not grow without bounds.
  ///
  /// That it cannot be done is no failure: nothing is lost but space. It is then tried again when
  /// there is twice as much to gain, so that a full disk does not make every transaction slow.
  package func compactIfDue() {
    guard mode == .write, unsafe log != nil else { return }
    let facts = facts
    guard facts.isCompactionDue, facts.deadBytes >= 2 * deadBytesRefused else { return }
    deadBytesRefused = compactIfPossible() ? 0 : facts.deadBytes
  }

  /// Compacts, unless something is in the way. True if it was done.
  func compactIfPossible() -> Bool {
    do {
      try compact()
      return true
    } catch {
      return false
    }
  }

  /// A compaction that a crash left behind. The next writer removes it.
  func removeLeftOver() {
    guard let (_, place) = try? unsafe opened() else { return }
    var reason: Int32 = 0
    _ = unsafe nv_place_remove(calls.table, Self.temporaryPath(of: place), &reason)
  }

  /// Makes sure that the file has its name after a loss of power.
  private func syncFolder() throws(SealError) {
    let (log, place) = try unsafe opened()
    guard unsafe nv_place_sync_folder(place) == NV_OK.int32 else {
      unsafe nv_log_poison(log)
      throw .syncFailed
    }
  }

  /// The same for a file that another program may have put there and then been killed.
  ///
  /// Where this user may not read the folder it cannot be done, and that user could not have put a
  /// file there through this program either.
  func keepName() throws(SealError) {
    let (_, place) = try unsafe opened()
    guard header.sealed.isFresh else { return }
    let result = unsafe nv_place_sync_folder(place)
    if result != NV_DENIED.int32 { try unsafe check(result, place) }
  }

  @unsafe
  private static func temporaryPath(of place: OpaquePointer) -> String {
    unsafe String(cString: nv_place_path(place)) + ".compacting"
  }

  private func rebuild(
    _ header: Header, under key: consuming Secret, seals: UInt64
  ) throws(SealError) {
    let (log, place) = try unsafe opened()
    guard mode == .write else { throw .readOnly }
    try unsafe check(nv_log_may_write(log), place)
    let pageKey = try derive(.page, from: key, salt: vaultID)
    removeLeftOver()
    let fresh = try unsafe Place.create(Self.temporaryPath(of: place), through: calls)

    var header = header
    var copy: OpaquePointer?
    do throws(SealError) {
      var anchor = nv_anchor()
      let result = unsafe pageKey.withBytes { bytes, _ in
        unsafe nv_log_copy(log, fresh.pointer, bytes, seals, &copy, &anchor)
      }
      try unsafe check(result, fresh.pointer)
      header.sealed.update(from: anchor)
      try unsafe header.writeBoth(fresh.pointer, master: key)
      try unsafe check(nv_place_replace(fresh.pointer, place), fresh.pointer)
    } catch {
      if let copy = unsafe copy { unsafe nv_log_abandon(copy) }
      fresh.remove()
      // A rename can be done and say that it was not. This file has no name then.
      if unsafe nv_place_moved(place) != 0 { unsafe nv_log_poison(log) }
      throw error
    }
    guard let copy = unsafe copy else { throw .engine }
    _ = unsafe fresh.release()
    unsafe nv_log_become(log, copy)
    self.header = header
    master = key
    headerIndex = 1
    // Until the folder is synced a crash may bring the old file back, without later commits.
    try syncFolder()
  }
}
