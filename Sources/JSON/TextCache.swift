/// Gives one string for texts that come again and again.
///
/// The names of members, code systems and units of a health record repeat by the thousand.
/// Each slot remembers the last text that fell into it, so memory stays bounded whatever
/// the file holds.
struct TextCache {
  /// Up to 15 bytes a Swift string needs no memory of its own; long texts seldom repeat.
  private static let useful = 16...96

  private var slots: [String]

  /// Makes a cache for a text of so many bytes: a short one does not earn a large table.
  init(forBytes count: Int) {
    var slotCount = 64
    while slotCount < 4096, slotCount * 64 < count { slotCount *= 2 }
    slots = Array(repeating: "", count: slotCount)
  }

  @inline(__always)
  mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard Self.useful.contains(bytes.count) else {
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
    let slot = unsafe Int(truncatingIfNeeded: Self.hash(bytes)) & (slots.count - 1)
    if unsafe Self.isSame(slots[slot], bytes) { return slots[slot] }
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    slots[slot] = text
    return text
  }

  private static func isSame(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe text.utf8.withContiguousStorageIfAvailable { unsafe $0.elementsEqual(bytes) } ?? false
  }

  /// FNV-1a, eight bytes at a time.
  ///
  /// A collision costs a copy, never a wrong answer.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: raw.count)
    var index = 0
    while index + 8 <= raw.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = (hash ^ word) &* 0x0000_0100_0000_01b3
      hash ^= hash >> 29
      index += 8
    }
    while index < raw.count {
      hash = unsafe (hash ^ UInt64(raw[index])) &* 0x0000_0100_0000_01b3
      index += 1
    }
    return hash ^ (hash >> 32)
  }
}
