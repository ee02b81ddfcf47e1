internal import COpenSSL
internal import CPageLog

/// Bytes that are overwritten when their owner lets go.
///
/// There is one owner at a time: a `Secret` is moved or lent, never copied. The bytes live in
/// OpenSSL's secure heap, which is locked into memory and kept out of core files; when that heap
/// is full or the system denies it, in ordinary memory, still overwritten at the end.
@safe
package struct Secret: ~Copyable {
  private let memory: UnsafeMutableRawBufferPointer
  /// How many bytes the secret has.
  package let count: Int

  /// A copy of `bytes`. Overwriting the original is the caller's.
  package init(copying bytes: borrowing Span<UInt8>) {
    self.init(count: bytes.count)
    for index in 0..<bytes.count { unsafe memory[index] = bytes[index] }
  }

  /// Bytes of zero, to be filled by `fill`.
  init(count: Int) {
    unsafe memory = Self.allocate(count)
    self.count = count
  }

  /// Fresh random bytes.
  package static func random(count: Int) throws(SealError) -> Secret {
    let secret = Secret(count: count)
    let result = unsafe secret.withMutableBytes { unsafe RAND_priv_bytes($0, Int32($1)) }
    guard result == 1 else { throw .engine }
    return secret
  }

  /// Lends the bytes to `body`. The span cannot leave it.
  package borrowing func lend<Result: ~Copyable, Failure: Error>(
    to body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: memory[..<count])
    return try unsafe body(bytes.bindMemory(to: UInt8.self).span)
  }

  /// Lends the bytes to a C function, which must not keep the pointer.
  @unsafe
  borrowing func withBytes<Result>(_ body: (UnsafePointer<UInt8>, Int) -> Result) -> Result {
    unsafe withMutableBytes { unsafe body(UnsafePointer($0), $1) }
  }

  /// Lends the bytes to a C function that fills them.
  @unsafe
  borrowing func withMutableBytes<Result>(
    _ body: (UnsafeMutablePointer<UInt8>, Int) -> Result
  ) -> Result {
    // Never empty: `allocate` gives one byte at least.
    unsafe memory.withMemoryRebound(to: UInt8.self) { bytes in
      guard let start = bytes.baseAddress else { preconditionFailure("a secret has memory") }
      return unsafe body(start, count)
    }
  }

  deinit {
    unsafe CRYPTO_secure_clear_free(memory.baseAddress, memory.count, #fileID, #line)
  }
}

extension Secret {
  /// Where secrets live, for `doctor`.
  package enum Heap: Equatable, Sendable {
    /// Locked into memory and kept out of core files.
    case locked
    /// Set apart, but the system did not lock it: it may reach swap.
    case notLocked
    /// Not to be had: ordinary memory, overwritten after use.
    case ordinary
  }

  /// What the system gave. Asked for once a process.
  package static let heap: Heap =
    switch CRYPTO_secure_malloc_init(1 << 16, 32) {
    case 1: .locked
    case 2: .notLocked
    // Set up by somebody else: whether it is locked is not known.
    default: CRYPTO_secure_malloc_initialized() == 1 ? .notLocked : .ordinary
    }

  /// Zeroed memory for a secret: secure if there is any, else ordinary.
  @unsafe
  private static func allocate(_ count: Int) -> UnsafeMutableRawBufferPointer {
    let size = max(count, 1)
    // CRYPTO_secure_clear_free() tells which of the two it was.
    var memory: UnsafeMutableRawPointer?
    if heap != .ordinary { unsafe memory = CRYPTO_secure_zalloc(size, #fileID, #line) }
    if unsafe memory == nil { unsafe memory = CRYPTO_zalloc(size, #fileID, #line) }
    guard let memory = unsafe memory else { fatalError("out of memory") }
    return unsafe UnsafeMutableRawBufferPointer(start: memory, count: size)
  }
}
