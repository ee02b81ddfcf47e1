internal import Glibc

/// A file whose bytes are to be kept. The bytes are asked for piece by piece, so that a large file
/// never has to be in memory.
package struct IncomingFile {
  package var name: String
  /// Such as `application/pdf`.
  package var mediaType: String
  /// What the bytes must hash to, where it is known.
  package var sha256: String?
  /// How many bytes there are, where that is known.
  package var length: Int?
  /// The next bytes, or an empty array at the end.
  package var next: () throws(VaultError) -> [UInt8]

  package init(
    name: String, mediaType: String, sha256: String? = nil, length: Int? = nil,
    next: @escaping () throws(VaultError) -> [UInt8]
  ) {
    self.name = name
    self.mediaType = mediaType
    self.sha256 = sha256
    self.length = length
    self.next = next
  }

  /// Bytes that are in memory already.
  package init(name: String, mediaType: String, sha256: String? = nil, bytes: [UInt8]) {
    var rest: [UInt8]? = bytes
    self.init(name: name, mediaType: mediaType, sha256: sha256) { () throws(VaultError) in
      defer { rest = nil }
      return rest ?? []
    }
  }

  /// An open file, read from where it stands. It stays open.
  package init(name: String, mediaType: String, sha256: String? = nil, descriptor: Int32) {
    self.init(name: name, mediaType: mediaType, sha256: sha256) { () throws(VaultError) in
      var bytes = [UInt8](repeating: 0, count: Chunks.size)
      while true {
        let count = unsafe bytes.withUnsafeMutableBytes {
          unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
        }
        if count >= 0 {
          bytes.removeLast(bytes.count - count)
          return bytes
        }
        guard errno == EINTR else { throw .cannotRead(errno: errno) }
      }
    }
  }
}
