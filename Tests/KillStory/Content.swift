package import Records
package import Sealing
internal import Vault

package import struct Records.Record

/// What the notes and files of the story hold. Made of their numbers, so that both sides know it.
package enum Content {
  package static let passphrase = "six plain words for a story"
  /// The slot that opens at once, without scrypt.
  package static let quickSlot = 0
  package static let now = "2026-11-21T12:00:00Z"

  package static func text(_ note: Int, version: Int) -> String {
    let filler = (note &* 7919 &+ version &* 131) % 3000
    return "note \(note) version \(version) "
      + String(repeating: "\(note).\(version) ", count: filler / 8)
  }

  /// The number and the version of a note that has such a text.
  package static func numbers(of text: String) -> (note: Int, version: Int)? {
    let words = text.split(separator: " ", maxSplits: 4)
    guard words.count >= 4, let note = Int(words[1]), let version = Int(words[3]) else {
      return nil
    }
    return (note, version)
  }

  package static func file(_ note: Int) -> [UInt8] {
    let count = note % 5 == 0 ? 300_000 : (note &* 977) % 20_000 + 1
    return (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ note) }
  }

  /// What an import brings in beside its notes.
  package static func imported(_ first: Int) -> [UInt8] {
    (0..<150_000).map { UInt8(truncatingIfNeeded: $0 &* 17 &+ first) }
  }

  package static func id(_ note: Int) -> RecordID {
    let digits = String(note, radix: 16)
    return RecordID(String(repeating: "0", count: 32 - digits.count) + digits)
  }

  package static func record(_ note: Int, version: Int, hasFile: Bool) -> Record {
    Record(
      id: id(note), kind: .note, fields: ["text": .text(text(note, version: version))],
      provenance: Provenance(origin: .person, who: "Ana", entered: now),
      attachments: hasFile ? [FileDigest.hex(of: file(note))] : [])
  }

  /// The person the vault is about. Its number is no note's.
  package static let person = Record(
    id: id(1 << 40), kind: .person, fields: ["name": .text("Ana Brandt")],
    provenance: Provenance(origin: .person, who: "Ana", entered: now))

  package static func secret(_ text: String) -> Secret { Secret(copying: Array(text.utf8).span) }
  package static func recovery(_ slot: Int) -> Secret { secret("recovery secret number \(slot)") }
}
