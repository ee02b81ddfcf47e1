internal import CPageLog
internal import Dispatch
internal import Glibc

/// Writes a new file from its start, piece by piece. The blocks of a full buffer go past the system's
/// cache where it can do that, on another thread, while the next buffer is filled: a sync has little
/// to do then, and memory stays bounded.
@safe
package final class LargeOutput: @unchecked Sendable {
  private static let size = 1 << 20

  private let handle: Int32
  private let queue = DispatchQueue(label: "output")
  /// Two buffers, at a multiple of a block.
  private let memory: UnsafeMutableRawPointer
  private var isSecond = false
  private var filled = 0
  /// How much was handed on to be written.
  private var given = 0
  /// Both only used on the queue.
  private var isDirect = true
  private var failure: Int32?

  /// - Parameter handle: An empty file, open to write. It stays open.
  package init(_ handle: Int32) {
    self.handle = handle
    unsafe memory = .allocate(byteCount: 2 * Self.size, alignment: Int(NV_BLOCK))
  }

  deinit {
    queue.sync {}
    unsafe memory.deallocate()
  }

  /// Nil, or the error number of what did not work. That may be what was given before.
  package func write(_ bytes: [UInt8]) -> Int32? {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let part = bytes.prefix(Self.size - filled)
      let place = unsafe buffer + filled
      unsafe part.withUnsafeBytes { from in
        guard let start = from.baseAddress else { return }
        unsafe place.copyMemory(from: start, byteCount: from.count)
      }
      filled += part.count
      bytes = bytes.dropFirst(part.count)
      if filled == Self.size, let failure = pass() { return failure }
    }
    return nil
  }

  /// Writes what is left, and waits. Nil, or the error number of what did not work. Nothing can be
  /// written after it, and nothing is synced yet.
  package func finish() -> Int32? {
    let failure = filled > 0 ? pass() : nil
    return failure ?? queue.sync { self.failure }
  }

  @unsafe
  private var buffer: UnsafeMutableRawPointer {
    unsafe memory + (isSecond ? Self.size : 0)
  }

  /// Hands a buffer on, and waits for the one before.
  private func pass() -> Int32? {
    if let failure = queue.sync(execute: { self.failure }) { return failure }
    let (isSecond, count, offset) = (isSecond, filled, given)
    queue.async { self.put(isSecond, count, at: offset) }
    self.isSecond.toggle()
    given += count
    filled = 0
    return nil
  }

  private func put(_ isSecond: Bool, _ count: Int, at offset: Int) {
    let start = unsafe memory + (isSecond ? Self.size : 0)
    let files = unsafe nv_files_real()
    var done = 0
    while done < count {
      isDirect = isDirect && (done | count | offset) % Int(NV_BLOCK) == 0
      let write = unsafe isDirect ? files.pointee.xPwriteDirect : files.pointee.xPwrite
      let put = unsafe write(nil, handle, start + done, count - done, off_t(offset + done))
      if put > 0 {
        done += put
      } else if put < 0, errno == EINTR {
        continue
      } else if isDirect, put == 0 || errno == EINVAL || errno == ENOTSUP {
        isDirect = false
      } else {
        failure = put == 0 ? ENOSPC : errno
        return
      }
    }
  }
}
