internal import CPageLog
internal import Dispatch

/// Reads and authenticates every live page on a thread of its own, while this one reads the
/// database. Nothing may be written meanwhile.
@safe
package final class FrameCheck: @unchecked Sendable {
  private let reader: OpaquePointer
  private let work = DispatchGroup()
  /// Written by the thread, and read when it has ended.
  private var damaged: [UInt32] = []
  private var failure: Int32 = 0
  /// How many pages there are.
  package let pages: UInt32

  init(reader: OpaquePointer) {
    unsafe self.reader = reader
    pages = unsafe nv_log_pages(reader)
    DispatchQueue.global().async(group: work) { self.run() }
  }

  private func run() {
    for page in 0..<pages where failure == 0 {
      let result = unsafe nv_log_check(reader, page + 1)
      if result == NV_DAMAGED.int32 { damaged.append(page + 1) } else { failure = result }
    }
  }

  /// Waits for the end. The numbers of the pages that are damaged.
  package func finish() throws(SealError) -> [UInt32] {
    work.wait()
    guard failure == NV_OK.int32 else {
      throw unsafe SealError(failure, errno: nv_place_errno(nv_log_place(reader)))
    }
    return damaged
  }

  deinit {
    work.wait()
    unsafe nv_log_abandon(reader)
  }
}

extension SealedFile {
  /// As `checkEveryFrame`, beside what the caller does until `finish`.
  package func startFrameCheck() throws(SealError) -> FrameCheck {
    let (log, place) = try unsafe opened()
    let key = try derive(.page, from: master, salt: vaultID)
    var reader: OpaquePointer?
    let result = unsafe key.withBytes { bytes, _ in unsafe nv_log_reader(log, bytes, &reader) }
    try unsafe check(result, place)
    guard let reader = unsafe reader else { throw .engine }
    return unsafe FrameCheck(reader: reader)
  }
}
