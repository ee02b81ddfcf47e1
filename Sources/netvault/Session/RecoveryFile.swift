/// A small file of words, read into memory that is erased.
internal import Console
internal import Glibc
internal import Sealing

enum RecoveryFile {
  /// More than four lines of four words with numbers and blank lines around them.
  private static let most = 4096

  static func read(_ path: String) throws(Problem) -> Secret {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .passphraseFile(path, reason: "it cannot be opened") }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: most + 1)
    defer { Terminal.erase(&bytes) }
    var count = 0
    while count < bytes.count {
      let got = unsafe bytes.withUnsafeMutableBytes { room in
        unsafe Glibc.read(file, room.baseAddress.map { unsafe $0 + count }, room.count - count)
      }
      if got < 0, errno == EINTR { continue }
      if got <= 0 { break }
      count += got
    }
    guard count > 0, count <= most else {
      throw .passphraseFile(path, reason: "it is empty or too long")
    }
    return Secret(copying: bytes.span.extracting(0..<count))
  }
}
