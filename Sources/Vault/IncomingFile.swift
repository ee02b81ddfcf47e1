/// A file whose bytes are to be kept. The bytes are asked for piece by piece, so that a large file
/// never has to be in memory.
package struct IncomingFile {
  package var name: String
  /// Such as `application/pdf`.
  package var mediaType: String
  /// What the bytes must hash to, where it is known.
  package var sha256: String?
  /// The next bytes, or an empty array at the end.
  package var next: () throws -> [UInt8]

  package init(
    name: String, mediaType: String, sha256: String? = nil, next: @escaping () throws -> [UInt8]
  ) {
    self.name = name
    self.mediaType = mediaType
    self.sha256 = sha256
    self.next = next
  }

  /// Bytes that are in memory already.
  package init(name: String, mediaType: String, sha256: String? = nil, bytes: [UInt8]) {
    var rest: [UInt8]? = bytes
    self.init(name: name, mediaType: mediaType, sha256: sha256) {
      defer { rest = nil }
      return rest ?? []
    }
  }
}
