package import Records

/// A file that came in and was read.
package struct Source: Hashable, Sendable {
  /// Of the file's bytes, in hexadecimal.
  package var sha256: String
  /// As the person called it.
  package var name: String
  /// What it was read as, such as `FHIR`.
  package var kind: String
  package var size: Int
  /// When it was read: an ISO 8601 instant in UTC.
  package var readAt: String
  /// What it held that no kind of record takes, counted.
  package var unmapped: [String: Int]
  /// The records that are in the vault because of it. Only filled in what the vault gives back.
  package internal(set) var records: [Kind: Int] = [:]
  /// True when the file itself is kept. Only filled in what the vault gives back.
  package internal(set) var isKept = false

  package init(
    sha256: String, name: String, kind: String, size: Int, readAt: String,
    unmapped: [String: Int] = [:]
  ) {
    self.sha256 = sha256
    self.name = name
    self.kind = kind
    self.size = size
    self.readAt = readAt
    self.unmapped = unmapped
  }
}
