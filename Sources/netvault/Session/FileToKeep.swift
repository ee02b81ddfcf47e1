/// A file that is to be kept: looked at before anything is written, then read piece by piece.
internal import Console
internal import Glibc
internal import Reading
internal import Vault

@safe
final class FileToKeep {
  let path: String
  /// The last part of the path, as the person called it.
  let name: String
  let length: Int
  let kind: FileKind
  private let descriptor: Int32
  private let before: stat
  /// Why it could not be read to its end.
  private(set) var fault: Problem?

  private static let piece = 256 << 10

  /// Opens a file that can be kept. A folder, a device, a pipe and an empty file cannot.
  init(_ path: String) throws(Problem) {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else {
      throw [EACCES, EPERM].contains(errno) ? .fileNotAllowed(path) : .noSuchFile(path, close: nil)
    }
    var status = stat()
    let isKnown = unsafe fstat(file, &status) == 0
    let type = status.st_mode & S_IFMT
    guard isKnown, type == S_IFREG, status.st_size > 0 else {
      close(file)
      if type == S_IFDIR { throw .isFolder(path) }
      throw type == S_IFREG ? .emptyFile(path) : .notAFile(path)
    }
    descriptor = file
    before = status
    length = Int(status.st_size)
    self.path = path
    name = FileName.safe(path.split(separator: "/").last.map(String.init) ?? path)
    let start = Self.read(file, 0, 64 << 10)
    kind = FileKind(of: start.span)
  }

  deinit { close(descriptor) }

  /// True when the path leads to this very file.
  func isSame(as path: String) -> Bool {
    var other = stat()
    return unsafe stat(path, &other) == 0 && other.st_dev == before.st_dev
      && other.st_ino == before.st_ino
  }

  /// Does the picture say where it was taken?
  var namesPlace: Bool {
    PictureLocation.isNamed(kind) { Self.read(descriptor, $0, $1) }
  }

  /// The SHA-256 in hexadecimal.
  func sha256(_ progress: (Int) -> Void) throws(Problem) -> String {
    var digest = FileDigest()
    var offset = 0
    while let bytes = try next(&offset) {
      digest.update(bytes)
      progress(bytes.count)
    }
    return digest.finish()
  }

  /// The file as the vault keeps it. `fault` says why, when the reading stops.
  func incoming(sha256: String?, _ progress: @escaping (Int) -> Void) -> IncomingFile {
    var offset = 0
    return IncomingFile(
      name: name, mediaType: kind.mediaType(of: name), sha256: sha256, length: length
    ) { () throws(VaultError) in
      // A stop that was asked for ends the reading; the vault goes back by itself.
      if DeferredStop.isAsked { throw .cannotRead(errno: EINTR) }
      do throws(Problem) {
        guard let bytes = try self.next(&offset) else { return [] }
        progress(bytes.count)
        return bytes
      } catch {
        self.fault = error
        throw .cannotRead(errno: EIO)
      }
    }
  }

  /// The next bytes, or nil at the end of a file that is still the same.
  private func next(_ offset: inout Int) throws(Problem) -> [UInt8]? {
    let bytes = Self.read(descriptor, offset, min(Self.piece, length - offset))
    offset += bytes.count
    if !bytes.isEmpty { return bytes }
    guard isUnchanged, offset == length else {
      throw isUnchanged ? .cannotReadToEnd(path) : .fileChanged(path)
    }
    return nil
  }

  private var isUnchanged: Bool {
    var now = stat()
    return unsafe fstat(descriptor, &now) == 0 && now.st_size == before.st_size
      && now.st_mtim.tv_sec == before.st_mtim.tv_sec
      && now.st_mtim.tv_nsec == before.st_mtim.tv_nsec
  }

  /// Up to `count` bytes, fewer at the end or where the disk has an error.
  private static func read(_ file: Int32, _ offset: Int, _ count: Int) -> [UInt8] {
    guard count > 0 else { return [] }
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      while filled < count {
        let got = unsafe pread(
          file, room.baseAddress.map { unsafe $0 + filled }, count - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        if got <= 0 { return }
        filled += got
      }
    }
  }
}
