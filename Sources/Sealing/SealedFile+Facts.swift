internal import CPageLog

extension SealedFile {
  /// What `doctor` and `info` tell about the file.
  package struct Facts: Equatable, Sendable {
    /// The sequence of the last commit. Never goes back.
    package let sequence: UInt64
    /// Size of the database in pages.
    package let pages: UInt32
    /// Frames that hold the database now, and the newest page map.
    package let liveBytes: UInt64
    package let liveFrames: UInt32
    /// Frames that a compaction would leave out.
    package let deadBytes: UInt64
    /// Seals made with the page key.
    package let seals: UInt64
    package let pageSize: UInt32
    /// When the vault was made: seconds since 1970, UTC.
    package let created: Int64
    /// When the last commit was made: seconds since 1970, UTC. 0 if that is not known.
    package let lastCommit: Int64
    /// Bytes of an unfinished transaction that were found on opening.
    package let unfinishedBytes: UInt64
    /// Where keys live in memory.
    package let heap: Secret.Heap

    /// At 2^31 seals under one key the vault asks to be re-keyed.
    package var isRekeyDue: Bool { seals >= 1 << 31 }
    /// Dead frames outweigh the live ones, and are worth the copying.
    package var isCompactionDue: Bool { deadBytes > liveBytes && deadBytes >= 4 << 20 }
  }

  /// How things stand as of the last commit. All zeros once closed.
  package var facts: Facts {
    var log = nv_facts()
    var sequence: UInt64 = 0
    var seals: UInt64 = 0
    if let open = unsafe self.log {
      log = unsafe nv_log_facts(open)
      sequence = unsafe nv_log_last(open).sequence
      seals = unsafe nv_log_seals(open)
    }
    return Facts(
      sequence: sequence, pages: log.nPage, liveBytes: log.nLiveByte, liveFrames: log.nLive,
      deadBytes: log.nDeadByte, seals: seals, pageSize: header.pageSize,
      created: header.sealed.created, lastCommit: log.iWhen, unfinishedBytes: log.nTailByte,
      heap: Secret.heap)
  }

  /// Why the last read or write of SQLite's failed, or nil. More exact than SQLite's own code.
  package var failure: SealError? {
    guard let (log, place) = try? unsafe opened() else { return .closed }
    let result = unsafe nv_log_failure(log)
    guard result != NV_OK.int32 else { return nil }
    // The log found damage while it was open: it was a page that SQLite read.
    if result == NV_DAMAGED.int32 { return .damaged(.page) }
    return unsafe SealError(result, errno: nv_place_errno(place))
  }

  /// Notes from now on which pages are read, for `checkEveryFrame(butRead: true)`. A commit ends it.
  package func watchReads() throws(SealError) {
    let (log, place) = try unsafe opened()
    try unsafe check(nv_log_watch(log), place)
  }

  /// Reads and authenticates every live page, or, when `butRead`, those that nobody has read and
  /// authenticated since `watchReads`. Returns the numbers of those that are damaged.
  ///
  /// `progress` is told how many pages of how many were read, about a hundred times.
  package func checkEveryFrame(
    butRead: Bool = false, progress: (_ done: UInt32, _ of: UInt32) -> Void = { _, _ in }
  ) throws(SealError) -> [UInt32] {
    let (log, place) = try unsafe opened()
    let count = unsafe nv_log_facts(log).nPage
    let step = max(count / 100, 1)
    var damaged: [UInt32] = []
    for page in 0..<count {
      let isRead = unsafe butRead && nv_log_was_read(log, page + 1) != 0
      let result = unsafe isRead ? NV_OK.int32 : nv_log_check(log, page + 1)
      if result == NV_DAMAGED.int32 {
        damaged.append(page + 1)
      } else {
        try unsafe check(result, place)
      }
      if page % step == 0 || page + 1 == count { progress(page + 1, count) }
    }
    return damaged
  }
}
