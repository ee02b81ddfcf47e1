internal import CPageLog

extension SealedFile {
  /// What a damaged file still holds.
  package struct Rescue: Equatable, Sendable {
    /// Pages without any frame that can be read.
    package let damagedPages: Int
    /// Pages that were taken from an older frame.
    package let olderPages: Int
    /// Saves whose own mark is gone.
    package let lostSaves: Int
    /// Saves that stood behind the place where the file was cut off.
    package let missingSaves: Int
  }

  /// Looks through the whole log for frames that can still be read. Only for a file that was opened
  /// to salvage, and before a database is opened on it.
  ///
  /// With `olderPages`, a page whose newest frame is damaged is read from an older one: what the
  /// database then says is of different times, and must be looked at record by record.
  package func rescue(olderPages: Bool) throws(SealError) -> Rescue {
    let (log, place) = try unsafe opened()
    guard mode == .salvage else { throw .readOnly }
    var found = nv_rescue()
    try unsafe check(nv_log_rescue(log, olderPages ? 1 : 0, &found), place)
    return Rescue(
      damagedPages: Int(found.nDamaged), olderPages: Int(found.nOlder),
      lostSaves: Int(found.nLostCommit), missingSaves: Int(found.nMissing))
  }

  /// One page as it stands in the file now, or nil when it cannot be read.
  package func page(_ number: Int) -> [UInt8]? {
    guard let (log, _) = try? unsafe opened(), let number = UInt32(exactly: number) else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(header.pageSize))
    let size = header.pageSize
    let result = unsafe nv_log_read(log, number, 0, size, &bytes)
    return result == NV_OK.int32 ? bytes : nil
  }

  /// Makes an empty file with the same id, keys and slots, whose saves count on from this one's.
  package func createSibling(at path: String) throws(SealError) -> SealedFile {
    let (log, _) = try unsafe opened()
    let last = SealedPart.Point(unsafe nv_log_last(log))
    var header = header
    let base = last.sequence > header.sealed.clean.sequence ? last : header.sealed.clean
    header.sealed.base = base
    header.sealed.clean = base
    header.sealed.end = UInt64(NV_LOG_START)
    header.sealed.map = SealedPart(created: 0).map
    header.sealed.seals = facts.seals
    let place = try Place.create(path, through: calls)
    do throws(SealError) {
      try unsafe header.writeBoth(place.pointer, master: master)
      try unsafe check(nv_place_sync_folder(place.pointer), place.pointer)
    } catch {
      place.remove()
      throw error
    }
    do throws(SealError) {
      return try Self.start(
        place: place, master: master.copy(), header: header, headerIndex: 1, slot: nil,
        mode: .write, calls: calls)
    } catch {
      var reason: Int32 = 0
      _ = unsafe nv_place_remove(calls.table, path, &reason)
      throw error
    }
  }
}
