/// A file's bytes without a copy of them: the system brings in what is looked at.
internal import Console
internal import Glibc
internal import Vault

@safe
final class MappedFile {
  let path: String
  /// The last part of the path, as the person called it.
  let name: String
  let count: Int
  private let start: UnsafeMutableRawPointer?

  /// Longer than this is no file from a hospital.
  private static let longest = 8 << 30

  init(_ path: String) throws(Problem) {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw errno == EACCES ? .fileNotAllowed(path) : .noSuchFile(path, close: nil)
    }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw .noSuchFile(path, close: nil) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw status.st_mode & S_IFMT == S_IFDIR
        ? .isFolder(path) : .unsupportedFile(path, isA: "not a file")
    }
    let count = Int(status.st_size)
    guard count <= Self.longest else { throw .fileTooLarge(path) }
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    self.count = count
    guard count > 0 else {
      unsafe start = nil
      return
    }
    let mapped = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0)
    guard unsafe mapped != MAP_FAILED else { throw .noMemory }
    unsafe start = mapped
  }

  deinit {
    if let start = unsafe start { unsafe munmap(start, count) }
  }

  /// Lends the bytes. The span cannot leave `body`.
  func lend<Result, Failure: Error>(
    to body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
    return try unsafe body(bytes.bindMemory(to: UInt8.self).span)
  }

  /// The SHA-256 in hexadecimal.
  func sha256() -> String {
    var digest = FileDigest()
    var at = 0
    while let piece = piece(&at) { digest.update(piece) }
    return digest.finish()
  }

  /// The file as the vault keeps it.
  func incoming(mediaType: String, sha256: String) -> IncomingFile {
    var at = 0
    return IncomingFile(name: name, mediaType: mediaType, sha256: sha256) { () throws(VaultError) in
      self.piece(&at) ?? []
    }
  }

  private func piece(_ at: inout Int) -> [UInt8]? {
    guard at < count else { return nil }
    let range = at..<min(count, at + 1 << 20)
    at = range.upperBound
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count)[range])
  }
}
