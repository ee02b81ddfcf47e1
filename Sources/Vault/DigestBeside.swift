internal import Dispatch

/// The SHA-256 of bytes that come piece by piece, made on another thread than the one that reads
/// them. A few pieces may wait for it, not more: a large file never has to be in memory.
final class DigestBeside: @unchecked Sendable {
  private let queue = DispatchQueue(label: "digest")
  private let room = DispatchSemaphore(value: 2)
  /// Only used on the queue.
  private var digest: FileDigest? = FileDigest()

  func update(_ bytes: [UInt8]) {
    room.wait()
    queue.async {
      self.digest?.update(bytes)
      self.room.signal()
    }
  }

  /// In hexadecimal. Nothing can be added after it.
  func finish() -> String {
    queue.sync {
      guard let last = digest.take() else { return "" }
      return last.finish()
    }
  }
}
