import Glibc

/// One line of a secret, read into memory that is erased before this returns.
///
/// The bytes never become a `String`: Swift copies those as it likes, and erases none.
package enum SecretLine {
  /// A longer line is refused, because what is beyond it would be lost without a word.
  package static let longest = 4096

  /// Lends the first line that `file` gives, without its end. False when there was none, or when it
  /// was too long.
  package static func read(
    from file: Int32, _ body: (UnsafeRawBufferPointer) -> Void
  ) -> Bool {
    let size = longest + 1
    let room = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    // A computer that refuses to keep the memory out of swap still has to open the vault.
    unsafe _ = mlock(room, size)
    defer {
      unsafe explicit_bzero(room, size)
      unsafe _ = munlock(room, size)
      unsafe room.deallocate()
    }
    let bytes = unsafe UnsafeMutableRawBufferPointer(start: room, count: size)
    var count = 0
    var isEnded = false
    // One byte a time: what follows the line in a pipe belongs to somebody else.
    while count < size {
      let got = unsafe Glibc.read(file, room + count, 1)
      if got < 0, errno == EINTR { continue }
      if got <= 0 { break }
      if unsafe bytes[count] == 0x0A {
        isEnded = true
        break
      }
      count += 1
    }
    guard isEnded || count > 0, count <= longest else { return false }
    if count > 0, unsafe bytes[count - 1] == 0x0D { count -= 1 }
    unsafe body(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    return true
  }
}
