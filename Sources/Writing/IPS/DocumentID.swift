internal import Records

/// The name of one resource in one document.
///
/// It is made from the document's own name, the record and what the resource is to it, so that the
/// same export twice is the same bytes, and two exports for two doctors share no names. A UUID of
/// version 8: its bits are a hash of our own making (RFC 9562 §5.8).
struct DocumentID: Hashable {
  let text: String

  var fullURL: String { "urn:uuid:\(text)" }

  init(document: String, record: RecordID, role: String) {
    self.init(hashing: "\(document)\u{0}\(record.text)\u{0}\(role)")
  }

  init(document: String, role: String) {
    self.init(hashing: "\(document)\u{0}\u{0}\(role)")
  }

  /// FNV-1a with 128 bits (draft-eastlake-fnv). It has no secret to keep: record names are random.
  private init(hashing text: String) {
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in text.utf8 {
      hash ^= UInt128(byte)
      hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013B
    }
    hash = hash & ~(UInt128(0xF) << 76) | UInt128(8) << 76
    hash = hash & ~(UInt128(0x3) << 62) | UInt128(2) << 62
    let digits = String(hash, radix: 16)
    let padded = Array(String(repeating: "0", count: 32 - digits.count) + digits)
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(padded[$0]) }
    self.text = groups.joined(separator: "-")
  }
}
