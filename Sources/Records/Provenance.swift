/// The name a record keeps for life: 32 hexadecimal digits of 16 random bytes.
package struct RecordID: Hashable, Sendable, Comparable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// Makes a new one from the system's random generator.
  package init(using generator: inout some RandomNumberGenerator) {
    let digits = Array("0123456789abcdef")
    var text = ""
    for _ in 0..<2 {
      var bits = generator.next() as UInt64
      for _ in 0..<16 {
        text.append(digits[Int(bits & 15)])
        bits >>= 4
      }
    }
    self.text = text
  }

  package static func < (left: RecordID, right: RecordID) -> Bool { left.text < right.text }
}

/// Where a fact comes from.
package struct Provenance: Hashable, Sendable {
  /// How much weight a reader gives it.
  package enum Origin: String, Sendable, CaseIterable {
    /// From a document that is kept in the vault.
    case document
    /// Told by the patient or a caregiver.
    case person
    /// Sources disagree, and both were kept.
    case disputed
  }

  package var origin: Origin
  /// Who typed it, for what a person told.
  package var who: String?
  /// When it was entered or read: an ISO 8601 instant in UTC.
  package var entered: String
  /// The document: SHA-256 of the file's bytes in hexadecimal.
  package var source: String?
  /// The file's name, as the person called it.
  package var sourceName: String?
  /// Where it stood in the file, such as `entry[17]`.
  package var place: String?
  /// What the sender calls the fact, so that a newer file can update it: system, type and id.
  package var key: String?

  package init(
    origin: Origin, who: String? = nil, entered: String, source: String? = nil,
    sourceName: String? = nil, place: String? = nil, key: String? = nil
  ) {
    self.origin = origin
    self.who = who
    self.entered = entered
    self.source = source
    self.sourceName = sourceName
    self.place = place
    self.key = key
  }

  /// The letter that stands beside a fact on paper.
  package var marker: String {
    switch origin {
    case .document: "D"
    case .person: "P"
    case .disputed: "?"
    }
  }
}
