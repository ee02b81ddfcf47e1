internal import JSON
internal import Records

/// A record in the making. A field that the file says nothing about stays away.
struct Draft {
  let kind: Kind
  private(set) var fields: [String: Value] = [:]
  /// Files that belong to it.
  var attachments: [Attachment] = []
  /// Whether a file that belongs to it could not be decoded.
  var hasDamagedFile = false
  /// Tells apart the records that one resource gives; nil for the main one.
  var part: String?

  struct Attachment {
    let bytes: [UInt8]
    let contentType: String?
    let title: String?
  }

  init(_ kind: Kind, part: String? = nil) {
    self.kind = kind
    self.part = part
  }

  mutating func text(_ name: String, _ text: String?) {
    if let text, !text.isEmpty { fields[name] = .text(text) }
  }

  mutating func choice(_ name: String, _ token: String?) {
    if let token { fields[name] = .choice(token) }
  }

  mutating func when(_ name: String, _ when: When?) {
    if let when { fields[name] = .when(when) }
  }

  mutating func coded(_ name: String, _ coded: Coded?) {
    if let coded { fields[name] = .coded(coded) }
  }

  mutating func quantity(_ name: String, _ quantity: Quantity?) {
    if let quantity { fields[name] = .quantity(quantity) }
  }

  mutating func range(_ name: String, _ range: ReferenceRange?) {
    if let range { fields[name] = .range(range) }
  }

  mutating func link(_ name: String, _ record: RecordID?) {
    if let record { fields[name] = .link(record) }
  }

  // Fields that hold several values always hold a list, also of one.

  mutating func texts(_ name: String, _ texts: [String]) {
    if !texts.isEmpty { fields[name] = .list(texts.map { .text($0) }) }
  }

  mutating func codeds(_ name: String, _ codeds: [Coded]) {
    if !codeds.isEmpty { fields[name] = .list(codeds.map { .coded($0) }) }
  }

  mutating func parts(_ name: String, _ parts: [Part]) {
    if !parts.isEmpty { fields[name] = .list(parts.map { .part($0) }) }
  }

  /// Adds words to the note, below what is there.
  mutating func note(_ text: String?) {
    guard let text, !text.isEmpty else { return }
    if case .text(let earlier) = fields["note"] {
      fields["note"] = .text(earlier + "\n" + text)
    } else {
      fields["note"] = .text(text)
    }
  }

  func has(_ name: String) -> Bool { fields[name] != nil }
}

/// What a resource turned out to be.
enum Outcome {
  case records([Draft])
  /// Another resource's record tells it.
  case folded
  case skipped(String)
  /// A type that netvault keeps no records of.
  case unmapped

  static func record(_ draft: Draft) -> Outcome { .records([draft]) }
}
