internal import CPageLog

extension SealedFile {
  /// How large `writeCopy` will make its file, in bytes.
  package var copySize: UInt64 {
    let facts = facts
    let more = UInt64(NV_FRAME_MORE)
    let frame = UInt64(facts.pageSize) + more
    // The commit names every page with 28 bytes and ends at a block; the map takes 24 a page.
    let commit = UInt64(NV_LOG_START) + UInt64(facts.liveFrames) * (frame + 28) + 40 + more
    let block = UInt64(NV_BLOCK)
    return (commit + block - 1) / block * block + 32 + more + UInt64(facts.pages) * 24
  }

  /// Writes the live pages to a new file with the same id, keys and slots, and syncs it.
  ///
  /// The copy continues this file: it says which commit it copies. A file that is there is left
  /// alone; on failure there is none. The caller renames it, and syncs the folder.
  package func writeCopy(to path: String) throws(SealError) {
    let (log, _) = try unsafe opened()
    let pageKey = try derive(.page, from: master, salt: vaultID)
    let fresh = try Place.create(path, through: calls)
    do throws(SealError) {
      var copy: OpaquePointer?
      var anchor = nv_anchor()
      let result = unsafe pageKey.withBytes { bytes, _ in
        unsafe nv_log_copy(log, fresh.pointer, bytes, nv_log_seals(log), &copy, &anchor)
      }
      if let copy = unsafe copy { unsafe nv_log_abandon(copy) }
      // What cannot be read of the live pages is damage of this file.
      guard result != NV_DAMAGED.int32 else { throw .damaged(.page) }
      try unsafe check(result, fresh.pointer)
      var header = header
      header.sealed.update(from: anchor)
      try unsafe header.writeBoth(fresh.pointer, master: master)
    } catch {
      fresh.remove()
      throw error
    }
  }
}

extension Header {
  /// Writes both copies of a new file, and syncs it.
  @unsafe
  mutating func writeBoth(
    _ place: OpaquePointer, master: borrowing Secret
  ) throws(SealError) {
    for index in 0..<2 {
      sequence += 1
      let bytes = try bytes(master: master)
      try unsafe write(bytes, place, at: index * Self.size)
    }
    try unsafe check(nv_place_sync(place), place)
  }
}
