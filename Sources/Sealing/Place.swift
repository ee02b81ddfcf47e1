package import CPageLog

/// The functions through which the vault file touches the world. A test may bring its own.
@safe
package struct FileCalls: @unchecked Sendable {
  let table: UnsafePointer<nv_files>

  /// The operating system.
  package static let real = unsafe FileCalls(table: nv_files_real())

  /// A table of the caller's, which must live as long as any vault opened through it.
  @unsafe
  package init(table: UnsafePointer<nv_files>) {
    unsafe self.table = table
  }

  /// Seconds since 1970, UTC.
  var now: Int64 { unsafe table.pointee.xNow(table.pointee.pCtx) }
}

/// One open, locked file. Unlocked and closed when its owner lets go.
@safe
struct Place: ~Copyable {
  let pointer: OpaquePointer

  private init(_ pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  /// Opens a file that exists, waiting for its lock.
  static func open(
    _ path: String, writing: Bool, timeout: Duration, through calls: FileCalls
  ) throws(SealError) -> Place {
    var place: OpaquePointer?
    var reason: Int32 = 0
    let result = unsafe nv_place_open(
      calls.table, path, writing ? 1 : 0, timeout.wholeMilliseconds, &place, &reason)
    guard result == NV_OK.int32, let place = unsafe place else {
      throw SealError(result, errno: reason)
    }
    return unsafe Place(place)
  }

  /// Opens a file that exists for a look at it, without a lock.
  static func glance(at path: String, through calls: FileCalls) throws(SealError) -> Place {
    try open(path, writing: false, timeout: .milliseconds(-1), through: calls)
  }

  /// Creates a file that must not exist.
  static func create(_ path: String, through calls: FileCalls) throws(SealError) -> Place {
    var place: OpaquePointer?
    var reason: Int32 = 0
    let result = unsafe nv_place_create(calls.table, path, &place, &reason)
    guard result == NV_OK.int32, let place = unsafe place else {
      throw SealError(result, errno: reason)
    }
    return unsafe Place(place)
  }

  /// Gives the open file to somebody else, who closes it.
  consuming func release() -> OpaquePointer {
    let pointer = unsafe pointer
    discard self
    return unsafe pointer
  }

  /// Closes the file and removes it.
  consuming func remove() {
    unsafe nv_place_discard(pointer)
    discard self
  }

  deinit {
    unsafe nv_place_close(pointer)
  }
}

/// Reads up to `count` bytes at `offset` of a place.
@unsafe
func read(_ place: OpaquePointer, at offset: Int, count: Int) throws(SealError) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: count)
  var got = 0
  let result = unsafe nv_place_read(place, UInt64(offset), &bytes, count, &got)
  try unsafe check(result, place)
  return Array(bytes.prefix(got))
}

/// Writes bytes at `offset` of a place.
@unsafe
func write(_ bytes: [UInt8], _ place: OpaquePointer, at offset: Int) throws(SealError) {
  try unsafe check(nv_place_write(place, UInt64(offset), bytes, bytes.count), place)
}

/// Throws what a result of the page log stands for, if it is a failure.
@unsafe
func check(_ result: Int32, _ place: OpaquePointer) throws(SealError) {
  guard result != NV_OK.int32 else { return }
  throw unsafe SealError(result, errno: nv_place_errno(place))
}

extension Duration {
  fileprivate var wholeMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    let total = seconds.multipliedReportingOverflow(by: 1000)
    guard !total.overflow else { return .max }
    return Int32(clamping: total.partialValue + attoseconds / 1_000_000_000_000_000)
  }
}
